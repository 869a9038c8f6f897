// The accounts of a province in the window, by keyboard, against a running server: signing in with
// a second factor, finding, making, moving and suspending; a list from a spreadsheet; and that
// nobody is offered what his role does not grant.
#include "desktop/accounts/account_page.h"
#include "desktop/accounts/accounts_page.h"
#include "desktop/accounts/field_form.h"
#include "desktop/accounts/import_page.h"
#include "desktop/accounts/manager_desk.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/plain_table.h"
#include "tests/gui/typing.h"
#include "tests/gui/workbench.h"
#include "tests/syncserver/authenticator.h"
#include "tests/syncserver/server_program.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

QString table_text(const QTableWidget& table)
{
    QString out;
    for (int row = 0; row < table.rowCount(); ++row)
        for (int column = 0; column < table.columnCount(); ++column)
            if (const auto* item = table.item(row, column)) out += item->text() + "\n";
    return out;
}

const std::string good_password = "cau tre giang muoi";

struct hired
{
    std::string name;
    std::string password; ///< of the first day
    std::string second_factor;
};

/// A window at the sign-in of those who manage accounts, and the server it will find.
struct managed_province
{
    QTemporaryDir folder;
    QString data = folder.filePath("server");
    std::unique_ptr<serving> server;
    workbench at{to_utf8(folder.filePath("none.hotich"))};

    managed_province()
    {
        at.clock.set({QDateTime::currentMSecsSinceEpoch()});
        if (run({"init", "--data", data}, "mật khẩu quản trị").exit_code != 0) qFatal("no server");
        server = std::make_unique<serving>(data);
    }

    hired hire(const char* name, const char* role, const char* unit)
    {
        const auto made = run(
            {"user",
             "add",
             name,
             "--full-name",
             "Nguyễn Văn Thử",
             "--role",
             role,
             "--unit",
             unit,
             "--from",
             "2025-07-01",
             "--json",
             "--data",
             data}
        );
        const auto told = must(parse_json_object(made.out.toStdString()));
        return {
            name,
            std::string(text_at(told, "password")),
            std::string(text_at(told, "second_factor"))};
    }

    /// Everybody, as the operator sees it.
    json::array people()
    {
        const auto told = run({"user", "list", "--json", "--data", data});
        return rows_at(must(parse_json_object(told.out.toStdString())), "accounts");
    }

    QString pin()
    {
        const auto all = QSslCertificate::fromPath(data + "/tls/cert.pem");
        return all.front().digest(QCryptographicHash::Sha256).toHex();
    }

    template <class Widget>
    Widget* part(const char* name = nullptr)
    {
        for (auto* one : at.window->findChildren<Widget*>(QString::fromUtf8(name)))
            if (one->isVisible()) return one;
        return nullptr;
    }

    /// The visible button whose text begins so.
    QPushButton* button(const QString& text)
    {
        for (auto* one : at.window->findChildren<QPushButton*>())
            if (one->isVisible() && one->text().startsWith(text)) return one;
        return nullptr;
    }

    void wait_for_text(const QString& text)
    {
        at.wait_for([&] { return all_labels(at.window.get()).contains(text); });
    }

    plain_table* table() { return part<plain_table>(); }

    void sign_in(const hired& who, const std::string& password)
    {
        at.window->show_manager();
        const auto fill = [&](const char* name, const QString& text) {
            part<QLineEdit>(name)->setText(text);
        };
        fill("server", "localhost:" + QString::number(server->port()));
        fill("pin", pin().left(40));
        fill("name", to_qt(who.name));
        fill("password", to_qt(password));
        part<QLineEdit>("code")->setFocus();
        type(to_qt(code_at(who.second_factor, {QDateTime::currentMSecsSinceEpoch()})));
        press(Qt::Key_Return);
    }

    /// For the first time: the password is changed first.
    void sign_in(const hired& who)
    {
        sign_in(who, who.password);
        at.wait_for([&] { return part<QLineEdit>("new") != nullptr; });
        for (const auto* name : {"new", "again"}) {
            part<QLineEdit>(name)->setFocus();
            type(to_qt(good_password));
        }
        press(Qt::Key_Return);
    }

