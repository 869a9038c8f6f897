// A paper's drawing, which people edit.
#include "common/papers/drawing.h"
#include "tests/fuzz/fuzz.h"

void take(std::string_view bytes) { (void)hotich::parse_drawing(bytes).has_value(); }
