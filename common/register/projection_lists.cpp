// Lists of records: books, trays, searches; and the one record that a typed text names.
#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/register/projection.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace hotich {

namespace {

constexpr const char* line_columns =
    "r.record, r.event, r.state, r.book, r.year, r.reg_no, r.reg_date, r.title";
constexpr std::size_t min_record_prefix = 6;
constexpr std::size_t max_search_words = 20;
/// Lines that one query reads; fewer are filled up with what no record is called, so that the text
/// stays the same and is prepared once.
constexpr std::size_t lines_at_once = 25;

const std::string& lines_query()
{
    static const std::string text = [] {
        auto out = std::string("SELECT ") + line_columns
            + " FROM record r WHERE r.office = $1 AND r.record IN (";
        for (std::size_t n = 0; n < lines_at_once; ++n)
            out += (n == 0 ? "$" : ", $") + std::to_string(n + 2);
        return out + ")";
    }();
    return text;
}

record_line line_of(const sql_row& row)
{
    record_line line{row.text(0), row.text(1), row.text(2), std::nullopt, row.text(6), row.text(7)};
    if (!row.is_null(5))
        line.number = {
            row.text(3), static_cast<int>(row.integer(4)), static_cast<int>(row.integer(5))};
    return line;
}

result<std::vector<record_line>> lines_of(result<std::vector<sql_row>> rows)
{
    if (!rows) return rows.error();
    std::vector<record_line> lines;
    for (const auto& row : *rows)
        lines.push_back(line_of(row));
    return lines;
}

/// Not before any text with the prefix: the last character of Unicode behind it.
std::string after_prefix(const std::string& prefix) { return prefix + "\xf4\x8f\xbf\xbf"; }

} // namespace

result<std::string> projection::resolve(const std::string& typed) const
{
    if (is_uuid(typed)) return typed;
    if (const auto colon = typed.find(':'); colon != std::string::npos)
        return resolve_in_book(typed.substr(0, colon), typed.substr(colon + 1));
    const bool is_number = typed.find('/') != std::string::npos;
    const auto number = parse_registration_number(typed);
    if (is_number && !number) return failure{failure_code::not_found, "no such record"};
    auto rows = is_number
        ? m_db->query(
            "SELECT record FROM record WHERE office = $1 AND reg_no = $2 AND year = $3 LIMIT 2",
            {m_office, std::int64_t(number->reg_no), std::int64_t(number->year)}
        )
        : m_db->query(
            "SELECT record FROM record WHERE office = $1 AND record >= $2 AND record < $3 LIMIT 2",
            {m_office, typed, after_prefix(typed)}
        );
    if (!rows) return rows.error();
    if (rows->empty() || (!is_number && typed.size() < min_record_prefix))
        return failure{failure_code::not_found, "no such record"};
    if (rows->size() > 1) return failure{failure_code::conflict, "several records fit"};
    return rows->front().text(0);
}

result<std::string> projection::resolve_in_book(const std::string& book, const std::string& number)
    const
{
    const auto found = find_entry({m_office, book, number, "", ""});
    if (!found) return failure{failure_code::not_found, "no such entry in the book"};
    return found->record;
}

result<std::vector<record_line>> projection::book(const std::string& book_kind, int year) const
{
    return lines_of(m_db->query(
        std::string("SELECT ") + line_columns
            + " FROM record r WHERE r.office = $1 AND r.book = $2 AND r.year = $3 AND r.reg_no IS "
              "NOT NULL "
              "ORDER BY r.reg_no, r.record",
        {m_office, book_kind, std::int64_t(year)}
    ));
}

result<std::vector<record_line>> projection::in_state(record_state state, std::int64_t limit) const
{
    return lines_of(m_db->query(
        std::string("SELECT ") + line_columns
            + " FROM record r WHERE r.office = $1 AND r.state = $2 ORDER BY r.record LIMIT $3",
        {m_office, std::string(name_of(state)), limit}
    ));
}

result<std::vector<record_line>> projection::with_waiting_notices(std::int64_t limit) const
{
    return lines_of(m_db->query(
        std::string("SELECT DISTINCT ") + line_columns
            + " FROM annotation_notice n JOIN record r ON r.office = n.office AND r.record = "
              "n.record WHERE n.office = $1 AND n.state = 'waiting' ORDER BY r.record LIMIT $2",
        {m_office, limit}
    ));
}

result<std::vector<record_line>> projection::in_pin_tray(pin_tray tray, std::int64_t limit) const
{
    return lines_of(m_db->query(
        std::string("SELECT ") + line_columns
            + " FROM pin_state p JOIN record r ON r.office = p.office AND r.record = p.record "
              "WHERE p.office = $1 AND p.state = $2 ORDER BY p.record LIMIT $3",
        {m_office, std::string(name_of(tray)), limit}
    ));
}

result<std::vector<record_line>> projection::unprinted_since(instant when, std::int64_t limit) const
{
    return lines_of(m_db->query(
        std::string("SELECT ") + line_columns
            + " FROM record r WHERE r.office = $1 AND r.state = $2 AND r.record >= $3 AND NOT "
              "EXISTS (SELECT 1 FROM issued_paper p WHERE p.office = r.office AND p.record = "
              "r.record AND p.state NOT IN ('spoiled', 'not_printed')) ORDER BY r.record LIMIT $4",
        {m_office, std::string(name_of(record_state::registered)), first_uuid_of(when), limit}
    ));
}

result<std::vector<record_line>> projection::search(std::string_view text, std::int64_t limit) const
{
    std::vector<std::string> words;
    for (const auto& typed : words_of(clean_name(text)))
        for (auto& word : words_of(search_word(typed)))
            words.push_back(std::move(word));
    words.resize(std::min(words.size(), max_search_words)
    ); // nobody types more; a pasted page finds too much rather than fail
    TRY(const auto found,
        m_search.find(words, static_cast<std::size_t>(std::max<std::int64_t>(limit, 0))));
    std::vector<record_line> lines;
    for (std::size_t at = 0; at < found.size(); at += lines_at_once) {
        std::array<sql_value, lines_at_once + 1> values;
        values.fill(sql_value(std::string()));
        values[0] = m_office;
        for (std::size_t n = at; n < std::min(at + lines_at_once, found.size()); ++n)
            values.at(n - at + 1) = found[n];
        TRY(const auto rows, m_db->query(lines_query(), std::span<const sql_value>(values)));
        for (const auto& row : rows)
            lines.push_back(line_of(row));
    }
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
        return std::tie(a.title, a.record) < std::tie(b.title, b.record);
    });
    return lines;
}

} // namespace hotich
