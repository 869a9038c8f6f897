// How a printer's misses are put right.
#include "common/papers/printer_setup.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hotich;
using namespace hotich::test;

namespace {

/// A printer that moves and stretches everything it is given.
struct crooked_printer
{
    double shift_x;
    double shift_y;
    double stretch_x;
    double stretch_y;

    [[nodiscard]] double x(double given) const { return shift_x + given * stretch_x; }

    [[nodiscard]] double y(double given) const { return shift_y + given * stretch_y; }
};

bool within(double value, double wanted) { return std::abs(value - wanted) < 0.001; }

} // namespace

class printer_setup_test : public QObject
{
    Q_OBJECT

private slots:
    void a_crooked_printer_is_put_right();
    void a_printer_that_does_not_miss_is_left_alone();
    void a_ruler_read_wrong_is_told_data();
    void a_ruler_read_wrong_is_told();
    void a_push_stops_at_its_limit();
    void what_was_kept_comes_back_and_rubbish_does_not();
    void the_marks_stand_where_the_measures_say();
};

void printer_setup_test::a_crooked_printer_is_put_right()
{
    const crooked_printer bad{2.7, -1.4, 1.008, 0.991};
    const sheet_measures drawn;
    const auto put = must(calibration_from(
        {bad.x(drawn.left),
         bad.y(drawn.top),
         drawn.across * bad.stretch_x,
         drawn.down * bad.stretch_y}
    ));
    for (const double at : {0.0, 20.0, 105.0, 190.0}) {
        QVERIFY(within(bad.x(at * put.scale_x + put.dx_mm), at));
        QVERIFY(within(bad.y(at * put.scale_y + put.dy_mm), at));
    }
}

void printer_setup_test::a_printer_that_does_not_miss_is_left_alone()
{
    QCOMPARE(must(calibration_from({})), calibration{});
}

void printer_setup_test::a_ruler_read_wrong_is_told_data()
{
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("across");
    QTest::addColumn<QString>("what");
    QTest::newRow("in centimetres") << 2.0 << 170.0 << "measure_left";
    QTest::newRow("not typed") << -1.0 << 170.0 << "measure_left";
    QTest::newRow("the wrong marks") << 20.0 << 250.0 << "measure_across";
    QTest::newRow("no number") << 20.0 << std::nan("") << "measure_across";
}

void printer_setup_test::a_ruler_read_wrong_is_told()
{
    QFETCH(double, left);
    QFETCH(double, across);
    QFETCH(QString, what);
    sheet_measures read;
    read.left = left;
    read.across = across;
    const auto made = calibration_from(read);
    QVERIFY(!made);
    QCOMPARE(QString::fromStdString(made.error().detail), what);
}

void printer_setup_test::a_push_stops_at_its_limit()
{
    calibration at;
    for (int i = 0; i < 100; ++i)
        at = nudged(at, 0.5, -0.5);
    QCOMPARE(at.dx_mm, max_nudge_mm);
    QCOMPARE(at.dy_mm, -max_nudge_mm);
}

void printer_setup_test::what_was_kept_comes_back_and_rubbish_does_not()
{
    const printer_setup kept{{1.5, -2, 1.01, 0.99}, {0.5, 0, 1, 1}};
    QCOMPARE(printer_setup_from(to_json(kept)), kept);
    QCOMPARE(printer_setup_from({}), printer_setup{});
    QCOMPARE(
        printer_setup_from({{"plain", {{"dx_mm", 900}, {"scale_x", 0}}}, {"blank", "x"}}),
        printer_setup{}
    );
}

void printer_setup_test::the_marks_stand_where_the_measures_say()
{
    const auto sheet = test_sheet({"Test"});
    const auto has_cross_at = [&sheet](int x, int y) {
        return std::any_of(sheet.fill.begin(), sheet.fill.end(), [&](const auto& command) {
            const auto* line = std::get_if<draw_line>(&command);
            return line != nullptr && line->y1 == y && line->y2 == y
                && line->x1 + line->x2 == 2 * x;
        });
    };
    QVERIFY(has_cross_at(2000, 2000));
    QVERIFY(has_cross_at(2000 + 17000, 2000));
    QVERIFY(has_cross_at(2000, 2000 + 25000));
}

QTEST_GUILESS_MAIN(printer_setup_test)
#include "printer_setup_test.moc"
