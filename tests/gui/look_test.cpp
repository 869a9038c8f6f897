// Colours that can be read, in every theme; a look that is kept.
#include "desktop/app/appearance.h"
#include "desktop/app/single_instance.h"
#include "tests/gui/workbench.h"

#include <QApplication>
#include <QColor>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <cmath>

using namespace hotich;
using namespace hotich::test;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const char* text, const char* ground)
{
    const double a = luminance(QColor(tone(text)));
    const double b = luminance(QColor(tone(ground)));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class look_test : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        start_program();
    }

    void every_text_can_be_read_in_every_theme_data();
    void every_text_can_be_read_in_every_theme();
    void the_sheet_names_no_tone_that_is_none();
    void what_was_chosen_is_kept();
    void a_second_start_calls_the_first();
};

void look_test::every_text_can_be_read_in_every_theme_data()
{
    QTest::addColumn<theme>("worn");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << theme::light << 4.5;
    QTest::newRow("dark") << theme::dark << 4.5;
    QTest::newRow("contrast") << theme::contrast << 7.0;
}

void look_test::every_text_can_be_read_in_every_theme()
{
    QFETCH(theme, worn);
    QFETCH(double, least);
    wear(worn);
    for (const auto* ground : {"paper", "ground", "side", "dim", "hover", "chosen"})
        QVERIFY2(contrast("ink", ground) >= least, ground);
    for (const auto* text : {"quiet", "accent", "good", "amber", "red"})
        QVERIFY2(contrast(text, "paper") >= least, text);
    QVERIFY(contrast("on_accent", "accent") >= least);
    QVERIFY(contrast("rail_ink", "rail") >= least);
    QVERIFY(contrast("rail_ink", "rail_chosen") >= least);
    QVERIFY(contrast("ink", "red_ground") >= least);
    QVERIFY(contrast("ink", "amber_ground") >= least);
    wear(theme::light);
}

void look_test::the_sheet_names_no_tone_that_is_none()
{
    QFile file(":/look/style.qss");
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto sheet = QString::fromUtf8(file.readAll());
    QVERIFY(sheet.contains('@'));
    const auto rest = themed(sheet.mid(sheet.indexOf("*/")));
    QVERIFY2(!rest.contains('@'), qPrintable(rest.mid(rest.indexOf('@'), 30)));
}

void look_test::what_was_chosen_is_kept()
{
    keep_look({theme::contrast, 150});
    QCOMPARE(read_look().colours, theme::contrast);
    QCOMPARE(read_look().percent, 150);
    keep_look({theme::dark, 137}); // of no choice: somebody wrote into the file
    QCOMPARE(read_look().percent, 100);
    keep_look({});
}

void look_test::a_second_start_calls_the_first()
{
    const QString file = "/somewhere/desk.hotich";
    single_instance first(file);
    QSignalSpy called(&first, &single_instance::called);
    QVERIFY(first.begin());
    single_instance second(file);
    QVERIFY(!second.begin());
    QVERIFY(called.count() == 1 || called.wait(2000));
    single_instance other("/somewhere/else.hotich");
    QVERIFY(other.begin());
}

QTEST_MAIN(look_test)
#include "look_test.moc"
