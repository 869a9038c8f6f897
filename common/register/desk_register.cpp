#include "common/register/desk_register.h"

#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/records/personal_number.h"
#include "common/register/desk_accounts.h"
#include "common/register/register_file.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

std::string string_of(std::string_view text) { return std::string(text); }

} // namespace

desk_register::desk_register(
    std::unique_ptr<sql_connection> db,
    std::string user,
    const definitions& known,
    random_source& random
)
    : m_db(std::move(db)),
      m_known(known),
      m_random(random),
      m_session{{std::move(user), ""}, std::nullopt, ""},
      m_log(*m_db, ""),
      m_view(*m_db, known, "")
{}

result<std::unique_ptr<desk_register>> desk_register::create(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const definitions& known,
    random_source& random,
    password_cost cost,
    const machine_store& store
)
{
    TRY(auto files, create_register_file(file, user, password, random, cost));
    const auto& by = files.by;
    auto made = over(
        std::move(files.db),
        user,
        known,
        random,
        register_key{file, kept_key(by.key), kept_key(by.seals.door), "", store}
    );
    if (!made) remove_register_file(file);
    return made;
}

result<std::unique_ptr<desk_register>> desk_register::open(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const definitions& known,
    random_source& random,
    const machine_store& store
)
{
    TRY(auto opened, open_register_file(file, user, password, store));
    TRY_STATUS(put_keys_in_order(file, password, opened, random));
    return over(
        std::move(opened.db),
        std::move(opened.by.user),
        known,
        random,
        register_key{
            file,
            kept_key(opened.by.key),
            kept_key(opened.by.seals.door),
            std::move(opened.by.account),
            store}
    );
}

result<std::unique_ptr<desk_register>> desk_register::over(
    std::unique_ptr<sql_connection> db,
    std::string user,
    const definitions& known,
    random_source& random,
    std::optional<register_key> key
)
{
    TRY_STATUS(put_register_in_order(*db, known.folder()));
    std::unique_ptr<desk_register> made(
        new desk_register(std::move(db), std::move(user), known, random)
    );
    if (key) made->m_session.by.account = key->account;
    made->m_session.files = std::move(key);
    TRY_STATUS(made->load_identity());
    return made;
}

status desk_register::load_identity()
{
    const auto public_hex = meta("public_key");
    if (!public_hex && public_hex.error().code != failure_code::not_found)
        return public_hex.error();
    if (!public_hex) {
        m_key = new_signing_key(m_random);
        TRY(auto transaction, write_transaction::begin(*m_db));
        TRY_STATUS(set_meta("public_key", m_key.public_hex));
        TRY_STATUS(set_meta("secret_key", m_key.secret_hex));
        return transaction.commit();
    }
    TRY(auto secret_hex, meta("secret_key"));
    m_key = {*public_hex, std::move(secret_hex)};
    const auto desk = meta("desk");
    if (!desk)
        return desk.error().code == failure_code::not_found ? status() : status(desk.error());
    desk_identity identity;
    identity.desk = *desk;
    TRY(identity.office, meta("office"));
    TRY(identity.server_url, meta("server_url"));
    TRY(identity.server_fingerprint, meta("server_fingerprint"));
    TRY(identity.server_key, meta("server_key"));
    if (auto next = meta("next_fingerprint")) identity.next_fingerprint = std::move(*next);
    m_identity = std::move(identity);
    m_log = operation_log(*m_db, m_identity.office);
    m_view = projection(*m_db, m_known, m_identity.office);
    return refresh();
}

status desk_register::complete_enrolment(const desk_identity& identity)
{
    TRY(auto transaction, write_transaction::begin(*m_db));
    TRY_STATUS(set_meta("office", identity.office));
    TRY_STATUS(set_meta("server_url", identity.server_url));
    TRY_STATUS(set_meta("server_fingerprint", identity.server_fingerprint));
    TRY_STATUS(set_meta("server_key", identity.server_key));
    TRY_STATUS(set_meta("next_fingerprint", identity.next_fingerprint));
    TRY_STATUS(set_meta("desk", identity.desk));
    TRY_STATUS(transaction.commit());
    return load_identity();
}

/// The name a person has on papers is the account's, as the office knows it now.
status desk_register::load_signer()
{
    auto& by = m_session.by;
    if (by.account.empty()) return {};
    TRY(const auto who, account_book(*m_db, m_known.units(), m_identity.office).find(by.account));
    if (who) by.user = who->full_name;
    return {};
}

status desk_register::refresh()
{
    TRY_STATUS(load_signer());
    m_office.code = m_identity.office;
    // What enrolment told, until the feed is here.
    if (const auto told = meta("office_profile")) {
        TRY(const auto document, parse_json_object(*told));
        TRY(m_office, parse_office_profile(document));
    }
    TRY(const auto rows,
        m_db->query(
            "SELECT body FROM operation WHERE office = $1 AND desk = $2 AND revision IS NOT NULL "
            "ORDER BY seq",
            {m_identity.office, string_of(server_desk)}
        ));
    for (const auto& row : rows) {
        TRY(const auto op, parse_operation(row.text(0)));
        if (op.kind != operation_kind::office_profile) continue;
        TRY(m_office, parse_office_profile(op.payload));
    }
    return {};
}

const std::string& desk_register::user() const { return m_session.by.user; }

desk_session& desk_register::session() { return m_session; }

sql_connection& desk_register::connection() { return *m_db; }

operation_log& desk_register::log() { return m_log; }

