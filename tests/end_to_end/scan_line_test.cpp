// Scans between two desks of an office and a real server, over a line that is cut again and again.
#include "desktop/sync/scan_carrier.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/syncserver/bad_line.h"
#include "tests/syncserver/running_server.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QSslCertificate>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* office = "00004";

/// A photograph that does not compress and is like no other.
std::string photograph(std::size_t bytes, std::uint64_t seed)
{
    std::string out(bytes, '\0');
    seeded_random chance(seed);
    chance.fill({reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
    return "\xFF\xD8\xFF" + out;
}

struct remote_desk
{
    remote_desk(running_server& at, const line_faults& faults)
        : line(at.port(), faults),
          desk(at.enrolled_desk(office)),
          folder(place.filePath("scans").toStdString()),
          carrier(
              identity(at), desk->key(), access(), [] { return monday_morning; }, chance()
          )
    {}

    desk_identity identity(running_server& at) const
    {
        auto out = desk->identity();
        out.server_url = "https://127.0.0.1:" + std::to_string(line.port());
        out.server_fingerprint = at.fingerprint();
        return out;
    }

    static std::unique_ptr<random_source> chance() { return std::make_unique<system_random>(); }

    scan_carrier::register_access access()
    {
        return {
            [this](std::int64_t limit, auto told) { told(scans_to_carry(*desk, limit)); },
            [this](const scan_task& task, auto told) {
                told(scan_was_carried(*desk, folder, task));
            },
            [this](const scan_task& task, std::size_t offset, const std::string& piece, auto told) {
                told(folder.put(
                    {task.sealed, static_cast<std::size_t>(task.sealed_bytes), offset, piece}
                ));
            },
            [this](const scan_task& task, std::size_t offset, std::size_t most, auto told) {
                told(folder.read(task.sealed, offset, most));
            },
        };
    }

    void exchange(running_server& at) const
    {
        must(take_in_answer(*desk, must(at.exchange(must(load_outbox(*desk, 100)))), monday_morning)
        );
    }

    /// One run of the carrier; whether nothing stopped it.
    bool carry()
    {
        bool is_through = false;
        QEventLoop loop;
        const auto ended = QObject::connect(
            &carrier,
            &scan_carrier::finished,
            &loop,
            [&](const carried_scans& carried, const std::optional<failure>& why) {
                is_through = !why;
                bytes += carried.bytes;
                put_off = carried.left;
                loop.quit();
            }
        );
        carrier.carry();
        if (carrier.is_carrying()) loop.exec();
        QObject::disconnect(ended);
        return is_through;
    }

    /// How many runs it took, or 0.
    int carry_until_through()
    {
        for (int run = 1; run <= 40; ++run)
            if (carry()) return run;
        return 0;
    }

    QTemporaryDir place;
    bad_line line;
    std::unique_ptr<desk_register> desk;
    scan_folder folder;
    scan_carrier carrier;
    std::int64_t bytes = 0;
    std::int64_t put_off = 0;
};

} // namespace

class ScanLineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_scan_that_is_cut_goes_on_where_it_stopped_both_ways()
    {
        running_server at;
        remote_desk sender(at, {.cut_up_after = 300'000, .cuts = 5});
        remote_desk receiver(at, {.cut_down_after = 300'000, .cuts = 5});
        const auto record = register_birth(*sender.desk, "Nguyễn Văn An").record;
        const auto large = photograph(1'500'000, 1);
        const auto small = photograph(20'000, 2);
        for (const auto& bytes : {large, small})
            must(
                attach_scan(*sender.desk, sender.folder, record, {"ảnh.jpg", bytes}, monday_morning)
            );
        sender.exchange(at);
        receiver.exchange(at);

        QVERIFY(receiver.carry()); // nothing is on the server yet: nothing stops, nothing is lost
        QCOMPARE(receiver.put_off, std::int64_t(2));
        const auto runs = sender.carry_until_through();
        QVERIFY2(runs > 1 && runs <= 6, qPrintable(QString::number(runs)));
        QVERIFY(receiver.carry_until_through() > 1);
        const auto papers = scans_of(must(receiver.desk->load(record)));
        QCOMPARE(must(open_scan(receiver.folder, papers[0])), large);
        QCOMPARE(must(open_scan(receiver.folder, papers[1])), small);
        QVERIFY(must(scans_to_carry(*sender.desk, 10)).empty());
        QVERIFY(must(scans_to_carry(*receiver.desk, 10)).empty());
        // What is told again after a cut is a piece, not the whole.
        const auto whole = static_cast<std::int64_t>(large.size() + small.size());
        QVERIFY2(
            receiver.bytes < whole * 3 / 2, qPrintable(QString::number(double(receiver.bytes)))
        );
        const auto runs_more = sender.bytes;
        QVERIFY(sender.carry());
        QCOMPARE(sender.bytes, runs_more);
    }

    void a_desk_from_an_old_copy_fetches_what_it_had_sent_before()
    {
        running_server at;
        remote_desk here(at, {});
        const auto record = register_birth(*here.desk, "Nguyễn Văn An").record;
        const auto paper = photograph(50'000, 3);
        const auto attached =
            must(attach_scan(*here.desk, here.folder, record, {"ảnh.jpg", paper}, monday_morning));
        here.exchange(at);
        QVERIFY(here.carry());
        // The register comes back to when the scan was still to be sent; its file is gone.
        must(here.desk->connection().execute_script("UPDATE scan SET state = 'send'"));
        QVERIFY(QDir(here.place.filePath("scans")).removeRecursively());
        QVERIFY(here.carry());
        QVERIFY(here.carry());
        QCOMPARE(must(open_scan(here.folder, attached)), paper);
    }

    void a_server_that_is_away_is_said_and_nothing_is_lost()
    {
        running_server at;
        remote_desk here(at, {.cut_up_after = 1, .cuts = 1'000});
        const auto record = register_birth(*here.desk, "Nguyễn Văn An").record;
        must(attach_scan(
            *here.desk, here.folder, record, {"ảnh.jpg", photograph(9'000, 4)}, monday_morning
        ));
        here.exchange(at);
        QVERIFY(!here.carry());
        QCOMPARE(must(scans_waiting(*here.desk)).to_send, std::int64_t(1));
        here.line.set({});
        QVERIFY(here.carry());
        QCOMPARE(must(scans_waiting(*here.desk)).to_send, std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(ScanLineTest)
#include "scan_line_test.moc"
