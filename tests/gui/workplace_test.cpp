// What stands around the forms: set-up, sign-in, drafts, search, the tray.
#include "common/sync/feed_standing.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/record_list.h"
#include "desktop/registers/record_page.h"
#include "desktop/registers/scan_list.h"
#include "desktop/shell/backup_line.h"
#include "desktop/worker/daily_backup.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

class workplace_test : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void a_draft_survives_closing();
    void searching_as_one_types_needs_no_accents();
    void a_wrong_password_says_so_and_the_right_one_opens();
    void the_set_up_says_plainly_what_is_missing();
    void the_set_up_begins_with_what_district_it_has_prepared();
    void a_rejected_record_is_corrected_and_sent_again();
    void a_scanned_paper_is_attached_and_saved_from_the_records_page();
    void work_that_was_asked_before_closing_is_done();
    void few_days_without_the_server_are_told_on_today_and_in_the_status_line();
    void a_server_that_puts_the_desk_off_is_no_missing_line();
    void the_folder_of_the_copies_is_chosen_on_today_and_the_days_copy_is_made_when_nobody_works();
};

void workplace_test::initTestCase() { start_program(); }

void workplace_test::a_draft_survives_closing()
{
    const QTemporaryDir folder;
    const auto file = to_utf8(folder.filePath("Nguyễn Đức.hotich"));
    const auto open = [&file](workbench& at, bool make) {
        at.desk.open(
            at.window.get(),
            [&file, &at, make]() -> result<std::unique_ptr<desk_register>> {
                if (!make)
                    return desk_register::open(file, "", "mật khẩu dài", at.place.known, at.chance);
                TRY(auto desk,
                    desk_register::create(
                        file, "Lê Thị Hộ Tịch", "mật khẩu dài", at.place.known, at.chance, {1, 8192}
                    ));
                TRY_STATUS(
                    desk->complete_enrolment({"00004", "00004-1", "https://localhost", "", ""})
                );
                return desk;
            },
            [](const status& opened) { must(opened); }
        );
        at.ask([](desk_register& desk) -> result<bool> { return desk.is_enrolled(); });
        at.window->show_workplace();
    };
    {
        workbench at;
        open(at, true);
        at.open_form()->go_to_field("child.full_name");
        type("Đỗ Quang Huy");
    } // closed in the middle of the word, without saving
    workbench at;
    open(at, false);
    press(Qt::Key_F7);
    at.wait_for([&at] {
        return at.window->current()->title() == "Bản nháp"
            && QApplication::focusWidget() != nullptr;
    });
    QTest::qWait(100);
    press(Qt::Key_Return);
    at.wait_for([&at] { return at.form() != nullptr; });
    QCOMPARE(
        to_qt(text_at(at.form()->session().state().typed(), "child.full_name")), "Đỗ Quang Huy"
    );
}

void workplace_test::searching_as_one_types_needs_no_accents()
{
    workbench at;
    at.begin_work();
    at.ask([](desk_register& desk) {
        return desk.register_event(
            *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
        );
    });
    press(Qt::Key_F3);
    type("bao gia");
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    type(" xyz");
    at.wait_for([list] { return list->lines().empty(); });
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Backspace);
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for([&at] { return qobject_cast<record_page*>(at.window->current()) != nullptr; });
    press(Qt::Key_Escape);
    QCOMPARE(at.window->current()->title(), "Tìm kiếm");
}

void workplace_test::a_wrong_password_says_so_and_the_right_one_opens()
{
    const QTemporaryDir folder;
    const auto file = to_utf8(folder.filePath("desk.hotich"));
    {
        seeded_random chance(3);
        must(desk_register::create(
            file, "Lê Thị Hộ Tịch", "mật khẩu dài", definitions_with_boats(), chance, {1, 8192}
        ));
    }
    workbench at(file);
    bool is_open = false;
    QObject::connect(at.window.get(), &main_window::signed_in, at.window.get(), [&is_open] {
        is_open = true;
    });
    at.window->show_sign_in();
    type("mật khẩu sai");
    press(Qt::Key_Return);
    const auto wrong = to_qt(at.place.known.message("failures", "wrong_key").vi);
    at.wait_for([&at, &wrong] { return all_labels(at.window.get()).contains(wrong); });
    QVERIFY(!is_open);
    type("mật khẩu dài"); // the wrong one is selected, so that typing replaces it
    press(Qt::Key_Return);
    at.wait_for([&is_open] { return is_open; });
}

