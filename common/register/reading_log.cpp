#include "common/register/reading_log.h"

namespace hotich {

namespace {

constexpr const char* told_meta = "readings_told"; ///< the last the server has
/// Of so many last ones a look may be a part.
constexpr std::int64_t looked_back = 200;
constexpr const char* columns = "SELECT seq, at, who, act, record, words FROM reading ";

std::string shortened(std::string text)
{
    if (text.size() <= max_reading_text) return text;
    auto end = max_reading_text;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u)
        --end; // not within a letter
    return text.substr(0, end);
}

/// One text is the other with more typed behind it.
bool goes_on(const std::string& a, const std::string& b)
{
    return a.starts_with(b) || b.starts_with(a);
}

std::vector<reading> readings_of(const std::vector<sql_row>& rows)
{
    std::vector<reading> out;
    for (const auto& row : rows)
        out.push_back(
            {row.integer(0), {row.integer(1)}, row.text(2), row.text(3), row.text(4), row.text(5)}
        );
    return out;
}

/// The look that this one is a part of.
result<std::optional<reading>> same_look(sql_connection& db, const reading& now)
{
    TRY(const auto rows,
        db.query(
            std::string(columns)
                + "WHERE seq > (SELECT max(seq) FROM reading) - $5 AND at > $1 AND who = $2 AND "
                  "act = $3 "
                  "AND record = $4 ORDER BY seq DESC LIMIT 1",
            {now.at.ms - one_look_ms, now.who, now.act, now.record, looked_back}
        ));
    auto found = readings_of(rows);
    if (found.empty() || !goes_on(found.front().words, now.words)) return std::optional<reading>();
    return std::optional(std::move(found.front()));
}

result<std::int64_t> last_told(const desk_register& desk)
{
    const auto told = desk.meta(told_meta);
    if (told) return std::atoll(told->c_str());
    if (told.error().code != failure_code::not_found) return told.error();
    return 0;
}

} // namespace

status note_look(desk_register& desk, const look& what, instant now)
{
    auto& db = desk.connection();
    const auto& by = desk.session().by;
    const reading one{
        0,
        now,
        shortened(by.account.empty() ? by.user : by.account),
        what.act,
        shortened(what.record),
        shortened(what.words)};
    TRY(const auto before, same_look(db, one));
    if (before && before->words.size() >= one.words.size()) return {};
    TRY(auto transaction, write_transaction::begin(db));
    if (before) {
        TRY([[maybe_unused]] const auto longer,
            db.execute("UPDATE reading SET words = $2 WHERE seq = $1", {before->seq, one.words}));
        return transaction.commit();
    }
    TRY([[maybe_unused]] const auto added,
        db.execute(
            "INSERT INTO reading (at, who, act, record, words) VALUES ($1, $2, $3, $4, $5)",
            {one.at.ms, one.who, one.act, one.record, one.words}
        ));
    TRY([[maybe_unused]] const auto gone,
        db.execute(
            "DELETE FROM reading WHERE seq <= (SELECT max(seq) FROM reading) - $1",
            {max_readings_kept}
        ));
    return transaction.commit();
}

result<std::vector<reading>> readings(
    desk_register& desk, const std::string& record, std::int64_t limit
)
{
    TRY(const auto rows,
        desk.connection().query(
            std::string(columns) + "WHERE $1 = '' OR record = $1 ORDER BY seq DESC LIMIT $2",
            {record, limit}
        ));
    return readings_of(rows);
}

result<std::vector<reading>> readings_to_tell(desk_register& desk)
{
    TRY(const auto told, last_told(desk));
    TRY(const auto rows,
        desk.connection().query(
            std::string(columns) + "WHERE seq > $1 ORDER BY seq LIMIT $2",
            {told, max_readings_per_exchange}
        ));
    return readings_of(rows);
}

status readings_told(desk_register& desk, std::int64_t last_seq)
{
    TRY(const auto told, last_told(desk));
    return last_seq <= told ? status() : desk.set_meta(told_meta, std::to_string(last_seq));
}

} // namespace hotich
