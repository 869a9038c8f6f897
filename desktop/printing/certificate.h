// From an issued paper to pages: reads the drawing, composes it with the record, ready to preview,
// print or save.
#pragma once

#include "common/papers/draw_list.h"
#include "common/register/desk_register.h"

namespace hotich {

/// invalid_input: a value does not fit its box; detail is the field's path. The fonts must be
/// loaded.
result<draw_list> compose_certificate(
    const paper_issue& issue, const definitions& known, const office_profile& office
);

} // namespace hotich