void workplace_test::the_set_up_says_plainly_what_is_missing()
{
    workbench at;
    at.window->show_enrolment();
    const auto says = [&at](const QString& words) {
        return all_labels(at.window.get()).contains(words);
    };
    const auto next = [](const QString& text) {
        type(text);
        press(Qt::Key_Return);
    };
    next("may-chu.example:8443");
    next("ABCDE-FGHJK");
    next("Lê Thị Hộ Tịch");
    next("bến đò chiều mưa bay");
    next("bến đò chiều nắng");
    QVERIFY(says("Hai mật khẩu không giống nhau."));
    qobject_cast<QLineEdit*>(QApplication::focusWidget())->selectAll();
    next("bến đò chiều mưa bay");
    QVERIFY(says("Không kết nối được với máy chủ"));
    QCOMPARE(to_qt(at.no_server.last.server_url), "https://may-chu.example:8443");
    QCOMPARE(to_qt(at.no_server.last.password), "bến đò chiều mưa bay");
}

void workplace_test::the_set_up_begins_with_what_district_it_has_prepared()
{
#ifdef Q_OS_WIN
    QSKIP("the folder of the system's settings cannot be another one");
#endif
    const QTemporaryDir settings;
    QVERIFY(QDir(settings.path()).mkpath("hotich"));
    QFile prepared(settings.filePath("hotich/machine.ini"));
    QVERIFY(prepared.open(QIODevice::WriteOnly));
    prepared.write("[enrolment]\r\nserver=https://may-chu.example:8443\r\ncode=ABCDE-FGHJK\r\n");
    prepared.close();
    qputenv("XDG_CONFIG_DIRS", settings.path().toUtf8());
    workbench at;
    at.window->show_enrolment();
    qunsetenv("XDG_CONFIG_DIRS");
    for (const auto* text : {"Lê Thị Hộ Tịch", "mật khẩu dài", "mật khẩu dài"}) {
        type(text);
        press(Qt::Key_Return);
    }
    QCOMPARE(to_qt(at.no_server.last.server_url), "https://may-chu.example:8443");
    QCOMPARE(to_qt(at.no_server.last.code), "ABCDE-FGHJK");
}

void workplace_test::a_rejected_record_is_corrected_and_sent_again()
{
    workbench at;
    at.begin_work();
    // The PC's clock was a day ahead when it was written, so the server did not take it.
    const instant tomorrow{monday_morning.ms + 24 * 3'600'000};
    at.ask([&at, tomorrow](desk_register& desk) -> result<bool> {
        TRY([[maybe_unused]] const auto done,
            desk.register_event(
                *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, tomorrow
            ));
        must(synchronise(desk, at.hub));
        return true;
    });
    press(Qt::Key_F6);
    auto* list = at.window->current()->findChild<record_list*>();
    at.wait_for([list] { return list->lines().size() == 1; });
    press(Qt::Key_Return);
    at.wait_for([] { return qobject_cast<QPushButton*>(QApplication::focusWidget()) != nullptr; });
    press(Qt::Key_Space); // the first button: correct and send again
    at.wait_for([&at] { return at.form() != nullptr; });
    at.wait_for([&at] { return at.form()->session().is_checked(); });
    QCOMPARE(to_qt(text_at(at.form()->session().state().shown(), "reg_date")), "2026-11-23");
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 1; });
    press(Qt::Key_S, Qt::ControlModifier);
    at.wait_for([&at] { return at.form()->findChild<QStackedWidget*>()->currentIndex() == 2; });
    at.ask([&at](desk_register& desk) -> result<bool> {
        must(synchronise(desk, at.hub));
        return true;
    });
    QCOMPARE(
        at.ask([](desk_register& desk) { return desk.in_state(record_state::registered, 10); }
        ).size(),
        std::size_t(1)
    );
}

void workplace_test::a_scanned_paper_is_attached_and_saved_from_the_records_page()
{
    const QTemporaryDir folder;
    const auto paper = "%PDF-1.4 " + QByteArray(2'000, 'x');
    const auto write = [&folder](const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return file.fileName();
    };
    workbench at;
    at.place.scans = scan_folder(to_utf8(folder.filePath("scans")));
    at.begin_work();
    const auto made = at.ask([](desk_register& desk) {
        return desk.register_event(
            *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
        );
    });
    emit at.window->current()->record_wanted(to_qt(made.record));
    auto* scans = at.window->current()->findChild<scan_list*>();
    QVERIFY(scans != nullptr);
    QString told;
    QObject::connect(scans, &scan_list::refused, scans, [&told](const QString& text) {
        told = text;
    });
    const auto shows = [scans](const char* text) { return all_labels(scans).contains(text); };
    scans->attach(write("giấy.exe", "MZ"));
    at.wait_for([&told] { return !told.isEmpty(); });
    QCOMPARE(told, to_qt(at.place.known.message("findings", "scan_wrong").vi));
    scans->attach(write("giấy chứng sinh.pdf", paper));
    at.wait_for([&shows] { return shows("giấy chứng sinh.pdf"); });
    QVERIFY(!shows("chưa có trên máy này"));

    const auto copy = folder.filePath("bản sao.pdf");
    scans->save(0, copy);
    at.wait_for([&copy] { return QFile::exists(copy); });
    QFile saved(copy);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), paper);
}

