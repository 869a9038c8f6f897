// What the search for registrations of one event costs in a nation of made-up families, and what it
// finds: planted duplicates with one or two slips, and births that nobody has registered, brothers,
// sisters and twins among them. The reference fetches the same candidates from plain SQLite by
// their primary key. Scale 1 is a million persons, each with a birth entry.
#include "common/register/duplicate_index.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/births.h"
#include "tests/support/made_families.h"
#include "tests/support/small_world.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <future>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr std::int64_t entries_of_an_office = 2'000;
constexpr std::int64_t chunk = 50'000;
constexpr int probes = 5'000;

std::string digits(std::int64_t value, std::size_t width)
{
    const auto text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

std::string office_name(std::int64_t n) { return digits(n / entries_of_an_office, 5); }

std::string record_name(std::int64_t n) { return "01890a5d-ac96-774b-bcce-" + digits(n, 12); }

json::object stored_birth(std::int64_t n)
{
    return child_of_family(n / registered_children, n % registered_children);
}

struct key_of
{
    std::int64_t key = 0;
    std::int64_t n = 0;

    auto operator<=>(const key_of&) const = default;
};

struct filled
{
    std::vector<sql_value> data;
    std::vector<key_of> keys;
};

filled rows_of(sql_connection& db, std::int64_t from, std::int64_t to)
{
    filled out;
    duplicate_rows rows;
    for (auto n = from; n < to; ++n) {
        record folded;
        folded.id = record_name(n);
        folded.data = stored_birth(n);
        const duplicate_index index(db, office_name(n));
        index.collect(birth(), folded, folded.data, rows);
        for (std::size_t at = 0; at < rows.keys.size(); at += 3)
            out.keys.push_back({std::get<std::int64_t>(rows.keys[at]), n});
        rows.keys.clear();
    }
    out.data = std::move(rows.data);
    return out;
}

class population
{
public:
    population(const scratch_folder& folder, std::int64_t persons)
        : m_persons(persons),
          m_file(folder.file("nation.db")),
          m_plain(folder.file("plain.db")),
          m_db(must(open_sqlcipher(m_file, new_secret_key(m_random), open_mode::create)))
    {
        must(migrate(*m_db, "log", real_definitions().folder() + "/sql/log"));
        m_plain.run("PRAGMA synchronous=OFF; PRAGMA journal_mode=OFF; CREATE TABLE data (office "
                    "TEXT, record TEXT, compared TEXT, dup_keys TEXT, PRIMARY KEY (office, "
                    "record)) WITHOUT ROWID");
        fill_data();
        fill_keys();
        m_fetch = m_plain.prepare("SELECT compared FROM data WHERE office = ? AND record = ?");
    }

    sql_connection& db() { return *m_db; }

    [[nodiscard]] std::int64_t persons() const { return m_persons; }

    double bytes_of_a_person() const
    {
        const auto size = std::filesystem::file_size(m_file);
        return static_cast<double>(size) / static_cast<double>(m_persons);
    }

    /// The same candidates, from plain SQLite.
    void fetch_candidates(const std::vector<std::pair<std::string, std::string>>& them)
    {
        for (const auto& [office, record] : them)
            m_plain.count(m_fetch, {office, record});
    }

    std::vector<std::pair<std::string, std::string>> candidates_of(const json::object& data)
    {
        std::vector<std::pair<std::string, std::string>> out;
        for (const auto key : duplicate_keys(birth(), data))
            for (const auto& row : must(m_db->query(
                     "SELECT office, record FROM duplicate_key WHERE dup_key = $1 LIMIT $2",
                     {key, std::int64_t(max_candidates_of_a_key)}
                 )))
                out.emplace_back(row.text(0), row.text(1));
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    }

private:
    void fill_data()
    {
        constexpr std::array<std::string_view, 4> columns{
            "office", "record", "compared", "dup_keys"};
        auto* insert = m_plain.prepare("INSERT INTO data VALUES (?, ?, ?, ?)");
        m_keys.reserve(static_cast<std::size_t>(m_persons) * 6);
        std::future<filled> next;
        for (std::int64_t from = 0; from < m_persons; from += chunk) {
            const auto make = [this](std::int64_t at) {
                return std::async(std::launch::async, [this, at] {
                    return rows_of(*m_db, at, std::min(at + chunk, m_persons));
                });
            };
            auto made = next.valid() ? next.get() : make(from).get();
            if (from + chunk < m_persons) next = make(from + chunk);
            must(m_db->begin_write());
            must(m_db->insert_rows("duplicate_data", columns, made.data));
            must(m_db->commit());
            m_plain.run("BEGIN");
            for (std::size_t at = 0; at < made.data.size(); at += columns.size())
                m_plain.insert(
                    insert,
                    {std::get<std::string>(made.data[at]),
                     std::get<std::string>(made.data[at + 1]),
                     std::get<std::string>(made.data[at + 2]),
                     std::get<std::string>(made.data[at + 3])}
                );
            m_plain.run("COMMIT");
            m_keys.insert(m_keys.end(), made.keys.begin(), made.keys.end());
        }
    }

    void fill_keys()
    {
        constexpr std::array<std::string_view, 3> columns{"dup_key", "office", "record"};
        std::sort(m_keys.begin(), m_keys.end());
        std::vector<sql_value> rows;
        const auto flush = [&] {
            must(m_db->begin_write());
            must(m_db->insert_rows("duplicate_key", columns, rows));
            must(m_db->commit());
            rows.clear();
        };
        for (const auto& [key, n] : m_keys) {
            rows.emplace_back(key);
            rows.emplace_back(office_name(n));
            rows.emplace_back(record_name(n));
            if (rows.size() >= 3 * chunk) flush();
        }
        flush();
        m_keys = {};
        (void)must(m_db->query("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    std::int64_t m_persons;
    std::string m_file;
    system_random m_random;
    plain_sqlite m_plain;
    std::unique_ptr<sql_connection> m_db;
    sqlite3_stmt* m_fetch = nullptr;
    std::vector<key_of> m_keys;
};

double thread_cpu_ms()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct found
{
    std::vector<double> wall_ms;
    std::vector<double> cpu_ms;
    std::vector<double> plain_ms;
    std::vector<double> plain_cpu_ms;
    int proposed = 0;
    int asked = 0;

    [[nodiscard]] double share() const { return 100.0 * proposed / std::max(1, asked); }
};

/// Asks as an office that has nothing of it; `wanted` is the record to find, "" any.
void ask(population& nation, const json::object& data, const std::string& wanted, found& out)
{
    duplicate_index index(nation.db(), "99999");
    probable_duplicates answer;
    const auto before = thread_cpu_ms();
    out.wall_ms.push_back(1e3 * seconds_of([&] {
                              answer = index.find(birth(), data, record_name(999'999'999'999));
                          }));
    out.cpu_ms.push_back(thread_cpu_ms() - before);
    const auto them = nation.candidates_of(data);
    const auto plain_before = thread_cpu_ms();
    out.plain_ms.push_back(1e3 * seconds_of([&] { nation.fetch_candidates(them); }));
    out.plain_cpu_ms.push_back(thread_cpu_ms() - plain_before);
    ++out.asked;
    const bool is_found =
        std::any_of(answer.found.begin(), answer.found.end(), [&wanted](const auto& one) {
            return wanted.empty() || one.holder.record == wanted;
        });
    if (is_found) ++out.proposed;
}

enum class slips_made { one, two };

/// Every slip over the whole nation, alone or with another one of any kind.
found ask_for_duplicates(population& nation, slips_made made)
{
    seeded_random random(11);
    found out;
    const auto slips = static_cast<std::uint32_t>(slip::count);
    for (std::uint32_t i = 0; i < probes; ++i) {
        const auto n = static_cast<std::int64_t>(random.below(1'000'000'000)) % nation.persons();
        const auto data = written_again(
            stored_birth(n),
            static_cast<slip>(i % slips),
            made == slips_made::one ? slip::none : static_cast<slip>(random.below(slips)),
            i
        );
        ask(nation, data, record_name(n), out);
    }
    return out;
}

/// Half of them next children of families that are known, half of new families.
found ask_for_new_births(population& nation)
{
    seeded_random random(12);
    found out;
    const auto families = nation.persons() / registered_children;
    for (int i = 0; i < probes; ++i) {
        const auto family = static_cast<std::int64_t>(random.below(1'000'000'000)) % families;
        ask(nation,
            i % 2 == 0 ? child_of_family(family, registered_children)
                       : child_of_family(family + families, 0),
            "",
            out);
    }
    return out;
}

} // namespace

std::vector<measure> duplicates(const settings& chosen)
{
    const scratch_folder folder;
    const auto persons = std::max<std::int64_t>(10'000, std::int64_t(1e6 * chosen.scale));
    population nation(folder, persons);
    const auto twice = ask_for_duplicates(nation, slips_made::one);
    const auto worse = ask_for_duplicates(nation, slips_made::two);
    const auto fresh = ask_for_new_births(nation);
    const auto of = ", " + std::to_string(persons) + " persons";
    const auto line = [&](const char* what,
                          const std::vector<double>& ours,
                          const std::vector<double>& plain,
                          double share,
                          const char* goal) {
        const auto mine = percentile(ours, share);
        const auto reference = percentile(plain, share);
        return measure{
            what + of, "ms", mine, reference, mine / reference, "its candidates by key", goal};
    };
    return {
        line("new birth, wall, p50", fresh.wall_ms, fresh.plain_ms, 0.5, ""),
        line("new birth, wall, p99", fresh.wall_ms, fresh.plain_ms, 0.99, ""),
        line("new birth, CPU, p50", fresh.cpu_ms, fresh.plain_cpu_ms, 0.5, ""),
        line("new birth, CPU, p99", fresh.cpu_ms, fresh.plain_cpu_ms, 0.99, "<= 5 ms"),
        line("duplicate, CPU, p50", twice.cpu_ms, twice.plain_cpu_ms, 0.5, ""),
        line("duplicate, CPU, p99", twice.cpu_ms, twice.plain_cpu_ms, 0.99, "<= 5 ms"),
        {"planted duplicates proposed, one slip" + of, "%", twice.share(), 0, 0, "", ">= 99"},
        {"planted duplicates proposed, two slips" + of, "%", worse.share(), 0, 0, "", ""},
        {"new births bothered" + of, "%", fresh.share(), 0, 0, "", "<= 1"},
        {"key tables, bytes a person" + of, "B", nation.bytes_of_a_person(), 0, 0, "", ""},
    };
}

} // namespace hotich::bench
