// Papers on their way to the citizen, by keyboard: a batch is printed, a jam is answered once,
// signed sheets are ticked off by their QR codes, every blank is accounted for.
#include "desktop/app/qt_text.h"
#include "desktop/registers/came_out_box.h"
#include "desktop/registers/plain_table.h"
#include "desktop/registers/preview_page.h"
#include "desktop/registers/question_box.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"
#include "tests/support/events.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr std::array names{"Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"};

/// Registered and numbered, in this order.
std::vector<std::string> births(workbench& at, std::size_t count)
{
    return at.ask([&](desk_register& desk) -> result<std::vector<std::string>> {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < count; ++i) {
            auto data = lawful_birth();
            data.erase("gcs_code");
            data.erase("gcs_date");
            set_path(data, "child.full_name", json::value(names.at(i)));
            out.push_back(register_of(desk, "birth", data).record);
        }
        must(synchronise(desk, at.hub));
        return out;
    });
}

paper_counts counts(workbench& at)
{
    return at.ask([](desk_register& desk) { return count_papers(desk, monday_morning); });
}

plain_table* list(workbench& at) { return at.window->current()->findChild<plain_table*>(); }

preview_page* preview(workbench& at)
{
    preview_page* shown = nullptr;
    at.wait_for([&] {
        shown = qobject_cast<preview_page*>(at.window->current());
        return shown != nullptr && shown->has_paper();
    });
    return shown;
}

came_out_box* outcome_question(workbench& at)
{
    return at.window->current()->findChild<came_out_box*>();
}

/// To a file, as a printer driver would.
void print(workbench& at, preview_page* page, const QTemporaryDir& folder)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setOutputFileName(folder.filePath("paper.pdf"));
    page->print_on(printer);
    at.wait_for([&at] { return outcome_question(at)->is_open(); });
}

QString text_of_pdf(const QString& file)
{
    QProcess reader;
    reader.start("pdftotext", {"-layout", file, "-"});
    if (!reader.waitForFinished()) qFatal("pdftotext does not answer");
    return QString::fromUtf8(reader.readAllStandardOutput());
}

void go_to_papers(workbench& at, int lines)
{
    press(Qt::Key_G, Qt::ControlModifier);
    at.wait_for([&at, lines] { return list(at) != nullptr && list(at)->rowCount() == lines; });
}

QString state_in(workbench& at, int row) { return list(at)->item(row, 0)->text(); }

} // namespace

class papers_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void a_batch_is_printed_and_the_spoiled_sheet_comes_back();
    void a_scanned_sheet_is_signed_and_then_handed_over();
    void an_original_is_not_printed_twice();
    void nothing_that_came_out_leaves_the_entry_to_be_printed();
    void what_was_not_answered_is_asked_again_with_the_same_answers();
    void blanks_come_in_and_a_print_takes_the_next();
    void what_waits_to_be_signed_goes_with_a_list();
    void the_sheet_of_the_day_is_printed();
};

void papers_test::a_batch_is_printed_and_the_spoiled_sheet_comes_back()
{
    workbench at;
    at.begin_work();
    births(at, 3);
    go_to_papers(at, 3);
    press(Qt::Key_P, Qt::ControlModifier);
    auto* page = preview(at);
    const QTemporaryDir folder;
    print(at, page, folder);
    QVERIFY(QFile::exists(folder.filePath("paper.pdf")));
    QCOMPARE(counts(at).unanswered, 3);
    // A jam: the second sheet.
    press(Qt::Key_H, Qt::AltModifier);
    auto* reason = outcome_question(at)->findChild<QLineEdit*>();
    at.wait_for([reason] { return reason->isVisible(); });
    const auto boxes = outcome_question(at)->findChildren<QCheckBox*>();
    QCOMPARE(boxes.size(), 3);
    boxes[1]->setChecked(true);
    const auto spoiled = boxes[1]->text();
    reason->setFocus();
    press(Qt::Key_Return);
    QVERIFY(outcome_question(at)->is_open()); // a reason is wanted
    type("kẹt giấy");
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).to_sign == 2; });
    QCOMPARE(counts(at).to_print, 1);
    QCOMPARE(counts(at).unanswered, 0);
    press(Qt::Key_Escape);
    go_to_papers(at, 3);
    at.wait_for([&] { return list(at)->item(0, 2)->text() == spoiled; });
    at.wait_for([&] { return state_in(at, 0).contains("cần in"); });
}

