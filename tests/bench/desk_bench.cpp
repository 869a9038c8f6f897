// One durable registration on the desk: checked, chained, signed, folded, indexed and on the disk,
// against the bare rows of the same schema in plain SQLite, and against one fdatasync.
#include "common/base/files.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <fcntl.h>
#include <unistd.h>

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
        m_db.run(must(read_file(real_definitions().folder() + "/sql/log/0001_log.sql", 1'000'000)));
        m_operation = m_db.prepare("INSERT INTO operation (office, desk, seq, record, body, hash, "
                                   "signature) VALUES (?,?,?,?,?,?,?)");
        m_record = m_db.prepare("INSERT INTO record VALUES (?,?,?,?,?,2026,NULL,?,?,?,?)");
        m_word = m_db.prepare("INSERT INTO search_key VALUES (?,?,?)");
        m_claim = m_db.prepare("INSERT INTO claim VALUES (?,?,?)");
    }

    void write(int n, const std::string& id, const std::string& body)
    {
        const std::string hash(64, 'a');
        m_db.run("BEGIN IMMEDIATE");
        m_db.insert(
            m_operation, {"00004", "00004-1", std::to_string(n), id, body, hash, hash + hash}
        );
        m_db.insert(
            m_record,
            {"00004",
             id,
             "birth",
             "pending",
             "BIRTH",
             "2026-11-23",
             "Nguyễn Văn An",
             " an nguyen van ",
             body}
        );
        for (int i = 0; i < 12; ++i)
            m_db.insert(m_word, {"00004", "word" + std::to_string(i), id});
        m_db.insert(m_claim, {hash + id, "00004", id});
        m_db.run("COMMIT");
    }

private:
    plain_sqlite m_db;
    sqlite3_stmt* m_operation;
    sqlite3_stmt* m_record;
    sqlite3_stmt* m_word;
    sqlite3_stmt* m_claim;
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
            const auto body = to_text(data) + to_text(data);
            reference.push_back(seconds_of([&] { plain.write(n + 1, id, body); }));
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
