// The program's own fonts (Tinos, Arimo), so that a paper has the same words in the same places on
// every PC.
#pragma once

namespace hotich {

/// Loads the embedded fonts once; false where one is missing. Needs a QGuiApplication.
bool load_fonts();

inline constexpr const char* paper_font_family = "Tinos";

} // namespace hotich
