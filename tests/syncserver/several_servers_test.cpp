// Several servers on one PostgreSQL: what two of them decide at the same moment. Each test has two
// connections and either an interleaving that is forced by a lock or threads that race.
#include "common/register/verify.h"
#include "common/sql/sqlcipher_connection.h"
#include "syncserver/storage/postgres_store.h"
#include "tests/support/births.h"
#include "tests/support/events.h"
#include "tests/support/made_births.h"
#include "tests/support/pin_office.h"
#include "tests/support/postgres_cluster.h"
#include "tests/support/readable.h"
#include "tests/support/spelled.h"

#include <atomic>
#include <thread>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr auto now = monday_morning;

/// One server's part of a database that others share.
struct one_server
{
    one_server(const std::string& conninfo, const signing_key& key)
        : db(must(open_postgres({conninfo}))),
          service(*db, real_definitions(), key, writers::several)
    {}

    /// As the store does: what met another transaction is done again.
    result<sync_response> exchange(const sync_request& request)
    {
        for (int run = 1;; ++run) {
            auto answer = service.exchange(request, now);
            const bool is_busy = !answer && answer.error().code == failure_code::busy;
            if (!is_busy || run == max_runs_of_a_job) return answer;
        }
    }

    status synchronise(desk_register& desk)
    {
        for (bool more = true; more;) {
            TRY(const auto request, load_outbox(desk, 3));
            TRY(const auto answer, exchange(request));
            TRY(const auto report, take_in_answer(desk, answer, now));
            more = answer.more || report.unsent_left > 0;
        }
        return {};
    }

    std::unique_ptr<sql_connection> db;
    host service;
};

struct shared_database
{
    explicit shared_database(postgres_cluster& cluster) : conninfo(cluster.new_database())
    {
        const auto db = must(open_postgres({conninfo}));
        must(prepare_postgres(*db, real_definitions().folder()));
        for (int i = 0; i < 2; ++i)
            servers.push_back(std::make_unique<one_server>(conninfo, key));
        for (const auto* office : {"00004", "00070"})
            must(servers[0]->service.put_office(office_of(office), now));
    }

    std::unique_ptr<desk_register> desk_at(const std::string& office, random_source& chance)
    {
        auto desk =
            must(desk_register::over(must(open_in_memory()), "Lê Thị", real_definitions(), chance));
        const auto code = must(servers[0]->service.new_enrol_code(office, now, random));
        const auto made = must(servers[1]->service.enrol(code, desk->key().public_hex, now));
        must(desk->complete_enrolment({made.office, made.desk, "", "", made.server_key}));
        must(servers[0]->synchronise(*desk));
        return desk;
    }

    std::int64_t count(const std::string& what) const
    {
        return must(servers[0]->db->query("SELECT count(*) FROM " + what))[0].integer(0);
    }

    std::string conninfo;
    seeded_random random{11};
    signing_key key = new_signing_key(random);
    std::vector<std::unique_ptr<one_server>> servers;
};

/// Both at the same moment, as nearly as threads allow.
void at_once(const std::function<void()>& a, const std::function<void()>& b)
{
    std::atomic<int> ready = 0;
    const auto start = [&ready](const std::function<void()>& work) {
        ++ready;
        while (ready < 2)
            std::this_thread::yield();
        work();
    };
    std::thread other([&] { start(b); });
    start(a);
    other.join();
}

/// Runs `work` beside a transaction that has done `first` on the other server and commits only when
/// the work waits for it, or has ended without waiting.
template <class Work>
auto while_other_holds(sql_connection& holder, sql_connection& watcher, const Work& work)
{
    decltype(work()) out = failure{failure_code::cancelled, ""};
    std::atomic<bool> has_ended = false;
    std::thread worker([&] {
        out = work();
        has_ended = true;
    });
    for (int i = 0; i < 400 && !has_ended; ++i) {
        const auto waiting = must(watcher.query(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
            "wait_event_type = 'Lock'"
        ));
        if (waiting[0].integer(0) > 0) break;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    must(holder.commit());
    worker.join();
    return out;
}

} // namespace

class SeveralServersTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<postgres_cluster> m_cluster;

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        m_cluster = std::make_unique<postgres_cluster>();
    }

    void a_feed_grows_without_gaps_whoever_appends()
    {
        shared_database shared(*m_cluster);
        seeded_random chance_a(1);
        seeded_random chance_b(2);
        const auto a = shared.desk_at("00004", chance_a);
        const auto b = shared.desk_at("00004", chance_b);
        for (int i = 0; i < 30; ++i) {
            QVERIFY(register_of(*a, "birth", made_birth(2 * i)).is_stored());
            QVERIFY(register_of(*b, "birth", made_birth(2 * i + 1)).is_stored());
        }
        status done_a;
        status done_b;
        at_once(
            [&] { done_a = shared.servers[0]->synchronise(*a); },
            [&] { done_b = shared.servers[1]->synchronise(*b); }
        );
        QVERIFY2(done_a && done_b, (detail_of(done_a) + detail_of(done_b)).c_str());
        must(shared.servers[0]->synchronise(*a));
        const auto book = must(a->book("BIRTH", 2026));
        QCOMPARE(book.size(), std::size_t(60));
        for (std::size_t i = 0; i < book.size(); ++i)
            QCOMPARE(book[i].number->reg_no, int(i + 1));
        const auto keys = must(enrolled_desks(*shared.servers[0]->db, "00004"));
        const auto report =
            must(verify_office(*shared.servers[0]->db, real_definitions(), "00004", keys));
        QVERIFY2(
            report.problems.empty(), report.problems.empty() ? "" : report.problems[0].what.c_str()
        );
    }

    void who_holds_the_office_is_waited_for()
    {
        shared_database shared(*m_cluster);
        seeded_random chance(1);
        const auto desk = shared.desk_at("00004", chance);
        register_birth(*desk, "Nguyễn Văn An");
        const auto request = must(load_outbox(*desk, 10));
        auto& holder = *shared.servers[0]->db;
        must(holder.begin_write());
        (void)must(holder.query("SELECT office FROM office WHERE office = $1 FOR UPDATE", {"00004"})
        );
        must(holder.execute(
            "INSERT INTO number_book (office, book, year, last_no) VALUES ($1, $2, $3, $4)",
            {"00004", "BIRTH", 2026, 41}
        ));
        const auto watcher = must(open_postgres({shared.conninfo}));
        const auto answer = while_other_holds(holder, *watcher, [&] {
            return shared.servers[1]->exchange(request);
        });
        must(take_in_answer(*desk, must(answer), now));
        QCOMPARE(must(desk->book("BIRTH", 2026))[0].number->reg_no, 42);
    }

    void of_two_offices_with_one_claim_only_one_is_accepted()
    {
        shared_database shared(*m_cluster);
        seeded_random chance_a(1);
        seeded_random chance_b(2);
        const auto a = shared.desk_at("00004", chance_a);
        const auto b = shared.desk_at("00070", chance_b);
        int held = 0;
        constexpr int rounds = 25;
        for (int i = 0; i < rounds; ++i) {
            auto twice = lawful_birth();
            twice["child"].as_object()["full_name"] = "Nguyễn Số " + spelled(i);
            twice["gcs_code"] = "01234.GCS." + std::to_string(10000 + i) + ".26";
            const auto of_a = register_data(*a, twice);
            const auto of_b = register_data(*b, twice);
            QVERIFY2(of_a.is_stored() && of_b.is_stored(), as_text(of_a.findings).c_str());
            status done_a;
            status done_b;
            at_once(
                [&] { done_a = shared.servers[0]->synchronise(*a); },
                [&] { done_b = shared.servers[1]->synchronise(*b); }
            );
            QVERIFY2(done_a && done_b, (detail_of(done_a) + detail_of(done_b)).c_str());
            const bool a_is_held = must(a->load(of_a.record)).state == record_state::held;
            const bool b_is_held = must(b->load(of_b.record)).state == record_state::held;
            QVERIFY(a_is_held != b_is_held);
            held += a_is_held ? 1 : 0;
        }
        qInfo("of %d the first office came second %d times", rounds, held);
    }

    void a_code_enrols_one_desk_even_at_two_servers_at_once()
    {
        shared_database shared(*m_cluster);
        for (int i = 0; i < 10; ++i) {
            const auto code =
                must(shared.servers[0]->service.new_enrol_code("00004", now, shared.random));
            const auto first = new_signing_key(shared.random).public_hex;
            const auto second = new_signing_key(shared.random).public_hex;
            std::atomic<int> enrolled = 0;
            at_once(
                [&] { enrolled += shared.servers[0]->service.enrol(code, first, now) ? 1 : 0; },
                [&] { enrolled += shared.servers[1]->service.enrol(code, second, now) ? 1 : 0; }
            );
            QCOMPARE(enrolled.load(), 1);
            QCOMPARE(shared.count("desk"), std::int64_t(i + 1));
        }
    }

    void two_codes_used_at_once_make_two_desks()
    {
        shared_database shared(*m_cluster);
        for (int i = 0; i < 10; ++i) {
            std::vector<std::string> codes;
            for (int k = 0; k < 2; ++k)
                codes.push_back(
                    must(shared.servers[0]->service.new_enrol_code("00004", now, shared.random))
                );
            const auto first = new_signing_key(shared.random).public_hex;
            const auto second = new_signing_key(shared.random).public_hex;
            std::atomic<int> enrolled = 0;
            at_once(
                [&] { enrolled += shared.servers[0]->service.enrol(codes[0], first, now) ? 1 : 0; },
                [&] { enrolled += shared.servers[1]->service.enrol(codes[1], second, now) ? 1 : 0; }
            );
            QCOMPARE(enrolled.load(), 2);
        }
    }

    void a_letter_is_delivered_once_by_two_servers()
    {
        shared_database shared(*m_cluster);
        seeded_random chance_a(1);
        seeded_random chance_b(2);
        const auto a = shared.desk_at("00004", chance_a);
        const auto b = shared.desk_at("00070", chance_b);
        constexpr int letters = 8;
        for (int i = 0; i < letters; ++i)
            register_birth(*a, "Nguyễn Gia " + spelled(i));
        must(shared.servers[0]->synchronise(*a));
        for (const auto& line : must(a->book("BIRTH", 2026))) {
            const auto entry = must(a->load(line.record));
            auto data = amendment_of(
                "correction", entry, a->office(), {{"child.full_name", line.title, "Nguyễn Đổi"}}
            );
            remove_path(data, "target.record");
            QVERIFY(register_of(*b, "correction", data).is_stored());
        }
        // Nothing is carried while the exchange goes on: the letters stay for both.
        auto& holder = *shared.servers[0]->db;
        must(holder.begin_write());
        must(holder.execute("UPDATE office SET profile = profile WHERE office = $1", {"00004"}));
        const auto watcher = must(open_postgres({shared.conninfo}));
        must(watcher->execute_script("SET lock_timeout = 100"));
        must(shared.servers[1]->db->execute_script("SET lock_timeout = 100"));
        (void)shared.servers[1]->synchronise(*b);
        holder.rollback();
        QVERIFY(shared.count("office_mail WHERE delivered = 0") > 0);
        must(shared.servers[1]->db->execute_script("SET lock_timeout = 10000"));
        at_once(
            [&] { must(shared.servers[0]->service.deliver_mail(now)); },
            [&] { must(shared.servers[1]->service.deliver_mail(now)); }
        );
        must(shared.servers[0]->service.deliver_mail(now));
        QCOMPARE(shared.count("office_mail WHERE delivered = 0"), std::int64_t(0));
        QCOMPARE(
            shared.count("operation WHERE office = '00004' AND body LIKE '%\"annotation_notice\"%'"
            ),
            std::int64_t(letters)
        );
    }

    void a_request_for_a_number_is_sent_by_one_of_two_workers()
    {
        shared_database shared(*m_cluster);
        seeded_random chance(1);
        must(shared.servers[0]->service.put_office(pin_office::strict(), now));
        const auto desk = shared.desk_at("00004", chance);
        for (int i = 0; i < 10; ++i)
            register_birth(*desk, "Nguyễn Văn " + spelled(i));
        must(shared.servers[0]->synchronise(*desk));
        const auto due = must(shared.servers[0]->service.pins_due(now, 100));
        QCOMPARE(due.size(), std::size_t(10));
        for (const auto& task : due) {
            std::atomic<int> sent = 0;
            at_once(
                [&] { sent += shared.servers[0]->service.pin_sent(task, now) ? 1 : 0; },
                [&] { sent += shared.servers[1]->service.pin_sent(task, now) ? 1 : 0; }
            );
            QCOMPARE(sent.load(), 1);
        }
    }

    void one_number_is_not_given_to_entries_of_two_offices_at_once()
    {
        shared_database shared(*m_cluster);
        seeded_random chance_a(1);
        seeded_random chance_b(2);
        must(shared.servers[0]->service.put_office(pin_office::strict(), now));
        auto other_office = office_of("00070");
        other_office.allow_certificate_without_pin = false;
        must(shared.servers[0]->service.put_office(other_office, now));
        const auto a = shared.desk_at("00004", chance_a);
        const auto b = shared.desk_at("00070", chance_b);
        for (int i = 0; i < 8; ++i) {
            const auto of_a = register_birth(*a, "Nguyễn Văn " + spelled(i));
            const auto of_b = register_birth(*b, "Nguyễn Thị " + spelled(i));
            QVERIFY2(of_a.is_stored(), as_text(of_a.findings).c_str());
            QVERIFY2(of_b.is_stored(), as_text(of_b.findings).c_str());
            must(shared.servers[0]->synchronise(*a));
            must(shared.servers[0]->synchronise(*b));
            const auto due = must(shared.servers[0]->service.pins_due(now, 100));
            QVERIFY2(due.size() == 2, must(b->load(of_b.record)).to_text().c_str());
            for (const auto& task : due)
                (void)must(shared.servers[0]->service.pin_sent(task, now));
            const auto number = "00122600" + std::to_string(1000 + i);
            std::atomic<int> conflicts = 0;
            const auto answer = [&](std::size_t which, random_source& chance) {
                const auto done = shared.servers[which]->service.pin_answered(
                    due[which], issued(number), now, chance
                );
                conflicts += must(done) == pin_outcome::conflict ? 1 : 0;
            };
            at_once([&] { answer(0, chance_a); }, [&] { answer(1, chance_b); });
            QCOMPARE(conflicts.load(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(SeveralServersTest)
#include "several_servers_test.moc"
