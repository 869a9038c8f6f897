// A PC that takes another one's place: enrolling, the unsent work of the old one, and the proof
// that nothing is missing.
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/base/text.h"
#include "common/register/backup.h"
#include "common/register/completeness.h"
#include "common/register/desk_accounts.h"
#include "common/register/register_file.h"
#include "common/sync/desk_line.h"
#include "desktop/tool/commands.h"
#include "desktop/tool/keeping_commands.h"

namespace hotich::tool {

namespace {

constexpr std::size_t max_recovery_file_bytes = 64u * 1024u;

/// Where the copy of the old PC stands while its work is sent.
std::string old_register(const context& in) { return in.chosen().register_file + ".old"; }

/// The copy is bound to the old PC: only the province's key opens it here.
status open_with_recovery(context& in, const std::string& key_file, const std::string& password)
{
    TRY(const auto text, read_file(key_file, max_recovery_file_bytes));
    const auto passphrase =
        ask_secret("HOTICH_RECOVERY_PASSPHRASE_FILE", in.words("tool", "passphrase"));
    TRY(const auto key, open_recovery_key(text, passphrase));
    const auto user = in.words("tool", "default_user");
    return recover_register(old_register(in), key, {user, password, in.random()});
}

/// Its operations are signed by the old desk, so the old desk sends them: as itself, for as long as
/// the server knows it. What it sent is in the feed, and the new desk fetches it from there.
result<std::int64_t> send_old_work(
    context& in, const replacing_options& options, const std::string& password
)
{
    TRY(const auto copy, newest_backup(options.backup));
    TRY_STATUS(restore_backup(copy, old_register(in)));
    if (!options.key.empty()) {
        TRY_STATUS(open_with_recovery(in, options.key, password));
    }
    TRY(const auto old_desk,
        desk_register::open(old_register(in), "", password, in.known(), in.random(), in.store()));
    const auto desk = old_desk->identity().desk;
    TRY(const auto sum, run_sync(in, *old_desk));
    TRY(const auto left, old_desk->log().count_undecided(desk));
    if (left > 0) return failure{failure_code::not_allowed, "old_work_left"};
    const auto sent = static_cast<std::int64_t>(sum.all.own.size());
    in.say(replace_placeholders(
        in.words("tool", "old_work_sent"), {{"count", std::to_string(sent)}, {"desk", desk}}
    ));
    return sent;
}

/// Nothing of it is only here any more.
void remove_old_register(const context& in)
{
    remove_register_file(old_register(in));
    std::error_code ignored;
    std::filesystem::remove_all(file_path(old_register(in) + ".scans"), ignored);
}

json::array shares_value(const std::vector<desk_share>& desks)
{
    json::array out;
    for (const auto& one : desks)
        out.push_back(
            {{"desk", one.desk},
             {"last", one.last},
             {"here", one.here},
             {"missing", one.last - one.here}}
        );
    return out;
}

} // namespace

exit_code enrol(context& in, const replacing_options& options)
{
    const auto parts = parse_enrol_code(options.code);
    if (!parts) return in.fail(parts.error());
    const auto desk = in.new_desk();
    if (!desk) return in.fail(desk.error());
    const auto enrolled = enrol_and_wait(options.server, *parts, (*desk)->key().public_hex);
    if (!enrolled) return in.fail(enrolled.error());
    const auto& identity = enrolled->identity;
    if (const auto completed = complete_enrolment(**desk, identity, enrolled->profile_text);
        !completed)
        return in.fail(completed.error());
    auto outcome = done;
    if (!options.backup.empty()) {
        const auto password = ask_password(in.words("tool", "password"));
        const auto sent = send_old_work(in, options, password);
        if (sent)
            remove_old_register(in);
        else
            outcome = in.fail(sent.error());
    }
    in.print(
        {{"office", identity.office},
         {"desk", identity.desk},
         {"register", in.chosen().register_file}},
        replace_placeholders(in.words("tool", "enrolled"), {{"desk", identity.desk}})
    );
    // With the office's profile the desk can work; the register follows, and may be cut: the next
    // synchronisation goes on. An older server tells the profile with the feed only.
    const auto first = run_sync(in, **desk);
    const bool can_work = !enrolled->profile_text.empty();
    if (!first && !(can_work && first.error().code == failure_code::offline))
        return in.fail(first.error());
    // A PC without a store of secrets: what must be done before anything is written.
    if (const auto& why = (*desk)->session().held_back; !why.empty())
        in.say(in.words("findings", why));
    return outcome;
}

exit_code prove_complete(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto sum = run_sync(in, **desk);
    if (!sum) return in.fail(sum.error());
    const auto proof = prove_completeness(**desk);
    if (!proof) return in.fail(proof.error());
    json::array problems;
    for (const auto& problem : proof->problems)
        problems.push_back({{"record", problem.record}, {"what", problem.what}});
    const bool whole = is_complete(*proof, sum->progress.feed);
    in.print(
        {{"complete", whole},
         {"server", {{"revision", sum->progress.feed}, {"signed", proof->signed_revision}}},
         {"here", {{"revision", proof->head.revision}, {"hash", proof->head.hash}}},
         {"signature_holds", proof->is_signed},
         {"fold", proof->fold},
         {"desks", shares_value(proof->desks)},
         {"undecided", proof->undecided},
         {"problems", std::move(problems)}},
        replace_placeholders(
            in.words("tool", whole ? "complete" : "incomplete"),
            {{"revision", std::to_string(proof->head.revision)},
             {"feed", std::to_string(sum->progress.feed)},
             {"desks", std::to_string(proof->desks.size())},
             {"problems", std::to_string(proof->problems.size())},
             {"undecided", std::to_string(proof->undecided)}}
        )
    );
    return whole ? done : damaged;
}

} // namespace hotich::tool