void papers_test::a_scanned_sheet_is_signed_and_then_handed_over()
{
    workbench at;
    at.begin_work();
    const auto born = births(at, 1).front();
    const auto token = at.ask([&born](desk_register& desk) -> result<std::string> {
        return must(desk.issue_paper(born, "birth_certificate", monday_morning)).token;
    });
    go_to_papers(at, 1);
    QVERIFY(state_in(at, 0).contains("in tốt"));
    press(Qt::Key_Return);
    QVERIFY(outcome_question(at)->is_open());
    press(Qt::Key_Return); // it came out well
    at.wait_for([&at] { return counts(at).to_sign == 1; });
    auto* scan = at.window->current()->findChild<QLineEdit*>();
    scan->setFocus();
    type("KHONGCO");
    press(Qt::Key_Return);
    at.wait_for([&at] { return all_labels(at.window.get()).contains("Không có tờ giấy này"); });
    type(to_qt(token));
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).to_hand_over == 1; });
    scan->setFocus();
    type(to_qt(token));
    press(Qt::Key_Return);
    auto* who = at.window->current()->findChild<question_box*>();
    at.wait_for([who] { return who->is_open(); });
    type("Nguyễn Văn Bố");
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).all() == 0; });
    const auto entry = at.ask([&born](desk_register& desk) { return desk.load(born); });
    QCOMPARE(to_qt(text_at(entry.papers.front().get_object(), "to")), "Nguyễn Văn Bố");
    at.window->open_record(to_qt(born));
    at.wait_for([&at] { return all_labels(at.window.get()).contains("Nguyễn Văn Bố"); });
}

void papers_test::an_original_is_not_printed_twice()
{
    workbench at;
    at.begin_work();
    const auto born = births(at, 1).front();
    at.window->open_paper(to_qt(born), "birth_certificate");
    const QTemporaryDir folder;
    print(at, preview(at), folder);
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).to_sign == 1; });
    at.wait_for([&at] { return all_labels(at.window.get()).contains("Bản chính chỉ cấp một lần"); }
    );
    QVERIFY(!qobject_cast<preview_page*>(at.window->current())->has_paper());
    at.window->open_paper(to_qt(born), "birth_extract");
    preview(at);
}

void papers_test::nothing_that_came_out_leaves_the_entry_to_be_printed()
{
    workbench at;
    at.begin_work();
    const auto born = births(at, 1).front();
    at.window->open_paper(to_qt(born), "birth_certificate");
    const QTemporaryDir folder;
    print(at, preview(at), folder);
    press(Qt::Key_K, Qt::AltModifier);
    at.wait_for([&at] { return counts(at).to_print == 1; });
    preview(at); // it can be printed again at once
}

void papers_test::what_was_not_answered_is_asked_again_with_the_same_answers()
{
    workbench at;
    at.begin_work();
    for (const auto& born : births(at, 3))
        at.ask([&born](desk_register& desk) {
            return desk.issue_paper(born, "birth_certificate", monday_morning);
        });
    go_to_papers(at, 3);
    press(Qt::Key_Return);
    press(Qt::Key_Escape); // not yet
    QVERIFY(!outcome_question(at)->is_open());
    press(Qt::Key_Return);
    press(Qt::Key_K, Qt::AltModifier); // the printer was off
    at.wait_for([&at] { return counts(at).to_print == 1; });
    at.wait_for([&at] { return state_in(at, 2).contains("cần in"); });
    press(Qt::Key_Home, Qt::ControlModifier);
    press(Qt::Key_Return);
    press(Qt::Key_H, Qt::AltModifier);
    const auto* reason = outcome_question(at)->findChild<QLineEdit*>();
    at.wait_for([reason] { return reason->hasFocus(); });
    type("kẹt giấy");
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).to_print == 2; });
    QCOMPARE(counts(at).unanswered, 1);
}

