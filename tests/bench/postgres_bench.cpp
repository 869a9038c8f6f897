// A server over PostgreSQL taking registrations in, every check and durable, against the same rows
// copied into a temporary table and from there into the tables, by 1,000, on the same cluster.
#include "common/sql/sqlcipher_connection.h"
#include "syncserver/storage/postgres_store.h"
#include "tests/bench/bench.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/small_world.h"

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr std::size_t rows_in_a_copy = 1000;

std::unique_ptr<sql_connection> new_store(postgres_cluster& cluster)
{
    auto db = must(open_postgres({cluster.new_database()}));
    must(prepare_postgres(*db, real_definitions().folder()));
    return db;
}

/// Seconds that the server needs for the registrations of one desk.
double take_in(sql_connection& db, int records)
{
    system_random random;
    host service(db, real_definitions(), new_signing_key(random), writers::several);
    must(service.put_office(ba_dinh(), monday_morning));
    const auto code = must(service.new_enrol_code("00004", monday_morning, random));
    auto desk =
        must(desk_register::over(must(open_in_memory()), "Clerk", real_definitions(), random));
    const auto enrolled = must(service.enrol(code, desk->key().public_hex, monday_morning));
    must(desk->complete_enrolment({enrolled.office, enrolled.desk, "", "", enrolled.server_key}));
    const auto profile = must(service.exchange(must(load_outbox(*desk, 1)), monday_morning));
    must(take_in_answer(*desk, profile, monday_morning));
    for (int n = 0; n < records; ++n)
        (void)must(desk->register_event(birth(), {made_birth(n), {}, "", ""}, monday_morning));
    double taken = 0;
    while (true) {
        const auto request = must(load_outbox(*desk, max_operations_per_batch));
        if (request.bodies.empty()) return taken;
        result<sync_response> answer = failure{};
        taken += seconds_of([&] { answer = service.exchange(request, monday_morning); });
        must(take_in_answer(*desk, must(answer), monday_morning));
    }
}

struct table_rows
{
    std::string table;
    std::vector<std::string> columns;
    std::vector<sql_value> values;
};

/// What the server has made of them.
std::vector<table_rows> rows_of(sql_connection& db)
{
    std::vector<table_rows> out;
    for (const char* table :
         {"operation",
          "record",
          "search_key",
          "claim",
          "person",
          "person_relation",
          "pin_state",
          "pin_request"}) {
        table_rows rows{table, {}, {}};
        std::vector<bool> is_number;
        for (const auto& row : must(db.query(
                 "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE "
                 "table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
                 {std::string(table)}
             ))) {
            rows.columns.push_back(row.text(0));
            is_number.push_back(row.text(1) == "bigint");
        }
        for (const auto& row : must(db.query(std::string("SELECT * FROM ") + table)))
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (row.is_null(i))
                    rows.values.emplace_back();
                else if (is_number[i])
                    rows.values.emplace_back(row.integer(i));
                else
                    rows.values.emplace_back(row.text(i));
            }
        out.push_back(std::move(rows));
    }
    return out;
}

double copy_in(sql_connection& db, const std::vector<table_rows>& all)
{
    return seconds_of([&] {
        for (const auto& rows : all) {
            const std::vector<std::string_view> columns(rows.columns.begin(), rows.columns.end());
            const auto step = rows_in_a_copy * columns.size();
            for (std::size_t at = 0; at < rows.values.size(); at += step) {
                must(db.begin_write());
                must(db.execute_script(
                    "CREATE TEMP TABLE piece (LIKE " + rows.table + ") ON COMMIT DROP"
                ));
                const auto size = std::min(step, rows.values.size() - at);
                must(db.insert_rows("piece", columns, std::span(rows.values).subspan(at, size)));
                must(db.execute_script(
                    "INSERT INTO " + rows.table + " SELECT * FROM piece ON CONFLICT DO NOTHING"
                ));
                must(db.commit());
            }
        }
    });
}

} // namespace

std::vector<measure> postgres(const settings& chosen)
{
    const int records = std::max(200, static_cast<int>(3'000 * chosen.scale));
    postgres_cluster cluster(flushing::on);
    std::vector<double> ours;
    std::vector<double> reference;
    for (int round = 0; round < chosen.rounds; ++round) {
        const auto store = new_store(cluster);
        ours.push_back(records / take_in(*store, records));
        const auto plain = new_store(cluster);
        reference.push_back(records / copy_in(*plain, rows_of(*store)));
    }
    return {
        {"registrations taken in over PostgreSQL",
         "records/s",
         median(ours),
         median(reference),
         median(ours) / median(reference),
         "COPY to temp + upsert, same rows",
         ">= 0.7"}};
}

} // namespace hotich::bench
