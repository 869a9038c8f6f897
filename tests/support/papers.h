// Papers as text: what the tests of common/papers compare.
#pragma once

#include "common/papers/compose.h"

namespace hotich::test {

/// A letter is half as wide as it is high, whatever the font: so that no test depends on a font.
class half_square_letters final : public text_metrics
{
public:
    int width_hmm(const std::string& text, const font_style& font) const override;
};

/// Entry 07/2026 of the office of Ba Đình with this data.
record registered_birth(json::object data);

/// The fill of a real drawing as text, issued on 24/11/2026; a failure's detail after "refused: ".
std::string filled(
    const std::string& certificate, const json::object& data, const std::string& token = "TOKEN"
);

/// A drawing with this inside its fill layer.
std::string svg_with_fill(const std::string& boxes);
std::string svg_with_blank(const std::string& shapes);

/// The fill of such a drawing for the data.
result<draw_list> compose_boxes(
    const std::string& boxes, const json::object& data, const std::string& token = ""
);

} // namespace hotich::test
