// Practice on made-up people: what is done there is real in its own register, told by the guide,
// marked on every page and sent nowhere. Beside it what a machine page tells of line and PC.
#include "common/base/files.h"
#include "common/register/clock_watch.h"
#include "common/sync/bundle_host.h"
#include "desktop/app/practice_desk.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/vietnamese_order.h"
#include "desktop/printing/page_painter.h"
#include "desktop/printing/paper_text.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/record_list.h"
#include "desktop/shell/guide_page.h"
#include "desktop/shell/machine_page.h"
#include "desktop/shell/practice_guide.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::int64_t hour_ms = 3600 * 1000;

signing_key key_of_hub()
{
    seeded_random random(1); // the first thing the hub drew
    return new_signing_key(random);
}

machine_page* machine_of(workbench& at)
{
    press(Qt::Key_M, Qt::ControlModifier);
    return qobject_cast<machine_page*>(at.window->current());
}

void register_birth(workbench& at)
{
    at.ask([](desk_register& desk) {
        return desk.register_event(
            *desk.known().find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
        );
    });
}

std::string only_one(workbench& at, record_state state)
{
    const auto lines = at.ask([state](desk_register& desk) { return desk.in_state(state, 2); });
    if (lines.size() != 1) qFatal("%zu entries instead of one", lines.size());
    return lines.front().record;
}

record entry_in(workbench& at, const std::string& id)
{
    return at.ask([&id](desk_register& desk) { return desk.load(id); });
}

/// Printed by `hotich`: the points of the first page that have the mark's grey.
int grey_points(const QString& register_file, const QStringList& command)
{
    const QTemporaryDir folder;
    QFile password(folder.filePath("password"));
    if (!password.open(QIODevice::WriteOnly)) qFatal("the folder cannot be written");
    password.write("practice");
    password.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("HOTICH_PASSWORD_FILE", password.fileName());
    const auto pdf = folder.filePath("paper.pdf");
    const auto run = [&environment](const QString& program, const QStringList& arguments) {
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    };
    run(QDir(QCoreApplication::applicationDirPath()).filePath("../hotich"),
        QStringList{"--register", register_file} + command + QStringList{"--pdf", pdf});
    run("pdftoppm", {"-r", "50", "-singlefile", "-png", pdf, folder.filePath("page")});
    const QImage image(folder.filePath("page.png"));
    int grey = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            grey += qGray(image.pixel(x, y)) == 200 ? 1 : 0;
    return grey;
}

/// How many points of an empty page are not white.
int inked_points()
{
    QImage image(420, 594, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint_page(painter, draw_list(), paper_kind::preprinted_blank, 2);
    painter.end();
    int inked = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixel(x, y) == qRgb(255, 255, 255) ? 0 : 1;
    return inked;
}

} // namespace

class PracticeTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void the_practice_goes_on_where_one_left_it_and_prints_without_a_server()
    {
        const QTemporaryDir folder;
        const auto file = to_utf8(folder.filePath("practice.hotich"));
        seeded_random chance(5);
        const auto& known = definitions_with_boats();
        auto at = must(open_practice(file, known, chance, monday_morning));
        QVERIFY(must(done_in_practice(*at.desk)).empty());
        const auto outcome = must(at.desk->register_event(
            *known.find_event("birth"), {lawful_birth(), {}, "", ""}, monday_morning
        ));
        QVERIFY(outcome.number.has_value());
        must(at.desk->issue_paper(outcome.record, "birth_certificate", monday_morning));
        at = {};
        at = must(open_practice(file, known, chance, monday_morning));
        const std::vector<std::string> steps{"birth", "print"};
        QCOMPARE(must(done_in_practice(*at.desk)), steps);
        must(at.server->exchange(*at.desk, monday_morning));
        QCOMPARE(must(at.desk->load(outcome.record)).state, record_state::registered);
        QCOMPARE(must(done_in_practice(*at.desk)), steps); // whether decided or not
        const auto held = must(at.desk->in_state(record_state::held, 2)).front().record;
        must(at.desk->withdraw(held, "Đã đăng ký nơi khác", monday_morning));
        must(at.server->exchange(*at.desk, monday_morning));
        QVERIFY(must(at.desk->in_state(record_state::held, 2)).empty());
        QCOMPARE(must(done_in_practice(*at.desk)), steps); // the rejected one still waits
    }

    void a_real_register_is_no_practice_and_is_left_alone()
    {
        const QTemporaryDir folder;
        const auto file = to_utf8(folder.filePath("desk.hotich"));
        const auto& known = definitions_with_boats();
        seeded_random chance(5);
        must(desk_register::create(file, "Lan", "ba con mèo đen", known, chance, {1, 8192}));
        const auto practised = open_practice(file, known, chance, monday_morning);
        QVERIFY(!practised && practised.error().code == failure_code::wrong_key);
        must(desk_register::open(file, "", "ba con mèo đen", known, chance));
        // Nor is one whose clerk chose the practice's password.
        const auto half = to_utf8(folder.filePath("practice.hotich"));
        must(desk_register::create(half, "Lan", "practice", known, chance, {1, 8192}));
        QVERIFY(!open_practice(half, known, chance, monday_morning));
        must(desk_register::open(half, "", "practice", known, chance));
        // What was cut short while it was made is made anew.
        must(replace_private_file(half + ".server", ""));
        QVERIFY(must(open_practice(half, known, chance, monday_morning)).desk->is_enrolled());
    }

    void what_the_made_up_server_did_not_accept_is_settled_by_keyboard()
    {
        workbench at(std::string(), workbench::purpose::practice);
        at.begin_work();
        const auto steps = [&at] {
            return at.ask([](desk_register& desk) { return done_in_practice(desk); });
        };
        const auto held = only_one(at, record_state::held);
        const auto rejected = only_one(at, record_state::rejected);
        press(Qt::Key_F6);
        auto* list = at.window->current()->findChild<record_list*>();
        at.wait_for([list] { return list->lines().size() == 2; });
        press(Qt::Key_Return); // the held one: it is another birth
        auto* page = at.window->current();
        at.wait_for([page] { return all_labels(page).contains("tại Phường Giảng Võ"); });
        at.wait_for_button("Sửa và gửi lại");
        press(Qt::Key_Tab);
        press(Qt::Key_Space);
        auto* why = page->findChild<question_box*>();
        at.wait_for([why] { return why->is_open(); });
        type("Hai trẻ khác nhau");
        press(Qt::Key_Return);
        at.wait_for([&] { return entry_in(at, held).state == record_state::registered; });
        QVERIFY(entry_in(at, held).number.has_value());
        QVERIFY(steps().empty());
        press(Qt::Key_F6);
        at.wait_for([list] { return list->lines().size() == 1; });
        press(Qt::Key_Return); // the rejected one: its day has not come
        at.wait_for([&at] { return all_labels(at.window.get()).contains("chưa đến; hãy sửa lại"); }
        );
        at.wait_for_button("Sửa và gửi lại");
        press(Qt::Key_Space);
        at.wait_for([&at] { return at.form() != nullptr; });
        at.form()->go_to_field("reg_date");
        type("23/11/2026");
        press(Qt::Key_S, Qt::ControlModifier);
        auto* stages = at.form()->findChild<QStackedWidget*>();
        at.wait_for([stages] { return stages->currentIndex() == 1; });
        press(Qt::Key_S, Qt::ControlModifier);
        at.wait_for([&] { return entry_in(at, rejected).state == record_state::registered; });
        QCOMPARE(steps(), std::vector<std::string>{"attention"});
        auto* guide = at.window->findChild<practice_guide*>();
        at.wait_for([guide] { return guide->done() == 1; });
    }

    void the_window_of_the_practice_is_never_taken_for_the_real_one()
    {
        workbench at(std::string(), workbench::purpose::practice);
        at.begin_work();
        QVERIFY(all_labels(at.window.get()).contains("LUYỆN TẬP"));
        auto* guide = at.window->findChild<practice_guide*>();
        QVERIFY(guide != nullptr && guide->isVisible());
        register_birth(at);
        at.wait_for([guide] { return guide->done() == 1; });
        press(Qt::Key_F4);
        at.wait_for([guide] { return guide->done() == 2; });
    }

    void the_real_window_has_neither_band_nor_guide()
    {
        workbench at;
        at.begin_work();
        QVERIFY(at.window->findChild<practice_guide*>() == nullptr);
        QVERIFY(!all_labels(at.window.get()).contains("LUYỆN TẬP"));
    }

    void every_page_of_the_practice_is_marked_and_no_other()
    {
        QCOMPARE(inked_points(), 0);
        mark_every_page(to_qt(definitions_with_boats().message("words", "practice_mark").vi));
        QVERIFY(inked_points() > 5000);
        mark_every_page({});
        QCOMPARE(inked_points(), 0);
    }

    void without_a_window_the_practice_is_marked_as_well()
    {
        if (QSysInfo::productType() == "windows") QSKIP("no program here looks at a PDF");
        const QTemporaryDir folder;
        const auto file = folder.filePath("practice.hotich");
        seeded_random chance(5);
        const auto now = computer_clock().now();
        std::string born;
        {
            const auto at =
                must(open_practice(to_utf8(file), definitions_with_boats(), chance, now));
            born = must(at.desk->in_state(record_state::registered, 1)).front().record;
        }
        const QStringList book{"book", "birth", "2026"};
        const QStringList paper{"print", to_qt(born), "--certificate", "birth_certificate"};
        QVERIFY(grey_points(file, paper) > 500);
        QVERIFY(grey_points(file, book) > 500);
        {
            const auto at =
                must(open_practice(to_utf8(file), definitions_with_boats(), chance, now));
            must(at.desk->connection().execute("DELETE FROM meta WHERE name = 'practice'", {}));
        }
        QVERIFY(grey_points(file, book) < 100); // as of a real register
    }

    void a_courier_goes_out_and_comes_back_in_the_window()
    {
        const QTemporaryDir stick;
        workbench at;
        at.begin_work();
        register_birth(at);
        auto* page = machine_of(at);
        QVERIFY(page != nullptr);
        page->write_bundle(stick.path());
        at.wait_for([&at] { return all_labels(at.window.get()).contains("Đã ghi"); });
        const auto out = stick.filePath(QDir(stick.path()).entryList({"*.bundle"}).front());
        const auto key = key_of_hub();
        bundle_host bundles(at.hub.service, *at.hub.db, key);
        const auto taken =
            must(bundles.take_in(must(read_bundle_file(to_utf8(out))), monday_morning));
        const auto back =
            must(write_bundle_file(to_utf8(stick.path()), taken.answer.label, taken.answer.file));
        page->take_bundle(to_qt(back));
        at.wait_for([&at] { return all_labels(at.window.get()).contains("Đã nhận gói"); });
        const auto registered =
            at.ask([](desk_register& desk) { return desk.in_state(record_state::registered, 5); });
        QCOMPARE(registered.size(), std::size_t(1));
        page->take_bundle(out); // of this desk itself: no answer
        at.wait_for([&at] { return all_labels(at.window.get()).contains("không có gì thay đổi"); });
    }

    void the_lines_for_the_telephone_are_numbered_and_tell_of_nobody()
    {
        workbench at;
        at.begin_work();
        register_birth(at);
        auto* page = machine_of(at);
        const auto lines = [page] {
            page->copy_lines();
            return QApplication::clipboard()->text().split('\n');
        };
        at.wait_for([&lines] { return lines().size() > 5; });
        for (int i = 0; i < lines().size(); ++i) {
            QVERIFY(lines().at(i).startsWith(QString("%1. ").arg(i + 1)));
            QVERIFY2(lines().at(i).size() < 110, qPrintable(lines().at(i)));
        }
        const auto text = lines().join('\n');
        for (const auto* path : {"child.full_name", "mother.full_name", "mother.id_doc.number"})
            QVERIFY(!text.contains(to_qt(text_at(lawful_birth(), path))));
        QVERIFY(!text.contains("Lê Thị Hộ Tịch"));
        QVERIFY(text.contains("00004-1"));
    }

    void a_clock_that_went_back_is_told_with_both_times_until_it_is_right()
    {
        workbench at;
        at.begin_work();
        const auto watch = [&at](std::int64_t hours) {
            return at.ask([hours](desk_register& desk) {
                return watch_clock(desk, instant{monday_morning.ms + hours * hour_ms});
            });
        };
        QVERIFY(!watch(0));
        QVERIFY(!watch(5));
        const clock_jump back{
            {monday_morning.ms + 5 * hour_ms}, {monday_morning.ms - 90 * hour_ms}};
        QCOMPARE(watch(-90), std::optional(back));
        QCOMPARE(watch(-89), std::optional(back)); // it goes on, and is wrong all the same
        at.line_down.set({.jump = back});
        QVERIFY(machine_of(at) != nullptr);
        const auto words = all_labels(at.window.get());
        QVERIFY(words.contains("23/11/2026 13:00") && words.contains("19/11/2026 14:00"));
        QVERIFY(!watch(6)); // set right
        QVERIFY(at.ask([](desk_register& desk) -> result<bool> {
            return last_clock_jump(desk)->is_settled;
        }));
        // Where it was wrong before, and is right now, somebody says so.
        QVERIFY(watch(-1));
        at.ask([](desk_register& desk) -> result<bool> {
            TRY_STATUS(settle_clock(desk));
            return true;
        });
        QVERIFY(!watch(0));
    }

    void f1_opens_the_guide_whose_pictures_are_screens_that_are_taken()
    {
        workbench at;
        at.begin_work();
        press(Qt::Key_F1); // Today explains nothing of its own
        auto* page = qobject_cast<guide_page*>(at.window->current());
        QVERIFY(page != nullptr);
        QVERIFY(page->findChild<guide_text*>()->toPlainText().contains("Ngày đầu tiên"));
        press(Qt::Key_Escape);
        at.open_form()->go_to_field("child.full_name");
        press(Qt::Key_F1);
        QVERIFY(at.form() != nullptr); // the field's own
        press(Qt::Key_F1);
        QVERIFY(qobject_cast<guide_page*>(at.window->current()) != nullptr);
        const auto screens = must(read_file(HOTICH_SOURCE "/desktop/app/shots.cpp", 100'000));
        const QRegularExpression picture("!\\[[^\\]]+\\]\\((\\d+)-([a-z-]+)\\.png\\)");
        int pictures = 0;
        for (const auto& chapter : guide_chapters()) {
            const auto text = must(read_file(
                HOTICH_SOURCE "/desktop/guide/" + to_utf8(chapter.section('/', -1)), 100'000
            ));
            for (auto found = picture.globalMatch(to_qt(text)); found.hasNext(); ++pictures)
                QVERIFY(to_qt(screens).contains("-" + found.next().captured(2) + "\""));
        }
        QVERIFY(pictures >= 10);
    }

    void lists_are_in_vietnamese_order()
    {
        QStringList names{"Vũ", "Đặng", "Dương", "Ân", "An", "Ăn", "Ẩn", "Ấn", "Ạn", "Án",
                          "Ản", "Ãn",   "Àn",    "Ê",  "E",  "Ô",  "Ơ",  "O",  "Ư",  "U"};
        std::sort(names.begin(), names.end(), vietnamese_order());
        const QStringList in_order{"An",    "Àn",   "Ản", "Ãn", "Án", "Ạn", "Ăn", "Ân", "Ẩn", "Ấn",
                                   "Dương", "Đặng", "E",  "Ê",  "O",  "Ô",  "Ơ",  "U",  "Ư",  "Vũ"};
        QCOMPARE(names, in_order);
    }
};

QTEST_MAIN(PracticeTest)
#include "practice_test.moc"
