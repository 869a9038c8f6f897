#include "common/register/duplicate_index.h"

#include "common/base/text.h"
#include "common/register/holder_row.h"
#include "common/register/kept_rows.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hotich {

namespace {

/// Keys, and candidates, that one query asks for; fewer are filled up with what nothing has, so
/// that the text stays the same and is prepared once.
constexpr std::size_t at_once = 8;
constexpr std::int64_t no_key = -1;

constexpr std::array<std::string_view, 3> key_columns{"dup_key", "office", "record"};
constexpr std::array<std::string_view, 4> data_columns{"office", "record", "compared", "dup_keys"};

/// One more than is used, to see that there are more.
const std::string& keys_query()
{
    static const std::string text = [] {
        std::string out;
        for (std::size_t n = 1; n <= at_once; ++n) {
            const auto number = std::to_string(n);
            out += std::string(n == 1 ? "" : " UNION ALL ")
                + "SELECT * FROM (SELECT dup_key, office, record FROM duplicate_key WHERE dup_key "
                  "= $"
                + number + " ORDER BY office, record LIMIT "
                + std::to_string(max_candidates_of_a_key + 1) + ") AS k" + number;
        }
        return out;
    }();
    return text;
}

const std::string& data_query()
{
    static const std::string text = [] {
        std::string out = "SELECT office, record, compared FROM duplicate_data WHERE ";
        for (std::size_t n = 0; n < at_once; ++n)
            out += std::string(n == 0 ? "" : " OR ") + "(office = $" + std::to_string(2 * n + 1)
                + " AND record = $" + std::to_string(2 * n + 2) + ")";
        return out;
    }();
    return text;
}

/// Those under which there may be records.
std::vector<std::int64_t> held_keys(sql_connection& db, std::span<const std::int64_t> keys)
{
    std::vector<std::int64_t> out;
    for (const auto key : keys)
        if (holding(db, row_key::duplicate, std::to_string(key)) != nullptr) out.push_back(key);
    return out;
}

std::string joined(const std::vector<std::int64_t>& keys)
{
    std::string out;
    for (const auto key : keys)
        out += (out.empty() ? "" : " ") + std::to_string(key);
    return out;
}

std::vector<std::int64_t> parse_keys(const std::string& text)
{
    std::vector<std::int64_t> out;
    for (const auto& word : words_of(text)) {
        std::int64_t key = no_key;
        std::from_chars(word.data(), word.data() + word.size(), key);
        out.push_back(key);
    }
    return out;
}

} // namespace

void duplicate_index::collect(
    const event_definition& event,
    const record& folded,
    const json::object& current,
    duplicate_rows& rows
) const
{
    auto keys = duplicate_keys(event, current);
    if (keys.empty()) return;
    if (&current != &folded.data && current != folded.data) {
        const auto first = duplicate_keys(event, folded.data);
        keys.insert(keys.end(), first.begin(), first.end());
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    }
    for (const auto key : keys)
        note_row(m_db, row_key::duplicate, std::to_string(key));
    for (const auto key : keys)
        for (sql_value value : {sql_value(key), sql_value(m_office), sql_value(folded.id)})
            rows.keys.push_back(std::move(value));
    for (sql_value value :
         {sql_value(m_office),
          sql_value(folded.id),
          sql_value(compared_values(event, current, m_office)),
          sql_value(joined(keys))})
        rows.data.push_back(std::move(value));
}

status duplicate_index::write(const duplicate_rows& rows)
{
    if (rows.data.empty()) return {};
    TRY_STATUS(m_db.insert_rows("duplicate_key", key_columns, rows.keys));
    return m_db.insert_rows("duplicate_data", data_columns, rows.data);
}

status duplicate_index::keep(
    const event_definition& event, const record& folded, const json::object& current
)
{
    duplicate_rows rows;
    collect(event, folded, current, rows);
    return write(rows);
}

status duplicate_index::remove(const std::string& record)
{
    // The record knows its keys: an index of the keys by record would double the table.
    auto& db = settled(m_db);
    TRY(const auto rows,
        db.query(
            "DELETE FROM duplicate_data WHERE office = $1 AND record = $2 RETURNING dup_keys",
            {m_office, record}
        ));
    if (rows.empty()) return {};
    for (const auto key : parse_keys(rows.front().text(0)))
        TRY_STATUS(db.execute(
            "DELETE FROM duplicate_key WHERE dup_key = $1 AND office = $2 AND record = $3",
            {key, m_office, record}
        ));
    return {};
}

probable_duplicates duplicate_index::find(
    const event_definition& event, const json::object& data, const std::string& except_record
)
{
    probable_duplicates out;
    const auto keys = duplicate_keys(event, data);
    if (keys.empty()) return out;
    auto found = candidates(keys, out.is_cut);
    std::erase_if(found, [&](const auto& one) { return one.record == except_record; });
    if (found.empty()) return out;
    const auto mine = compared_values(event, data, m_office);
    for (std::size_t at = 0; at < found.size(); at += at_once) {
        const auto count = std::min(at_once, found.size() - at);
        score(std::span(found).subspan(at, count), event, mine, out.found);
    }
    std::stable_sort(out.found.begin(), out.found.end(), [](const auto& a, const auto& b) {
        return a.score > b.score;
    });
    if (out.found.size() > max_probable_duplicates) out.found.resize(max_probable_duplicates);
    for (auto& one : out.found)
        describe(one.holder);
    return out;
}

std::vector<duplicate_index::candidate> duplicate_index::candidates(
    std::span<const std::int64_t> keys, bool& is_cut
)
{
    std::vector<candidate> out;
    const auto held = held_keys(m_db, keys);
    keys = held;
    for (std::size_t at = 0; at < keys.size(); at += at_once) {
        std::array<sql_value, at_once> values;
        values.fill(sql_value(no_key));
        for (std::size_t n = at; n < std::min(at + at_once, keys.size()); ++n)
            values.at(n - at) = keys[n];
        const auto rows = stored(m_db).query(keys_query(), std::span<const sql_value>(values));
        if (!rows) continue;
        std::int64_t key = no_key;
        std::size_t of_key = 0;
        for (const auto& row : *rows) {
            of_key = row.integer(0) == key ? of_key + 1 : 1;
            key = row.integer(0);
            if (of_key > max_candidates_of_a_key)
                is_cut = true;
            else
                out.push_back({row.text(1), row.text(2)});
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void duplicate_index::score(
    std::span<const candidate> some,
    const event_definition& event,
    const std::string& mine,
    std::vector<probable_duplicate>& out
)
{
    std::array<sql_value, 2 * at_once> values;
    values.fill(sql_value(std::string()));
    for (std::size_t n = 0; n < some.size(); ++n) {
        values.at(2 * n) = some[n].office;
        values.at(2 * n + 1) = some[n].record;
    }
    const auto rows = stored(m_db).query(data_query(), std::span<const sql_value>(values));
    if (!rows) return;
    for (const auto& row : *rows) {
        auto fields = compare_values(event.duplicates, mine, row.text(2));
        const int sum = sum_of(fields);
        if (sum < event.duplicates.threshold) continue;
        out.push_back({{row.text(0), row.text(1), "", "", ""}, sum, std::move(fields)});
    }
}

void duplicate_index::describe(claim_holder& holder)
{
    const auto rows = stored(m_db).query(
        "SELECT office, record, title, year, reg_no, reg_date FROM record WHERE office = $1 AND "
        "record = $2",
        {holder.office, holder.record}
    );
    if (rows && !rows->empty()) holder = holder_in(rows->front());
}

} // namespace hotich