projection& desk_register::view() { return m_view; }

random_source& desk_register::random() { return m_random; }

status desk_register::set_meta(const std::string& name, const std::string& value)
{
    TRY([[maybe_unused]] const auto rows,
        m_db->execute(
            "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value "
            "= excluded.value",
            {name, value}
        ));
    return {};
}

result<std::string> desk_register::meta(const std::string& name) const
{
    TRY(const auto rows, m_db->query("SELECT value FROM meta WHERE name = $1", {name}));
    if (rows.empty()) return failure{failure_code::not_found, "no setting " + name};
    return rows.front().text(0);
}

status desk_register::must_be_enrolled() const
{
    if (is_enrolled()) return {};
    return failure{failure_code::not_allowed, "this desk is not enrolled"};
}

status desk_register::withdraw(const std::string& record_id, const std::string& reason, instant now)
{
    TRY(const auto existing, load(record_id));
    if (existing.state != record_state::rejected && existing.state != record_state::held)
        return failure{failure_code::not_allowed, "only a rejected or held record is withdrawn"};
    return append(operation_kind::withdraw, record_id, {{"reason", clean_text(reason)}}, now);
}

status desk_register::confirm_distinct(
    const std::string& record_id, const std::string& reason, instant now
)
{
    TRY(const auto existing, load(record_id));
    if (existing.state != record_state::held)
        return failure{failure_code::not_allowed, "the record is not held"};
    if (clean_text(reason).empty())
        return failure{failure_code::invalid_input, "a reason is needed"};
    return append(
        operation_kind::confirm_distinct, record_id, {{"reason", clean_text(reason)}}, now
    );
}

result<std::string> desk_register::request_block(
    const std::string& book_kind, int count, instant now
)
{
    TRY_STATUS(must_be_enrolled());
    if (count < 1 || count > max_block_size)
        return failure{
            failure_code::invalid_input,
            "a block has 1 to " + std::to_string(max_block_size) + " numbers"};
    auto block = new_uuid(now, m_random);
    json::object payload{
        {"book", book_kind}, {"year", date_in_vietnam(now).year}, {"count", count}};
    TRY_STATUS(append(operation_kind::request_block, block, std::move(payload), now));
    return block;
}

status desk_register::return_block(const std::string& block, instant now)
{
    TRY_STATUS(must_be_enrolled());
    TRY(const auto held, number_book(*m_db, m_identity.office).find_block(block));
    if (!held || held->desk != m_identity.desk)
        return failure{failure_code::not_found, "this desk has no such block"};
    return append(operation_kind::return_block, block, {}, now);
}

result<std::vector<number_block>> desk_register::blocks()
{
    return number_book(*m_db, m_identity.office).blocks_of(m_identity.desk);
}

result<std::vector<int>> desk_register::unused_numbers(const number_block& block)
{
    return number_book(*m_db, m_identity.office).unused(block);
}

status desk_register::append(
    const std::string& kind, const std::string& record_id, json::object payload, instant now
)
{
    TRY_STATUS(must_be_enrolled());
    TRY_STATUS(may_write(*this, kind, now));
    TRY(auto transaction, write_transaction::begin(*m_db));
    TRY_STATUS(append_in_transaction(kind, record_id, std::move(payload), now, m_session.by));
    return transaction.commit();
}

status desk_register::append_in_transaction(
    const std::string& kind,
    const std::string& record_id,
    json::object payload,
    instant now,
    const operation_signer& by
)
{
    TRY(const auto head, m_log.head_of_desk(m_identity.desk));
    TRY(auto seen, newly_seen());
    const auto op = make_operation(
        {m_identity.office,
         m_identity.desk,
         kind,
         record_id,
         now,
         by.user,
         std::move(payload),
         by.account,
         std::move(seen)},
        head
    );
    if (op.body.size() > max_operation_bytes)
        return failure{failure_code::invalid_input, "the record is too large"};
    TRY_STATUS(m_log.append(op, sign_hex(head_message(op.hash), m_key)));
    return m_view.apply(m_log, op, std::nullopt);
}

/// Where the feed stands here, where this session has not said it yet.
result<seen_feed> desk_register::newly_seen()
{
    TRY(const auto feed, m_log.head_of_feed());
    if (feed.revision <= m_session.told_revision) return seen_feed();
    m_session.told_revision = feed.revision;
    return seen_feed{feed.revision, feed.hash.substr(0, seen_hash_digits)};
}

status desk_register::append_again(const std::vector<operation>& lost)
{
    for (const auto& op : lost)
        TRY_STATUS(
            append_in_transaction(op.kind, op.record, op.payload, op.at, {op.user, op.account})
        );
    return {};
}

result<record> desk_register::load(const std::string& record_id) const
{
    return m_view.load(record_id);
}

result<std::string> desk_register::resolve(const std::string& typed) const
{
    return m_view.resolve(typed);
}

result<std::vector<record_line>> desk_register::search(std::string_view text, std::int64_t limit)
    const
{
    return m_view.search(text, limit);
}

result<std::vector<record_line>> desk_register::book(const std::string& book_kind, int year) const
{
    return m_view.book(book_kind, year);
}

result<std::vector<record_line>> desk_register::with_waiting_notices(std::int64_t limit) const
{
    return m_view.with_waiting_notices(limit);
}

result<std::vector<record_line>> desk_register::in_state(record_state state, std::int64_t limit)
    const
{
    return m_view.in_state(state, limit);
}

} // namespace hotich
