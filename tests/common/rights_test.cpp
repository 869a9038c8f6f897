// What a right reaches as units come and go, what may be done to an account, what a password must
// be.
#include "common/accounts/account_wish.h"
#include "common/accounts/password_guesses.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};
constexpr civil_date today{2026, 11, 23};

rights_book book() { return {real_definitions().roles(), real_definitions().units()}; }

unit_ref commune(const char* code) { return {"commune", code}; }

account_grant grant(const char* role, unit_ref unit, civil_date from = {2025, 7, 1})
{
    return {role, std::move(unit), from, std::nullopt};
}

account with(std::vector<account_grant> grants)
{
    account who;
    who.id = "0199f6a0-7c1e-7d3a-9b52-3d6f0a4be1c7";
    who.name = "lan.tt";
    who.full_name = "Trần Thị Lan";
    who.grants = std::move(grants);
    return who;
}

account_wish suspend() { return {account_change::suspended, std::nullopt, "", "nghỉ việc"}; }

std::string refusal(const status& done) { return done ? "" : done.error().detail; }

template <class T>
std::string refusal(const result<T>& done)
{
    return done ? "" : done.error().detail;
}

} // namespace

class RightsTest : public QObject
{
    Q_OBJECT

private:
    seeded_random m_random{7};

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // --- units

    void a_right_reaches_what_lies_below_its_unit()
    {
        const auto& units = real_definitions().units();
        const civil_date before{2025, 6, 30};
        const auto reached = [&](const unit_ref& unit, const unit_ref& inner, civil_date on) {
            return reaches(units, unit, {2020, 1, 1}, inner, on);
        };
        QVERIFY(reached({"nation", ""}, commune("00004"), today));
        QVERIFY(reached({"province", "01"}, commune("00004"), today));
        QVERIFY(!reached({"province", "79"}, commune("00004"), today));
        QVERIFY(reached({"district", "001"}, commune("00001"), before));
        QVERIFY(!reached({"district", "002"}, commune("00001"), before));
        QVERIFY(reached(commune("00004"), commune("00004"), today));
        QVERIFY(!reached(commune("00004"), commune("00070"), today));
        QVERIFY(!reached(commune("00004"), {"province", "01"}, today));
    }

    void districts_are_gone_and_successors_inherit()
    {
        const auto& units = real_definitions().units();
        const auto* old = units.find_any(unit_level::commune, "00001");
        QVERIFY(old != nullptr && !old->successor.empty());
        const auto successor = commune(old->successor.c_str());
        QVERIFY(reaches(units, commune("00001"), {2020, 1, 1}, successor, today));
        QVERIFY(!reaches(units, {"district", "001"}, {2020, 1, 1}, successor, today));
        // Hà Giang became a part of Tuyên Quang.
        QVERIFY(reaches(units, {"province", "02"}, {2020, 1, 1}, {"province", "08"}, today));
    }

    void a_right_holds_from_its_first_to_its_last_day()
    {
        auto held = grant("registrar", commune("00004"), {2026, 11, 1});
        held.until = {2026, 11, 23};
        const auto who = with({held});
        const auto on = [&](civil_date day) {
            return may(who, "entries.register", {commune("00004"), day}, book());
        };
        QVERIFY(!on({2026, 10, 31}) && on({2026, 11, 1}) && on({2026, 11, 23}));
        QVERIFY(!on({2026, 11, 24}));
    }

    void who_is_suspended_may_nothing()
    {
        auto who = with({grant("registrar", commune("00004"))});
        who.state = account_state::suspended;
        QVERIFY(!may(who, "entries.read", {commune("00004"), today}, book()));
    }

    void a_province_administrator_has_accounts_and_no_entries()
    {
        const auto who = with({grant("province_administrator", {"province", "01"})});
        const rights_place place{commune("00004"), today};
        QVERIFY(may(who, "accounts.manage", place, book()));
        for (const auto& [action, label] : real_definitions().roles().actions())
            if (action.starts_with("entries.") || action.starts_with("papers."))
                QVERIFY2(!may(who, action, place, book()), action.c_str());
        QVERIFY(may_give(who, "registrar", place, book()));
        QVERIFY(!may_give(who, "ministry", place, book()));
        QVERIFY(!may_give(who, "registrar", {{"commune", "25747"}, today}, book()));
    }

    // --- what may be done to an account

