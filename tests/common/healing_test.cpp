// A server whose store was put back to an older copy: what it had signed comes back from the desks,
// nothing is numbered before they were heard, and where two histories parted nothing is merged.
#include "common/register/verify.h"
#include "common/sync/feed_standing.h"
#include "tests/support/copied_disk.h"
#include "tests/support/events.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

std::string code_of(const failure& error) { return name_of(error.code); }

} // namespace

class HealingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<server> m_at;
    std::unique_ptr<desk_register> m_desk;
    seeded_random m_random{5};
    int m_births = 0;

    /// The server as it was, with the same keys.
    std::unique_ptr<server> copy_of_server()
    {
        return std::make_unique<server>(1, real_definitions(), copy_of(*m_at->db));
    }

    /// What is in the server's store is whole and what the desk has.
    static void is_healed(server& at, desk_register& desk)
    {
        const auto& office = desk.identity().office;
        auto keys = must(enrolled_desks(*at.db, office));
        keys[server_desk] = desk.identity().server_key;
        const auto report = must(verify_office(*at.db, real_definitions(), office, keys));
        for (const auto& problem : report.problems)
            QFAIL(problem.what.c_str());
        const auto here = must(desk.log().head_of_feed());
        QCOMPARE(must(operation_log(*at.db, office).head_of_feed()).hash, here.hash);
    }

    std::string number_of(desk_register& desk, const std::string& record)
    {
        const auto content = must(desk.load(record));
        return content.number ? to_display(*content.number) : "";
    }

    /// A birth that resembles none before.
    std::string birth(desk_register& desk)
    {
        auto data = lawful_birth();
        data.erase("gcs_code");
        data.erase("gcs_date");
        set_path(
            data,
            "child.full_name",
            json::value("Nguyễn Văn " + std::string(1, char('A' + m_births++)) + "nh")
        );
        return register_of(desk, "birth", data).record;
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_at = std::make_unique<server>();
        m_desk = enrolled_desk(*m_at, "00004", m_random);
    }

    void a_restored_server_gets_back_what_it_had_signed()
    {
        birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        const auto restored = copy_of_server();
        must(feed_standing(*restored->db).await_everybody(monday_morning));
        const auto lost = birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        const auto second =
            enrolled_desk(*m_at, "00004", m_random); // the copy has never heard of it
        must(synchronise(*m_desk, *m_at));
        const auto fresh = birth(*m_desk);
        must(synchronise(*m_desk, *restored));
        QCOMPARE(number_of(*m_desk, lost), std::string("02/2026"));
        QCOMPARE(number_of(*m_desk, fresh), std::string("03/2026"));
        is_healed(*restored, *m_desk);
        must(synchronise(*second, *restored));
        QCOMPARE(number_of(*second, lost), std::string("02/2026"));
    }

    void nothing_is_numbered_before_every_desk_was_heard()
    {
        const auto second = enrolled_desk(*m_at, "00004", m_random);
        must(synchronise(*m_desk, *m_at));
        const auto restored = copy_of_server();
        must(feed_standing(*restored->db).await_everybody(monday_morning));
        const auto lost = birth(*second);
        must(synchronise(*second, *m_at));
        const auto fresh = birth(*m_desk);
        const auto waits = synchronise(*m_desk, *restored);
        QCOMPARE(waits.error().detail, std::string(feed_waits));
        must(synchronise(*second, *restored));
        must(synchronise(*m_desk, *restored));
        QCOMPARE(number_of(*m_desk, lost), std::string("01/2026"));
        QCOMPARE(number_of(*m_desk, fresh), std::string("02/2026"));
        is_healed(*restored, *m_desk);
    }

    /// What was sent before the desk was told says nothing of what it has seen since.
    void a_request_of_before_is_no_word_of_what_was_seen()
    {
        must(synchronise(*m_desk, *m_at));
        const auto restored = copy_of_server();
        const auto late = must(load_outbox(*m_desk, batch_limits{}));
        birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        must(feed_standing(*restored->db).await_everybody(monday_morning));
        const auto answer = must(restored->service.exchange(late, monday_morning));
        QCOMPARE(answer.restored_at_ms, monday_morning.ms);
        QVERIFY(must(feed_standing(*restored->db).is_held("00004")));
        must(synchronise(*m_desk, *restored));
        QVERIFY(!must(feed_standing(*restored->db).is_held("00004")));
        is_healed(*restored, *m_desk);
    }

    /// A program of before says nothing of it, and is heard at its word.
    void an_older_program_is_heard_too()
    {
        must(synchronise(*m_desk, *m_at));
        const auto restored = copy_of_server();
        must(feed_standing(*restored->db).await_everybody(monday_morning));
        auto request = must(load_outbox(*m_desk, batch_limits{}));
        request.restored_at_ms.reset();
        must(restored->service.exchange(request, monday_morning));
        QVERIFY(!must(feed_standing(*restored->db).is_held("00004")));
    }

    void each_time_of_putting_back_is_later_than_the_one_before()
    {
        feed_standing standing(*m_at->db);
        QCOMPARE(must(standing.restored_at_ms()), std::int64_t(0));
        must(standing.await_everybody(monday_morning));
        must(standing.await_everybody({monday_morning.ms - 1000}));
        QCOMPARE(must(standing.restored_at_ms()), monday_morning.ms + 1);
    }

    /// Nobody said that the store was put back: the first desk that knows more finds it out, for
    /// all offices.
    void a_silent_roll_back_is_found_by_the_first_longer_feed()
    {
        const auto elsewhere = enrolled_desk(*m_at, "00070", m_random);
        const auto rolled_back = copy_of_server();
        birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        must(synchronise(*m_desk, *rolled_back));
        is_healed(*rolled_back, *m_desk);
        QVERIFY(!must(feed_standing(*rolled_back->db).is_held("00004")));
        QVERIFY(must(feed_standing(*rolled_back->db).is_held("00070")));
        birth(*elsewhere);
        must(synchronise(*elsewhere, *rolled_back));
        QVERIFY(!must(feed_standing(*rolled_back->db).is_held("00070")));
    }

    void a_fork_stops_its_office_until_a_person_decides()
    {
        const auto second = enrolled_desk(*m_at, "00004", m_random);
        must(synchronise(*m_desk, *m_at));
        const auto rolled_back = copy_of_server();
        birth(*second);
        must(synchronise(*second, *m_at));
        birth(*m_desk); // gets the number that the second desk's entry has
        must(synchronise(*m_desk, *rolled_back));
        QCOMPARE(synchronise(*second, *rolled_back).error().detail, std::string(feed_forked));
        birth(*m_desk);
        const auto stopped = synchronise(*m_desk, *rolled_back).error();
        QCOMPARE(stopped.detail, std::string(feed_forked));
        QCOMPARE(code_of(stopped), std::string("not_allowed"));
        must(rolled_back->service.shut_out("00004", second->identity().desk, monday_morning));
        must(synchronise(*m_desk, *rolled_back));
        is_healed(*rolled_back, *m_desk);
    }

    void what_the_server_has_not_signed_heals_nothing_data()
    {
        QTest::addColumn<QString>("changed");
        for (const auto* part : {"verdict", "body", "order", "signature"})
            QTest::newRow(part) << part;
    }

    void what_the_server_has_not_signed_heals_nothing()
    {
        QFETCH(QString, changed);
        const auto restored = copy_of_server();
        birth(*m_desk);
        birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        const auto before = must(operation_log(*restored->db, "00004").head_of_feed());
        auto request = must(load_outbox(*m_desk, batch_limits{.show_after = before.revision}));
        auto& entries = request.shown->entries;
        auto& last = entries.back();
        if (changed == "verdict")
            last.verdict_text.replace(last.verdict_text.find("2026"), 4, "2027");
        else if (changed == "body")
            last.body.replace(last.body.find("user"), 4, "usex");
        else if (changed == "order")
            std::swap(entries[0].verdict_text, entries[1].verdict_text);
        else
            request.shown->signature = std::string(128, 'a');
        const auto sent = must(decode_request(encode(request)));
        const auto refused = restored->service.exchange(sent, monday_morning).error();
        QCOMPARE(code_of(refused), std::string("corrupt_data"));
        QCOMPARE(must(operation_log(*restored->db, "00004").head_of_feed()).hash, before.hash);
    }

    void a_note_that_was_carried_before_is_not_carried_again()
    {
        const auto elsewhere = enrolled_desk(*m_at, "00070", m_random);
        const auto record = birth(*m_desk);
        must(synchronise(*m_desk, *m_at));
        const auto restored = copy_of_server();
        const auto entry = must(m_desk->load(record));
        const auto noted = register_of(
            *elsewhere,
            "court_decision_note",
            amendment_of("court_decision_note", entry, office_of("00070"))
        );
        QVERIFY(noted.is_stored());
        must(synchronise(*elsewhere, *m_at));
        must(synchronise(*m_desk, *m_at));
        QCOMPARE(must(m_desk->load(record)).notices.size(), std::size_t(1));
        must(feed_standing(*restored->db).await_everybody(monday_morning));
        must(synchronise(*elsewhere, *restored));
        must(synchronise(*m_desk, *restored));
        must(restored->service.deliver_mail(monday_morning));
        is_healed(*restored, *m_desk);
        QVERIFY(must(office_mail(*restored->db).waiting(10)).empty());
    }
};

QTEST_GUILESS_MAIN(HealingTest)
#include "healing_test.moc"
