// How a printer misses: every printer draws in the paper by a few millimetres its own way, and on a
// pre-printed blank that is the difference between a certificate and waste. Measured by the clerk
// with a ruler on a test sheet, kept for each printer on this desk, for plain paper and for blanks
// (another tray) apart. Applied by desktop/printing, chosen on the printer page.
#pragma once

#include "common/base/json.h"
#include "common/base/result.h"
#include "common/papers/draw_list.h"

namespace hotich {

/// On a blank only the fill is printed; on plain paper both layers.
enum class paper_kind { plain, preprinted_blank };

/// Millimetres to the right and down, and factors.
struct calibration
{
    double dx_mm = 0;
    double dy_mm = 0;
    double scale_x = 1;
    double scale_y = 1;

    bool operator==(const calibration&) const = default;
};

struct printer_setup
{
    calibration plain;
    calibration blank;

    [[nodiscard]] const calibration& on(paper_kind paper) const
    {
        return paper == paper_kind::plain ? plain : blank;
    }

    [[nodiscard]] calibration& on(paper_kind paper)
    {
        return paper == paper_kind::plain ? plain : blank;
    }

    bool operator==(const printer_setup&) const = default;
};

/// Where the marks of the test sheet are drawn, in hundredths of a millimetre from the corner.
inline constexpr int test_mark_left_hmm = 2000;
inline constexpr int test_mark_top_hmm = 2000;
inline constexpr int test_marks_apart_x_hmm = 17000;
inline constexpr int test_marks_apart_y_hmm = 25000;

/// What is read off the printed sheet with a ruler, in millimetres.
struct sheet_measures
{
    double left = test_mark_left_hmm / 100.0;       ///< from the paper's left edge to mark A
    double top = test_mark_top_hmm / 100.0;         ///< from its upper edge to mark A
    double across = test_marks_apart_x_hmm / 100.0; ///< from mark A to mark B
    double down = test_marks_apart_y_hmm / 100.0;   ///< from mark A to mark C
};

/// A4, printed without any correction: marks A, B, C, D at known places, rulers at the edges.
/// `labels` are the texts beside them: the title, then how to measure, line by line.
draw_list test_sheet(const std::vector<std::string>& labels);

/// The correction that puts the marks where they belong. invalid_input "measure_left",
/// "measure_top", "measure_across" or "measure_down": no printer misses by that much, the ruler was
/// read wrong.
result<calibration> calibration_from(const sheet_measures& read);

/// The furthest a sheet may be pushed by hand, millimetres.
inline constexpr double max_nudge_mm = 15;
/// Moves it, and stops at the limit.
calibration nudged(calibration from, double right_mm, double down_mm);

json::object to_json(const printer_setup& setup);
/// What cannot be read is a printer that does not miss.
printer_setup printer_setup_from(const json::object& source);

} // namespace hotich
