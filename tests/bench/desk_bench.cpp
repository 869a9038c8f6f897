// One durable registration on the desk: checked, chained, signed, folded, indexed and on the disk,
// against the bare rows of the same schema in plain SQLite, and against one fdatasync.
#include "common/base/files.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr password_cost cheap{1, 8u * 1024u * 1024u};

std::unique_ptr<desk_register> enrolled_on_disk(
    const std::string& file, server& at, random_source& random
)
{
    must(at.service.put_office(ba_dinh(), monday_morning));
    auto desk =
        must(desk_register::create(file, "Clerk", "password", real_definitions(), random, cheap));
    const auto code = must(at.service.new_enrol_code("00004", monday_morning, at.random));
    const auto enrolled = must(at.service.enrol(code, desk->key().public_hex, monday_morning));
    must(desk->complete_enrolment(
        {enrolled.office, enrolled.desk, "https://localhost", "", enrolled.server_key}
    ));
    must(synchronise(*desk, at));
    return desk;
}

/// The same rows as one registration writes, and nothing else.
class plain_rows
{
public:
    explicit plain_rows(const std::string& file) : m_db(file)
    {
        m_db.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        for (const auto& script : scripts())
            m_db.run(must(read_file(script, 1'000'000)));
        for (const char* table :
             {"operation", "record", "search_key", "claim", "duplicate_key", "duplicate_data"})
            m_tables.push_back({table, "", {}, nullptr});
    }

    /// What the register has of a record. Not timed.
    void read(sql_connection& from, const std::string& record)
    {
        for (auto& one : m_tables) {
            if (one.columns.empty()) name_columns(from, one, record);
            one.rows.clear();
            for (const auto& row : must(from.query(
                     "SELECT " + one.columns + " FROM " + one.name + " WHERE record = $1", {record}
                 ))) {
                one.rows.emplace_back();
                for (std::size_t i = 0; i < row.size(); ++i)
                    one.rows.back().push_back(
                        row.text(i).empty() ? std::to_string(row.integer(i)) : row.text(i)
                    );
            }
        }
    }

    void write()
    {
        m_db.run("BEGIN IMMEDIATE");
        for (const auto& one : m_tables)
            for (const auto& row : one.rows)
                m_db.insert(one.insert, std::span<const std::string>(row));
        m_db.run("COMMIT");
    }

private:
    struct table_rows
    {
        std::string name;
        std::string columns; ///< that hold anything
        std::vector<std::vector<std::string>> rows;
        sqlite3_stmt* insert;
    };

    static std::vector<std::string> scripts()
    {
        std::vector<std::string> found;
        for (const auto& entry :
             std::filesystem::directory_iterator(file_path(real_definitions().folder() + "/sql/log")
             ))
            found.push_back(utf8_of(entry.path()));
        std::sort(found.begin(), found.end());
        return found;
    }

    void name_columns(sql_connection& from, table_rows& one, const std::string& record)
    {
        const auto first =
            must(from.query("SELECT * FROM " + one.name + " WHERE record = $1", {record})).at(0);
        std::string places;
        std::size_t at = 0;
        for (const auto& column :
             must(from.query("SELECT name FROM pragma_table_info($1)", {one.name}))) {
            if (first.is_null(at++)) continue;
            one.columns += (one.columns.empty() ? "" : ", ") + column.text(0);
            places += places.empty() ? "?" : ", ?";
        }
        one.insert = m_db.prepare(
            "INSERT INTO " + one.name + " (" + one.columns + ") VALUES (" + places + ")"
        );
    }

    plain_sqlite m_db;
    std::vector<table_rows> m_tables;
};

double one_fdatasync(const std::string& file)
{
    const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const std::string block(4096, 'x');
    std::vector<double> times;
    for (int i = 0; i < 200; ++i)
        times.push_back(seconds_of([&] {
            times.reserve(
                ::write(handle, block.data(), block.size()) + ::fdatasync(handle) >= 0 ? 200 : 0
            );
        }));
    ::close(handle);
    return median(times) * 1000;
}

} // namespace

std::vector<measure> desk(const settings& chosen)
{
    const scratch_folder folder;
    server at;
    system_random random;
    const auto desk = enrolled_on_disk(folder.file("desk.hotich"), at, random);
    plain_rows plain(folder.file("plain.db"));
    const auto& birth = *real_definitions().find_event("birth");
    const int each = std::max(20, static_cast<int>(300 * chosen.scale));
    std::vector<double> ours;
    std::vector<double> reference;
    std::vector<double> sync;
    for (int round = 0, n = 0; round < chosen.rounds; ++round) {
        for (int i = 0; i < each; ++i, ++n) {
            const auto data = made_birth(n);
            std::string id;
            ours.push_back(seconds_of([&] {
                id = must(desk->register_event(birth, {data, {}, "", ""}, monday_morning)).record;
            }));
            plain.read(desk->connection(), id);
            reference.push_back(seconds_of([&] { plain.write(); }));
        }
        sync.push_back(one_fdatasync(folder.file("sync")));
    }
    const auto p50 = median(ours) * 1000;
    return {
        {"one durable registration, p50",
         "ms",
         p50,
         median(reference) * 1000,
         p50 / (median(reference) * 1000),
         "plain SQLite, same rows",
         "<= 1.5"},
        {"one durable registration, p50",
         "ms",
         p50,
         median(sync),
         p50 / median(sync),
         "one fdatasync",
         "<= 2"},
        {"one durable registration, p99",
         "ms",
         percentile(ours, 0.99) * 1000,
         percentile(reference, 0.99) * 1000,
         percentile(ours, 0.99) / percentile(reference, 0.99),
         "plain SQLite, same rows",
         ""},
    };
}

} // namespace hotich::bench
