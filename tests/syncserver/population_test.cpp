// From an accepted birth to the number on its certificate, against the simulator of the population
// database: refusals, delays, outages, lost and doubled answers.
#include "tests/support/pin_office.h"
#include "tests/syncserver/contract.h"
#include "tests/syncserver/population_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

class PopulationTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_birth_gets_its_number_and_the_certificate_carries_it()
    {
        population_world here;
        const auto record = here.born("Nguyễn Văn An");
        QVERIFY(!here.desk->issue_paper(record, "birth_certificate", here.time.now()));
        QVERIFY(here.work(1));
        const auto number = here.number_of(record);
        QVERIFY(number.starts_with("001226")); // Hà Nội, a boy of this century, 2026
        const auto issue =
            must(here.desk->issue_paper(record, "birth_certificate", here.time.now()));
        QCOMPARE(printed_number(issue, here.desk->office()), number);
        QVERIFY(here.work_for_hours(24));
        QCOMPARE(here.simulator.calls(), 1);
    }

    void every_child_gets_a_number_of_its_own()
    {
        population_world here;
        std::set<std::string> numbers;
        std::vector<std::string> records;
        for (const auto* name :
             {"Nguyễn Văn An", "Trần Thị Bình", "Nguyễn Văn Cường", "Nguyễn Thị Dung"})
            records.push_back(here.born(name));
        QVERIFY(here.work(1));
        for (const auto& record : records)
            numbers.insert(here.number_of(record));
        QCOMPARE(numbers.size(), records.size());
        QVERIFY(!numbers.contains(""));
    }

    void what_is_sent_is_what_the_protocol_says()
    {
        population_world here;
        here.born("Nguyễn Văn An");
        const auto task = must(here.exchanges->pins_due(1)).front();
        const auto message = must(here.exchanges->pin_sent(task));
        QCOMPARE(contract::misfits_of("population_request.json", message), QStringList());
        const auto answer = must(here.database->ask(message));
        QCOMPARE(
            contract::misfits_of("population_answer.json", to_json(answer, task.request)),
            QStringList()
        );
    }

    void a_refusal_reaches_the_clerk_with_its_reason_data()
    {
        QTest::addColumn<QString>("code");
        for (const auto* code :
             {"duplicate_person",
              "parents_do_not_match",
              "unit_code_wrong",
              "date_wrong",
              "encoding_wrong"})
            QTest::newRow(code) << code;
    }

    void a_refusal_reaches_the_clerk_with_its_reason()
    {
        QFETCH(QString, code);
        population_world here({.refused_names = {{"Nguyễn Văn An", code.toStdString()}}});
        const auto refused = here.born("Nguyễn Văn An");
        const auto given = here.born("Trần Thị Bình");
        QVERIFY(here.work(1));
        QCOMPARE(here.state_of(given), std::string("issued"));
        const auto line = must(pins_in(*here.desk, pin_tray::refused, 10)).front();
        QCOMPARE(line.entry.record, refused);
        QCOMPARE(QString::fromStdString(line.code), code);
        const auto sentence = refusal_text(real_definitions(), line.code);
        QVERIFY(sentence.vi != refusal_text(real_definitions(), "other").vi);
        here.simulator.set_options({});
        must(ask_pin_again(*here.desk, refused, here.time.now()));
        here.sync();
        QVERIFY(here.work(1));
        QCOMPARE(here.state_of(refused), std::string("issued"));
        QCOMPARE(here.simulator.numbers_given(), std::size_t(2));
    }

    void a_database_that_needs_time_is_asked_after()
    {
        population_world here({.waiting_answers = 3});
        const auto record = here.born("Nguyễn Văn An");
        QVERIFY(here.work(1));
        QCOMPARE(here.state_of(record), std::string("sent"));
        QVERIFY(here.work_for_hours(2));
        QCOMPARE(here.state_of(record), std::string("issued"));
        QCOMPARE(here.simulator.calls(), 4);
    }

    void an_outage_delays_and_loses_nothing()
    {
        population_world here;
        std::vector<std::string> records;
        for (const auto* name :
             {"Nguyễn Văn An", "Trần Thị Bình", "Nguyễn Văn Cường", "Nguyễn Thị Dung"})
            records.push_back(here.born(name));
        here.simulator.set_down(true);
        QVERIFY(!here.work(1));
        QCOMPARE(here.simulator.calls(), max_silences_in_a_round);
        QVERIFY(!here.work_for_hours(24));
        QVERIFY(here.simulator.calls() < 60); // four requests over a day
        here.simulator.set_down(false);
        here.work_for_hours(10);
        for (const auto& record : records)
            QCOMPARE(here.state_of(record), std::string("issued"));
        QCOMPARE(here.simulator.numbers_given(), records.size());
    }

    void a_line_that_is_down_sends_nothing_and_costs_one_attempt_a_round()
    {
        population_world here;
        const auto first = here.born("Nguyễn Văn An");
        const auto second = here.born("Trần Thị Bình");
        const auto address = here.line->address();
        here.line.reset();
        QVERIFY(!here.work(1));
        QCOMPARE(here.state_of(first), std::string());
        QVERIFY(here.metrics_text().contains("hotich_pin_answers_total{kind=\"not_reached\"} 1\n"));
        here.line = std::make_unique<running_simulator>(here.simulator, address);
        QVERIFY(here.work(2));
        QCOMPARE(here.state_of(first), std::string("issued"));
        QCOMPARE(here.state_of(second), std::string("issued"));
        QCOMPARE(here.simulator.calls(), 2); // no question: it was certain that nothing was sent
    }

    void a_bad_line_gives_every_child_one_number_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("answers are lost") << 0;
        QTest::newRow("the line is dropped") << 1;
        QTest::newRow("answers come twice") << 2;
        QTest::newRow("errors between") << 3;
        QTest::newRow("everything at once") << 4;
    }

    void a_bad_line_gives_every_child_one_number()
    {
        QFETCH(int, fault);
        simulator_options options{.waiting_answers = 1};
        if (fault == 0 || fault == 4) options.lose_every = 2;
        if (fault == 1 || fault == 4) options.drop_every = 3;
        if (fault == 2 || fault == 4) options.double_every = 1;
        if (fault == 3 || fault == 4) options.fail_every = 5;
        population_world here(options);
        std::set<std::string> numbers;
        std::vector<std::string> records;
        for (const auto* name : {"Nguyễn Văn An", "Trần Thị Bình", "Nguyễn Văn Cường"})
            records.push_back(here.born(name));
        here.work_for_hours(72);
        for (const auto& record : records)
            numbers.insert(here.number_of(record));
        QCOMPARE(numbers.size(), records.size());
        QVERIFY(!numbers.contains(""));
        QCOMPARE(here.simulator.numbers_given(), records.size());
    }

    void a_second_number_is_told_and_changes_nothing()
    {
        population_world here;
        const auto record = here.born("Nguyễn Văn An");
        const auto task = must(here.exchanges->pins_due(1)).front();
        QVERIFY(here.work(1));
        const auto number = here.number_of(record);
        here.simulator.set_options({.second_number_every = 1});
        const auto second = must(here.database->question(record));
        QVERIFY(second.pin != number);
        QVERIFY(
            must(here.exchanges->pin_answered(task, second, here.random)) == pin_outcome::conflict
        );
        here.sync();
        QCOMPARE(here.number_of(record), number);
        QVERIFY(here.metrics_text().contains("hotich_pin_requests{state=\"conflict\"} 1\n"));
    }

    void what_waits_is_told_in_the_metrics()
    {
        population_world here;
        here.born("Nguyễn Văn An");
        here.born("Trần Thị Bình");
        here.time.wait(60'000);
        const auto before = here.metrics_text();
        QVERIFY(before.contains("hotich_population_configured 0\n"));
        QVERIFY(before.contains("hotich_pin_requests{state=\"queued\"} 2\n"));
        QVERIFY(before.contains("hotich_pin_oldest_seconds 60\n"));
        here.work(1);
        const auto after = here.metrics_text();
        QVERIFY(after.contains("hotich_pin_requests{state=\"queued\"} 0\n"));
        QVERIFY(after.contains("hotich_pin_oldest_seconds 0\n"));
        QVERIFY(after.contains("hotich_pin_answers_total{kind=\"issued\"} 2\n"));
    }

    void the_worker_works_by_itself_and_ends_when_told()
    {
        population_world here;
        const auto record = here.born("Nguyễn Văn An");
        auto worker = here.new_worker();
        worker->start();
        QTRY_VERIFY_WITH_TIMEOUT(here.simulator.calls() > 0, 10'000);
        worker->stop();
        worker->stop();
        here.sync();
        QCOMPARE(here.state_of(record), std::string("issued"));
        QVERIFY(here.metrics_text().contains("hotich_population_configured 1\n"));
    }

    void the_simulator_wants_its_token()
    {
        population_world here({.token = "bi-mat"});
        const auto record = here.born("Nguyễn Văn An");
        QVERIFY(!here.work(1));
        QCOMPARE(here.simulator.numbers_given(), std::size_t(0));
        here.connect_to({"http://" + here.line->address(), "bi-mat"});
        here.work(4);
        QCOMPARE(here.state_of(record), std::string("issued"));
    }
};

QTEST_GUILESS_MAIN(PopulationTest)
#include "population_test.moc"
