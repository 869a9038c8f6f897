#include "common/papers/printer_setup.h"

#include <algorithm>
#include <cmath>

namespace hotich {

namespace {

constexpr double max_stretch = 0.05; ///< of a printer that is worth keeping
constexpr int line_width_hmm = 20;
constexpr int arm_hmm = 800;
constexpr int tick_hmm = 500; ///< a tick of the rulers every 5 mm
constexpr font_style label_font{420, false, false};
constexpr font_style title_font{560, true, false};
constexpr font_style mark_font{480, true, false};
constexpr int label_pitch_hmm = 800;

void add_mark(draw_list& sheet, int x, int y, const char* name)
{
    sheet.fill.push_back(draw_line{x - arm_hmm, y, x + arm_hmm, y, line_width_hmm});
    sheet.fill.push_back(draw_line{x, y - arm_hmm, x, y + arm_hmm, line_width_hmm});
    sheet.fill.push_back(draw_text{x + 150, y - 150, name, mark_font, text_align::left});
}

/// Ticks from the paper's edges inwards: where they begin is where the printer begins.
void add_rulers(draw_list& sheet)
{
    for (int at = tick_hmm; at <= 6 * tick_hmm; at += tick_hmm) {
        const int length = at % 1000 == 0 ? 600 : 350;
        const int middle = sheet.height / 2;
        sheet.fill.push_back(draw_line{at, middle, at, middle + length, line_width_hmm});
        const int right = sheet.width - at;
        sheet.fill.push_back(draw_line{right, middle, right, middle + length, line_width_hmm});
    }
}

bool is_near(double read, double drawn, double most)
{
    return std::isfinite(read) && std::abs(read - drawn) <= most;
}

double number_in(
    const json::object& source, const char* name, double usual, double least, double most
)
{
    const auto* value = source.if_contains(name);
    if (value == nullptr || !value->is_number()) return usual;
    const auto number = value->to_number<double>();
    return number >= least && number <= most ? number : usual;
}

calibration calibration_in(const json::object& source, const char* name)
{
    const auto* value = source.if_contains(name);
    if (value == nullptr || !value->is_object()) return {};
    const auto& of = value->get_object();
    return {
        number_in(of, "dx_mm", 0, -max_nudge_mm, max_nudge_mm),
        number_in(of, "dy_mm", 0, -max_nudge_mm, max_nudge_mm),
        number_in(of, "scale_x", 1, 1 - max_stretch, 1 + max_stretch),
        number_in(of, "scale_y", 1, 1 - max_stretch, 1 + max_stretch)};
}

json::object value_of(const calibration& of)
{
    return {
        {"dx_mm", of.dx_mm}, {"dy_mm", of.dy_mm}, {"scale_x", of.scale_x}, {"scale_y", of.scale_y}};
}

} // namespace

draw_list test_sheet(const std::vector<std::string>& labels)
{
    draw_list sheet;
    const int right = test_mark_left_hmm + test_marks_apart_x_hmm;
    const int bottom = test_mark_top_hmm + test_marks_apart_y_hmm;
    add_mark(sheet, test_mark_left_hmm, test_mark_top_hmm, "A");
    add_mark(sheet, right, test_mark_top_hmm, "B");
    add_mark(sheet, test_mark_left_hmm, bottom, "C");
    add_mark(sheet, right, bottom, "D");
    add_rulers(sheet);
    int y = 6000;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        sheet.fill.push_back(draw_text{
            sheet.width / 2, y, labels[i], i == 0 ? title_font : label_font, text_align::center});
        y += label_pitch_hmm;
    }
    return sheet;
}

result<calibration> calibration_from(const sheet_measures& read)
{
    const sheet_measures drawn;
    const auto wrong = [](const char* what) { return failure{failure_code::invalid_input, what}; };
    if (!is_near(read.left, drawn.left, max_nudge_mm)) return wrong("measure_left");
    if (!is_near(read.top, drawn.top, max_nudge_mm)) return wrong("measure_top");
    if (!is_near(read.across, drawn.across, drawn.across * max_stretch))
        return wrong("measure_across");
    if (!is_near(read.down, drawn.down, drawn.down * max_stretch)) return wrong("measure_down");
    calibration out;
    out.scale_x = drawn.across / read.across;
    out.scale_y = drawn.down / read.down;
    // A point drawn at x is printed at shift + x * stretch. What must be drawn instead, so that it
    // is printed at x, is x * scale + dx.
    const double shift_x = read.left - drawn.left / out.scale_x;
    const double shift_y = read.top - drawn.top / out.scale_y;
    out.dx_mm = -shift_x * out.scale_x;
    out.dy_mm = -shift_y * out.scale_y;
    return out;
}

calibration nudged(calibration from, double right_mm, double down_mm)
{
    from.dx_mm = std::clamp(from.dx_mm + right_mm, -max_nudge_mm, max_nudge_mm);
    from.dy_mm = std::clamp(from.dy_mm + down_mm, -max_nudge_mm, max_nudge_mm);
    return from;
}

json::object to_json(const printer_setup& setup)
{
    return {{"plain", value_of(setup.plain)}, {"blank", value_of(setup.blank)}};
}

printer_setup printer_setup_from(const json::object& source)
{
    return {calibration_in(source, "plain"), calibration_in(source, "blank")};
}

} // namespace hotich
