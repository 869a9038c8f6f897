// The part of a check that every definition gets without asking: shape, presence, codes, dates that
// exist, addresses. Inside common/rules only.
#pragma once

#include "common/rules/check.h"

namespace hotich {

/// Longer texts are refused before anything looks at them.
inline constexpr std::size_t max_text_bytes = 4000;

std::vector<finding> check_structure(
    const event_definition& event, const json::object& data, const check_context& context
);

/// Whether the record must not hold the field: its own condition or its page's.
bool must_be_blank(
    const event_definition& event, std::size_t field_index, const json::object& data
);

} // namespace hotich
