// One commune's day, and a new PC, over a line of 30 KB/s, 500 ms and 5 % loss: the desk's real
// network code and the real server, with a line between them that loses and delays as TCP would see
// it (tests/syncserver/bad_line.h). The reference is gzip of the same messages in full.
#include "common/base/ids.h"
#include "common/sync/desk_line.h"
#include "desktop/sync/sync_driver.h"
#include "tests/bench/bench.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/syncserver/bad_line.h"
#include "tests/syncserver/running_server.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSslCertificate>
#include <QTimer>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr const char* office = "00004";
constexpr line_faults weak{
    .bytes_per_second = 30'000, .round_trip_ms = 500, .lost_of_thousand = 50};
constexpr int patience_ms = 900'000;

double gzip_bytes(const std::string& text)
{
    return static_cast<double>(qCompress(QByteArray::fromStdString(text), 6).size()) + 8;
}

struct remote_desk
{
    remote_desk(running_server& at, std::unique_ptr<desk_register> with)
        : line(at.port(), weak), desk(std::move(with))
    {
        identity = desk->identity();
        identity.server_url = "https://127.0.0.1:" + std::to_string(line.port());
        identity.server_fingerprint = QSslCertificate(at.certificate_pem())
                                          .digest(QCryptographicHash::Sha256)
                                          .toHex()
                                          .toStdString();
        words = must(wire_dictionary::load(real_definitions().folder()));
    }

    /// A program that starts, synchronises until it rests, and ends. Seconds.
    double synchronise()
    {
        QEventLoop loop;
        QElapsedTimer clock;
        clock.start();
        sync_driver driver(
            identity,
            desk->key(),
            {[this](const batch_limits& limits, auto loaded) {
                 auto request = load_outbox(*desk, limits);
                 if (request) {
                     auto full = *request;
                     full.is_lean = false;
                     gzip += gzip_bytes(encode(full));
                 }
                 loaded(std::move(request));
             },
             [this](const sync_response& response, auto applied) {
                 auto report = take_in_answer(*desk, response, monday_morning);
                 count_answer(response);
                 applied(std::move(report));
             },
             [this](const learned_line& learned, const line_traffic& moved) {
                 must(keep_line(*desk, learned, moved, monday_morning));
             }},
            {line_of(*desk), words},
            [] { return monday_morning; },
            std::make_unique<system_random>()
        );
        const auto phase_changed = [&](sync_phase phase, const std::optional<failure>&) {
            if (phase == sync_phase::idle || phase == sync_phase::stopped) loop.quit();
        };
        QObject::connect(&driver, &sync_driver::phase_changed, &loop, phase_changed);
        QTimer::singleShot(patience_ms, &loop, &QEventLoop::quit);
        driver.synchronise();
        loop.exec();
        return static_cast<double>(clock.elapsed()) / 1000;
    }

    /// The same entries as protocol 1 tells them, with every body.
    void count_answer(const sync_response& response)
    {
        sync_response full = response;
        full.is_lean = false;
        full.entries = must(desk->log().entries_after(
            response.head.revision - static_cast<std::int64_t>(response.entries.size()),
            static_cast<std::int64_t>(response.entries.size())
        ));
        gzip += gzip_bytes(encode(full));
    }

    [[nodiscard]] double bytes() const
    {
        return static_cast<double>(line.bytes_up() + line.bytes_down());
    }

    bad_line line;
    std::unique_ptr<desk_register> desk;
    desk_identity identity;
    wire_dictionary words;
    double gzip = 0;
};

/// Registrations, with a paper of every second one; synchronised after every few.
std::vector<measure> day(const std::string& name, int registrations, int at_once, const char* goal)
{
    running_server at;
    remote_desk here(at, at.enrolled_desk(office));
    double seconds = 0;
    for (int n = 0; n < registrations;) {
        for (int i = 0; i < at_once && n < registrations; ++i, ++n)
            must(here.desk->register_event(birth(), {made_birth(n), {}, "", ""}, monday_morning));
        seconds += here.synchronise();
        for (const auto& line : must(here.desk->in_state(record_state::registered, 1)))
            (void)here.desk->issue_paper(line.record, "birth_certificate", monday_morning)
                .has_value();
    }
    seconds += here.synchronise();
    return {
        {name + ": on the wire, TLS and TCP too",
         "KB",
         here.bytes() / 1000,
         here.gzip / 1000,
         here.bytes() / here.gzip,
         "gzip of full bodies",
         goal},
        {name + ": waiting for the line", "s", seconds, 0, 0, "", "<= 30 (average day)"},
    };
}

/// One new record a sync: the body alone.
measure one_record()
{
    running_server at;
    remote_desk here(at, at.enrolled_desk(office));
    std::vector<double> ours;
    std::vector<double> gzip;
    for (int n = 0; n < 50; ++n) {
        must(here.desk->register_event(birth(), {made_birth(n), {}, "", ""}, monday_morning));
        const auto request = must(load_outbox(*here.desk, batch_limits()));
        auto full = request;
        full.is_lean = false;
        ours.push_back(
            static_cast<double>(here.words.compress(encode(request, wire_form::short_links)).size())
        );
        gzip.push_back(gzip_bytes(encode(full)));
        must(take_in_answer(*here.desk, must(at.exchange(request)), monday_morning));
    }
    return {
        "one new record: the body",
        "bytes",
        median(ours),
        median(gzip),
        median(ours) / median(gzip),
        "gzip of the same",
        "<= 0.35 x gzip"};
}

/// A PC of which the office knows nothing yet, and an office that has much.
std::vector<measure> new_pc(int records)
{
    running_server at;
    at.fill(office, records);
    QElapsedTimer clock;
    auto desk = must(desk_register::over(
        must(open_in_memory()), "Lê Thị Hộ Tịch", real_definitions(), at.chance()
    ));
    bad_line line(at.port(), weak);
    const auto fingerprint = QSslCertificate(at.certificate_pem())
                                 .digest(QCryptographicHash::Sha256)
                                 .toHex()
                                 .toStdString();
    server_client client(QUrl(QString("https://127.0.0.1:%1").arg(line.port())), fingerprint);
    const auto secret = at.new_secret(office);
    QEventLoop loop;
    clock.start();
    client.enrol(
        secret,
        desk->key().public_hex,
        [&](const result<server_client::enrolled_desk>& enrolled) {
            must(complete_enrolment(*desk, must(enrolled).identity, enrolled->profile_text));
            must(desk->register_event(birth(), {made_birth(900'001), {}, "", ""}, monday_morning));
            loop.quit();
        }
    );
    loop.exec();
    const auto first_work = static_cast<double>(clock.elapsed()) / 1000;
    const auto enrolment_bytes = static_cast<double>(line.bytes_up() + line.bytes_down());
    remote_desk here(at, std::move(desk));
    const auto rest = here.synchronise();
    const auto count = static_cast<double>(must(here.desk->overview()).revision);
    const auto name = "new PC, " + std::to_string(records) + " records: ";
    return {
        {name + "first registration", "s", first_work, 0, 0, "", "<= 10"},
        {name + "complete", "s", first_work + rest, 0, 0, "", "<= 180 (30,000 records)"},
        {name + "on the wire",
         "KB",
         (enrolment_bytes + here.bytes()) / 1000,
         here.gzip / 1000,
         (enrolment_bytes + here.bytes()) / here.gzip,
         "gzip of full bodies",
         "-"},
        {name + "operations here", "", count, 0, 0, "", "all"},
    };
}

} // namespace

std::vector<measure> weakline(const settings& chosen)
{
    int argc = 1;
    char name[] = "hotich-bench";
    char* argv[] = {name, nullptr};
    const QCoreApplication application(argc, argv);
    std::vector<measure> all{one_record()};
    const auto add = [&all](const std::vector<measure>& more) {
        all.insert(all.end(), more.begin(), more.end());
    };
    add(day("average day, 10 registrations", 10, 1, "<= 200 KB"));
    add(day("busy day, 60 registrations", 60, 6, "-"));
    add(new_pc(std::max(100, static_cast<int>(30'000 * chosen.scale))));
    return all;
}

} // namespace hotich::bench
