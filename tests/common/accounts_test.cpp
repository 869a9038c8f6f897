// People at the server and at the desks: who may open a register, what becomes of work whose writer
// was shut out, passwords that travel; and that nobody does what the role table does not grant him.
#include "common/accounts/account_wish.h"
#include "common/register/desk_accounts.h"
#include "common/sync/account_registry.h"
#include "common/sync/sequencer.h"
#include "tests/support/events.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};
constexpr instant next_day{monday_morning.ms + 24ll * 3600 * 1000};

unit_ref commune(const char* code) { return {"commune", code}; }

account_grant grant(const char* role, unit_ref unit, civil_date from = {2025, 7, 1})
{
    return {role, std::move(unit), from, std::nullopt};
}

/// A server with one office, and what its operator does.
struct staffed_server
{
    server at;
    account_registry registry{at.service, *at.db, at.known};

    made_account hire(const char* name, const char* role, unit_ref unit = commune("00004"))
    {
        return settled(must(registry.create(
            {name, std::string("Người ") + name, grant(role, std::move(unit))},
            {the_operator, ""},
            monday_morning,
            at.random,
            cheap
        )));
    }

    /// The same, with the password of the first day changed already.
    made_account settled(made_account made)
    {
        const std::string own = "mật khẩu của " + made.who.name;
        made.who.proof = must(change_password(made.who.proof, made.password, own, at.random));
        must(registry.take_credential(made.who.id, made.who.proof, monday_morning));
        made.password = own;
        return made;
    }

    made_account wish(const account& who, const account_wish& wanted)
    {
        return must(registry.change(who.id, wanted, {the_operator, ""}, monday_morning, at.random));
    }
};

account_wish suspend() { return {account_change::suspended, std::nullopt, "", "nghỉ việc"}; }

