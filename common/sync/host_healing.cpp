// How a server that was put back to an older copy gets back what it has signed since: desks show it
// their feed, which it takes in as it stands, with the same verdicts and numbers. Nothing is
// believed but its own signature. Where the desk's history parted from the one here, nothing is
// merged: the office stops.
#include "common/sync/feed_healer.h"
#include "common/sync/feed_standing.h"
#include "common/sync/host.h"

namespace hotich {

result<bool> host::is_held(const std::string& office_code)
{
    return feed_standing(m_db).is_held(office_code);
}

/// Behind which revision the desk is to show what it has; nothing where both have the same.
result<std::optional<std::int64_t>> host::unknown_after(
    const sync_request& request, const feed_head& head
)
{
    if (request.cursor > head.revision) return std::optional(head.revision);
    if (!request.says_what_it_saw()) return std::optional<std::int64_t>();
    TRY(const auto here, operation_log(m_db, request.office).hash_of_entry(request.cursor));
    if (here && here->starts_with(request.seen_hash)) return std::optional<std::int64_t>();
    return std::optional(request.cursor);
}

/// A request that was made before the desk was told proves nothing: since then more of the feed may
/// have come to it, in an answer or a bundle that was still on its way.
result<bool> host::is_of_before(const sync_request& request)
{
    if (!request.restored_at_ms) return false; // an older program, heard at its word
    TRY(const auto restored_at_ms, feed_standing(m_db).restored_at_ms());
    return *request.restored_at_ms != restored_at_ms;
}

result<bool> host::must_be_told(const sync_request& request)
{
    TRY(const auto is_awaited, feed_standing(m_db).is_awaited(request.office, request.desk));
    if (!is_awaited) return false;
    return is_of_before(request);
}

/// A desk whose feed is a part of the one here has nothing to show.
status host::hear(const sync_request& request, instant now)
{
    TRY(const auto is_awaited, feed_standing(m_db).is_awaited(request.office, request.desk));
    if (!is_awaited || !request.says_what_it_saw()) return {};
    TRY(const auto is_too_early, is_of_before(request));
    if (is_too_early) return {};
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(request.office));
    TRY(const auto head, operation_log(m_db, request.office).head_of_feed());
    TRY(const auto unknown, unknown_after(request, head));
    if (unknown) return {};
    TRY_STATUS(feed_standing(m_db).heard(request.office, request.desk));
    TRY_STATUS(transaction.commit());
    // Letters to the office have waited with it.
    [[maybe_unused]] const auto delivered = deliver_mail(now);
    return {};
}

result<sync_response> host::take_shown(const sync_request& request, instant now)
{
    auto shown = *request.shown;
    TRY(const auto last, complete(shown));
    if (!is_signed_by(feed_message(request.office, last), shown.signature, m_key.public_hex))
        return failure{
            failure_code::corrupt_data, "what the desk shows is not signed by this server"};
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(request.office));
    feed_standing standing(m_db);
    feed_healer healer(m_db, m_known, request.office);
    TRY(const auto is_part, healer.is_one_history(shown));
    if (!is_part) {
        TRY_STATUS(standing.forked(request.office, request.desk, last.revision));
        TRY_STATUS(transaction.commit());
        return failure{failure_code::not_allowed, feed_forked};
    }
    TRY(const auto head, operation_log(m_db, request.office).head_of_feed());
    if (last.revision > head.revision) {
        // This store has signed what it does not know: every office may have lost something.
        TRY(const auto is_held, standing.is_held(request.office));
        if (!is_held) TRY_STATUS(standing.await_everybody(now));
        TRY_STATUS(healer.take_in(shown, now));
    }
    TRY_STATUS(transaction.commit());
    TRY_STATUS(hear(request, now));
    return give_out(request);
}

} // namespace hotich
