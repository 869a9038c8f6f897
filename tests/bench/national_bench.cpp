// The nation's 33 months (letter 3911/BTP-CNTT): every registration through the protocol as a desk
// speaks it (lean, asking for what is new behind its last answer), eight communes at a time,
// through the server's own service and store: unpacked, its batch's signature proved, every rule
// asked, durable, the answer packed. The reference is fed in the same run with the very rows that
// our store has made of each batch: plain SQLite, the same tables and indexes, transactions of
// 1,000 registrations. Making the registrations and reading the rows back is outside both clocks.
#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/sql/sqlcipher_connection.h"
#include "syncserver/services/exchange_service.h"
#include "tests/bench/bench.h"
#include "tests/bench/letter_mix.h"
#include "tests/bench/plain_sqlite.h"

#include <array>
#include <cstdio>
#include <thread>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr int registrations_of_a_batch = 366; ///< two batches are a commune's 33 months
constexpr int reference_transaction = 1'000;
constexpr std::size_t communes_at_once = 8; ///< who are at the server in one moment
constexpr int days_of_birth = 28;           ///< moulds of one kind

using mould_shelf = std::map<std::string, std::vector<registration_mould>>;

struct commune_desk
{
    std::string office;
    std::string desk;
    signing_key key;
    chain_head head;
    std::int64_t cursor = 0; ///< of its last answer
};

/// By the clock on the wall, and of the processors.
struct taken_time
{
    double wall = 0;
    double cpu = 0;

    void operator+=(const taken_time& more)
    {
        wall += more.wall;
        cpu += more.cpu;
    }
};

taken_time time_of(const std::function<void()>& work)
{
    const auto cpu_before = cpu_seconds();
    const auto wall = seconds_of(work);
    return {wall, cpu_seconds() - cpu_before};
}

