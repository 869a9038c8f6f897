#include "tests/bench/reference_store.h"

#include "common/base/text.h"
#include "tests/support/small_world.h"

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr int reference_transaction = 1'000;

std::vector<std::string> texts_of(const sql_row& row)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < row.size(); ++i)
        out.push_back(
            row.text(i).empty() && row.integer(i) != 0 ? std::to_string(row.integer(i))
                                                       : row.text(i)
        );
    return out;
}

} // namespace

taken_time time_of(const std::function<void()>& work)
{
    const auto cpu_before = cpu_seconds();
    const auto wall = seconds_of(work);
    return {wall, cpu_seconds() - cpu_before};
}

reference_store::reference_store(const std::string& file, sql_connection& ours)
    : m_db(file), m_ours(ours)
{
    m_db.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
    const auto scripts = must(
        ours.query("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
                   "'sqlite_%' AND name NOT LIKE 'migration%' ORDER BY type DESC, name")
    );
    for (const auto& row : scripts)
        m_db.run(row.text(1));
    for (const auto& table : must(ours.query(
             "SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND 2 = (SELECT "
             "count(*) FROM pragma_table_info(m.name) WHERE name IN ('office', 'record')) AND "
             "m.name <> 'duplicate_key' ORDER BY m.name"
         )))
        add_table(table.text(0));
    m_duplicate_key = m_db.prepare("INSERT INTO duplicate_key VALUES (?,?,?)");
}

taken_time reference_store::take(const std::string& office, const std::vector<std::string>& records)
{
    std::vector<table_row> rows;
    for (const auto& record : records) {
        for (const auto& table : m_tables)
            for (const auto& row : must(m_ours.query(table.select, {office, record})))
                rows.emplace_back(table.insert, texts_of(row));
        add_duplicate_keys(office, record, rows);
    }
    m_rows += rows.size();
    return time_of([&] {
        if (!m_is_open) m_db.run("BEGIN");
        m_is_open = true;
        for (const auto& [insert, values] : rows)
            m_db.insert(insert, values);
        m_waiting += static_cast<int>(records.size());
        if (m_waiting >= reference_transaction) commit();
    });
}

taken_time reference_store::finish()
{
    return m_is_open ? time_of([this] { commit(); }) : taken_time();
}

/// That table has no index by record: a record's other row tells its keys.
void reference_store::add_duplicate_keys(
    const std::string& office, const std::string& record, std::vector<table_row>& rows
)
{
    for (const auto& row : must(m_ours.query(
             "SELECT dup_keys FROM duplicate_data WHERE office = $1 AND record = $2",
             {office, record}
         )))
        for (auto& key : words_of(row.text(0)))
            rows.emplace_back(
                m_duplicate_key, std::vector<std::string>{std::move(key), office, record}
            );
}

void reference_store::add_table(const std::string& name)
{
    std::string places = "?";
    const auto columns = must(m_ours.query("SELECT count(*) FROM pragma_table_info($1)", {name}));
    for (std::int64_t i = 1; i < columns.front().integer(0); ++i)
        places += ",?";
    m_tables.push_back(
        {"SELECT * FROM " + name + " WHERE office = $1 AND record = $2",
         m_db.prepare("INSERT INTO " + name + " VALUES (" + places + ")")}
    );
}

void reference_store::commit()
{
    m_db.run("COMMIT");
    m_is_open = false;
    m_waiting = 0;
}

} // namespace hotich::bench
