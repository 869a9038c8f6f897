// What a clerk does at a desk: drafts, registering with reasons, sending again, giving up, papers,
// number blocks.
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t day_ms = 24ll * 3600 * 1000;

struct office
{
    server at;
    seeded_random random{2};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);

    void sync() { must(synchronise(*desk, at)); }

    std::string state_of(const std::string& record) const
    {
        const auto loaded = must(desk->load(record));
        return name_of(loaded.state)
            + (loaded.number ? " " + to_display(*loaded.number) : std::string());
    }

    /// A registration that the server refuses, because the PC's clock was a year ahead.
    std::string refused(const std::string& name)
    {
        auto outcome = must(desk->register_event(
            birth(), {birth_of(name), {}, "", ""}, {monday_morning.ms + 400 * day_ms}
        ));
        sync();
        return outcome.record;
    }
};

/// A second PC of the same office, whose first registration takes the claim.
std::string held_record(office& here)
{
    const auto other = enrolled_desk(here.at, "00070", here.random);
    register_birth(*other, "Nguyễn Văn An");
    must(synchronise(*other, here.at));
    const auto outcome = register_birth(*here.desk, "Nguyễn Văn An");
    here.sync();
    return outcome.record;
}

/// A desk that has used one number of a block, with the number's record.
std::string record_with_number(office& here, int block_size)
{
    must(here.desk->request_block("BIRTH", block_size, monday_morning));
    here.sync();
    return register_birth(*here.desk, "Nguyễn Văn An").record;
}

finding found(severity level, bool needs_reason, bool no_override)
{
    return {"a_rule", "a.field", level, needs_reason, no_override, {}};
}

bool stops(const finding& item, const override_reason& reason)
{
    return !unresolved({item}, {reason}).empty();
}

} // namespace

class RegisterTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_desk_that_is_not_enrolled_writes_drafts_and_nothing_else()
    {
        seeded_random random(1);
        const auto desk =
            must(desk_register::over(must(open_in_memory()), "u", real_definitions(), random));
        QVERIFY(!desk->is_enrolled());
        const auto refused =
            desk->register_event(birth(), {lawful_birth(), {}, "", ""}, monday_morning);
        QCOMPARE(failure_of(refused), std::string("not_allowed"));
        QCOMPARE(
            failure_of(desk->request_block("BIRTH", 5, monday_morning)), std::string("not_allowed")
        );
        QCOMPARE(
            failure_of(desk->issue_paper("x", "birth_certificate", monday_morning)),
            std::string("not_allowed")
        );
        must(desk->save_draft({"", "birth", "", lawful_birth(), "", {}}, monday_morning));
        QCOMPARE(must(desk->drafts()).size(), std::size_t(1));
    }

    void a_draft_is_kept_as_it_was_typed()
    {
        const office here;
        auto draft = must(here.desk->save_draft(
            {"", "birth", "", {{"child", {{"full_name", " nguyễn "}}}}, "", {}}, {5}
        ));
        must(here.desk->save_draft({"", "birth", "", birth_of("Lê Bình"), "", {}}, {7}));
        draft.data = birth_of("Nguyễn Anh");
        must(here.desk->save_draft(draft, {6}));
        const auto drafts = must(here.desk->drafts());
        QCOMPARE(drafts.size(), std::size_t(2));
        QCOMPARE(drafts[0].title, std::string("Lê Bình")); // the newest first
        QCOMPARE(drafts[1].title, std::string("Nguyễn Anh"));
        QCOMPARE(drafts[1].id, draft.id);
        QCOMPARE(drafts[1].updated_at.ms, std::int64_t(6));
        must(here.desk->remove_draft(draft.id));
        must(here.desk->remove_draft("no such draft"));
        QCOMPARE(must(here.desk->overview()).drafts, std::int64_t(1));
    }

    void a_draft_goes_with_its_registration_and_not_before()
    {
        const office here;
        const auto draft =
            must(here.desk->save_draft({"", "birth", "", birth_of("Nguyễn Anh"), "", {}}, {5}));
        auto wrong = birth_with("child.birth_date", json::value("2027-01-01"));
        must(here.desk->register_event(birth(), {wrong, {}, "", draft.id}, monday_morning));
        QCOMPARE(must(here.desk->drafts()).size(), std::size_t(1));
        must(here.desk->register_event(
            birth(), {birth_of("Nguyễn Anh"), {}, "", draft.id}, monday_morning
        ));
        QCOMPARE(must(here.desk->drafts()).size(), std::size_t(0));
    }

    void what_is_stored_is_clean_and_complete()
    {
        const office here;
        auto data = birth_of(" Nguye\u0302\u0303n   Va\u0306n  An ");
        data.erase("reg_date");
        set_path(data, "notes", json::value("  "));
        const auto outcome = register_data(*here.desk, data);
        const auto stored = must(here.desk->load(outcome.record));
        QCOMPARE(text_at(stored.data, "child.full_name"), std::string_view("Nguyễn Văn An"));
        QCOMPARE(text_at(stored.data, "reg_date"), std::string_view("2026-11-23"));
        QCOMPARE(text_at(stored.data, "reg_office"), std::string_view("00004"));
        QVERIFY(!stored.data.contains("notes"));
        QVERIFY(stored.data == outcome.data);
    }

    void a_finding_that_blocks_stores_nothing()
    {
        const office here;
        const auto outcome =
            register_data(*here.desk, birth_with("child.birth_date", json::value("2027-01-01")));
        QVERIFY(!outcome.is_stored() && blocks(outcome.findings));
        QCOMPARE(must(here.desk->overview()).unsent, std::int64_t(0));
    }

    void a_warning_that_needs_a_reason_waits_for_it()
    {
        const office here;
        const auto data = birth_of("Phạm Văn An"); // neither parent's surname
        const std::string rule = "surname_of_a_parent";
        QVERIFY(!register_data(*here.desk, data).is_stored());
        QVERIFY(!register_data(*here.desk, data, {{rule, "", " ", ""}}).is_stored());
        QVERIFY(!register_data(*here.desk, data, {{"same_place", "", "reason", ""}}).is_stored());
        QVERIFY(
            !register_data(*here.desk, data, {{rule, "mother.full_name", "reason", ""}}).is_stored()
        );
        QVERIFY(
            register_data(*here.desk, data, {{rule, "child.full_name", "reason", ""}}).is_stored()
        );
        QVERIFY(register_data(
                    *here.desk, birth_of("Phạm Văn Ba"), {{rule, "", "reason", ""}}
        ).is_stored());
    }

    void a_block_is_overridden_with_reason_and_document_only()
    {
        const auto block = found(severity::block, false, false);
        QVERIFY(stops(block, {"a_rule", "", "reason", ""}));
        QVERIFY(stops(block, {"a_rule", "", "", "Số 5/QĐ"}));
        QVERIFY(!stops(block, {"a_rule", "a.field", "reason", "Số 5/QĐ"}));
        QVERIFY(stops(found(severity::block, false, true), {"a_rule", "", "reason", "Số 5/QĐ"}));
        QVERIFY(!stops(found(severity::warn, false, false), {"", "", "", ""}));
        QVERIFY(!stops(found(severity::info, true, false), {"", "", "", ""}));
    }

    void what_the_program_cannot_work_with_is_overridden_by_nobody()
    {
        for (const auto* rule :
             {"required",
              "must_be_blank",
              "unknown_field",
              "wrong_format",
              "too_long",
              "date_exists",
              "code_known"}) {
            auto structural = found(severity::block, false, false);
            structural.rule = rule;
            QVERIFY2(stops(structural, {rule, "", "reason", "Số 5/QĐ"}), rule);
        }
        const office here;
        auto data = birth_of("Nguyễn Văn An");
        set_path(data, "child.shoe_size", json::value("3"));
        const auto outcome =
            register_data(*here.desk, data, {{"unknown_field", "", "reason", "Số 5/QĐ"}});
        QVERIFY(!outcome.is_stored());
    }

    void the_server_takes_the_reasons_with_the_registration()
    {
        office here;
        const auto outcome = register_data(
            *here.desk, birth_of("Phạm Văn An"), {{"surname_of_a_parent", "", "họ của bà", ""}}
        );
        here.sync();
        QCOMPARE(here.state_of(outcome.record), std::string("registered 01/2026"));
    }

    void nothing_is_registered_twice()
    {
        office here;
        const auto outcome = register_birth(*here.desk, "Nguyễn Văn An");
        const auto again = [&](const std::string& record) {
            return failure_of(here.desk->register_event(
                birth(), {birth_of("Nguyễn Văn Ba"), {}, record, ""}, monday_morning
            ));
        };
        QCOMPARE(again(outcome.record), std::string("not_allowed")); // still pending
        here.sync();
        QCOMPARE(again(outcome.record), std::string("not_allowed")); // registered
        QCOMPARE(again("no such record"), std::string("not_found"));
        QCOMPARE(must(here.desk->load(outcome.record)).history.size(), std::size_t(1));
    }

    void a_rejected_record_is_mended_or_given_up()
    {
        office here;
        const auto mended = here.refused("Nguyễn Văn An");
        QCOMPARE(here.state_of(mended), std::string("rejected"));
        register_data(*here.desk, birth_of("Nguyễn Văn An"), {}, mended);
        QCOMPARE(here.state_of(mended), std::string("pending"));
        here.sync();
        QCOMPARE(here.state_of(mended), std::string("registered 01/2026"));
        QVERIFY(must(here.desk->load(mended)).reasons.empty());

        const auto given_up = here.refused("Nguyễn Văn Ba");
        must(here.desk->withdraw(given_up, "người yêu cầu rút hồ sơ", monday_morning));
        QCOMPARE(here.state_of(given_up), std::string("withdrawn"));
        here.sync();
        QCOMPARE(here.state_of(given_up), std::string("withdrawn"));
        QVERIFY(must(here.desk->load(given_up)).confirmed);
        const auto again = here.desk->register_event(
            birth(), {birth_of("Nguyễn Văn Sáu"), {}, given_up, ""}, monday_morning
        );
        QCOMPARE(failure_of(again), std::string("not_allowed"));
        QCOMPARE(
            failure_of(here.desk->withdraw(mended, "reason", monday_morning)),
            std::string("not_allowed")
        );
    }

    void a_held_record_is_confirmed_with_a_reason_only()
    {
        office here;
        const auto record = held_record(here);
        QCOMPARE(here.state_of(record), std::string("held"));
        QCOMPARE(
            failure_of(here.desk->confirm_distinct(record, " \t", monday_morning)),
            std::string("invalid_input")
        );
        must(here.desk->confirm_distinct(record, "hai cháu khác nhau", monday_morning));
        QCOMPARE(here.state_of(record), std::string("held")); // the server decides
        here.sync();
        QCOMPARE(here.state_of(record), std::string("registered 01/2026"));
        const auto again = here.desk->confirm_distinct(record, "reason", monday_morning);
        QCOMPARE(failure_of(again), std::string("not_allowed"));
    }

    void a_record_that_is_sent_again_keeps_its_number()
    {
        office here;
        const auto record = record_with_number(here, 5);
        // Another office has the same child, so that the desk's registration is held.
        const auto other = enrolled_desk(here.at, "00070", here.random);
        register_birth(*other, "Nguyễn Văn An");
        must(synchronise(*other, here.at));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("held 01/2026"));
        QCOMPARE(
            must(here.desk->unused_numbers(must(here.desk->blocks()).front())),
            (std::vector<int>{2, 3, 4, 5})
        );
        auto data = birth_of("Nguyễn Văn An");
        set_path(data, "child.full_name", json::value("Nguyễn Văn Bình"));
        const auto again = register_data(*here.desk, data, {}, record);
        QCOMPARE(to_display(*again.number), std::string("01/2026"));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("registered 01/2026"));
    }

    void a_refused_record_that_two_desks_mend_gets_one_number()
    {
        office here;
        const auto neighbour = enrolled_desk(here.at, "00004", here.random);
        must(here.desk->request_block("BIRTH", 5, monday_morning));
        const auto record = here.refused("Nguyễn Văn An");
        must(synchronise(*neighbour, here.at));
        register_data(*neighbour, birth_of("Nguyễn Văn An"), {}, record);
        const auto mended = register_data(*here.desk, birth_of("Nguyễn Văn An"), {}, record);
        QVERIFY(!mended.number); // nothing to print before the server has spoken
        must(synchronise(*neighbour, here.at));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("registered 06/2026"));
    }

    void a_held_record_is_not_confirmed_with_a_number_that_another_has()
    {
        office here;
        const auto record = record_with_number(here, 5);
        const auto other = enrolled_desk(here.at, "00070", here.random);
        register_birth(*other, "Nguyễn Văn An");
        must(synchronise(*other, here.at));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("held 01/2026"));
        // As after a copy of the desk was brought back: the server has given the number to another
        // record.
        must(here.at.db->execute("INSERT INTO record (office, record, event, state, book, year, "
                                 "reg_no, reg_date, title, words, folded) "
                                 "VALUES ('00004', 'another', 'birth', 'registered', 'BIRTH', "
                                 "2026, 1, '2026-11-23', '', '', '{}')"));
        must(here.desk->confirm_distinct(record, "hai cháu khác nhau", monday_morning));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("held"));
        QVERIFY(holds(to_text(must(here.desk->load(record)).reasons), "number_already_used"));
        must(here.desk->confirm_distinct(record, "hai cháu khác nhau", monday_morning));
        here.sync();
        QCOMPARE(here.state_of(record), std::string("registered 06/2026"));
    }

    void the_overview_says_what_waits()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        must(here.desk->register_event(
            birth(), {birth_of("Nguyễn Văn Ba"), {}, "", ""}, {monday_morning.ms + 1000}
        ));
        auto waiting = must(here.desk->overview());
        QCOMPARE(waiting.unsent, std::int64_t(2));
        QCOMPARE(waiting.pending, std::int64_t(2));
        QCOMPARE(waiting.oldest_unsent_at->ms, monday_morning.ms);
        here.sync();
        here.refused("Nguyễn Văn Tư");
        waiting = must(here.desk->overview());
        QCOMPARE(waiting.unsent, std::int64_t(0));
        QVERIFY(!waiting.oldest_unsent_at);
        QCOMPARE(waiting.rejected, std::int64_t(1));
        QCOMPARE(waiting.last_sync_at->ms, monday_morning.ms);
        QCOMPARE(waiting.revision, must(here.desk->log().head_of_feed()).revision);
    }
};

QTEST_GUILESS_MAIN(RegisterTest)
#include "register_test.moc"
