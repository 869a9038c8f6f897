// What stands on a paper, in hundredths of a millimetre from its upper left corner. Made here
// without Qt, painted by desktop/printing. Two layers: what a blank has pre-printed, and what is
// filled in.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace hotich {

enum class text_align { left, center, right };

struct font_style
{
    int size_hmm = 440;
    bool bold = false;
    bool italic = false;

    bool operator==(const font_style&) const = default;
};

/// A line of text; x is its left end, middle or right end by align, y its baseline.
struct draw_text
{
    int x = 0;
    int y = 0;
    std::string text;
    font_style font;
    text_align align = text_align::left;
};

struct draw_line
{
    int x1 = 0;
    int y1 = 0;
    int x2 = 0;
    int y2 = 0;
    int width = 0;
};

struct draw_frame
{
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    int line_width = 0;
};

/// A black square or bar, as QR codes are made of.
struct draw_bar
{
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

using draw_command = std::variant<draw_text, draw_line, draw_frame, draw_bar>;

struct draw_list
{
    int width = 21000;
    int height = 29700;
    std::vector<draw_command> blank;
    std::vector<draw_command> fill;
};

/// One command a line, for golden tests.
std::string to_text(const std::vector<draw_command>& commands);

/// Measures text as the printer's font has it; a seam, because fonts belong to Qt.
class text_metrics
{
public:
    virtual ~text_metrics() = default;
    [[nodiscard]] virtual int width_hmm(const std::string& text, const font_style& font) const = 0;
};

} // namespace hotich