template <class T>
std::string refusal(const result<T>& done)
{
    return done ? "" : done.error().detail;
}

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<staffed_server> m_town;
    seeded_random m_random{7};

    [[nodiscard]] std::string file(const char* name = "a.hotich") const
    {
        return m_folder->filePath(name).toStdString();
    }

    /// A desk on the disk, made by whoever set the PC up.
    std::unique_ptr<desk_register> new_desk(const char* name = "a.hotich")
    {
        auto desk = must(desk_register::create(
            file(name), "người cài máy", "password", real_definitions(), m_random, cheap
        ));
        enrol(m_town->at, *desk, "00004");
        return desk;
    }

    [[nodiscard]] result<std::unique_ptr<desk_register>> open_as(
        const char* name, const std::string& password, const char* register_name = "a.hotich"
    )
    {
        return desk_register::open(
            file(register_name), name, password, real_definitions(), m_random
        );
    }

    /// Signed in at a new desk with the password of the first day.
    std::unique_ptr<desk_register> signed_in(const made_account& who)
    {
        new_desk().reset();
        auto desk = must(open_as(who.who.name.c_str(), who.password));
        must(begin_session(*desk, monday_morning));
        return desk;
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_town = std::make_unique<staffed_server>();
    }

    // --- at the server and at the desks

    void a_name_is_given_once()
    {
        m_town->hire("lan.tt", "registrar");
        const auto again = m_town->registry.create(
            {"lan.tt", "Người khác", grant("registrar", commune("00070"))},
            {the_operator, ""},
            monday_morning,
            m_town->at.random,
            cheap
        );
        QCOMPARE(refusal(again), std::string("name_taken"));
    }

    void a_person_may_serve_two_offices()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        m_town->wish(
            lan.who, {account_change::granted, grant("registrar", commune("00070")), "", ""}
        );
        for (const auto* office : {"00004", "00070"}) {
            const auto people = must(m_town->registry.of_unit(commune(office)));
            QCOMPARE(people.size(), std::size_t(1));
            QCOMPARE(people.front().grants.size(), std::size_t(2));
        }
    }

    void an_office_without_accounts_trusts_its_desk()
    {
        auto desk = new_desk();
        QVERIFY(register_of(*desk, "birth", lawful_birth()).is_stored());
        must(synchronise(*desk, m_town->at));
        QCOMPARE(must(desk->in_state(record_state::registered, 5)).size(), std::size_t(1));
    }

    void from_the_first_account_on_only_accounts_act()
    {
        auto desk = new_desk();
        must(register_of(*desk, "birth", lawful_birth()).is_stored() ? status() : failure{});
        m_town->hire("lan.tt", "registrar");
        must(synchronise(*desk, m_town->at));
        // What was written before is not lost: a colleague sends it again.
        const auto waiting = must(desk->in_state(record_state::rejected, 5));
        QCOMPARE(waiting.size(), std::size_t(1));
        const auto refused = desk->register_event(
            *real_definitions().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
        );
        QCOMPARE(refusal(refused), std::string("account_needed"));
    }

    void a_clerk_signs_in_at_any_desk_of_the_office_and_nowhere_else()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        auto desk = signed_in(lan);
        QCOMPARE(desk->user(), lan.who.full_name);
        QCOMPARE(desk->session().by.account, lan.who.id);
        QVERIFY(register_of(*desk, "birth", lawful_birth()).is_stored());
        must(synchronise(*desk, m_town->at));
        const auto done = must(desk->in_state(record_state::registered, 5));
        QCOMPARE(done.size(), std::size_t(1));
        // Who set the PC up has no key any more.
        desk.reset();
        QVERIFY(!open_as("", "password"));
        const auto stranger = m_town->hire("xa.khac", "registrar", commune("00070"));
        desk = must(open_as("lan.tt", lan.password));
        must(synchronise(*desk, m_town->at));
        desk.reset();
        QVERIFY(!open_as("xa.khac", stranger.password));
    }

    void who_loses_the_right_loses_the_key_at_the_next_contact()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        const auto huong = m_town->hire("huong.nt", "registrar");
        auto desk = signed_in(lan);
        m_town->wish(huong.who, suspend());
        must(synchronise(*desk, m_town->at));
        desk.reset();
        QVERIFY(!open_as("huong.nt", huong.password));
        QVERIFY(open_as("lan.tt", lan.password));
    }

    void what_arrives_after_a_suspension_waits_for_a_colleague()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        const auto huong = m_town->hire("huong.nt", "registrar");
        auto desk = signed_in(lan);
        const auto written = register_of(*desk, "birth", lawful_birth());
        m_town->wish(lan.who, suspend());
        must(synchronise(*desk, m_town->at));
        auto held = must(desk->load(written.record));
        QCOMPARE(held.state, record_state::rejected);
        QCOMPARE(
            refusal(desk->register_event(
                *real_definitions().find_event("birth"),
                {held.data, {}, written.record, ""},
                monday_morning
            )),
            std::string("account_not_allowed")
        );
        desk.reset();
        desk = must(open_as("huong.nt", huong.password));
        must(desk->register_event(
            *real_definitions().find_event("birth"),
            {held.data, {}, written.record, ""},
            monday_morning
        ));
        must(synchronise(*desk, m_town->at));
        QCOMPARE(must(desk->load(written.record)).state, record_state::registered);
    }

    void a_password_changed_offline_is_good_everywhere_once_it_has_travelled()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        m_town->wish(
            lan.who, {account_change::granted, grant("registrar", commune("00070")), "", ""}
        );
        new_desk("b.hotich").reset();
        auto desk = signed_in(lan);
        const std::string fresh = "mưa chiều qua phố cũ";
        must(change_own_password(*desk, lan.password, fresh, monday_morning));
        desk.reset();
        QVERIFY(!open_as("lan.tt", lan.password));
        desk = must(open_as("lan.tt", fresh));
        QVERIFY(!must(begin_session(*desk, monday_morning)).must_change_password);
        must(synchronise(*desk, m_town->at));
        // At the server, for both offices.
        for (const auto* office : {"00004", "00070"})
            QVERIFY(open_credential(
                must(m_town->registry.of_unit(commune(office))).front().proof, fresh
            ));
        // At the other desk: the old one until it hears of it.
        auto other = must(open_as("lan.tt", lan.password, "b.hotich"));
        must(synchronise(*other, m_town->at));
        other.reset();
        QVERIFY(!open_as("lan.tt", lan.password, "b.hotich"));
        QVERIFY(open_as("lan.tt", fresh, "b.hotich"));
    }

    void a_reset_password_leaves_nothing_of_the_old_one()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        auto desk = signed_in(lan);
        const auto reset =
            m_town->wish(lan.who, {account_change::password_reset, std::nullopt, "", ""});
        must(synchronise(*desk, m_town->at));
        desk.reset();
        QVERIFY(!open_as("lan.tt", lan.password));
        desk = must(open_as("lan.tt", reset.password));
        QVERIFY(must(begin_session(*desk, monday_morning)).must_change_password);
    }

    void a_desk_without_a_line_warns_and_then_wants_one()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        auto desk = signed_in(lan);
        const auto after = [&](int days) {
            return must(begin_session(*desk, {monday_morning.ms + days * 24ll * 3600 * 1000}));
        };
        QCOMPARE(after(0).days_left, std::int64_t(30));
        QVERIFY(after(23).days_left <= offline_warning_days);
        QVERIFY(!after(30).must_synchronise);
        QVERIFY(after(31).must_synchronise);
    }

    void only_the_head_lets_a_finding_pass()
    {
        const auto lan = m_town->hire("lan.tt", "registrar");
        const auto head = m_town->hire("chu.tich", "head");
        auto desk = signed_in(lan);
        auto data = lawful_birth();
        const std::vector<override_reason> reasons{{"same_claim", "đã kiểm tra", "", ""}};
        const auto* birth = real_definitions().find_event("birth");
        QCOMPARE(
            refusal(desk->register_event(*birth, {data, reasons, "", ""}, monday_morning)),
            std::string("account_not_allowed")
        );
        desk.reset();
        desk = must(open_as("chu.tich", head.password));
        QVERIFY(
            must(desk->register_event(*birth, {data, reasons, "", ""}, monday_morning)).is_stored()
        );
    }

    // --- the table

    void every_operation_a_desk_may_write_is_an_action_of_the_table()
    {
        for (const auto kind : sequencer::kinds())
            QVERIFY2(
                !real_definitions().roles().action_of(kind).empty(), std::string(kind).c_str()
            );
    }

    /// Role × operation: the server lets pass what the table grants, and nothing else.
    void the_server_holds_to_the_table()
    {
        const auto& roles = real_definitions().roles();
        const auto office = ba_dinh();
        must(m_town->at.service.put_office(office, monday_morning));
        for (const auto& role : roles.roles()) {
            if (!role.levels.contains("commune")) continue;
            auto name = role.role;
            std::replace(name.begin(), name.end(), ' ', '.');
            const auto made = m_town->hire(name.c_str(), role.role.c_str());
            for (const auto kind : sequencer::kinds()) {
                sequencer judge(*m_town->at.db, real_definitions(), office);
                const auto op = make_operation(
                    {"00004",
                     "00004-1",
                     std::string(kind),
                     made.who.id,
                     monday_morning,
                     made.who.full_name,
                     {},
                     made.who.id},
                    {}
                );
                const auto decided = must(judge.decide(op, monday_morning));
                const bool is_refused =
                    to_text(decided.reasons).find("\"account_not_allowed\"") != std::string::npos;
                const bool is_granted = role.may.contains(roles.action_of(kind));
                // An empty change of password is refused in the same words.
                if (kind == operation_kind::change_password) continue;
                QVERIFY2(is_refused != is_granted, (role.role + " " + std::string(kind)).c_str());
            }
        }
    }

    void a_stranger_is_refused_whatever_he_writes()
    {
        m_town->hire("lan.tt", "registrar");
        const auto office = ba_dinh();
        for (const auto kind : sequencer::kinds()) {
            sequencer judge(*m_town->at.db, real_definitions(), office);
            const auto op = make_operation(
                {"00004",
                 "00004-1",
                 std::string(kind),
                 "0199f6a0-7c1e-7d3a-9b52-3d6f0a4be1c7",
                 monday_morning,
                 "ai đó",
                 {}},
                {}
            );
            QVERIFY2(
                to_text(must(judge.decide(op, next_day)).reasons).find("account_needed")
                    != std::string::npos,
                std::string(kind).c_str()
            );
        }
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
