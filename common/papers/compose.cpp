#include "common/papers/compose.h"

#include "common/base/text.h"

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace hotich {

namespace {

constexpr int size_step_hmm = 10;
constexpr int quiet_modules = 2; ///< the paper around the code is white as well

/// Breaks at spaces; nothing where a single word is wider than the box or the lines do not suffice.
std::vector<std::string> wrapped(
    const std::string& text,
    const font_style& font,
    const fill_box& box,
    const text_metrics& metrics
)
{
    std::vector<std::string> lines;
    std::string line;
    for (const auto& word : words_of(text)) {
        const auto longer = line.empty() ? word : line + " " + word;
        if (metrics.width_hmm(longer, font) <= box.w) {
            line = longer;
            continue;
        }
        if (line.empty() || metrics.width_hmm(word, font) > box.w) return {};
        lines.push_back(std::move(line));
        line = word;
    }
    lines.push_back(std::move(line));
    return static_cast<int>(lines.size()) <= box.lines ? lines : std::vector<std::string>();
}

struct fitted_text
{
    std::vector<std::string> lines;
    font_style font;
};

/// One line at the largest size that fits; where none does, several lines at the largest size.
fitted_text fit(const std::string& text, const fill_box& box, const text_metrics& metrics)
{
    for (const int max_lines : {1, box.lines}) {
        auto narrowed = box;
        narrowed.lines = max_lines;
        // A box with more lines wraps before it shrinks far: small letters on a single line read
        // worse.
        const int least =
            max_lines == 1 && box.lines > 1 ? box.font.size_hmm * 9 / 10 : box.min_font_size;
        for (auto font = box.font; font.size_hmm >= least; font.size_hmm -= size_step_hmm) {
            auto lines = wrapped(text, font, narrowed, metrics);
            if (!lines.empty()) return {std::move(lines), font};
        }
    }
    return {};
}

int anchor_of(const fill_box& box)
{
    if (box.align == text_align::center) return box.x + box.w / 2;
    return box.align == text_align::right ? box.x + box.w : box.x;
}

status draw_words(
    const std::string& text, const fill_box& box, const text_metrics& metrics, draw_list& out
)
{
    const auto fitted = fit(text, box, metrics);
    if (fitted.lines.empty()) return failure{failure_code::invalid_input, box.field};
    const int pitch = box.h / box.lines;
    for (std::size_t i = 0; i < fitted.lines.size(); ++i) {
        const int baseline = box.y + pitch * static_cast<int>(i) + pitch * 3 / 4;
        out.fill.emplace_back(draw_text{
            anchor_of(box), baseline, fitted.lines[i], fitted.font, box.align});
    }
    return {};
}

/// Runs of dark modules become bars, so that a printer draws few shapes.
status draw_qr(const std::string& token, const fill_box& box, draw_list& out)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(token.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free
    );
    if (!code) return failure{failure_code::invalid_input, box.field};
    const int module = std::min(box.w, box.h) / (code->width + 2 * quiet_modules);
    if (module == 0) return failure{failure_code::invalid_input, box.field};
    const int margin = (box.w - module * code->width) / 2;
    for (int row = 0; row < code->width; ++row) {
        for (int column = 0; column < code->width; ++column) {
            const auto is_dark = [&](int at) {
                return at < code->width && (code->data[row * code->width + at] & 1) != 0;
            };
            if (!is_dark(column)) continue;
            const int begin = column;
            while (is_dark(column + 1))
                ++column;
            out.fill.emplace_back(draw_bar{
                box.x + margin + begin * module,
                box.y + margin + row * module,
                (column - begin + 1) * module,
                module});
        }
    }
    return {};
}

/// A list longer than the paper's rows is refused: nothing of an entry is left out silently.
status every_row_has_its_place(const drawing& paper_drawing, const paper_source& source)
{
    const auto* event = source.known.find_event(source.content.event);
    if (event == nullptr) return {};
    for (const auto& field : event->fields) {
        if (field.kind != "list") continue;
        const auto is_drawn = [&](std::size_t row) {
            const auto cell = field.path + "." + std::to_string(row) + ".";
            return std::any_of(
                paper_drawing.boxes.begin(),
                paper_drawing.boxes.end(),
                [&cell](const fill_box& box) { return box.field.rfind(cell, 0) == 0; }
            );
        };
        const auto count = rows_at(source.content.data, field.path).size();
        if (count > 0 && is_drawn(0) && !is_drawn(count - 1))
            return failure{failure_code::invalid_input, field.path};
    }
    return {};
}

} // namespace

result<draw_list> compose_paper(
    const drawing& paper_drawing,
    const paper_definition& paper,
    const paper_source& source,
    const text_metrics& metrics
)
{
    TRY_STATUS(every_row_has_its_place(paper_drawing, source));
    draw_list out{paper_drawing.width, paper_drawing.height, paper_drawing.blank, {}};
    for (const auto& box : paper_drawing.boxes) {
        auto text = paper_value(source, paper, box.field, box.format);
        if (text.empty()) continue;
        if (box.format == "qr") {
            TRY_STATUS(draw_qr(text, box, out));
            continue;
        }
        if (box.upper) text = to_upper(text);
        TRY_STATUS(draw_words(text, box, metrics, out));
    }
    return out;
}

} // namespace hotich
