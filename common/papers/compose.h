// From a drawing and a record to the draw list of a paper. Text too long for its box shrinks to the
// stated size, then wraps, then is refused with the field's name; never cut, never abbreviated (TT
// 04/2020 Đ29).
#pragma once

#include "common/papers/draw_list.h"
#include "common/papers/drawing.h"
#include "common/papers/paper_values.h"

namespace hotich {

/// invalid_input: a value does not fit, or holds what cannot be printed; detail is the field's
/// path.
result<draw_list> compose_paper(
    const drawing& paper_drawing,
    const paper_definition& paper,
    const paper_source& source,
    const text_metrics& metrics
);

} // namespace hotich
