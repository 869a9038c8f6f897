// What makes a weak line bearable: what a desk learns of it, the dictionary, parts of large bodies,
// the data meter.
#include "common/sync/data_meter.h"
#include "common/sync/desk_line.h"
#include "common/sync/dictionary.h"
#include "common/sync/part_shelf.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant start = monday_morning;
constexpr std::int64_t kb = 1024;

const wire_dictionary& dictionary()
{
    static const auto loaded = must(wire_dictionary::load(real_definitions().folder()));
    return loaded;
}

part_shelf::piece piece_of(
    const std::string& body, std::size_t offset, std::size_t size, std::string_view name = {}
)
{
    return {
        name.empty() ? sha256_hex(body) : std::string(name),
        body.size(),
        offset,
        std::string_view(body).substr(offset, size)};
}

} // namespace

class LineTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // --- learning

    void a_line_is_learned_from_what_took_how_long_data()
    {
        QTest::addColumn<int>("used");
        QTest::addColumn<int>("carried");
        QTest::addColumn<int>("elapsed_ms");
        QTest::addColumn<int>("then");
        const auto row = [](const char* name, auto used, auto carried, int ms, auto then) {
            QTest::newRow(name) << int(used) << int(carried) << ms << int(then);
        };
        row("quick and full", 64 * kb, 60 * kb, 1'000, 128 * kb);
        row("just quick", 64 * kb, 64 * kb, 5'000, 128 * kb);
        row("as it should be", 64 * kb, 64 * kb, 10'000, 64 * kb);
        row("slow", 64 * kb, 64 * kb, 20'000, 32 * kb);
        row("quick and nearly empty", 64 * kb, 10 * kb, 600, 64 * kb);
        row("nothing carried", 64 * kb, 0, 500, 64 * kb);
        row("not measured", 64 * kb, 64 * kb, 0, 64 * kb);
        row("never too large", most_batch_bytes, most_batch_bytes, 1'000, most_batch_bytes);
        row("never too small", least_batch_bytes, least_batch_bytes, 90'000, least_batch_bytes);
    }

    void a_line_is_learned_from_what_took_how_long()
    {
        QFETCH(int, used);
        QFETCH(int, carried);
        QFETCH(int, elapsed_ms);
        QFETCH(int, then);
        learned_line up{used, 100 * kb, 0};
        up.learn({carried, 0}, up, {20 * kb, elapsed_ms});
        QCOMPARE(up.batch_bytes, std::int64_t(then));
        QCOMPARE(up.answer_bytes, 100 * kb);
        learned_line down{100 * kb, used, 0};
        down.learn({0, carried}, down, {20 * kb, elapsed_ms});
        QCOMPARE(down.answer_bytes, std::int64_t(then));
    }

    void the_speed_of_a_line_follows_slowly()
    {
        learned_line line;
        line.learn({}, line, {30'000, 1'000});
        QCOMPARE(line.bytes_per_second, std::int64_t(30'000));
        line.learn({}, line, {10'000, 1'000});
        QCOMPARE(line.bytes_per_second, std::int64_t(25'000));
        line.learn({}, line, {1'000, 1'000}); // too little to tell speed from delay
        QCOMPARE(line.bytes_per_second, std::int64_t(25'000));
    }

    void a_lost_exchange_halves_and_a_small_first_one_forgets_nothing()
    {
        learned_line line{1024 * kb, 512 * kb, 5};
        line.shrink();
        QVERIFY(line == (learned_line{512 * kb, 256 * kb, 5}));
        QVERIFY(line.at_first() == (learned_line{first_batch_bytes, first_batch_bytes, 5}));
        line.learn({first_batch_bytes, 0}, line.at_first(), {9 * kb, 800});
        QCOMPARE(line.batch_bytes, 512 * kb);
        for (int i = 0; i < 20; ++i)
            line.shrink();
        QCOMPARE(line.batch_bytes, least_batch_bytes);
    }

    void a_line_is_kept_and_nonsense_is_not_believed()
    {
        const learned_line line{100 * kb, 200 * kb, 30'000};
        QVERIFY(parse_learned_line(to_text(line.to_json())) == line);
        for (const auto* bad : {"", "[]", "{}", R"({"batch_bytes":"x"})"})
            QVERIFY(parse_learned_line(bad) == learned_line());
        const auto wild = parse_learned_line(
            R"({"batch_bytes":-5,"answer_bytes":99999999999,"bytes_per_second":-1})"
        );
        QVERIFY(wild == (learned_line{least_batch_bytes, most_batch_bytes, 0}));
    }

    void a_desk_keeps_its_line_and_its_traffic()
    {
        server at;
        seeded_random random(5);
        const auto desk = enrolled_desk(at, "00004", random);
        QVERIFY(line_of(*desk) == learned_line());
        must(keep_line(*desk, {64 * kb, 32 * kb, 7}, {100, 200}, start));
        must(keep_line(*desk, {64 * kb, 32 * kb, 8}, {1, 2}, start));
        QVERIFY(line_of(*desk) == (learned_line{64 * kb, 32 * kb, 8}));
        const auto today = traffic_of(*desk).during("2026-11-23");
        QVERIFY(today.sent == 101 && today.received == 202);
    }

    void the_meter_keeps_two_months_and_sums_a_month()
    {
        data_meter meter("nonsense");
        QVERIFY(meter.kept().empty());
        for (int day = 10; day < 30; ++day)
            for (const auto* month : {"2026-09-", "2026-10-", "2026-11-", "2026-12-"})
                meter.add(month + std::to_string(day), {1, 10});
        QCOMPARE(meter.kept().size(), max_metered_days);
        QCOMPARE(meter.during("2026-12").received, std::int64_t(200));
        QCOMPARE(meter.during("2026-09").total(), std::int64_t(22)); // the oldest days are gone
        const data_meter again(to_text(meter.kept()));
        QCOMPARE(again.during("2026").total(), meter.during("2026").total());
        const data_meter wrong(R"({"a":[1],"b":["x",2],"c":[-1,2],"d":[1,2]})");
        QCOMPARE(wrong.kept().size(), std::size_t(1));
    }

    // --- dictionary

    void the_dictionary_reads_what_it_wrote_and_nobody_else_does()
    {
        for (const std::size_t size : {0u, 1u, 1000u, 65'536u, 65'537u, 1'000'000u}) {
            const std::string text(size, 'h');
            const auto packed = dictionary().compress(text);
            QVERIFY(must(dictionary().decompress(packed)) == text);
        }
        const auto packed = dictionary().compress(to_text(made_birth(1)));
        const auto plain = decompress(packed);
        QVERIFY(!plain || *plain != to_text(made_birth(1)));
        QVERIFY(must(dictionary().decompress(compress("plain zstd"))) == "plain zstd");
        QVERIFY(must(wire_dictionary().decompress(compress("none"))) == "none");
    }

    void a_dictionary_that_is_not_the_released_one_is_refused()
    {
        QTemporaryDir folder;
        const auto schemas = folder.path().toStdString();
        QCOMPARE(failure_of(wire_dictionary::load(schemas)), std::string("not_found"));
        QVERIFY(QDir(folder.path()).mkdir("protocol"));
        QFile file(folder.filePath("protocol/dictionary-1.zdict"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("another version");
        file.close();
        QCOMPARE(failure_of(wire_dictionary::load(schemas)), std::string("corrupt_data"));
    }

    void one_new_record_is_a_small_body()
    {
        server at;
        seeded_random random(6);
        const auto desk = enrolled_desk(at, "00004", random);
        std::vector<double> ratios;
        for (int n = 0; n < 20; ++n) {
            must(desk->register_event(birth(), {made_birth(n), {}, "", ""}, start));
            const auto request = must(load_outbox(*desk, 400));
            auto as_it_was = request;
            as_it_was.is_lean = false;
            const auto gzip = qCompress(QByteArray::fromStdString(encode(as_it_was)), 6);
            const auto ours = dictionary().compress(encode(request, wire_form::short_links));
            ratios.push_back(double(ours.size()) / double(gzip.size() + 8));
            must(synchronise(*desk, at));
        }
        std::sort(ratios.begin(), ratios.end());
        qInfo("body / gzip: median %.3f, worst %.3f", ratios[10], ratios.back());
        QVERIFY(ratios[10] <= 0.45);
    }

    // --- parts

    void a_part_goes_on_where_it_was_cut()
    {
        part_shelf shelf;
        const std::string body(100'000, 'x');
        QCOMPARE(must(shelf.put("o/d", piece_of(body, 0, 0), start)), std::size_t(0));
        QCOMPARE(must(shelf.put("o/d", piece_of(body, 0, 40'000), start)), std::size_t(40'000));
        QCOMPARE(failure_of(shelf.whole("o/d", sha256_hex(body), start)), std::string("not_found"));
        // The answer was lost: the same piece again, then a question, then the rest.
        QCOMPARE(must(shelf.put("o/d", piece_of(body, 0, 40'000), start)), std::size_t(40'000));
        QCOMPARE(must(shelf.put("o/d", piece_of(body, 0, 0), start)), std::size_t(40'000));
        QCOMPARE(must(shelf.put("o/d", piece_of(body, 40'000, 60'000), start)), body.size());
        QVERIFY(must(shelf.whole("o/d", sha256_hex(body), start)) == body);
        QVERIFY(must(shelf.rest("o/d", sha256_hex(body), 99'990, start)).size() == 10);
        QCOMPARE(
            failure_of(shelf.rest("o/d", sha256_hex(body), 100'001, start)),
            std::string("invalid_input")
        );
        QCOMPARE(failure_of(shelf.whole("o/e", sha256_hex(body), start)), std::string("not_found"));
    }

    void a_part_that_is_not_what_it_says_is_forgotten()
    {
        part_shelf shelf;
        const std::string body(1000, 'x');
        const auto wrong = sha256_hex("other");
        QCOMPARE(must(shelf.put("d", piece_of(body, 0, 500, wrong), start)), std::size_t(500));
        QCOMPARE(
            failure_of(shelf.put("d", piece_of(body, 500, 500, wrong), start)),
            std::string("invalid_input")
        );
        QCOMPARE(shelf.bytes(), std::size_t(0));
        must(shelf.put("d", piece_of(body, 0, 500), start));
        const std::string longer(2000, 'x');
        QCOMPARE(
            failure_of(shelf.put("d", piece_of(longer, 500, 1500, sha256_hex(body)), start)),
            std::string("invalid_input")
        );
        for (const auto* name : {"", "xyz", "../../../etc"})
            QCOMPARE(
                failure_of(shelf.put("d", {name, 10, 0, "x"}, start)), std::string("invalid_input")
            );
    }

    void a_shelf_has_limits_of_size_number_and_age()
    {
        part_shelf shelf({.part_bytes = 1000, .all_bytes = 2500, .parts_of_owner = 2});
        const auto body_of = [](char letter, std::size_t size) {
            return std::string(size, letter);
        };
        QVERIFY(shelf.keep("a", body_of('x', 1001), start).empty());
        QCOMPARE(
            failure_of(shelf.put("a", {sha256_hex("x"), 1001, 0, "x"}, start)),
            std::string("invalid_input")
        );
        const auto first = shelf.keep("a", body_of('1', 1000), start);
        shelf.keep("a", body_of('2', 900), {start.ms + 1});
        const auto third = shelf.keep("a", body_of('3', 10), {start.ms + 2});
        QVERIFY(!shelf.whole("a", first, start)); // too many of one desk
        shelf.keep("b", body_of('4', 1000), {start.ms + 3});
        shelf.keep("b", body_of('5', 1000), {start.ms + 4});
        QVERIFY(shelf.bytes() <= 2500);
        QVERIFY(shelf.whole("a", third, start)); // what makes room is the oldest
        QVERIFY(!shelf.whole("a", third, {start.ms + 3 + 24 * 3600 * 1000}));
    }
};

QTEST_GUILESS_MAIN(LineTest)
#include "line_test.moc"
