// The faces a PDF's pages are written in. Glyphs are given codes in the order of their first use;
// at the end each face is embedded with the glyphs that were used, and what they say.
#pragma once

#include "desktop/printing/paper_faces.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace hotich {

class pdf_fonts
{
public:
    /// The code of a glyph in its face's font, from 1; `letters` is what it says.
    unsigned code_of(std::size_t face, std::uint32_t glyph, std::string_view letters);

    /// The name of a face's font in a page's resources: "F0".
    static std::string name_of(std::size_t face) { return "F" + std::to_string(face); }

    /// A page's font resources: all fonts that were used. corrupt_data where one cannot be read.
    result<QPDFObjectHandle> embed(QPDF& file) const;

private:
    struct used_face
    {
        std::unordered_map<std::uint32_t, unsigned> codes;
        std::vector<std::uint32_t> glyphs; ///< by code - 1, as are the letters
        std::vector<std::string> letters;
    };

    std::array<used_face, paper_face_count> m_faces;
};

/// As a PDF writes it: to the sixth digit after the point (a page a metre long is then not a
/// thousandth of a millimetre off), without zeros that say nothing.
std::string pdf_number(double value);

/// A length of a face, in thousandths of the letters' size, as a PDF counts between glyphs.
double per_mille(std::size_t face, int units);

} // namespace hotich
