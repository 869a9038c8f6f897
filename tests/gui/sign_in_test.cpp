// Signing in with an account: a password that somebody else chose is changed first; and the lock
// that hides the workplace when nobody works.
#include "common/register/desk_accounts.h"
#include "common/sync/account_registry.h"
#include "desktop/accounts/session_lock.h"
#include "desktop/app/qt_text.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};

/// A desk on the disk that knows one registrar.
struct staffed_desk
{
    QTemporaryDir folder;
    std::string file = to_utf8(folder.filePath("desk.hotich"));
    std::string password;

    staffed_desk()
    {
        server at(1, definitions_with_boats());
        account_registry registry(at.service, *at.db, at.known);
        const auto made = must(registry.create(
            {"lan.tt", "Trần Thị Lan", {"registrar", {"commune", "00004"}, {2026, 1, 1}, {}}},
            {the_operator, ""},
            monday_morning,
            at.random,
            cheap
        ));
        password = made.password;
        auto desk = must(
            desk_register::create(file, "người cài máy", "password", at.known, at.random, cheap)
        );
        enrol(at, *desk, "00004");
        auto again = must(desk_register::open(file, "lan.tt", password, at.known, at.random));
        must(begin_session(*again, monday_morning)); // who set the PC up has no key any more
    }
};

} // namespace

class SignInTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        start_program();
    }

    void a_password_that_somebody_else_chose_is_changed_first()
    {
        const staffed_desk desk;
        workbench at(desk.file);
        QSignalSpy signed_in(at.window.get(), &main_window::signed_in);
        at.window->show_sign_in();
        type(to_qt(desk.password));
        press(Qt::Key_Return);
        const auto why = to_qt(at.place.known.message("findings", password_must_be_changed).vi);
        at.wait_for([&] { return all_labels(at.window.get()).contains(why); });
        QCOMPARE(signed_in.count(), 0);
        type("bến đò chiều mưa bay");
        press(Qt::Key_Return);
        type("bến đò chiều nắng lên");
        press(Qt::Key_Return);
        QVERIFY(all_labels(at.window.get()).contains("Hai mật khẩu không giống nhau."));
        type("bến đò chiều mưa bay"); // the wrong one is selected
        press(Qt::Key_Return);
        at.wait_for([&] { return signed_in.count() == 1; });
        seeded_random chance(3);
        const auto& known = definitions_with_boats();
        QVERIFY(!desk_register::open(desk.file, "lan.tt", desk.password, known, chance));
        QVERIFY(desk_register::open(desk.file, "lan.tt", "bến đò chiều mưa bay", known, chance));
    }

    void an_easy_password_is_not_taken()
    {
        const staffed_desk desk;
        workbench at(desk.file);
        at.window->show_sign_in();
        type(to_qt(desk.password));
        press(Qt::Key_Return);
        const auto says = [&](const char* id) {
            const auto words = to_qt(at.place.known.message("findings", id).vi);
            at.wait_for([&] { return all_labels(at.window.get()).contains(words); });
        };
        says(password_must_be_changed);
        for (int i = 0; i < 2; ++i) {
            type("password123");
            press(Qt::Key_Return);
        }
        says("password_common");
    }

    void a_lock_hides_the_workplace_and_keeps_what_is_typed()
    {
        workbench at;
        at.begin_work();
        at.window->show_workplace("Lê Thị Hộ Tịch");
        auto* form = at.open_form();
        at.window->show_lock();
        QVERIFY(!form->isVisible());
        at.window->show_workplace("Lê Thị Hộ Tịch");
        QCOMPARE(at.form(), form);
        QVERIFY(form->isVisible());
        // Somebody else does not see it.
        at.window->show_lock();
        at.window->show_workplace("Trần Thị Lan");
        QVERIFY(at.form() == nullptr);
    }

    void nobody_at_work_locks_and_a_key_puts_it_off()
    {
        session_lock lock(300);
        QSignalSpy locked(&lock, &session_lock::locked);
        QTest::qWait(400);
        QCOMPARE(locked.count(), 0); // nobody has signed in
        lock.begin();
        QWidget anything;
        for (int i = 0; i < 3; ++i) {
            QTest::qWait(150);
            QTest::keyClick(&anything, Qt::Key_A);
        }
        QCOMPARE(locked.count(), 0);
        QVERIFY(locked.wait(2'000));
        lock.begin();
        lock.lock_before_sleep(false);
        QCOMPARE(locked.count(), 1);
        lock.lock_before_sleep(true);
        QCOMPARE(locked.count(), 2);
        lock.lock(); // once is enough
        QCOMPARE(locked.count(), 2);
    }
};

QTEST_MAIN(SignInTest)
#include "sign_in_test.moc"
