#include "common/register/search_index.h"

#include "common/base/text.h"
#include "common/register/kept_rows.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

namespace hotich {

namespace {

constexpr std::size_t least_rows = 32; ///< of a range that are read at once, at first
constexpr std::size_t most_rows = 1024;
/// Rows that are read for records that have the words anywhere, beside those that have them in
/// order; then, where nobody has them in order but some are found.
constexpr std::size_t rows_beside = 384;
constexpr std::size_t rows_at_most = 20'000;
constexpr std::size_t rows_of_a_look = 16; ///< what looking at a record itself costs
constexpr std::size_t most_words_in_any_order = 4;
constexpr std::size_t keys_of_a_removal = 16;

/// Behind every text with the prefix: the last character of Unicode follows it.
std::string after_prefix(const std::string& prefix) { return prefix + "\xf4\x8f\xbf\xbf"; }

/// The keys with one prefix, read on from where the last reading stopped.
struct key_range
{
    explicit key_range(std::string begin) : prefix(std::move(begin)), key(prefix) {}

    std::string prefix;
    std::string key;    ///< the last that was read
    std::string record; ///< its record
    bool is_read = false;
};

class word_search
{
public:
    word_search(
        sql_connection& db,
        const std::string& office,
        const std::vector<std::string>& words,
        std::size_t limit
    )
        : m_db(db),
          m_office(office),
          m_words(words),
          m_limit(limit),
          m_has_number(std::any_of(words.begin(), words.end(), has_digit))
    {
        for (const auto& word : words)
            m_begins.push_back(" " + word);
    }