void papers_test::blanks_come_in_and_a_print_takes_the_next()
{
    workbench at;
    at.begin_work();
    const auto born = births(at, 1).front();
    press(Qt::Key_K, Qt::ControlModifier);
    at.wait_for([&at] { return list(at) != nullptr && list(at)->rowCount() == 3; });
    press(Qt::Key_Insert);
    const auto* asked = at.window->current()->findChild<question_box*>();
    at.wait_for([asked] { return asked->is_open(); });
    type("KS 0001");
    press(Qt::Key_Return);
    type("KS 0099");
    press(Qt::Key_Return);
    type("Sở Tư pháp");
    press(Qt::Key_Return);
    at.wait_for([&at] { return list(at)->item(0, 1)->text() == "99"; });
    at.window->open_paper(to_qt(born), "birth_certificate");
    auto* page = preview(at);
    auto* on_blank = page->findChild<QCheckBox*>();
    on_blank->setChecked(true);
    const QTemporaryDir folder;
    print(at, page, folder);
    QVERIFY(all_labels(outcome_question(at)).contains("KS0001"));
    press(Qt::Key_Return);
    at.wait_for([&at] { return counts(at).to_sign == 1; });
    press(Qt::Key_K, Qt::ControlModifier);
    at.wait_for([&at] { return list(at)->item(0, 1)->text() == "98"; });
    QCOMPARE(list(at)->item(0, 2)->text(), "KS0002");
}

void papers_test::what_waits_to_be_signed_goes_with_a_list()
{
    if (QSysInfo::productType() == "windows") QSKIP("no program here reads a PDF");
    workbench at;
    at.begin_work();
    go_to_papers(at, 0);
    press(Qt::Key_L, Qt::AltModifier);
    at.wait_for([&at] { return all_labels(at.window.get()).contains("Không có giấy nào chờ ký"); });
    const auto born = births(at, 3);
    at.ask([&born](desk_register& desk) -> result<bool> {
        for (std::size_t i = 0; i < 2; ++i) {
            const auto sheet = must(desk.issue_paper(
                born[i], "birth_certificate", monday_morning, i == 0 ? "KS 0007" : ""
            ));
            must(tell_paper_step(desk, sheet.token, {paper_state::came_out}, monday_morning));
        }
        return true;
    });
    press(Qt::Key_Escape);
    go_to_papers(at, 3);
    press(Qt::Key_L, Qt::AltModifier);
    auto* page = preview(at);
    const QTemporaryDir folder;
    page->write_pdf_to(folder.filePath("list.pdf"));
    at.wait_for([&] { return QFile::exists(folder.filePath("list.pdf")); });
    QVERIFY(!outcome_question(at)->is_open()); // a list is no paper of an entry
    const auto text = text_of_pdf(folder.filePath("list.pdf"));
    for (const auto* words :
         {"DANH SÁCH GIẤY TỜ CHỜ KÝ",
          "Giấy khai sinh",
          "01/2026",
          "02/2026",
          names[0],
          "23/11/2026",
          "KS0007",
          "Tổng số 2 tờ",
          "Lê Thị Hộ Tịch"})
        QVERIFY2(text.contains(words), words);
    QVERIFY(!text.contains(names[2])); // not printed yet
}

void papers_test::the_sheet_of_the_day_is_printed()
{
    if (QSysInfo::productType() == "windows") QSKIP("no program here reads a PDF");
    workbench at;
    at.begin_work();
    const auto born = births(at, 2);
    at.ask([&born](desk_register& desk) {
        return desk.issue_paper(born.front(), "birth_certificate", monday_morning);
    });
    press(Qt::Key_F12);
    at.wait_for([&at] { return list(at) != nullptr && list(at)->rowCount() == 3; });
    for (int row = 0; row < 3; ++row) // printed by as well as registered by
        QCOMPARE(list(at)->item(row, 4)->text(), "Lê Thị Hộ Tịch");
    press(Qt::Key_P, Qt::ControlModifier);
    auto* page = preview(at);
    const QTemporaryDir folder;
    page->write_pdf_to(folder.filePath("day.pdf"));
    at.wait_for([&] { return QFile::exists(folder.filePath("day.pdf")); });
    const auto text = text_of_pdf(folder.filePath("day.pdf"));
    for (const auto* words :
         {"BẢNG KÊ TRONG NGÀY 23/11/2026",
          "01/2026",
          names[0],
          names[1],
          "Khai sinh",
          "Giấy khai sinh",
          "Đã đăng ký 2 việc, in 1 giấy",
          "Lê Thị Hộ Tịch"})
        QVERIFY2(text.contains(words), words);
}

QTEST_MAIN(papers_test)
#include "papers_test.moc"