    void impossible_rights_are_refused_by_name_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("why");
        QTest::newRow("no role") << "king"
                                 << "nation"
                                 << "role_unknown";
        QTest::newRow("not at that level") << "registrar"
                                           << "province:01"
                                           << "role_not_at_level";
        QTest::newRow("a district is gone") << "supervisor"
                                            << "district:001"
                                            << "unit_not_in_force";
        QTest::newRow("as it should be") << "registrar"
                                         << "commune:00004"
                                         << "";
    }

    void impossible_rights_are_refused_by_name()
    {
        QFETCH(QString, role);
        QFETCH(QString, unit);
        QFETCH(QString, why);
        const auto& units = real_definitions().units();
        const account_grant wanted{
            role.toStdString(), must(parse_unit(units, unit.toStdString())), today, std::nullopt};
        QCOMPARE(why_impossible(wanted, book()), why.toStdString());
    }

    void an_ended_account_stays_ended()
    {
        auto who = with({grant("registrar", commune("00004"))});
        who =
            must(changed(who, {account_change::ended, std::nullopt, "", "chuyển công tác"}, book())
            );
        QCOMPARE(
            refusal(changed(who, {account_change::resumed, std::nullopt, "", ""}, book())),
            std::string("ended_for_good")
        );
    }

    void suspending_takes_a_reason()
    {
        const auto who = with({grant("registrar", commune("00004"))});
        QCOMPARE(
            refusal(changed(who, {account_change::suspended, std::nullopt, "", ""}, book())),
            std::string("reason_needed")
        );
    }

    void nobody_changes_an_account_whose_rights_he_could_not_give()
    {
        const auto hanoi = with({grant("province_administrator", {"province", "01"})});
        const auto here = with({grant("registrar", commune("00004"))});
        const auto elsewhere = with({grant("registrar", commune("25747"))});
        const auto both =
            with({grant("registrar", commune("00004")), grant("registrar", commune("25747"))});
        const auto nobody = with({});
        QVERIFY(may_change(hanoi, here, suspend(), today, book()));
        QVERIFY(!may_change(hanoi, elsewhere, suspend(), today, book()));
        QVERIFY(!may_change(hanoi, both, suspend(), today, book()));
        QVERIFY(!may_change(hanoi, nobody, suspend(), today, book()));
        QVERIFY(!may_change(hanoi, hanoi, suspend(), today, book()));
        QVERIFY(!may_change(here, here, suspend(), today, book()));
    }

    void an_account_reads_back_as_it_was_written()
    {
        auto who = with({grant("registrar", commune("00004"))});
        who.proof = must(new_credential("mật khẩu", m_random, cheap));
        who.grants.front().until = {2027, 2, 28};
        const auto back = must(parse_account(who.to_json(), real_definitions().units()));
        QCOMPARE(to_text(back.to_json()), to_text(who.to_json()));
    }

    // --- passwords

    void an_easy_password_is_refused_without_rules_about_signs_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("why");
        QTest::newRow("short") << "aB3$efgh"
                               << "password_short";
        QTest::newRow("tried first") << "password123"
                                     << "password_common";
        QTest::newRow("a row of keys") << "qwertyuiop1"
                                       << "password_common";
        QTest::newRow("his own name") << "tranthilan1"
                                      << "password_common";
        QTest::newRow("long") << QString(257, 'x') << "password_long";
        QTest::newRow("four plain words") << "cau tre giang muoi"
                                          << "";
        QTest::newRow("Vietnamese letters") << QString::fromUtf8("nắng sớm bên hồ") << "";
    }

    void an_easy_password_is_refused_without_rules_about_signs()
    {
        QFETCH(QString, password);
        QFETCH(QString, why);
        QCOMPARE(
            refusal(check_new_password(password.toStdString(), {"lan.tt", "tranthilan"})),
            why.toStdString()
        );
    }

    void without_zxcvbn_the_same_easy_passwords_are_refused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("holds");
        QTest::newRow("tried first") << "password123" << false;
        QTest::newRow("signs for letters") << "P@ssw0rd2026" << false;
        QTest::newRow("a row of keys") << "qwertyuiop1" << false;
        QTest::newRow("a row backwards") << "0987654321poiuyt" << false;
        QTest::newRow("one sign") << "aaaaaaaaaaaaaaaaaaaa" << false;
        QTest::newRow("his own name") << "tranthilan1" << false;
        QTest::newRow("his name apart") << "tran.thi.lan" << false;
        QTest::newRow("a day") << "30041975" << false;
        QTest::newRow("four plain words") << "cau tre giang muoi" << true;
        QTest::newRow("Vietnamese letters") << QString::fromUtf8("nắng sớm bên hồ") << true;
        QTest::newRow("made up") << QString::fromStdString(made_up_password(m_random)) << true;
    }

    /// On Windows, where zxcvbn is not.
    void without_zxcvbn_the_same_easy_passwords_are_refused()
    {
        QFETCH(QString, password);
        QFETCH(bool, holds);
        const std::vector<std::string> own{"lan.tt", "Trần Thị Lan"};
        QCOMPARE(plain_password_guesses(password.toStdString(), own) >= 9, holds);
    }

    void a_new_password_keeps_the_pair_and_shuts_the_old_one_out()
    {
        const auto old = must(new_credential("mật khẩu cũ", m_random, cheap));
        const auto renewed = must(change_password(old, "mật khẩu cũ", "mật khẩu mới", m_random));
        QCOMPARE(renewed.public_key, old.public_key);
        QVERIFY(renewed.generation > old.generation);
        QVERIFY(open_credential(renewed, "mật khẩu mới"));
        QCOMPARE(open_credential(renewed, "mật khẩu cũ").error().code, failure_code::wrong_key);
        QVERIFY(!change_password(old, "sai", "mật khẩu mới", m_random));
    }
};

QTEST_GUILESS_MAIN(RightsTest)
#include "rights_test.moc"
