// Every screen that the pictures show, in both languages and at twice the size: each control says
// its name to a screen reader, nothing lies outside its parent or over its neighbour, no text is
// cut.
#include "desktop/app/appearance.h"
#include "desktop/app/language.h"
#include "desktop/app/shots.h"
#include "tests/gui/kept_layouts.h"
#include "tests/gui/workbench.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTest>
#include <QTextDocument>

using namespace hotich;
using namespace hotich::test;

namespace {

QString called(const QWidget& widget)
{
    QString text = widget.metaObject()->className();
    if (!widget.objectName().isEmpty()) text += "#" + widget.objectName();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) text += " " + label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        text += " " + button->text();
    return text.left(90);
}

bool takes_focus(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled();
}

QString name_of_control(QWidget& widget)
{
    auto* spoken = QAccessible::queryAccessibleInterface(&widget);
    return spoken == nullptr ? QString() : spoken->text(QAccessible::Name);
}

/// Of Qt's own parts: the line of a spin box, a scroll bar, the corner of a table.
bool is_inside_of_control(const QWidget& widget)
{
    return widget.objectName().startsWith("qt_") || is_inside_of_view(widget);
}

/// A page of a scroll area is larger than what is seen of it.
bool may_be_larger(const QWidget& widget)
{
    const auto* parent = widget.parentWidget();
    const auto* above = parent == nullptr ? nullptr : parent->parentWidget();
    return above != nullptr && qobject_cast<const QAbstractScrollArea*>(above) != nullptr;
}

QSize needed_by(const QLabel& label)
{
    const bool has_words = !label.text().isEmpty();
    if (!has_words) return {0, 0};
    if (!label.wordWrap()) return label.minimumSizeHint();
    return {0, label.heightForWidth(label.width())};
}

/// A label that says nothing yet covers nothing.
bool shows_something(const QWidget& widget)
{
    const auto* label = qobject_cast<const QLabel*>(&widget);
    return widget.isVisible() && (label == nullptr || !label->text().isEmpty());
}

/// Whether the control's words need more room than it has.
bool is_cut(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        const auto needed = needed_by(*label);
        return needed.width() > label->width() || needed.height() > label->height();
    }
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    if (button == nullptr || button->text().isEmpty()) return false;
    return button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width()
        > button->contentsRect().width();
}

class auditor
{
public:
    void look(const QString& name, QWidget& window)
    {
        ++m_screens;
        m_screen = name;
        m_layouts[name] = layout_hash(window);
        for (auto* widget : window.findChildren<QWidget*>())
            if (widget->isVisible() && !is_inside_of_control(*widget)) look_at(*widget);
        for (auto* layout : window.findChildren<QLayout*>())
            look_at(*layout);
    }

    [[nodiscard]] int screens() const { return m_screens; }

    [[nodiscard]] const QStringList& troubles() const { return m_troubles; }

    [[nodiscard]] const QMap<QString, QString>& layouts() const { return m_layouts; }

private:
    void add(const char* what, const QWidget& where)
    {
        const auto line = QString("%1: %2").arg(what, called(where));
        if (m_known.contains(line)) return;
        m_known << line;
        m_troubles << m_screen + ": " + line;
    }

    void look_at(QWidget& widget)
    {
        if (takes_focus(widget) && name_of_control(widget).isEmpty()) add("no name", widget);
        if (is_cut(widget)) add("cut", widget);
        const auto* parent = widget.parentWidget();
        if (parent == nullptr || may_be_larger(widget)) return;
        if (!parent->rect().contains(widget.geometry())) add("outside", widget);
    }

    void look_at(const QLayout& layout)
    {
        std::vector<QWidget*> seen;
        for (int i = 0; i < layout.count(); ++i)
            if (auto* widget = layout.itemAt(i)->widget();
                widget != nullptr && shows_something(*widget))
                seen.push_back(widget);
        for (std::size_t a = 0; a < seen.size(); ++a)
            for (std::size_t b = a + 1; b < seen.size(); ++b)
                if (seen[a]->geometry().intersects(seen[b]->geometry())) add("over", *seen[b]);
    }

    int m_screens = 0;
    QString m_screen;
    QStringList m_known;
    QStringList m_troubles;
    QMap<QString, QString> m_layouts;
};

/// For instance "vi-100".
QString kind_of_layout()
{
    const auto row = QString::fromLatin1(QTest::currentDataTag()).remove(",").replace(" ", "-");
    return QString("%1-%2").arg(row).arg(qRound(qApp->devicePixelRatio() * 100));
}

void must_stand_where_it_stood(const QMap<QString, QString>& layouts)
{
    const kept_layouts kept(kind_of_layout());
    if (qEnvironmentVariableIsSet("HOTICH_RECORD_LAYOUT")) return kept.keep(layouts);
    if (!kept.can_compare()) return;
    const auto changed = kept.changed(layouts).join(", ");
    QVERIFY2(
        changed.isEmpty(),
        qPrintable(
            "these screens have another layout: " + changed
            + ". Look at them (./dev shot), then HOTICH_RECORD_LAYOUT=1 writes it down."
        )
    );
}

} // namespace

class ScreensTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { start_program(); }

    void every_screen_is_whole_and_speaks_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<theme>("worn");
        QTest::addColumn<bool>("practice");
        QTest::newRow("vi") << "vi" << theme::light << false;
        QTest::newRow("en, dark") << "en" << theme::dark << false;
        QTest::newRow("vi, practice") << "vi" << theme::contrast << true;
    }

    void every_screen_is_whole_and_speaks()
    {
        QFETCH(QString, language);
        QFETCH(theme, worn);
        QFETCH(bool, practice);
        speak(*qApp, language);
        must(dress(*qApp, worn));
        auditor eyes;
        seeded_random random(1); // ids on the screens have widths
        shot_options options{random, QDir::tempPath(), {}, language.toStdString(), practice};
        options.look = [&eyes](const QString& name, QWidget& window) { eyes.look(name, window); };
        QCOMPARE(take_shots(*qApp, real_definitions(), options), 0);
        QVERIFY(eyes.screens() > 50);
        QVERIFY2(eyes.troubles().isEmpty(), qPrintable("\n" + eyes.troubles().join("\n") + "\n"));
        must_stand_where_it_stood(eyes.layouts());
    }

    void a_control_that_moves_is_another_layout()
    {
        QWidget window;
        auto* field = new QLineEdit(&window);
        field->setGeometry(10, 10, 50, 20);
        window.show();
        const auto before = layout_hash(window);
        QCOMPARE(layout_hash(window), before);
        field->move(11, 10);
        QVERIFY(layout_hash(window) != before);
    }

    /// The eyes see what they are there for.
    void what_is_wrong_is_seen()
    {
        QWidget window;
        window.resize(300, 200);
        auto* nameless = new QLineEdit(&window);
        nameless->setGeometry(10, 10, 50, 20);
        auto* cut = new QLabel("a text that is wider", &window);
        cut->setGeometry(10, 40, 40, 20);
        auto* outside = new QLabel("x", &window);
        outside->setGeometry(280, 100, 60, 20);
        window.show();
        auditor eyes;
        eyes.look("window", window);
        const auto told = eyes.troubles().join("\n");
        QVERIFY(told.contains("no name: QLineEdit"));
        QVERIFY(told.contains("cut: QLabel a text"));
        QVERIFY(told.contains("outside: QLabel x"));
    }
};

QTEST_MAIN(ScreensTest)
#include "screens_test.moc"
