// A server taking registrations in through the real protocol, every check and durable, against the
// bare rows with the same indexes inserted into plain SQLite in transactions of 1,000.
#include "common/base/files.h"
#include "common/base/ids.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

namespace hotich::bench {

namespace {

using namespace hotich::test;

struct disk_server
{
    explicit disk_server(const std::string& file)
        : db(must(open_sqlcipher(file, new_secret_key(random), open_mode::create))),
          service(*db, real_definitions(), new_signing_key(random))
    {
        must(host::prepare_store(*db, real_definitions().folder()));
        must(service.put_office(ba_dinh(), monday_morning));
    }

    system_random random;
    std::unique_ptr<sql_connection> db;
    host service;
};

std::vector<std::string> batches_of(disk_server& at, int records, random_source& random)
{
    const auto code = must(at.service.new_enrol_code("00004", monday_morning, random));
    auto desk =
        must(desk_register::over(must(open_in_memory()), "Clerk", real_definitions(), random));
    const auto enrolled = must(at.service.enrol(code, desk->key().public_hex, monday_morning));
    must(desk->complete_enrolment({enrolled.office, enrolled.desk, "", "", enrolled.server_key}));
    const auto& birth = *real_definitions().find_event("birth");
    chain_head head;
    std::vector<std::string> batches;
    for (int n = 0; n < records;) {
        sync_request request{"00004", enrolled.desk, 1'000'000'000, "", {}};
        request.cursor = 0;
        for (; n < records && request.bodies.size() < std::size_t(max_operations_per_batch); ++n) {
            auto checked = desk->check(birth, made_birth(n), monday_morning);
            checked.data["signer_name"] = "Trần Thị Người Ký";
            checked.data["signer_title"] = "Chủ tịch";
            const auto op = make_operation(
                {"00004",
                 enrolled.desk,
                 operation_kind::registration,
                 new_uuid(monday_morning, random),
                 monday_morning,
                 "Clerk",
                 {{"event", "birth"}, {"data", checked.data}, {"overrides", json::array()}}},
                head
            );
            head = {op.seq, op.hash};
            request.bodies.push_back(op.body);
            request.signature = sign_hex(head_message(op.hash), desk->key());
        }
        batches.push_back(encode(request));
    }
    return batches;
}

double plain_rate(const std::string& file, int records)
{
    plain_sqlite db(file);
    db.run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    for (const char* script : {"0001_log", "0002_events", "0006_narrow", "0007_search"})
        db.run(
            must(read_file(real_definitions().folder() + "/sql/log/" + script + ".sql", 1'000'000))
        );
    auto* operation = db.prepare("INSERT INTO operation VALUES ('00004','d',?,?,?,?,'',?,'{}',?)");
    auto* row =
        db.prepare("INSERT INTO record VALUES "
                   "('00004',?,'birth','registered','BIRTH',2026,?,'2026-11-23',?,' words ',?)");
    auto* word = db.prepare("INSERT INTO search_key VALUES ('00004',?,?)");
    auto* claim = db.prepare("INSERT INTO claim VALUES (?,'00004',?)");
    const std::string body(2200, 'x');
    const std::string hash(64, 'a');
    const auto taken = seconds_of([&] {
        for (int n = 0; n < records; ++n) {
            if (n % 1000 == 0) db.run(n == 0 ? "BEGIN" : "COMMIT; BEGIN");
            const auto id = "0199" + std::to_string(1'000'000'000 + n * 7);
            db.insert(operation, {std::to_string(n), id, body, hash, std::to_string(n), hash});
            db.insert(row, {id, std::to_string(n), "Nguyễn Văn An", body});
            for (int i = 0; i < 14; ++i)
                db.insert(
                    word,
                    {"word" + std::to_string((n + i * 31) % 977)
                         + " van an | tran thi hoa | le van",
                     id}
                );
            for (int i = 0; i < 2; ++i)
                db.insert(
                    claim,
                    {std::to_string(n * 2654435761u % 1'000'003) + hash + std::to_string(i), id}
                );
        }
        db.run("COMMIT");
    });
    return records / taken;
}

} // namespace

std::vector<measure> exchange(const settings& chosen)
{
    const int records = std::max(400, static_cast<int>(8'000 * chosen.scale));
    std::vector<double> ours;
    std::vector<double> reference;
    std::size_t bytes = 0;
    for (int round = 0; round < chosen.rounds; ++round) {
        const scratch_folder folder;
        disk_server at(folder.file("server.db"));
        system_random random;
        const auto batches = batches_of(at, records, random);
        bytes = 0;
        for (const auto& batch : batches)
            bytes += compress(batch).size();
        ours.push_back(
            records / seconds_of([&] {
                for (const auto& batch : batches)
                    (void)must(at.service.exchange(must(decode_request(batch)), monday_morning));
            })
        );
        reference.push_back(plain_rate(folder.file("plain.db"), records));
    }
    return {
        {"registrations taken in, every check, durable",
         "records/s",
         median(ours),
         median(reference),
         median(ours) / median(reference),
         "plain SQLite rows, by 1,000",
         ">= 0.4"},
        {"one registration on the wire, in a batch",
         "bytes",
         double(bytes) / records,
         0,
         0,
         "",
         "<= 1/7 of 1,409"},
    };
}

} // namespace hotich::bench
