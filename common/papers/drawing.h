// A paper's drawing, schemas/certificates/<name>.svg: a "blank" layer with what is pre-printed and
// a "fill" layer of boxes that name fields. Editable in Inkscape; millimetres; a closed set of
// shapes (text, line, rect), no transforms.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// A box of the fill layer, in hundredths of a millimetre.
struct fill_box
{
    std::string field;
    std::string format; ///< "", "day", "month", "year", "qr", …
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    int lines = 1;
    int min_font_size = 320;
    font_style font;
    text_align align = text_align::left;
    bool upper = false;
};

struct drawing
{
    int width = 21000;
    int height = 29700;
    std::vector<draw_command> blank;
    std::vector<fill_box> boxes;
};

/// The failure names the element: "text at (20, 65): …".
result<drawing> parse_drawing(std::string_view svg);

} // namespace hotich