commune_desk enrolled(server& at, int n, random_source& random)
{
    auto profile = ba_dinh();
    profile.code = std::to_string(100'000 + n);
    must(at.service.put_office(profile, monday_morning));
    const auto code = must(at.service.new_enrol_code(profile.code, monday_morning, random));
    commune_desk out{profile.code, "", new_signing_key(random), {}};
    out.desk = must(at.service.enrol(code, out.key.public_hex, monday_morning)).desk;
    return out;
}

/// Packed as it is on the wire.
std::string batch_of(
    commune_desk& from,
    std::int64_t first,
    int count,
    const mould_shelf& moulds,
    random_source& random,
    std::vector<std::string>& records
)
{
    sync_request request{from.office, from.desk, from.cursor, "", {}};
    request.is_lean = true;
    records.clear();
    for (std::int64_t n = first; n < first + count; ++n) {
        records.push_back(new_uuid(monday_morning, random));
        const auto& of_kind = moulds.at(letter_kind(n));
        auto payload =
            of_kind.at(static_cast<std::size_t>(n) % of_kind.size()).payload(n, from.office);
        const auto op = make_operation(
            {from.office,
             from.desk,
             operation_kind::registration,
             records.back(),
             monday_morning,
             "Clerk",
             std::move(payload)},
            from.head
        );
        from.head = {op.seq, op.hash};
        request.bodies.push_back(op.body);
    }
    request.signature = sign_hex(head_message(from.head.hash), from.key);
    return compress(encode(request, wire_form::short_links));
}

class standing_clock final : public hotich::clock
{
public:
    [[nodiscard]] instant now() const override { return monday_morning; }
};

/// A commune's batch on its way.
struct travelling_batch
{
    commune_desk* desk = nullptr;
    int count = 0;
    std::string packed;
    std::string answer;
    std::vector<std::string> records;
};

/// Copies what our store has of some records into the plain one.
class reference_store
{
    using table_row = std::pair<sqlite3_stmt*, std::vector<std::string>>;

public:
    reference_store(const std::string& file, sql_connection& ours) : m_db(file), m_ours(ours)
    {
        m_db.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536");
        const auto scripts = must(ours.query(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
            "'sqlite_%' AND name NOT LIKE 'migration%' ORDER BY type DESC, name"
        ));
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

    /// Seconds that the rows of these records took; committed by 1,000 registrations.
    taken_time take(const std::string& office, const std::vector<std::string>& records)
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

    taken_time finish()
    {
        return m_is_open ? time_of([this] { commit(); }) : taken_time();
    }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

    [[nodiscard]] sql_connection& ours() const { return m_ours; }

private:
    struct copied_table
    {
        std::string select;
        sqlite3_stmt* insert;
    };

    /// That table has no index by record: a record's other row tells its keys.
    void add_duplicate_keys(
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

    void add_table(const std::string& name)
    {
        std::string places = "?";
        const auto columns =
            must(m_ours.query("SELECT count(*) FROM pragma_table_info($1)", {name}));
        for (std::int64_t i = 1; i < columns.front().integer(0); ++i)
            places += ",?";
        m_tables.push_back(
            {"SELECT * FROM " + name + " WHERE office = $1 AND record = $2",
             m_db.prepare("INSERT INTO " + name + " VALUES (" + places + ")")}
        );
    }

    static std::vector<std::string> texts_of(const sql_row& row)
    {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < row.size(); ++i)
            out.push_back(
                row.text(i).empty() && row.integer(i) != 0 ? std::to_string(row.integer(i))
                                                           : row.text(i)
            );
        return out;
    }

    void commit()
    {
        m_db.run("COMMIT");
        m_is_open = false;
        m_waiting = 0;
    }

    plain_sqlite m_db;
    sql_connection& m_ours;
    std::vector<copied_table> m_tables;
    sqlite3_stmt* m_duplicate_key = nullptr;
    bool m_is_open = false;
    int m_waiting = 0;
    std::size_t m_rows = 0;
};

struct outcomes
{
    std::int64_t accepted = 0;
    std::int64_t other = 0;
};

outcomes count_outcomes(sql_connection& db)
{
    outcomes out;
    for (const auto& row :
         must(db.query("SELECT state, count(*) FROM record GROUP BY state ORDER BY state"))) {
        (row.text(0) == "registered" ? out.accepted : out.other) += row.integer(1);
        std::printf("  %s: %lld\n", row.text(0).c_str(), static_cast<long long>(row.integer(1)));
    }
    return out;
}

/// One run: communes take turns until all is in.
class history
{
public:
    explicit history(std::int64_t total, int communes)
        : m_total(total),
          m_at(
              1,
              real_definitions(),
              must(open_sqlcipher(
                  m_folder.file("server.db"), new_secret_key(m_random), open_mode::create
              ))
          )
    {
        must(m_at.service.put_office(ba_dinh(), monday_morning));
        for (const auto& kind : letter_kinds())
            for (int days = 0; days < days_of_birth; ++days)
                m_moulds[kind].emplace_back(m_at, kind, days);
        for (int n = 0; n < communes; ++n)
            m_desks.push_back(enrolled(m_at, n, m_random));
        m_plain = std::make_unique<reference_store>(m_folder.file("plain.db"), *m_at.db);
        m_service = std::make_unique<exchange_service>(
            std::move(m_at.db), real_definitions(), new_signing_key(m_random), m_clock, m_counters
        );
    }

    void live()
    {
        std::size_t next = 0;
        for (std::int64_t n = 0; n < m_total;) {
            std::vector<travelling_batch> group;
            const auto first = n;
            const auto most = std::min(communes_at_once, m_desks.size());
            for (; group.size() < most && n < m_total; n += group.back().count) {
                const auto left = std::min<std::int64_t>(registrations_of_a_batch, m_total - n);
                auto& one = group.emplace_back();
                one.desk = &m_desks[next++ % m_desks.size()];
                one.count = static_cast<int>(left);
                one.packed = batch_of(*one.desk, n, one.count, m_moulds, m_random, one.records);
            }
            take_in(first, group);
            for (const auto& one : group)
                m_reference += m_plain->take(one.desk->office, one.records);
        }
        m_reference += m_plain->finish();
    }

    [[nodiscard]] std::vector<measure> told()
    {
        const auto made = static_cast<double>(m_total);
        const auto accepted = static_cast<double>(count_outcomes(m_plain->ours()).accepted);
        return {
            {"the nation's registrations, every check, durable",
             "records/s",
             made / m_ours.wall,
             made / m_reference.wall,
             m_reference.wall / m_ours.wall,
             "plain SQLite, the same rows",
             ">= 0.4"},
            {"the same, of the processors",
             "us/record",
             1e6 * m_ours.cpu / made,
             1e6 * m_reference.cpu / made,
             m_reference.cpu / m_ours.cpu,
             "plain SQLite, the same rows",
             ""},
            {"the whole history at this rate",
             "minutes",
             double(letter_registrations) / (made / m_ours.wall) / 60,
             0,
             0,
             "",
             "<= 5"},
            {"the last tenth against the first",
             "records/s",
             rate(9),
             rate(0),
             rate(9) / rate(0),
             "the first tenth",
             ">= 0.9"},
            {"rows a registration", "rows", double(m_plain->rows()) / made, 0, 0, "", ""},
            {"one registration on the wire", "bytes", m_bytes / made, 0, 0, "", "<= 201"},
            {"accepted", "records", accepted, made, accepted / made, "all", "1"},
        };
    }

private:
    /// All at once, as they come to a server: each on a handler of its own.
    void take_in(std::int64_t first, std::vector<travelling_batch>& group)
    {
        const auto taken = time_of([&] {
            std::vector<std::thread> handlers;
            for (auto& one : group)
                handlers.emplace_back([this, &one] {
                    const auto request = must(decode_request(must(decompress(one.packed))));
                    one.answer = compress(encode(must(m_service->exchange(request))));
                });
            for (auto& handler : handlers)
                handler.join();
        });
        m_ours += taken;
        const auto tenth = static_cast<std::size_t>(first * 10 / m_total);
        m_seconds.at(tenth) += taken.wall;
        for (auto& one : group) {
            one.desk->cursor = must(decode_response(must(decompress(one.answer)))).head.revision;
            m_bytes += static_cast<double>(one.packed.size());
            m_counts.at(tenth) += one.count;
        }
    }

    [[nodiscard]] double rate(std::size_t tenth) const
    {
        return m_counts.at(tenth) / m_seconds.at(tenth);
    }

    std::int64_t m_total;
    scratch_folder m_folder;
    system_random m_random;
    server m_at;
    mould_shelf m_moulds;
    std::vector<commune_desk> m_desks;
    standing_clock m_clock;
    metrics m_counters;
    std::unique_ptr<reference_store> m_plain;
    std::unique_ptr<exchange_service> m_service;
    taken_time m_ours;
    taken_time m_reference;
    double m_bytes = 0;
    std::array<double, 10> m_seconds{};
    std::array<double, 10> m_counts{};
};

} // namespace

std::vector<measure> national(const settings& chosen)
{
    history run(
        static_cast<std::int64_t>(double(letter_registrations) * chosen.scale),
        std::max(1, static_cast<int>(letter_communes * chosen.scale))
    );
    run.live();
    return run.told();
}

} // namespace hotich::bench
