// The desks of the host: enrolled with a one-time code, shut out.
#include "common/sync/feed_standing.h"
#include "common/sync/host.h"
#include "common/sync/server_word.h"

#include <array>

namespace hotich {

namespace {

constexpr std::size_t code_bytes = 10; ///< 80 bits: not to be guessed within a code's life

std::string code_hash(const std::string& code)
{
    return sha256_hex("hotich-enrol-code-1\n" + code);
}

} // namespace

result<std::string> host::new_enrol_code(
    const std::string& office_code, instant now, random_source& random
)
{
    TRY([[maybe_unused]] const auto profile, office(office_code));
    std::array<std::uint8_t, code_bytes> secret{};
    random.fill(secret);
    auto code = to_base32(secret);
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO enrol_code (code_hash, office, expires_at) VALUES ($1, $2, $3)",
            {code_hash(code), office_code, now.ms + enrol_code_lifetime_ms}
        ));
    TRY_STATUS(transaction.commit());
    return code;
}

result<enrolment> host::enrol(const std::string& code, const std::string& public_key, instant now)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY(const auto rows,
        m_db.query(
            "SELECT office, expires_at, used_by FROM enrol_code WHERE code_hash = $1 FOR UPDATE",
            {code_hash(code)}
        ));
    const failure refused{
        failure_code::not_allowed, "the enrolment code is unknown, used or too old"};
    if (rows.empty()) return refused;
    const auto office_code = rows.front().text(0);
    if (!rows.front().is_null(2)) {
        if (rows.front().text(2) != public_key) return refused;
        TRY(const auto known,
            m_db.query(
                "SELECT desk FROM desk WHERE office = $1 AND public_key = $2",
                {office_code, public_key}
            ));
        if (known.empty()) return refused;
        TRY(const auto profile, office(office_code));
        return enrolment{office_code, known.front().text(0), m_key.public_hex, profile.to_json()};
    }
    if (rows.front().integer(1) < now.ms || secret_key_of_hex(public_key).has_value() == false)
        return refused;
    TRY_STATUS(hold_feed(office_code));
    TRY(const auto count, m_db.query("SELECT count(*) FROM desk WHERE office = $1", {office_code}));
    const auto desk = office_code + "-" + std::to_string(count.front().integer(0) + 1);
    TRY([[maybe_unused]] const auto added,
        m_db.execute(
            "INSERT INTO desk (office, desk, public_key, enrolled_at, shut_out) VALUES ($1, $2, "
            "$3, $4, 0)",
            {office_code, desk, public_key, now.ms}
        ));
    TRY([[maybe_unused]] const auto used,
        m_db.execute(
            "UPDATE enrol_code SET used_by = $2 WHERE code_hash = $1", {code_hash(code), public_key}
        ));
    TRY(const auto profile, office(office_code));
    TRY_STATUS(append_own(
        office_code,
        {office_code,
         server_desk,
         operation_kind::desk_enrolled,
         office_subject(office_code),
         now,
         "",
         {{"desk", desk}, {"public_key", public_key}}}
    ));
    TRY_STATUS(transaction.commit());
    return enrolment{office_code, desk, m_key.public_hex, profile.to_json()};
}

status host::shut_out(const std::string& office_code, const std::string& desk, instant now)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(office_code));
    TRY_STATUS(feed_standing(m_db).shut_out(office_code, desk));
    TRY(const auto waits, is_held(office_code));
    // The feed is told where it may be; the desk is out at once.
    if (!waits)
        TRY_STATUS(append_own(
            office_code,
            {office_code,
             server_desk,
             operation_kind::desk_shut_out,
             office_subject(office_code),
             now,
             "",
             {{"desk", desk}}}
        ));
    return transaction.commit();
}

result<std::string> host::shut_out_word_for(const std::string& office_code, const std::string& desk)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT 1 FROM desk WHERE office = $1 AND desk = $2 AND shut_out = 1",
            {office_code, desk}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no desk that was shut out"};
    return shut_out_word(office_code, desk, m_key);
}

result<std::string> host::desk_key(const std::string& office_code, const std::string& desk)
{
    TRY(const auto rows,
        m_db.query(
            "SELECT public_key FROM desk WHERE office = $1 AND desk = $2 AND shut_out = 0",
            {office_code, desk}
        ));
    if (rows.empty())
        return failure{failure_code::not_allowed, "this desk is not enrolled, or was shut out"};
    return rows.front().text(0);
}

} // namespace hotich
