// What is noted on an entry after it was registered: never overwritten, in the order of the feed,
// at the office that holds the book (TT 04/2020 Đ29, Đ35; Luật Hộ tịch Đ28, Đ30).
#include "common/papers/notes.h"
#include "common/records/annotation.h"
#include "common/register/desk_entries.h"
#include "tests/support/births.h"
#include "tests/support/events.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;

instant days_later(int days) { return {monday_morning.ms + days * day_ms}; }

/// Ba Đình with two desks, Hoàn Kiếm with one.
struct two_offices
{
    two_offices()
        : random(7),
          desk(enrolled_desk(at, "00004", random)),
          second(enrolled_desk(at, "00004", random)),
          other(enrolled_desk(at, "00070", random))
    {}

    void sync_all()
    {
        for (int round = 0; round < 3; ++round)
            for (auto* one : {desk.get(), second.get(), other.get()})
                (void)must(synchronise(*one, at));
    }

    record registered(const std::string& event, json::object data)
    {
        const auto outcome = register_of(*desk, event, std::move(data));
        if (!outcome.is_stored()) qFatal("%s", as_text(outcome.findings).c_str());
        sync_all();
        return must(desk->load(outcome.record));
    }

    record birth() { return registered("birth", birth_of("Nguyễn Gia Bảo")); }

    record again(const record& entry) const { return must(desk->load(entry.id)); }

    server at;
    seeded_random random;
    std::unique_ptr<desk_register> desk;
    std::unique_ptr<desk_register> second;
    std::unique_ptr<desk_register> other;
};

std::string name_in(const record& entry)
{
    return std::string(text_at(current_data(entry), "child.full_name"));
}

std::string reasons_text(const record& entry)
{
    std::string text;
    for (const auto& reason : entry.reasons)
        text += std::string(text_at(reason.get_object(), "rule")) + " ";
    return text;
}

std::string kinds_of(const json::array& notes)
{
    std::string text;
    for (const auto& note : notes)
        text += std::string(text_at(note.get_object(), "kind")) + " "
            + std::string(text_at(note.get_object(), "state")) + ", ";
    return text;
}

const std::vector<std::array<std::string, 3>> renamed{
    {"child.full_name", "Nguyễn Gia Bảo", "Nguyễn Gia Bách"}};

} // namespace

class AnnotationsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_correction_stands_beside_what_it_corrects()
    {
        two_offices world;
        const auto birth = world.birth();
        const auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        const auto outcome = register_of(*world.desk, "correction", data);
        QVERIFY2(outcome.is_stored(), as_text(outcome.findings).c_str());
        QCOMPARE(kinds_of(world.again(birth).annotations), std::string("correction pending, "));
        QCOMPARE(name_in(world.again(birth)), std::string("Nguyễn Gia Bảo"));
        world.sync_all();
        const auto now = world.again(birth);
        QCOMPARE(name_in(now), std::string("Nguyễn Gia Bách"));
        QCOMPARE(text_at(now.data, "child.full_name"), std::string_view("Nguyễn Gia Bảo"));
        QCOMPARE(must(world.second->load(birth.id)).to_text(), now.to_text());
        QVERIFY(!must(world.desk->search("Gia Bach", 10)).empty()); // found as it reads now
        QVERIFY(!must(world.desk->search("Gia Bao", 10)).empty());  // and as it was
        const auto sentence = notes_on_copies(real_definitions(), now);
        QVERIFY2(
            sentence.find("“Nguyễn Gia Bảo” thành “Nguyễn Gia Bách”") != std::string::npos,
            sentence.c_str()
        );
    }

    void the_old_value_must_be_the_current_one()
    {
        two_offices world;
        const auto birth = world.birth();
        const auto wrong = amendment_of(
            "correction",
            birth,
            world.desk->office(),
            {{"child.full_name", "Nguyễn Văn Khác", "Nguyễn Gia Bách"}}
        );
        const auto checked =
            world.desk->check(*real_definitions().find_event("correction"), wrong, monday_morning);
        QCOMPARE(stopping(checked), std::string("old_value_is_current items.0.old_value, "));
    }

    void an_old_date_is_the_current_one_however_it_is_typed()
    {
        two_offices world;
        const auto birth = world.birth();
        const auto kept = parse_typed_date(text_at(birth.data, "child.birth_date"));
        QVERIFY(kept.has_value());
        // Without the zeros that the certificate writes.
        const auto typed = std::to_string(kept->day) + "/" + std::to_string(kept->month) + "/"
            + std::to_string(kept->year);
        const std::vector<std::array<std::string, 3>> earlier{
            {"child.birth_date", typed, "01/11/2026"}};
        auto data = amendment_of("correction", birth, world.desk->office(), earlier);
        remove_path(data, "target.record");
        const auto outcome = register_of(*world.other, "correction", data);
        QVERIFY2(outcome.is_stored(), as_text(outcome.findings).c_str());
        world.sync_all();
        // What was accepted is not refused by the confirmation as a value that is no longer there.
        QVERIFY(confirm_annotation(*world.desk, birth.id, 0, monday_morning).has_value());
    }

    void of_two_corrections_made_at_once_the_second_comes_back()
    {
        two_offices world;
        const auto birth = world.birth();
        const auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        const auto first = register_of(*world.desk, "correction", data);
        const auto second = register_of(*world.second, "correction", data);
        QVERIFY(first.is_stored() && second.is_stored());
        world.sync_all();
        const auto refused = must(world.second->load(second.record));
        QVERIFY(refused.state != record_state::registered);
        QCOMPARE(kinds_of(world.again(birth).annotations), std::string("correction effective, "));
    }

    void a_note_of_another_office_waits_for_the_one_that_holds_the_book()
    {
        two_offices world;
        const auto birth = world.birth();
        auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        remove_path(data, "target.record");
        QVERIFY(register_of(*world.other, "correction", data).is_stored());
        world.sync_all();
        QCOMPARE(name_in(world.again(birth)), std::string("Nguyễn Gia Bảo"));
        QCOMPARE(kinds_of(world.again(birth).notices), std::string("correction waiting, "));
        QCOMPARE(must(world.desk->with_waiting_notices(10)).size(), std::size_t(1));
        QVERIFY(confirm_annotation(*world.desk, birth.id, 0, monday_morning).has_value());
        world.sync_all();
        QCOMPARE(name_in(world.again(birth)), std::string("Nguyễn Gia Bách"));
        QVERIFY(must(world.desk->with_waiting_notices(10)).empty());
        const auto asked = must(world.other->book("CHANGE", 2026));
        const auto answer = must(world.other->load(asked.front().record)).links;
        QCOMPARE(text_at(answer[0].get_object(), "state"), std::string_view("confirmed"));
    }

    void a_note_may_be_declined_with_a_reason()
    {
        two_offices world;
        const auto birth = world.birth();
        auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        remove_path(data, "target.record");
        QVERIFY(register_of(*world.other, "correction", data).is_stored());
        world.sync_all();
        QVERIFY(!decline_annotation(*world.desk, birth.id, 0, "  ", monday_morning));
        QVERIFY(decline_annotation(*world.desk, birth.id, 0, "nhầm sổ", monday_morning).has_value()
        );
        world.sync_all();
        QCOMPARE(name_in(world.again(birth)), std::string("Nguyễn Gia Bảo"));
        const auto asked = must(world.other->book("CHANGE", 2026));
        const auto answer = must(world.other->load(asked.front().record)).links;
        QCOMPARE(text_at(answer[0].get_object(), "reason"), std::string_view("nhầm sổ"));
    }

    void a_note_for_an_entry_nobody_has_is_answered()
    {
        two_offices world;
        auto birth = world.birth();
        birth.number->reg_no = 99;
        birth.id = "01890a5d-ac96-774b-bcce-b30209999999";
        auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        remove_path(data, "target.record");
        QVERIFY(register_of(*world.other, "correction", data).is_stored());
        world.sync_all();
        const auto asked = must(world.other->book("CHANGE", 2026));
        const auto answer = must(world.other->load(asked.front().record)).links;
        QCOMPARE(text_at(answer[0].get_object(), "state"), std::string_view("not_found"));
    }

    void a_divorce_ends_the_marriage_and_a_new_one_may_follow()
    {
        two_offices world;
        const auto marriage = world.registered("marriage", example_of("marriage"));
        auto next = example_of("marriage");
        set_path(next, "husband.full_name", json::value("Hoàng Văn Mới"));
        set_path(next, "husband.pin", json::value("001098099999"));
        set_path(next, "husband.id_doc.number", json::value("001098099999"));
        const auto& event = *real_definitions().find_event("marriage");
        QVERIFY(
            stopping(world.desk->check(event, next, monday_morning)).find("not_married wife")
            != std::string::npos
        );
        auto divorce = amendment_of("court_decision_note", marriage, world.desk->office());
        QVERIFY(register_of(*world.desk, "court_decision_note", divorce).is_stored());
        world.sync_all();
        QCOMPARE(
            text_at(current_data(world.again(marriage)), "status"), std::string_view("divorced")
        );
        QVERIFY(
            stopping(world.desk->check(event, next, monday_morning)).find("not_married")
            == std::string::npos
        );
    }

    void a_death_locks_the_person_and_only_a_court_unlocks()
    {
        two_offices world;
        const auto death = world.registered("death", example_of("death"));
        auto marriage = example_of("marriage");
        const auto pin = std::string(text_at(death.data, "deceased.pin"));
        set_path(marriage, "wife.pin", json::value(pin));
        const auto& event = *real_definitions().find_event("marriage");
        const auto locked = world.desk->check(event, marriage, monday_morning);
        QVERIFY(stopping(locked).find("person_is_alive wife") != std::string::npos);
        for (const auto& item : locked.findings)
            if (item.rule == "person_is_alive") QVERIFY(item.no_override);
        auto cancelled = amendment_of("court_decision_note", death, world.desk->office());
        cancelled["decision_kind"] = "death_cancelled";
        const auto noted = register_of(*world.desk, "court_decision_note", cancelled);
        QVERIFY2(noted.is_stored(), as_text(noted.findings).c_str());
        world.sync_all();
        QVERIFY(
            stopping(world.desk->check(event, marriage, monday_morning)).find("person_is_alive")
            == std::string::npos
        );
    }

    void an_entry_is_mended_only_the_same_day_and_before_its_paper_is_out()
    {
        two_offices world;
        const auto birth = world.birth();
        const std::vector<entry_change> changes{{"child.birth_place", "Trạm y tế phường Ba Đình"}};
        QVERIFY(!fix_entry(*world.desk, birth.id, changes, "ghi nhầm", days_later(1)));
        QVERIFY(!fix_entry(*world.desk, birth.id, changes, "", monday_morning));
        QVERIFY(fix_entry(*world.desk, birth.id, changes, "ghi nhầm", monday_morning).has_value());
        world.sync_all();
        const auto mended = world.again(birth);
        QCOMPARE(
            text_at(current_data(mended), "child.birth_place"),
            std::string_view("Trạm y tế phường Ba Đình")
        );
        QCOMPARE(kinds_of(mended.annotations), std::string("register_fix effective, "));
        must(world.desk->issue_paper(birth.id, "birth_certificate", monday_morning));
        QVERIFY(!fix_entry(
            *world.desk, birth.id, {{"child.birth_place", "Nơi khác"}}, "ghi nhầm", monday_morning
        ));
    }

    void the_server_refuses_what_was_mended_after_the_paper()
    {
        two_offices world;
        const auto birth = world.birth();
        QVERIFY(fix_entry(
                    *world.second,
                    birth.id,
                    {{"child.birth_place", "Nơi khác"}},
                    "ghi nhầm",
                    monday_morning
        )
                    .has_value());
        must(world.desk->issue_paper(birth.id, "birth_certificate", monday_morning));
        (void)must(synchronise(*world.desk, world.at));
        world.sync_all();
        QCOMPARE(
            text_at(current_data(world.again(birth)), "child.birth_place"),
            text_at(birth.data, "child.birth_place")
        );
        QCOMPARE(must(world.second->load(birth.id)).to_text(), world.again(birth).to_text());
    }

    void a_joint_event_makes_linked_entries_in_their_books()
    {
        two_offices world;
        const auto outcome = register_of(
            *world.desk, "birth_with_recognition", example_of("birth_with_recognition")
        );
        QVERIFY2(outcome.is_stored(), as_text(outcome.findings).c_str());
        QCOMPARE(outcome.joint_records.size(), std::size_t(2));
        world.sync_all();
        const auto birth = must(world.desk->load(outcome.joint_records[0]));
        const auto recognition = must(world.desk->load(outcome.joint_records[1]));
        QCOMPARE(birth.number->book_kind, std::string("BIRTH"));
        QCOMPARE(recognition.number->book_kind, std::string("PARENT_CHILD"));
        QCOMPARE(text_at(birth.links[0].get_object(), "record"), std::string_view(recognition.id));
        QCOMPARE(
            text_at(recognition.data, "child.full_name"), text_at(birth.data, "child.full_name")
        );
    }

    void a_guardianship_ends_once_and_where_it_was_registered()
    {
        two_offices world;
        const auto& event = *real_definitions().find_event("guardianship_end");
        const auto nowhere = world.desk->check(event, event.example, monday_morning);
        QVERIFY(stopping(nowhere).find("guardianship_is_active") != std::string::npos);
        const auto guardianship = world.registered("guardianship", example_of("guardianship"));
        auto end = amendment_of("guardianship_end", guardianship, world.desk->office());
        set_path(end, "end.date", json::value("2026-11-23"));
        const auto ended = register_of(*world.desk, "guardianship_end", end);
        QVERIFY2(ended.is_stored(), as_text(ended.findings).c_str());
        world.sync_all();
        QCOMPARE(
            text_at(current_data(world.again(guardianship)), "ended.date"),
            std::string_view("2026-11-23")
        );
        QVERIFY(
            stopping(world.desk->check(event, end, monday_morning)).find("guardianship_is_active")
            != std::string::npos
        );
    }

    void a_note_that_its_data_do_not_make_is_refused()
    {
        two_offices world;
        const auto birth = world.birth();
        const auto data = amendment_of("correction", birth, world.desk->office(), renamed);
        const auto& event = *real_definitions().find_event("correction");
        auto filled = world.desk->check(event, data, monday_morning).data;
        auto notes = annotations_of(real_definitions(), event, filled, "00004");
        notes[0].get_object()["changes"].get_array()[0].get_object()["new"] = "Kẻ Lạ";
        QVERIFY(world.desk
                    ->append(
                        operation_kind::registration,
                        "01890a5d-ac96-774b-bcce-b30209911111",
                        {{"event", "correction"}, {"data", filled}, {"annotations", notes}},
                        monday_morning
                    )
                    .has_value());
        world.sync_all();
        const auto refused = must(world.desk->load("01890a5d-ac96-774b-bcce-b30209911111"));
        QCOMPARE(refused.state, record_state::rejected);
        QCOMPARE(reasons_text(refused), std::string("annotation_wrong "));
        QCOMPARE(name_in(world.again(birth)), std::string("Nguyễn Gia Bảo"));
    }
};

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "annotations_test.moc"
