#include "common/papers/draw_list.h"

namespace hotich {

namespace {

std::string numbers(std::initializer_list<int> values)
{
    std::string out;
    for (const int value : values)
        out += " " + std::to_string(value);
    return out;
}

std::string line_of(const draw_text& text)
{
    const char* align = text.align == text_align::left ? "left"
        : text.align == text_align::center             ? "center"
                                                       : "right";
    return "text" + numbers({text.x, text.y, text.font.size_hmm}) + (text.font.bold ? " bold" : "")
        + (text.font.italic ? " italic" : "") + " " + align + " \"" + text.text + "\"";
}

std::string line_of(const draw_line& line)
{
    return "line" + numbers({line.x1, line.y1, line.x2, line.y2, line.width});
}

std::string line_of(const draw_frame& frame)
{
    return "frame" + numbers({frame.x, frame.y, frame.w, frame.h, frame.line_width});
}

std::string line_of(const draw_bar& bar) { return "bar" + numbers({bar.x, bar.y, bar.w, bar.h}); }

} // namespace

std::string to_text(const std::vector<draw_command>& commands)
{
    std::string out;
    for (const auto& command : commands)
        out += std::visit([](const auto& drawn) { return line_of(drawn); }, command) + "\n";
    return out;
}

} // namespace hotich