void workplace_test::work_that_was_asked_before_closing_is_done()
{
    bool is_done = false;
    {
        register_thread desk;
        desk.open(
            nullptr,
            []() -> result<std::unique_ptr<desk_register>> {
                seeded_random chance(5);
                server hub;
                return enrolled_desk(hub, "00004", chance);
            },
            [](const status&) {}
        );
        desk.ask(
            nullptr,
            [&is_done](desk_register&) -> result<bool> { return is_done = true; },
            [](const result<bool>&) {}
        );
    }
    QVERIFY(is_done);
}

void workplace_test::few_days_without_the_server_are_told_on_today_and_in_the_status_line()
{
    workbench at;
    at.begin_work();
    line_report report;
    report.state = line_state::offline;
    at.line_down.set(report);
    QVERIFY(!all_labels(at.window.get()).contains("ngày"));
    report.days_left = 3;
    at.line_down.set(report);
    QCOMPARE(all_labels(at.window.get()).count("Còn 3 ngày"), 2);
    report.days_left = -1;
    at.line_down.set(report);
    QCOMPARE(all_labels(at.window.get()).count("Đã hết thời gian"), 2);
    QVERIFY(at.window->minimumSizeHint().width() <= 1366); // the screen of a commune
}

void workplace_test::a_server_that_puts_the_desk_off_is_no_missing_line()
{
    workbench at;
    at.begin_work();
    line_report report;
    report.state = line_state::put_off;
    report.trouble = failure_code::busy;
    at.line_down.set(report);
    QVERIFY(all_labels(at.window.get()).contains("Máy chủ đang bận"));
    report.reason = feed_waits;
    at.line_down.set(report);
    QVERIFY(all_labels(at.window.get()).contains("khôi phục từ bản sao lưu"));
    QVERIFY(!all_labels(at.window.get()).contains("Không có đường truyền"));
}

void workplace_test::
    the_folder_of_the_copies_is_chosen_on_today_and_the_days_copy_is_made_when_nobody_works()
{
    const QTemporaryDir folder;
    const QDir stick(folder.filePath("Thẻ nhớ"));
    QVERIFY(stick.mkpath("."));
    const auto copies = [&stick] { return stick.entryList({"*.hotich"}, QDir::Files).size(); };
    workbench at;
    at.desk.open(
        at.window.get(),
        [&]() -> result<std::unique_ptr<desk_register>> {
            const auto file = to_utf8(folder.filePath("desk.hotich"));
            TRY(auto desk,
                desk_register::create(
                    file, "Lê Thị Hộ Tịch", "mật khẩu", at.place.known, at.chance, {1, 8192}
                ));
            TRY_STATUS(desk->complete_enrolment({"00004", "00004-1", "https://localhost", "", ""}));
            return desk;
        },
        [](const status& opened) { must(opened); }
    );
    at.ask([](desk_register& desk) -> result<bool> { return desk.is_enrolled(); });
    at.window->show_workplace();
    const auto says = [&at](const char* words) {
        return [&at, words] { return all_labels(at.window.get()).contains(words); };
    };
    at.wait_for(says("Chưa chọn nơi sao lưu"));
    at.window->current()->findChild<backup_line*>()->choose(stick.path());
    at.wait_for(says("Bản sao cuối"));
    QCOMPARE(copies(), 1);
    // The next day, first with a clerk at work.
    at.clock.set({monday_morning.ms + 24ll * 3600 * 1000});
    int quiet_ms = 1000;
    daily_backup daily(at.desk, at.clock, [&quiet_ms] { return quiet_ms; });
    const auto look = [&] {
        daily.look();
        at.ask([](desk_register& desk) -> result<bool> { return desk.is_enrolled(); });
    };
    look();
    QCOMPARE(copies(), 1);
    quiet_ms = quiet_before_backup_ms;
    look();
    QCOMPARE(copies(), 2);
    look(); // once a day
    QCOMPARE(copies(), 2);
}

QTEST_MAIN(workplace_test)
#include "workplace_test.moc"
