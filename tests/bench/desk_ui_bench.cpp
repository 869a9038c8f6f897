// hotich-desk-ui-bench [RECORDS]: what a clerk waits for, offscreen, on a register of a file:
// start, sign-in, forms, keys, search, saving, papers; and the memory it takes. A part of ./dev
// bench desk.
#include "desktop/app/appearance.h"
#include "desktop/app/application.h"
#include "desktop/app/language.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/printing/certificate.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/registers/record_list.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"
#include "tests/support/made_births.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* password = "password";
constexpr int rounds = 7;
constexpr int usual_records = 30'000;

double median(std::vector<double> values, double share = 0.5)
{
    std::sort(values.begin(), values.end());
    return values.at(std::size_t(share * double(values.size() - 1)));
}

void tell(const char* what, double value, const char* unit, const char* goal)
{
    std::printf("%-44s %10.1f %-8s %s\n", what, value, unit, goal);
    std::fflush(stdout);
}

double ms_of(const std::function<void()>& work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// What was waited for, and what the processor did for it: a machine that does other things too
/// makes the first longer and not the second.
class waits
{
public:
    void add(const std::function<void()>& work)
    {
        const auto begin = std::clock();
        m_waited.push_back(ms_of(work));
        m_worked.push_back(double(std::clock() - begin) * 1000 / CLOCKS_PER_SEC);
    }

    void tell(const char* what, double share, const char* goal) const
    {
        std::printf(
            "%-44s %10.1f ms       %-14s %.1f ms of processor\n",
            what,
            median(m_waited, share),
            goal,
            median(m_worked, share)
        );
        std::fflush(stdout);
    }

private:
    std::vector<double> m_waited;
    std::vector<double> m_worked;
};

/// What has come is handled, and seen.
void handle_events() { QTest::qWait(0); }

/// Looks every millisecond; QTest's own waiting pauses for ten.
void wait_until(const std::function<bool()>& done)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (done()) loop.quit();
    });
    look.start(1);
    loop.exec();
}

/// All that was asked of the register is answered, and seen.
void settle(workbench& at)
{
    bool answered = false;
    at.desk.ask(
        at.window.get(),
        [](desk_register&) -> result<bool> { return true; },
        [&answered](const result<bool>&) { answered = true; }
    );
    wait_until([&answered] { return answered; });
    handle_events();
}

/// The window's records, without their log: what lists, search and papers stand on.
result<bool> fill(desk_register& desk, int records)
{
    auto transaction = write_transaction::begin(desk.connection());
    if (!transaction) return transaction.error();
    desk.view().keep_words_back();
    for (int n = 0; n < records; ++n) {
        record entry;
        entry.id = QString("00000000-0000-7000-8000-%1").arg(n, 12, 16, QChar('0')).toStdString();
        entry.office = desk.identity().office;
        entry.event = "birth";
        entry.state = record_state::registered;
        entry.confirmed = true;
        entry.number = registration_number{"BIRTH", 2000 + n / 2000, n % 2000 + 1};
        entry.data = made_birth(n);
        TRY_STATUS(desk.view().add(entry));
    }
    TRY_STATUS(desk.view().write_words());
    TRY_STATUS(transaction->commit());
    return true;
}

int make_register(const std::string& file, int records)
{
    seeded_random chance(3);
    server hub(1, definitions_with_boats());
    auto desk =
        must(desk_register::create(file, "Clerk", password, definitions_with_boats(), chance));
    enrol(hub, *desk, "00004");
    (void)must(fill(*desk, records));
    return 0;
}

/// In a process of its own: what the making takes is none of the window's memory.
void make_register_apart(const QString& file, int records)
{
    const auto made = QProcess::execute(
        QCoreApplication::applicationFilePath(), {"--make", file, QString::number(records)}
    );
    if (made != 0) qFatal("the register could not be made");
}

/// The program itself, up to its sign-in page; then it says so and ends.
int start_program_once(QApplication& program, const std::string& file)
{
    speak(program, "vi");
    must(dress(program));
    const auto known = must(definitions::load(HOTICH_SOURCE "/schemas"));
    application workplace(known, file, "vi", application::purpose::work);
    if (!workplace.start()) return 1;
    handle_events();
    std::puts("up");
    std::fflush(stdout);
    std::_Exit(0);
}