    /// The province's administrator, with the list in front of him.
    void begin()
    {
        sign_in(hire("qt.hanoi", "province_administrator", "province:01"));
        at.wait_for([&] { return part<accounts_page>() && table()->rowCount() > 0; });
    }

    void click(const char* name)
    {
        at.wait_for([&] { return part<QPushButton>(name) != nullptr; });
        part<QPushButton>(name)->click();
    }

    /// Types into the form that has just opened, line by line.
    void fill_in(const QStringList& lines)
    {
        at.wait_for([&] {
            const auto* form = part<field_form>();
            return form && form->isAncestorOf(QApplication::focusWidget());
        });
        for (const auto& line : lines) {
            type(line);
            press(Qt::Key_Return);
        }
    }

    void open(const QString& name)
    {
        at.wait_for([&] { return table_text(*table()).contains(name); });
        auto* list = table();
        list->selectRow(list->findItems(name, Qt::MatchExactly).front()->row());
        list->setFocus();
        press(Qt::Key_Return);
        at.wait_for([&] { return part<account_page>() != nullptr; });
        wait_for_text(name);
    }
};

} // namespace

class GuiAccountsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QVERIFY(start_crypto());
        start_program();
    }

    void an_account_is_made_by_keyboard_and_its_password_told_once()
    {
        managed_province here;
        here.begin();
        press(Qt::Key_N, Qt::ControlModifier);
        here.fill_in({"lan.tt", "Trần Thị Lan", "Công chức", "00004", "", ""});
        here.wait_for_text("lan.tt");
        auto* told = here.part<QLabel>("told_once");
        QVERIFY(told != nullptr);
        const auto made = here.people();
        QCOMPARE(made.size(), std::size_t(2));
        QCOMPARE(text_at(made.front().get_object(), "grants.0.role"), "registrar");
        here.part<QPushButton>("seen")->click();
        QVERIFY(told->text().isEmpty());
        here.at.wait_for([&] { return table_text(*here.table()).contains("Trần Thị Lan"); });
    }

    void what_is_wrong_stands_beside_its_field()
    {
        managed_province here;
        here.hire("lan.tt", "registrar", "commune:00004");
        here.begin();
        press(Qt::Key_N, Qt::ControlModifier);
        here.fill_in({"lan.tt", "Trần Thị Lan", "Công chức", "00004", "", ""});
        here.wait_for_text("Tên đăng nhập này đã có người dùng.");
        QCOMPARE(QApplication::focusWidget()->objectName(), QString("name"));
    }

    void people_are_found_as_one_types()
    {
        managed_province here;
        here.hire("lan.tt", "registrar", "commune:00004");
        here.hire("huong.nt", "reception", "commune:00070");
        here.begin();
        here.at.wait_for([&] { return here.table()->rowCount() == 3; });
        here.part<QLineEdit>("filter")->setFocus();
        type("huong");
        QCOMPARE(here.table()->rowCount(), 1);
        type(" khong co");
        QCOMPARE(here.table()->rowCount(), 0);
    }

    void a_suspension_needs_its_reason_and_stands_in_the_history()
    {
        managed_province here;
        const auto lan = here.hire("lan.tt", "registrar", "commune:00004");
        here.begin();
        here.open("lan.tt");
        here.click("suspended");
        here.fill_in({""});
        here.wait_for_text("Cần ghi lý do.");
        here.fill_in({"nghỉ thai sản"});
        here.wait_for_text("tạm khóa");
        here.at.wait_for([&] {
            for (auto* one : here.at.window->findChildren<plain_table*>())
                if (one->isVisible() && table_text(*one).contains("nghỉ thai sản")) return true;
            return false;
        });
        here.at.wait_for([&] { return here.part<QPushButton>("resumed") != nullptr; });
        QVERIFY(here.part<QPushButton>("suspended") == nullptr);
    }

    void a_clerk_is_moved_from_a_day_on()
    {
        managed_province here;
        const auto lan = here.hire("lan.tt", "registrar", "commune:00004");
        here.begin();
        here.open("lan.tt");
        here.click("moved");
        const auto day = add_days(date_in_vietnam(here.at.clock.now()), 7);
        here.fill_in({"00070", to_qt(to_display(day)), "điều động"});
        here.at.wait_for([&] { return here.table()->rowCount() == 2; });
        const auto now = here.people().front().get_object();
        QCOMPARE(text_at(now, "grants.0.until"), to_iso(add_days(day, -1)));
        QCOMPARE(text_at(now, "grants.1.unit"), "commune:00070");
        QCOMPARE(text_at(now, "grants.1.from"), to_iso(day));
    }

    void a_list_is_seen_before_anything_is_made()
    {
        managed_province here;
        here.hire("moi.b", "registrar", "commune:00004"); // the second line's name
        here.begin();
        press(Qt::Key_L, Qt::ControlModifier);
        here.at.wait_for([&] { return here.part<import_page>() != nullptr; });
        auto* import = here.part<import_page>();
        import->read_table(HOTICH_SOURCE "/tests/data/tables/accounts.xlsx");
        here.wait_for_text("1 dòng sai");
        QVERIFY(table_text(*here.table()).contains("Tên đăng nhập này đã có người dùng."));
        QCOMPARE(here.people().size(), std::size_t(2));
        here.button("Chỉ lập")->click();
        here.wait_for_text("Đã lập 1 tài khoản");
        QCOMPARE(here.people().size(), std::size_t(3));
        import->read_table(HOTICH_SOURCE "/tests/data/tables/accounts_error.xlsx");
        here.wait_for_text("C7");
    }

    void who_may_not_is_not_offered_it()
    {
        managed_province here;
        here.hire("lan.tt", "registrar", "commune:00004");
        here.sign_in(here.hire("ks.hanoi", "supervisor", "province:01"));
        here.wait_for_text("không có quyền quản lý tài khoản");
        // The head reads his people, and changes none of them.
        here.sign_in(here.hire("truong.th", "head", "commune:00004"));
        here.at.wait_for([&] { return here.part<accounts_page>() && here.table()->rowCount() > 0; }
        );
        QVERIFY(!here.button("Tài khoản mới")->isEnabled());
        here.open("lan.tt");
        here.wait_for_text("không được làm việc này");
        for (const auto* change : {"granted", "moved", "suspended", "password_reset", "ended"})
            QVERIFY(here.part<QPushButton>(change) == nullptr);
    }

    void a_wrong_password_or_another_server_is_told()
    {
        managed_province here;
        const auto who = here.hire("qt.hanoi", "province_administrator", "province:01");
        here.sign_in(who);
        here.at.wait_for([&] { return here.part<accounts_page>() != nullptr; });
        here.sign_in(who, good_password); // the code was used already
        here.wait_for_text("Tên hoặc mật khẩu không đúng");
        here.part<QLineEdit>("pin")->setText(QString(40, 'a'));
        here.part<QPushButton>("primary")->click();
        here.wait_for_text("Không phải máy chủ có mã này");
        here.part<QLineEdit>("pin")->setText("xyz");
        here.part<QPushButton>("primary")->click();
        here.wait_for_text("Mã của máy chủ gồm");
    }

    void every_control_has_a_name_for_who_does_not_see()
    {
        managed_province here;
        here.hire("lan.tt", "registrar", "commune:00004");
        here.begin();
        press(Qt::Key_N, Qt::ControlModifier);
        here.at.wait_for([&] { return here.part<field_form>() != nullptr; });
        for (auto* control : here.part<manager_desk>()->findChildren<QWidget*>()) {
            const bool takes_focus = control->isVisible() && control->focusPolicy() & Qt::TabFocus;
            const auto* labelled = qobject_cast<QPushButton*>(control);
            const bool is_named = !control->accessibleName().isEmpty()
                || (labelled != nullptr && !labelled->text().isEmpty())
                || control->inherits("QAbstractScrollArea") || control->inherits("QLabel");
            QVERIFY2(!takes_focus || is_named, control->metaObject()->className());
        }
    }
};

QTEST_MAIN(GuiAccountsTest)
#include "accounts_test.moc"
