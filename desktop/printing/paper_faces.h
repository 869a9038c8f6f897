// The four faces of the paper's font as HarfBuzz reads them: where their glyphs stand in a line,
// and the part of a face that a PDF carries. Qt shapes with the same library, so that a line is as
// long on screen, on a printer and in a PDF.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// Upright, bold, italic, both.
inline constexpr std::size_t paper_face_count = 4;

inline std::size_t face_of(const font_style& style)
{
    return (style.bold ? 1U : 0U) + (style.italic ? 2U : 0U);
}

/// Distances in units of the face, of which `units_per_em` are as long as the letters are large.
struct shaped_glyph
{
    std::uint32_t glyph = 0;
    int x = 0;             ///< to the right of the line's left end
    int y = 0;             ///< above its baseline
    std::size_t from = 0;  ///< what it says: the line's bytes from here on
    std::size_t bytes = 0; ///< 0: another glyph says it
};

struct shaped_line
{
    std::vector<shaped_glyph> glyphs;
    int width = 0;
    bool complete = false; ///< false: the face has not all letters, or they run from right to left
};

shaped_line shape(std::string_view line, std::size_t face);

/// Distances in units of the face.
struct face_measures
{
    int units_per_em = 0;
    int ascent = 0;
    int descent = 0; ///< below the baseline, negative
    int cap_height = 0;
    std::array<int, 4> box{}; ///< around all glyphs: left, bottom, right, top
};

const face_measures& measures_of(std::size_t face);

/// 0 for a glyph the face does not have.
int advance_of(std::size_t face, std::uint32_t glyph);

/// "Tinos-Bold"
const char* name_of_face(std::size_t face);

struct face_part
{
    std::string bytes;                  ///< a TrueType file
    std::vector<std::uint32_t> numbers; ///< the new number of each glyph that was asked for
};

/// Only these glyphs, without hints: at a printer's density they move nothing, and they are half of
/// the bytes. corrupt_data where the face cannot be read.
result<face_part> part_of(std::size_t face, std::span<const std::uint32_t> glyphs);

} // namespace hotich
