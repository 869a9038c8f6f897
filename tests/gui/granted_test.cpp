// Desktop action × role: what the table of schemas/accounts/roles.json does not grant to a role is
// nowhere to be started in the window, and what it grants is; each control of the window that
// starts something is found by the action it names.
#include "desktop/app/desktop_actions.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/sample_desk.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QAction>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* the_account = "0199f6a0-7c1e-7d3a-9b52-3d6f0a4be1c7";

unit_ref unit_of(const role_definition& role)
{
    if (role.levels.contains("commune")) return {"commune", "00004"};
    return role.levels.contains("province") ? unit_ref{"province", "01"} : unit_ref{"nation", ""};
}

/// The desk of the pictures, which has something of everything, and who is signed in.
struct full_desk
{
    workbench at;
    std::vector<std::string> records;

    full_desk()
    {
        at.clock.set(sample_morning);
        bool open = false;
        at.desk.open(
            at.window.get(),
            [this] { return make_sample_desk(at.place.known, at.chance); },
            [&open](const status& opened) {
                must(opened);
                open = true;
            }
        );
        at.wait_for([&open] { return open; });
        at.window->show_workplace();
        settle();
        records = at.ask([](desk_register& desk) -> result<std::vector<std::string>> {
            std::vector<std::string> out;
            for (const auto state :
                 {record_state::registered,
                  record_state::held,
                  record_state::rejected,
                  record_state::received}) {
                TRY(const auto lines, desk.in_state(state, 50));
                for (const auto& line : lines)
                    out.push_back(line.record);
            }
            TRY_STATUS(refuse_number_of(desk, out.front()));
            return out;
        });
    }

    /// As if the population database had refused the entry its number.
    static status refuse_number_of(desk_register& desk, const std::string& record)
    {
        TRY(const auto rows,
            desk.connection().query("SELECT folded FROM record WHERE record = $1", {record}));
        TRY(auto folded, parse_json_object(rows.front().text(0)));
        folded["pin"] = {{"state", "refused"}};
        TRY([[maybe_unused]] const auto changed,
            desk.connection().execute(
                "UPDATE record SET folded = $2 WHERE record = $1", {record, to_text(folded)}
            ));
        return {};
    }

    /// Everything the register thread was asked is answered.
    void settle()
    {
        // Once more, for what an answer put into a layout is seen a moment later.
        for (int i = 0; i < 2; ++i)
            at.ask([](desk_register&) -> result<bool> { return true; });
    }

    /// From now on an account with this role works here.
    void sign_in(const role_definition& role)
    {
        const account who{
            the_account,
            "thu.nv",
            "Nguyễn Văn Thử",
            account_state::active,
            {{role.role, unit_of(role), {2025, 7, 1}, std::nullopt}},
            must(new_credential("mật khẩu", at.chance, {1, 8192}))};
        at.ask([content = to_text(who.to_json())](desk_register& desk) -> result<bool> {
            desk.session().by.account = the_account;
            TRY(const auto rows,
                desk.connection().execute(
                    "INSERT INTO account (office, account, name, content) VALUES ($1, $2, "
                    "'thu.nv', "
                    "$3) ON CONFLICT (office, account) DO UPDATE SET content = excluded.content",
                    {desk.identity().office, the_account, content}
                ));
            return rows > 0;
        });
        at.window->show_workplace();
        settle();
    }

    void note_enabled(std::set<std::string>& found)
    {
        settle();
        for (const auto* control : at.window->findChildren<QWidget*>()) {
            const auto id = control->property(desktop_action_property);
            if (id.isValid() && control->isVisible() && control->isEnabled())
                found.insert(to_utf8(id.toString()));
        }
    }

    /// A form whose review finds something that a reason could let pass.
    void review_something_wrong()
    {
        const auto* birth = at.place.known.find_event("birth");
        at.window->open_form(*birth);
        settle();
        if (at.form() == nullptr) return;
        for (const auto& field : birth->fields)
            if (const auto* value = find_path(birth->example, field.path))
                at.form()->session().set(field.path, *value);
        at.form()->session().set("child.full_name", "Bao 2");
        at.form()->session().set("mother.id_doc.number", "00119");
        at.form()->save();
        at.wait_for([this] {
            for (const auto* control : at.window->findChildren<QWidget*>())
                if (control->property(desktop_action_property).toString() == "override")
                    return true;
            return false;
        });
    }

    /// Goes everywhere a clerk can go; gives what he can start there.
    std::set<std::string> startable()
    {
        std::set<std::string> found;
        note_enabled(found);
        for (const auto key :
             {Qt::Key_F3,
              Qt::Key_F4,
              Qt::Key_F6,
              Qt::Key_F7,
              Qt::Key_F9,
              Qt::Key_F10,
              Qt::Key_F11,
              Qt::Key_F12,
              Qt::Key_F8}) {
            press(key);
            note_enabled(found);
            if (key != Qt::Key_F4) continue;
            press(Qt::Key_B, Qt::ControlModifier); // how the book stands, and its closing
            note_enabled(found);
            press(Qt::Key_Escape);
        }
        for (const auto& record : records) {
            at.window->open_record(to_qt(record));
            note_enabled(found);
            at.window->go_back();
        }
        at.window->open_paper(to_qt(records.front()), "birth_extract");
        note_enabled(found);
        at.window->open_reception();
        note_enabled(found);
        review_something_wrong();
        note_enabled(found);
        return found;
    }
};

} // namespace

class GrantedTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        start_program();
    }

    void every_action_of_the_window_is_one_of_the_role_table()
    {
        const auto& actions = definitions_with_boats().roles().actions();
        for (const auto& one : desktop_actions())
            QVERIFY2(actions.contains(one.action), std::string(one.id).c_str());
    }

    void an_office_without_accounts_is_offered_everything()
    {
        full_desk desk;
        const auto found = desk.startable();
        for (const auto& one : desktop_actions())
            QVERIFY2(found.contains(std::string(one.id)), std::string(one.id).c_str());
    }

    void what_a_role_may_start_is_what_the_table_grants_it()
    {
        full_desk desk;
        for (const auto& role : desk.at.place.known.roles().roles()) {
            desk.sign_in(role);
            const auto found = desk.startable();
            for (const auto& one : desktop_actions())
                QVERIFY2(
                    found.contains(std::string(one.id)) == role.may.contains(one.action),
                    (role.role + ": " + std::string(one.id)).c_str()
                );
        }
    }

    void who_may_not_hears_why()
    {
        full_desk desk;
        desk.sign_in(*desk.at.place.known.roles().find("reception"));
        press(Qt::Key_F2);
        QVERIFY(desk.at.form() == nullptr);
        QVERIFY(all_labels(desk.at.window.get()).contains("không có quyền"));
    }
};

QTEST_MAIN(GrantedTest)
#include "granted_test.moc"
