#include "common/papers/drawing.h"

#include <pugixml.hpp>

#include <cmath>
#include <cstdlib>
#include <optional>

namespace hotich {

namespace {

constexpr int max_elements = 2000;

failure misdrawn(const pugi::xml_node& node, const std::string& what)
{
    return {
        failure_code::invalid_input,
        std::string("drawing: ") + node.name() + " at (" + node.attribute("x").value() + ", "
            + node.attribute("y").value() + "): " + what};
}

/// A property as an attribute or inside style="…", as Inkscape writes it.
std::string property(const pugi::xml_node& node, const std::string& name)
{
    if (const auto attribute = node.attribute(name.c_str())) return attribute.value();
    const std::string style = node.attribute("style").value();
    for (auto at = style.find(name + ":"); at != std::string::npos;
         at = style.find(name + ":", at + 1)) {
        if (at != 0 && style[at - 1] != ';' && style[at - 1] != ' ')
            continue; // the end of a longer name
        const auto begin = at + name.size() + 1;
        return style.substr(begin, style.find(';', begin) - begin);
    }
    return {};
}

/// Millimetres ("4.4", "4.4px", "4.4mm": user units are millimetres) to hundredths.
std::optional<int> hundredths(const std::string& text)
{
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (text.empty() || end == text.c_str() || !std::isfinite(value) || std::abs(value) > 2000)
        return std::nullopt;
    return static_cast<int>(std::lround(value * 100));
}

result<int> length(const pugi::xml_node& node, const char* name)
{
    const auto value = hundredths(property(node, name));
    if (!value) return misdrawn(node, std::string(name) + " must be a number of millimetres");
    return *value;
}

int length_or(const pugi::xml_node& node, const char* name, int otherwise)
{
    return hundredths(property(node, name)).value_or(otherwise);
}

text_align align_of(const std::string& name)
{
    if (name == "middle" || name == "center") return text_align::center;
    if (name == "end" || name == "right") return text_align::right;
    return text_align::left;
}

class drawing_reader
{
public:
    explicit drawing_reader(drawing& out) : m_out(out) {}

    status read_blank(const pugi::xml_node& layer)
    {
        for (const auto& node : layer.children()) {
            if (node.type() != pugi::node_element) continue;
            TRY_STATUS(read_shape(node));
        }
        return {};
    }

    status read_fill(const pugi::xml_node& layer)
    {
        for (const auto& node : layer.children()) {
            if (node.type() != pugi::node_element) continue;
            TRY_STATUS(check_plain(node));
            if (std::string_view(node.name()) != "rect")
                return misdrawn(node, "the fill layer holds rect only");
            TRY_STATUS(read_box(node));
        }
        return {};
    }

private:
    status check_plain(const pugi::xml_node& node)
    {
        if (++m_elements > max_elements) return misdrawn(node, "too many elements");
        if (node.attribute("transform"))
            return misdrawn(node, "transforms are not drawn; apply them in the editor");
        return {};
    }

    status read_shape(const pugi::xml_node& node)
    {
        TRY_STATUS(check_plain(node));
        const std::string_view name = node.name();
        if (name == "g") return read_blank(node);
        if (name == "text") return read_text(node);
        if (name == "line") return read_line(node);
        if (name == "rect") return read_frame(node);
        if (name == "title" || name == "desc") return {};
        return misdrawn(node, "only text, line and rect are drawn");
    }

    status read_text(const pugi::xml_node& node)
    {
        const auto span = node.child("tspan"); // Inkscape wraps each line in one
        const bool is_one_line =
            !span || (!span.next_sibling("tspan") && !span.child("tspan") && !node.text());
        if (!is_one_line)
            return misdrawn(
                node, "one line in one style is drawn; make each its own text in the editor"
            );
        const auto& placed = span && span.attribute("x") ? span : node;
        draw_text text;
        TRY(text.x, length(placed, "x"));
        TRY(text.y, length(placed, "y"));
        text.text = span ? span.text().get() : node.text().get();
        text.font = font_of(node, "font-size", "font-weight");
        text.align = align_of(property(node, "text-anchor"));
        m_out.blank.emplace_back(std::move(text));
        return {};
    }

    status read_line(const pugi::xml_node& node)
    {
        draw_line line;
        TRY(line.x1, length(node, "x1"));
        TRY(line.y1, length(node, "y1"));
        TRY(line.x2, length(node, "x2"));
        TRY(line.y2, length(node, "y2"));
        line.width = length_or(node, "stroke-width", 20);
        m_out.blank.emplace_back(line);
        return {};
    }

    status read_frame(const pugi::xml_node& node)
    {
        draw_frame frame;
        TRY(frame.x, length(node, "x"));
        TRY(frame.y, length(node, "y"));
        TRY(frame.w, length(node, "width"));
        TRY(frame.h, length(node, "height"));
        frame.line_width = length_or(node, "stroke-width", 20);
        m_out.blank.emplace_back(frame);
        return {};
    }

    status read_box(const pugi::xml_node& node)
    {
        fill_box box;
        box.field = node.attribute("data-field").value();
        if (box.field.empty()) return misdrawn(node, "data-field is missing");
        TRY(box.x, length(node, "x"));
        TRY(box.y, length(node, "y"));
        TRY(box.w, length(node, "width"));
        TRY(box.h, length(node, "height"));
        box.format = node.attribute("data-format").value();
        box.lines = std::max(node.attribute("data-lines").as_int(1), 1);
        box.font = font_of(node, "data-font-size", "data-font-weight");
        box.min_font_size = length_or(node, "data-min-font-size", 320);
        box.align = align_of(node.attribute("data-align").value());
        box.upper = std::string_view(node.attribute("data-case").value()) == "upper";
        m_out.boxes.push_back(std::move(box));
        return {};
    }

    static font_style font_of(const pugi::xml_node& node, const char* size, const char* weight)
    {
        return {
            length_or(node, size, 440),
            property(node, weight) == "bold",
            property(node, "font-style") == "italic"};
    }

    drawing& m_out;
    int m_elements = 0;
};

} // namespace

result<drawing> parse_drawing(std::string_view svg)
{
    pugi::xml_document document;
    const auto parsed = document.load_buffer(svg.data(), svg.size());
    if (!parsed)
        return failure{
            failure_code::invalid_input,
            "drawing: character " + std::to_string(parsed.offset) + ": " + parsed.description()};
    const auto root = document.child("svg");
    drawing out;
    drawing_reader reader(out);
    const auto blank = root.find_child_by_attribute("g", "id", "blank");
    const auto fill = root.find_child_by_attribute("g", "id", "fill");
    if (!blank || !fill)
        return failure{
            failure_code::invalid_input, "drawing: layers \"blank\" and \"fill\" are needed"};
    out.width = length_or(root, "width", out.width);
    out.height = length_or(root, "height", out.height);
    TRY_STATUS(reader.read_blank(blank));
    TRY_STATUS(reader.read_fill(fill));
    return out;
}

} // namespace hotich