    result<std::vector<std::string>> run()
    {
        if (m_limit == 0 || m_words.empty()) return std::move(m_found);
        if (!m_has_number) TRY_STATUS(find_in_names());
        if (!is_full() && (m_has_number || m_words.size() > 1)) TRY_STATUS(find_anywhere());
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool is_full() const { return m_found.size() >= m_limit; }

    [[nodiscard]] std::string sequence(std::size_t from, std::size_t to) const
    {
        std::string out;
        for (auto i = from; i < to; ++i)
            out += (i == from ? "" : " ") + m_words[i];
        return out;
    }

    status find_in_names()
    {
        const auto count = m_words.size();
        TRY_STATUS(read_all(sequence(0, count)));
        for (std::size_t split = 1; split < count; ++split)
            TRY_STATUS(read_all(sequence(0, split) + " | " + sequence(split, count)));
        if (count < 3 || count > most_words_in_any_order) return {};
        // A name is kept turned, so the unfinished word can always stand last.
        auto order = std::vector<std::string>(m_words.begin(), m_words.end() - 1);
        std::sort(order.begin(), order.end());
        do {
            std::string prefix;
            for (const auto& word : order)
                prefix += word + " ";
            prefix += m_words.back();
            if (prefix != sequence(0, count)) TRY_STATUS(read_all(std::move(prefix)));
        } while (std::next_permutation(order.begin(), order.end()));
        return {};
    }

    status read_all(std::string prefix)
    {
        key_range range(std::move(prefix));
        while (!is_full() && !range.is_read)
            TRY_STATUS(read_on(range, std::max(least_rows, m_limit)));
        return {};
    }

    /// Every record that is sought has a key for each of the words: all ranges are read by turns,
    /// and the first that comes to its end has told everything.
    status find_anywhere()
    {
        const auto most = m_found.empty() ? rows_at_most : rows_beside;
        std::vector<key_range> ranges;
        for (const auto& word : std::set<std::string>(m_words.begin(), m_words.end()))
            ranges.emplace_back(word);
        m_rows = 0;
        for (auto rows = least_rows;; rows = std::min(rows * 2, most_rows))
            for (auto& range : ranges) {
                TRY_STATUS(read_on(range, rows));
                const bool is_enough = m_rows >= most && !m_found.empty();
                if (is_full() || range.is_read || is_enough) return {};
            }
    }

    status read_on(key_range& range, std::size_t rows)
    {
        TRY(const auto read,
            m_db.query(
                "SELECT word, record FROM search_key WHERE office = $1 AND (word, record) > ($2, "
                "$3) AND word < $4 ORDER BY word, record LIMIT $5",
                {m_office,
                 range.key,
                 range.record,
                 after_prefix(range.prefix),
                 static_cast<std::int64_t>(rows)}
            ));
        range.is_read = read.size() < rows;
        m_rows += read.size();
        if (read.empty()) return {};
        range.key = read.back().text(0);
        range.record = read.back().text(1);
        for (const auto& row : read) {
            if (is_full()) return {};
            TRY_STATUS(look_at(row.text(0), row.text(1)));
        }
        return {};
    }

    status look_at(const std::string& key, const std::string& record)
    {
        const bool is_name = key.find(search_name_end) != std::string::npos;
        if (is_name && !has_words(key, !m_has_number)) return {};
        if (m_seen.contains(record)) return {};
        bool fits = is_name ? !m_has_number : m_words.size() == 1;
        if (!fits) {
            TRY(fits, fits_itself(record));
        }
        m_seen.insert(record);
        if (fits) m_found.push_back(record);
        return {};
    }

    /// A name's key tells of names only: of words with a digit the record itself must say.
    [[nodiscard]] bool has_words(std::string_view text, bool with_numbers) const
    {
        for (std::size_t i = 0; i < m_words.size(); ++i) {
            if (!with_numbers && has_digit(m_words[i])) continue;
            if (!text.starts_with(m_words[i]) && text.find(m_begins[i]) == std::string::npos)
                return false;
        }
        return true;
    }

    result<bool> fits_itself(const std::string& record)
    {
        m_rows += rows_of_a_look;
        TRY(const auto rows,
            m_db.query(
                "SELECT words FROM record WHERE office = $1 AND record = $2", {m_office, record}
            ));
        return !rows.empty() && has_words(rows.front().text(0), true);
    }

    sql_connection& m_db;
    const std::string& m_office;
    const std::vector<std::string>& m_words;
    std::vector<std::string> m_begins; ///< the words, where they begin one
    std::size_t m_limit;
    bool m_has_number;
    std::size_t m_rows = 0;
    std::vector<std::string> m_found;
    std::unordered_set<std::string> m_seen;
};

const std::string& removal()
{
    static const std::string text = [] {
        std::string out = "DELETE FROM search_key WHERE office = $1 AND record = $2 AND word IN (";
        for (std::size_t n = 0; n < keys_of_a_removal; ++n)
            out += (n == 0 ? "$" : ", $") + std::to_string(n + 3);
        return out + ")";
    }();
    return text;
}

} // namespace

void search_index::keep(const std::string& record, const search_terms& terms)
{
    m_records.insert(record);
    for (auto& key : terms.keys())
        m_kept.emplace_back(std::move(key), record);
}

status search_index::change(
    const std::string& record, std::string_view words, const search_terms& terms
)
{
    if (m_records.contains(record)) {
        TRY_STATUS(remove(record, words));
        keep(record, terms);
        return {};
    }
    const auto before = parse_search_terms(words).keys();
    const auto after = terms.keys();
    std::vector<std::string> gone;
    std::set_difference(
        before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone)
    );
    TRY_STATUS(remove_keys(record, gone));
    for (const auto& key : after) {
        if (std::binary_search(before.begin(), before.end(), key)) continue;
        m_records.insert(record);
        m_kept.emplace_back(key, record);
    }
    return {};
}

status search_index::remove(const std::string& record, std::string_view words)
{
    if (m_records.erase(record) > 0)
        std::erase_if(m_kept, [&record](const auto& kept) { return kept.second == record; });
    return remove_keys(record, parse_search_terms(words).keys());
}

/// The record knows its keys: an index of the keys by record would double the table.
status search_index::remove_keys(const std::string& record, const std::vector<std::string>& keys)
{
    for (std::size_t at = 0; at < keys.size(); at += keys_of_a_removal) {
        std::array<sql_value, keys_of_a_removal + 2> values;
        values.fill(sql_value(std::string()));
        values[0] = m_office;
        values[1] = record;
        for (std::size_t n = at; n < std::min(at + keys_of_a_removal, keys.size()); ++n)
            values.at(n - at + 2) = keys[n];
        TRY_STATUS(settled(*m_db).execute(removal(), std::span<const sql_value>(values)));
    }
    return {};
}

status search_index::write()
{
    constexpr std::array<std::string_view, 3> columns{"office", "word", "record"};
    std::sort(m_kept.begin(), m_kept.end());
    std::vector<sql_value> values;
    values.reserve(m_kept.size() * columns.size());
    for (auto& [key, record] : m_kept) {
        values.emplace_back(m_office);
        values.emplace_back(std::move(key));
        values.emplace_back(std::move(record));
    }
    m_kept.clear();
    m_records.clear();
    return m_db->insert_rows("search_key", columns, values);
}

result<std::vector<std::string>> search_index::find(
    const std::vector<std::string>& words, std::size_t limit
) const
{
    return word_search(*m_db, m_office, words, limit).run();
}

} // namespace hotich
