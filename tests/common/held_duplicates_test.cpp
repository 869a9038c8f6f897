// What is done about registrations that may be of one event: the server holds the later one, the
// clerk reads why and decides.
#include "common/rules/duplicate_check.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <algorithm>

using namespace hotich;
using namespace hotich::test;

namespace {

/// Two offices of which one has registered a child.
struct two_offices
{
    server at;
    seeded_random random{4};
    std::unique_ptr<desk_register> first = enrolled_desk(at, "00070", random);
    std::unique_ptr<desk_register> second = enrolled_desk(at, "00004", random);
    std::string registered;

    two_offices()
    {
        registered = register_birth(*first, "Nguyễn Gia Bảo").record;
        must(synchronise(*first, at));
    }

    record in_second(const std::string& name)
    {
        const auto outcome = register_birth(*second, name);
        must(synchronise(*second, at));
        return must(second->load(outcome.record));
    }
};

} // namespace

class HeldDuplicatesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void the_server_holds_it_and_tells_why_without_saying_who_it_is()
    {
        two_offices here;
        const auto held = here.in_second("Nguyễn Gia Bả");
        QCOMPARE(std::string(name_of(held.state)), std::string("held"));
        QCOMPARE(std::string(text_at(held.other, "record")), here.registered);
        QCOMPARE(std::string(text_at(held.other, "office")), std::string("00070"));
        QCOMPARE(held.reasons.size(), std::size_t(1));
        const auto reason = must(parse_finding(held.reasons.front().get_object()));
        QCOMPARE(reason.rule, std::string("possible_duplicate"));
        for (const auto& argument : reason.arguments)
            QVERIFY2(argument.name != "name" && argument.name != "date", argument.name.c_str());
        const auto stored = to_text(held.reasons);
        for (const auto* personal : {"Gia Bảo", "Thu Hà", "2026-11-10", "001196012345"})
            QVERIFY2(stored.find(personal) == std::string::npos, stored.c_str());
        const auto fields = compared_in(reason);
        QCOMPARE(fields.front().field, std::string("child.full_name"));
        QCOMPARE(fields.front().as, agreement::close);
        const auto text = message_of(reason, real_definitions(), &birth(), "vi");
        QVERIFY2(text.find("khác một ký tự (+25)") != std::string::npos, text.c_str());
        QVERIFY2(text.find('{') == std::string::npos, text.c_str());
    }

    void the_clerks_decision_lets_it_through()
    {
        two_offices here;
        const auto held = here.in_second("Nguyễn Gia Bả");
        must(here.second->confirm_distinct(held.id, "hai cháu khác nhau", monday_morning));
        must(synchronise(*here.second, here.at));
        const auto now = must(here.second->load(held.id));
        QCOMPARE(std::string(name_of(now.state)), std::string("registered"));
    }

    void a_twin_is_not_held()
    {
        two_offices here;
        const auto twin = here.in_second("Nguyễn Gia Huy");
        QCOMPARE(std::string(name_of(twin.state)), std::string("registered"));
    }

    void the_desk_tells_its_clerk_before_registering()
    {
        two_offices here;
        auto data = birth_of("Nguyen Gia Bao");
        const auto outcome = register_data(*here.first, data);
        QVERIFY(!outcome.is_stored());
        const auto alike =
            std::find_if(outcome.findings.begin(), outcome.findings.end(), [](const auto& item) {
                return item.rule == "possible_duplicate";
            });
        QVERIFY(alike != outcome.findings.end());
        const auto own = must(here.first->load(here.registered));
        const auto rows =
            side_by_side({real_definitions(), birth(), *alike, data, &own.data}, "vi");
        QCOMPARE(rows.front().mine, std::string("Nguyen Gia Bao"));
        QCOMPARE(rows.front().theirs, std::string("Nguyễn Gia Bảo"));
        QCOMPARE(rows.front().agreement, std::string("giống nhau, một bên thiếu dấu"));
        const auto foreign =
            side_by_side({real_definitions(), birth(), *alike, data, nullptr}, "en");
        QCOMPARE(foreign.front().theirs, std::string());
    }
};

QTEST_GUILESS_MAIN(HeldDuplicatesTest)
#include "held_duplicates_test.moc"
