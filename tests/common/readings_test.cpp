// The log of reading of a desk: one row a look, bounded, told to the server once and kept there
// once, over a line or by a courier; and nothing of it in any feed.
#include "common/register/reading_log.h"
#include "common/sync/reading_book.h"
#include "tests/support/courier_post.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

class ReadingsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<server> m_at;
    std::unique_ptr<desk_register> m_desk;
    seeded_random m_random{5};

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_at = std::make_unique<server>();
        m_desk = enrolled_desk(*m_at, "00004", m_random);
    }

    void a_look_is_written_once_and_told_once()
    {
        const auto look = [&](const char* act, const char* words, std::int64_t minutes) {
            must(
                note_look(*m_desk, {act, "a record", words}, {monday_morning.ms + minutes * 60'000})
            );
        };
        look(reading_act::opened, "", 0);
        look(reading_act::opened, "", 9); // painted again
        look(reading_act::printed, "", 9);
        look(reading_act::searched, "ng", 10);
        look(reading_act::searched, "nguyen", 11); // typed on
        look(reading_act::searched, "tran", 12);
        look(reading_act::opened, "", 15);
        const auto log = must(readings(*m_desk, "", 10));
        QCOMPARE(log.size(), std::size_t(5));
        QCOMPARE(log[2].words, std::string("nguyen"));
        QCOMPARE(log[0].who, m_desk->user());
        QCOMPARE(must(readings(*m_desk, "another", 10)).size(), std::size_t(0));

        must(synchronise(*m_desk, *m_at));
        const auto kept = must(reading_book(*m_at->db, "00004").read({}));
        QCOMPARE(kept.size(), std::size_t(5));
        QVERIFY(must(readings_to_tell(*m_desk)).empty());
        // Nobody pulls them, and what a desk searched for stays there.
        for (const auto& row : must(m_at->db->query("SELECT body FROM operation")))
            QVERIFY(row.text(0).find("a record") == std::string::npos);
        for (const auto& one : kept)
            QVERIFY(one.what.words.empty());
        // An answer that was lost: told again, kept once.
        must(m_desk->set_meta("readings_told", "0"));
        must(synchronise(*m_desk, *m_at));
        QCOMPARE(must(reading_book(*m_at->db, "00004").read({})).size(), std::size_t(5));
    }

    void a_courier_carries_it_too()
    {
        courier_post post;
        must(note_look(*post.desk, {reading_act::opened, "a record"}, monday_morning));
        const auto answer = post.answer();
        QCOMPARE(must(reading_book(*post.at.db, "00004").read({})).size(), std::size_t(1));
        QCOMPARE(must(readings_to_tell(*post.desk)).size(), std::size_t(1));
        must(post.bring(answer));
        QVERIFY(must(readings_to_tell(*post.desk)).empty());
    }

    void the_log_of_reading_is_bounded()
    {
        auto& db = m_desk->connection();
        must(db.execute(
            "INSERT INTO reading (seq, at, who, act, record, words) VALUES ($1, 1, 'a', 'open', "
            "'x', "
            "'')",
            {max_readings_kept}
        ));
        must(db.execute(
            "INSERT INTO reading (seq, at, who, act, record, words) VALUES (1, 1, 'a', "
            "'open', 'x', '')",
            {}
        ));
        must(note_look(*m_desk, {reading_act::opened, "y"}, monday_morning));
        QCOMPARE(must(readings(*m_desk, "", 10)).size(), std::size_t(2));
        // More than an exchange takes goes with the next ones.
        for (int i = 0; i < max_readings_per_exchange + 20; ++i)
            must(note_look(*m_desk, {reading_act::opened, std::to_string(i)}, monday_morning));
        const auto first = must(load_outbox(*m_desk, 100));
        QCOMPARE(std::ssize(first.readings), std::ptrdiff_t(max_readings_per_exchange));
        must(take_in_answer(
            *m_desk, must(m_at->service.exchange(first, monday_morning)), monday_morning
        ));
        QCOMPARE(must(load_outbox(*m_desk, 100)).readings.size(), std::size_t(22));
    }
};

QTEST_GUILESS_MAIN(ReadingsTest)
#include "readings_test.moc"