void measure_start(const std::string& file)
{
    std::vector<double> took;
    for (int i = 0; i < rounds; ++i)
        took.push_back(ms_of([&file] {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {"--start", to_qt(file)});
            if (!child.waitForReadyRead(30'000)) qFatal("the program does not start");
            child.waitForFinished();
        }));
    tell("start to sign-in", median(took), "ms", "<= 1000");
}

void sign_in(workbench& at, const std::string& file)
{
    bool open = false;
    at.desk.open(
        at.window.get(),
        [&at, &file] {
            return desk_register::open(file, "Clerk", password, at.place.known, at.chance);
        },
        [&open](const status& opened) {
            must(opened);
            open = true;
        }
    );
    wait_until([&open] { return open; });
    at.window->show_workplace("Clerk");
    settle(at);
}

void measure_form(workbench& at)
{
    waits opened;
    for (int i = 0; i < rounds; ++i) {
        opened.add([&at] {
            press(Qt::Key_F2);
            wait_until([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
            handle_events();
        });
        press(Qt::Key_Escape);
        settle(at);
    }
    opened.tell("opening a form", 0.5, "<= 100");
    press(Qt::Key_F2);
    wait_until([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
    at.form()->go_to_field("child.full_name");
    waits keys;
    for (int i = 0; i < 300; ++i) {
        keys.add([i] {
            i % 12 == 11 ? press(Qt::Key_Backspace) : type(QString(QChar('a' + i % 7)));
            handle_events();
        });
        if (i % 30 == 29) settle(at); // a check answers between two letters
    }
    keys.tell("keystroke to screen, median", 0.5, "");
    keys.tell("keystroke to screen, p99", 0.99, "<= 16");
}

/// From the last letter to the list: the pause that search waits for is a part of it.
void measure_search(workbench& at)
{
    press(Qt::Key_F3);
    settle(at);
    auto* list = at.window->current()->findChild<record_list*>();
    std::vector<double> took;
    for (int n = 0; n < rounds; ++n) {
        auto* line = at.window->current()->findChild<entry_line*>("search");
        line->setFocus();
        line->selectAll();
        const auto name = to_qt(names_of(17 * n + 5).child);
        bool has_come = false;
        const auto seen =
            QObject::connect(list->model(), &QAbstractItemModel::modelReset, list, [&has_come] {
                has_come = true;
            });
        type(name);
        took.push_back(ms_of([&] { wait_until([&has_come] { return has_come; }); }));
        QObject::disconnect(seen);
    }
    tell("search: last letter to the list", median(took), "ms", "120 of them wait for a letter");
}

void measure_saving(workbench& at, int records)
{
    waits took;
    for (int n = 0; n < rounds; ++n) {
        press(Qt::Key_F2);
        wait_until([&at] { return at.form() != nullptr && !at.focused_field().empty(); });
        for (const auto& [name, value] : made_birth(records + n))
            at.form()->session().set(name, value);
        const auto* stages = at.form()->findChild<QStackedWidget*>();
        press(Qt::Key_S, Qt::ControlModifier);
        wait_until([stages] { return stages->currentIndex() == 1; });
        took.add([stages] {
            press(Qt::Key_S, Qt::ControlModifier);
            wait_until([stages] { return stages->currentIndex() == 2; });
        });
        press(Qt::Key_F8);
        settle(at);
    }
    took.tell("saving: key to outcome", 0.5, "");
}

void measure_papers(workbench& at, const QString& folder)
{
    const std::string id = "00000000-0000-7000-8000-000000000000";
    waits previewed;
    for (int i = 0; i < rounds; ++i) {
        previewed.add([&] {
            at.window->open_paper(to_qt(id), "birth_extract");
            settle(at);
            settle(at);
        });
        at.window->go_back();
        settle(at);
    }
    previewed.tell("preview of a paper", 0.5, "");
    const auto page = at.ask([&id](desk_register& desk) -> result<draw_list> {
        TRY(const auto issue, desk.preview_paper(id, "birth_extract", monday_morning));
        return compose_certificate(issue, desk.known(), desk.office());
    });
    const auto file = folder + "/paper.pdf";
    constexpr int many = 100;
    const auto one_each = ms_of([&] {
        for (int i = 0; i < many; ++i)
            must(write_pdf(file, {page}, paper_kind::plain, "paper"));
    });
    tell(
        "a paper in its own PDF", many * 1000 / one_each, "files/s", ">= 25 x Chromium warm (11.3)"
    );
    tell("size of it", double(QFile(file).size()) / 1000, "KB", "<= 16");
    const auto together =
        ms_of([&] { must(write_pdf(file, std::vector(many, page), paper_kind::plain, "papers")); });
    tell("a long PDF", many * 1000 / together, "pages/s", ">= 8 x Chromium warm (55)");
}

double memory_mb()
{
    QFile file("/proc/self/status");
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const auto& line : file.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1e3;
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication program(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (!start_crypto()) return 1;
    if (arguments.value(1) == "--start")
        return start_program_once(program, to_utf8(arguments.value(2)));
    if (arguments.value(1) == "--make")
        return make_register(to_utf8(arguments.value(2)), arguments.value(3).toInt());
    const int asked = arguments.value(1).toInt();
    const int records = asked > 0 ? asked : usual_records;
    start_program();
    const QTemporaryDir folder;
    const auto file = to_utf8(folder.filePath("desk.hotich"));
    std::printf("the window on a register of %d records\n", records);
    make_register_apart(folder.filePath("desk.hotich"), records);
    measure_start(file);
    workbench at(file);
    waits signed_in;
    for (int i = 0; i < rounds; ++i)
        signed_in.add([&] { sign_in(at, file); });
    signed_in.tell("sign-in to Today, with the key's derivation", 0.5, "<= 300");
    measure_form(at);
    measure_search(at);
    measure_saving(at, records);
    measure_papers(at, folder.path());
    tell("memory", memory_mb(), "MB", "<= 200 with 300,000");
    return 0;
}
