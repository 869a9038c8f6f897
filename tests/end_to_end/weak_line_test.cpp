// The desk's real network code and the real server, with a line between them that is cut at every
// place, slow, or leads to an older program.
#include "common/base/ids.h"
#include "desktop/sync/line_exchange.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/readable.h"
#include "tests/syncserver/bad_line.h"
#include "tests/syncserver/running_server.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QSslCertificate>
#include <QTest>
#include <QTimer>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* office = "00004";

/// A desk with its client; the line between it and the server is as bad as a test wants.
struct remote_desk
{
    remote_desk(running_server& at, const line_faults& faults, wire_dictionary words)
        : line(at.port(), faults),
          desk(at.enrolled_desk(office)),
          client(
              QUrl(QString("https://127.0.0.1:%1").arg(line.port())),
              QSslCertificate(at.certificate_pem())
                  .digest(QCryptographicHash::Sha256)
                  .toHex()
                  .toStdString()
          ),
          exchange(client, std::move(words))
    {}

    result<sync_response> ask(const sync_request& request)
    {
        result<sync_response> given = failure{failure_code::cancelled, "no answer"};
        QEventLoop loop;
        exchange.run(
            request,
            {desk->identity().desk,
             desk->key(),
             [this] {
                 return request_signer::stamp{monday_morning, new_uuid(monday_morning, random)};
             }},
            [&](result<sync_response> answer) {
                given = std::move(answer);
                loop.quit();
            }
        );
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        loop.exec();
        return given;
    }

    /// Until an exchange gets through; how many it took, or 0.
    int ask_until_answered(const batch_limits& limits)
    {
        for (int attempt = 1; attempt <= 40; ++attempt) {
            const auto answer = ask(must(load_outbox(*desk, limits)));
            if (!answer) continue;
            must(take_in_answer(*desk, *answer, monday_morning));
            return attempt;
        }
        return 0;
    }

    void register_births(int count, int from = 0)
    {
        for (int n = from; n < from + count; ++n)
            must(desk->register_event(birth(), {made_birth(n), {}, "", ""}, monday_morning));
    }

    system_random random;
    bad_line line;
    std::unique_ptr<desk_register> desk;
    server_client client;
    line_exchange exchange;
};

wire_dictionary words() { return must(wire_dictionary::load(real_definitions().folder())); }

} // namespace

class WeakLineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_small_exchange_goes_through_and_is_measured()
    {
        running_server at;
        remote_desk here(at, {}, words());
        here.register_births(1);
        QCOMPARE(here.ask_until_answered({}), 1);
        QCOMPARE(must(here.desk->overview()).unsent, std::int64_t(0));
        const auto& traffic = here.client.traffic();
        const auto counted = here.line.bytes_up() + here.line.bytes_down();
        qInfo(
            "metered %lld, on the line %lld",
            static_cast<long long>(traffic.total()),
            static_cast<long long>(counted)
        );
        QVERIFY(traffic.total() > counted / 2 && traffic.total() < counted * 2);
        QVERIFY(here.exchange.measured().wire_bytes > 1000);
    }

    void a_large_upload_that_is_cut_goes_on_where_it_stopped()
    {
        running_server at;
        remote_desk here(at, {.cut_up_after = 30'000, .cuts = 4}, {});
        here.register_births(400);
        const auto attempts = here.ask_until_answered({});
        QVERIFY2(attempts > 1 && attempts <= 6, qPrintable(QString::number(attempts)));
        QCOMPARE(must(here.desk->overview()).unsent, std::int64_t(0));
    }

    void a_large_answer_that_is_cut_is_fetched_to_its_end_data()
    {
        QTest::addColumn<int>("cut_after");
        for (const int bytes : {4'000, 12'000, 25'000})
            QTest::addRow("%d", bytes) << bytes;
    }

    void a_large_answer_that_is_cut_is_fetched_to_its_end()
    {
        QFETCH(int, cut_after);
        running_server at;
        remote_desk reader(at, {.cut_down_after = cut_after, .cuts = 2}, words());
        remote_desk writer(at, {}, words());
        writer.register_births(400);
        QCOMPARE(writer.ask_until_answered({}), 1);
        QVERIFY(reader.ask_until_answered({.max_operations = 0}) > 0);
        while (must(reader.desk->overview()).revision < must(writer.desk->overview()).revision)
            QVERIFY(reader.ask_until_answered({.max_operations = 0}) > 0);
        QVERIFY(!must(reader.desk->search("nguyen", 10)).empty());
        QVERIFY(reader.line.connections() > 1);
    }

    void a_server_that_lost_its_parts_gets_everything_again()
    {
        running_server at;
        remote_desk here(at, {.cut_up_after = 60'000, .cuts = 1}, {});
        here.register_births(400);
        const auto request = must(load_outbox(*here.desk, batch_limits()));
        (void)here.ask(request).has_value();
        for (int i = 0; i < 4; ++i) // others push it off the shelf
            at.parts().keep(
                std::string(office) + "/" + here.desk->identity().desk,
                std::to_string(i),
                {monday_morning.ms + 1}
            );
        QVERIFY(here.ask_until_answered({}) > 0);
        QCOMPARE(must(here.desk->overview()).unsent, std::int64_t(0));
    }

    void a_dictionary_the_server_does_not_have_is_left_out()
    {
        running_server at;
        QByteArray other(10'000, 'z');
        for (int i = 0; i < other.size(); ++i)
            other[i] = static_cast<char>(i * i % 251);
        remote_desk here(at, {}, must(wire_dictionary::of(other.toStdString())));
        here.register_births(1);
        // Packed with another dictionary under the same number: the server cannot read it.
        const auto answer = here.ask(must(load_outbox(*here.desk, batch_limits())));
        QVERIFY(!answer || answer->known_seq > 0);
    }

    void a_slow_and_lossy_line_gets_there()
    {
        running_server at;
        remote_desk here(
            at, {.bytes_per_second = 60'000, .round_trip_ms = 100, .lost_of_thousand = 50}, words()
        );
        here.register_births(10);
        QCOMPARE(here.ask_until_answered({}), 1);
        QVERIFY(here.exchange.measured().elapsed_ms >= 300); // TCP, TLS, and the question
    }
};

QTEST_GUILESS_MAIN(WeakLineTest)
#include "weak_line_test.moc"
