// Holds the paths of a definition against its own schema: a misspelt one would never be filled, so
// that a condition on it never held and a claim was never made, without a word. Inside
// common/definitions only.
#pragma once

#include "common/definitions/event_definition.h"

namespace hotich {

/// invalid_input names the place and the path: "claims.birth_notice: gcs_cod: the schema has no
/// such field".
status check_paths(const event_definition& event);

} // namespace hotich
