#include "tests/support/papers.h"

#include "common/base/text.h"
#include "tests/support/births.h"
#include "tests/support/small_world.h"

namespace hotich::test {

namespace {

constexpr civil_date tuesday{2026, 11, 24};

} // namespace

int half_square_letters::width_hmm(const std::string& text, const font_style& font) const
{
    return int(character_count(text)) * font.size_hmm / 2;
}

record registered_birth(json::object data)
{
    record out;
    out.id = "01890a5d-ac96-774b-bcce-b302099a8057";
    out.office = "00004";
    out.event = "birth";
    out.state = record_state::registered;
    out.confirmed = true;
    out.number = {"BIRTH", 2026, 7};
    out.data = std::move(data);
    return out;
}

std::string filled(
    const std::string& certificate, const json::object& data, const std::string& token
)
{
    const auto& known = real_definitions();
    const auto drawn = must(parse_drawing(must(known.drawing(certificate))));
    const auto content = registered_birth(data);
    const auto office = ba_dinh();
    const auto composed = compose_paper(
        drawn,
        *birth().find_paper(certificate),
        {known,
         content,
         office,
         token,
         tuesday,
         to_display(*content.number) + "/" + birth().find_paper(certificate)->number_suffix,
         "01/2026"},
        half_square_letters()
    );
    return composed ? to_text(composed->fill) : "refused: " + composed.error().detail;
}

std::string svg_with_fill(const std::string& boxes)
{
    return "<svg><g id=\"blank\"/><g id=\"fill\">" + boxes + "</g></svg>";
}

std::string svg_with_blank(const std::string& shapes)
{
    return "<svg><g id=\"blank\">" + shapes + "</g><g id=\"fill\"/></svg>";
}

result<draw_list> compose_boxes(
    const std::string& boxes, const json::object& data, const std::string& token
)
{
    const auto& known = real_definitions();
    const auto drawn = must(parse_drawing(svg_with_fill(boxes)));
    const auto content = registered_birth(data);
    const auto office = ba_dinh();
    return compose_paper(
        drawn,
        *birth().find_paper("birth_certificate"),
        {known, content, office, token, tuesday},
        half_square_letters()
    );
}

} // namespace hotich::test
