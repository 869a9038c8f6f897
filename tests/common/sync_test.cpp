// Desks and server exchanging operations: numbers, duplicates, blocks, refusals.
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

const event_definition& birth() { return *real_definitions().find_event("birth"); }

json::object birth_of(const std::string& name)
{
    auto data = lawful_birth();
    data.erase("gcs_code"); // one birth notice is one child
    data.erase("gcs_date");
    set_path(data, "child.full_name", json::value(name));
    return data;
}

registration_outcome register_birth(desk_register& desk, const std::string& name)
{
    return must(desk.register_event(birth(), {birth_of(name), {}, "", ""}, monday_morning));
}

std::string folded(const desk_register& desk, const std::string& id)
{
    return must(desk.load(id)).to_text();
}

std::vector<int> numbers_of_book(const desk_register& desk)
{
    std::vector<int> numbers;
    for (const auto& line : must(desk.book("BIRTH", 2026)))
        numbers.push_back(line.number->reg_no);
    return numbers;
}

} // namespace

class SyncTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void the_example_of_the_definition_is_a_clean_birth()
    {
        server at;
        seeded_random random(2);
        const auto desk = enrolled_desk(at, "00004", random);
        for (const auto& item : desk->check(birth(), lawful_birth(), monday_morning).findings)
            qWarning("%s", message_of(item, real_definitions(), &birth(), "vi").c_str());
        for (const auto& item : desk->check(birth(), lawful_birth(), monday_morning).findings)
            QCOMPARE(item.level, severity::info); // the marriage of the parents is not known here
    }

    void a_birth_registered_offline_is_pending_until_the_server_numbers_it()
    {
        server at;
        seeded_random random(3);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto outcome = register_birth(*desk, "Nguyễn Văn An");
        QVERIFY(outcome.is_stored());
        QVERIFY(must(desk->load(outcome.record)).state == record_state::pending);
        const auto report = must(synchronise(*desk, at));
        QCOMPARE(report.own.size(), std::size_t(1));
        const auto registered = must(desk->load(outcome.record));
        QVERIFY(registered.state == record_state::registered);
        QCOMPARE(to_display(*registered.number), std::string("01/2026"));
    }

    void two_desks_that_were_offline_get_every_number_once()
    {
        server at;
        seeded_random random(4);
        const auto first = enrolled_desk(at, "00004", random);
        const auto second = enrolled_desk(at, "00004", random);
        for (const auto* name : {"Nguyễn Văn An", "Nguyễn Văn Bình"})
            register_birth(*first, name);
        for (const auto* name : {"Nguyễn Thị Cúc", "Nguyễn Thị Dung"})
            register_birth(*second, name);
        must(synchronise(*second, at));
        must(synchronise(*first, at));
        must(synchronise(*second, at));
        QCOMPARE(numbers_of_book(*first), (std::vector<int>{1, 2, 3, 4}));
        QCOMPARE(numbers_of_book(*second), (std::vector<int>{1, 2, 3, 4}));
        for (const auto& line : must(first->book("BIRTH", 2026)))
            QCOMPARE(folded(*first, line.record), folded(*second, line.record));
    }

    void a_desk_with_a_block_numbers_offline_and_the_number_stays()
    {
        server at;
        seeded_random random(5);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto other = enrolled_desk(at, "00004", random);
        must(desk->request_block("BIRTH", 5, monday_morning));
        must(synchronise(*desk, at));
        const auto outcome = register_birth(*desk, "Nguyễn Văn An");
        QCOMPARE(to_display(*outcome.number), std::string("01/2026"));
        const auto late = register_birth(*other, "Nguyễn Văn Bình");
        must(synchronise(*other, at));
        QCOMPARE(to_display(*must(other->load(late.record)).number), std::string("06/2026"));
        must(synchronise(*desk, at));
        QCOMPARE(to_display(*must(desk->load(outcome.record)).number), std::string("01/2026"));
        QVERIFY(must(desk->load(outcome.record)).confirmed);
    }

    void numbers_of_a_returned_block_are_given_again_lowest_first()
    {
        server at;
        seeded_random random(6);
        const auto desk = enrolled_desk(at, "00004", random);
        const auto block = must(desk->request_block("BIRTH", 3, monday_morning));
        must(synchronise(*desk, at));
        register_birth(*desk, "Nguyễn Văn An");
        must(desk->return_block(block, monday_morning));
        must(synchronise(*desk, at));
        for (const auto* name : {"Nguyễn Văn Bình", "Nguyễn Văn Cường", "Nguyễn Văn Dũng"})
            register_birth(*desk, name);
        must(synchronise(*desk, at));
        QCOMPARE(numbers_of_book(*desk), (std::vector<int>{1, 2, 3, 4}));
    }

    void the_same_child_at_two_offices_is_held_and_shows_the_first_office()
    {
        server at;
        seeded_random random(7);
        const auto first = enrolled_desk(at, "00004", random);
        const auto second = enrolled_desk(at, "00070", random);
        register_birth(*first, "Nguyễn Văn An");
        auto copy = birth_of("Nguyễn Văn An");
        const auto outcome =
            must(second->register_event(birth(), {copy, {}, "", ""}, monday_morning));
        QVERIFY(outcome.is_stored());
        must(synchronise(*first, at));
        must(synchronise(*second, at));
        const auto held = must(second->load(outcome.record));
        QVERIFY(held.state == record_state::held);
        QCOMPARE(text_at(held.other, "office"), std::string_view("00004"));
        QVERIFY(held.to_text().find("\"name\"") == std::string::npos); // where it is, not who it is

        must(second->confirm_distinct(
            outcome.record, "Hai cháu khác nhau, đã đối chiếu giấy chứng sinh", monday_morning
        ));
        must(synchronise(*second, at));
        QVERIFY(must(second->load(outcome.record)).state == record_state::registered);
    }

    void what_the_server_rejects_waits_and_can_be_mended()
    {
        server at;
        seeded_random random(8);
        const auto desk = enrolled_desk(at, "00004", random);
        const instant wrong_clock{monday_morning.ms + 400ll * 24 * 3600 * 1000};
        auto data = birth_of("Nguyễn Văn An");
        const auto outcome = must(desk->register_event(birth(), {data, {}, "", ""}, wrong_clock));
        if (!outcome.is_stored())
            for (const auto& item : outcome.findings)
                qWarning("%s %s", item.rule.c_str(), item.field.c_str());
        QVERIFY(outcome.is_stored());
        must(synchronise(*desk, at));
        QVERIFY(must(desk->load(outcome.record)).state == record_state::rejected);
        must(desk->register_event(birth(), {data, {}, outcome.record, ""}, monday_morning));
        must(synchronise(*desk, at));
        QVERIFY(must(desk->load(outcome.record)).state == record_state::registered);
    }

    void an_exchange_that_is_repeated_changes_nothing()
    {
        server at;
        seeded_random random(9);
        const auto desk = enrolled_desk(at, "00004", random);
        register_birth(*desk, "Nguyễn Văn An");
        const auto request = must(load_outbox(*desk, 100));
        const auto once = encode(must(at.service.exchange(request, monday_morning)));
        const auto twice = encode(must(at.service.exchange(request, monday_morning)));
        QCOMPARE(once, twice);
        must(take_in_answer(*desk, must(decode_response(once)), monday_morning));
        must(take_in_answer(*desk, must(decode_response(twice)), monday_morning));
        QCOMPARE(numbers_of_book(*desk), (std::vector<int>{1}));
    }

    void an_answer_that_was_changed_on_the_way_is_refused_and_nothing_is_taken()
    {
        server at;
        seeded_random random(10);
        const auto desk = enrolled_desk(at, "00004", random);
        register_birth(*desk, "Nguyễn Văn An");
        auto answer = must(at.service.exchange(must(load_outbox(*desk, 100)), monday_morning));
        answer.entries.front().verdict_text =
            R"({"outcome":"accepted","reg_no":7,"year":2026,"book":"BIRTH"})";
        const auto taken = take_in_answer(*desk, answer, monday_morning);
        QVERIFY(!taken);
        QVERIFY(taken.error().code == failure_code::corrupt_data);
        QVERIFY(numbers_of_book(*desk).empty());
    }
};

QTEST_GUILESS_MAIN(SyncTest)
#include "sync_test.moc"
