#include "desktop/printing/paper_faces.h"

#include <QByteArray>
#include <QResource>
#include <QString>
#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <memory>

namespace hotich {

namespace {

constexpr std::array<const char*, paper_face_count> names{
    "Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"};

/// All that a PDF wants of a face (ISO 32000-1, 9.9).
constexpr std::array outline_tables{
    HB_TAG('g', 'l', 'y', 'f'),
    HB_TAG('h', 'e', 'a', 'd'),
    HB_TAG('h', 'h', 'e', 'a'),
    HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('m', 'a', 'x', 'p'),
};

template <auto destroy>
struct destroyed_by
{
    template <class T>
    void operator()(T* held) const
    {
        destroy(held);
    }
};

using blob_holder = std::unique_ptr<hb_blob_t, destroyed_by<hb_blob_destroy>>;
using buffer_holder = std::unique_ptr<hb_buffer_t, destroyed_by<hb_buffer_destroy>>;
using face_holder = std::unique_ptr<hb_face_t, destroyed_by<hb_face_destroy>>;
using font_holder = std::unique_ptr<hb_font_t, destroyed_by<hb_font_destroy>>;
using input_holder = std::unique_ptr<hb_subset_input_t, destroyed_by<hb_subset_input_destroy>>;
using plan_holder = std::unique_ptr<hb_subset_plan_t, destroyed_by<hb_subset_plan_destroy>>;

struct paper_face
{
    QByteArray file;
    face_holder whole;
    face_holder outlines; ///< of `whole`, what goes into a PDF
    font_holder font;
    face_measures measures;
};

hb_blob_t* give_outlines(hb_face_t* /*asking*/, hb_tag_t tag, void* whole)
{
    const bool wanted =
        std::find(outline_tables.begin(), outline_tables.end(), tag) != outline_tables.end();
    return wanted ? hb_face_reference_table(static_cast<hb_face_t*>(whole), tag) : nullptr;
}

/// A signed number of two bytes; 0 where the table is too short.
int number_at(std::span<const char> table, std::size_t place)
{
    if (table.size() < place + 2) return 0;
    const auto high = static_cast<unsigned char>(table[place]);
    const auto low = static_cast<unsigned char>(table[place + 1]);
    return static_cast<std::int16_t>(high << 8 | low);
}

/// The box stands in the head table at 36, 38, 40 and 42 (ISO/IEC 14496-22, 5.2.3).
std::array<int, 4> box_of(hb_face_t* face)
{
    const blob_holder head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
    unsigned size = 0;
    const auto* bytes = hb_blob_get_data(head.get(), &size);
    const std::span table(bytes, size);
    return {number_at(table, 36), number_at(table, 38), number_at(table, 40), number_at(table, 42)};
}

face_measures measure(hb_font_t* font)
{
    auto* face = hb_font_get_face(font);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font, &extents);
    hb_position_t cap_height = 0;
    hb_ot_metrics_get_position(font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
    return {
        static_cast<int>(hb_face_get_upem(face)),
        extents.ascender,
        extents.descender,
        cap_height,
        box_of(face)};
}

paper_face read_face(const char* name)
{
    paper_face out;
    out.file = QResource(QString(":/fonts/%1.ttf").arg(name)).uncompressedData();
    const blob_holder blob(hb_blob_create(
        out.file.constData(),
        static_cast<unsigned>(out.file.size()),
        HB_MEMORY_MODE_READONLY,
        nullptr,
        nullptr
    ));
    out.whole.reset(hb_face_create(blob.get(), 0));
    out.outlines.reset(hb_face_create_for_tables(give_outlines, out.whole.get(), nullptr));
    out.font.reset(hb_font_create(out.whole.get()));
    // From now on any thread may use them.
    hb_face_make_immutable(out.whole.get());
    hb_font_make_immutable(out.font.get());
    out.measures = measure(out.font.get());
    return out;
}

const paper_face& face_at(std::size_t face)
{
    static const std::array<paper_face, paper_face_count> faces{
        read_face(names[0]), read_face(names[1]), read_face(names[2]), read_face(names[3])};
    return faces.at(face);
}

/// Hebrew letters, Arabic ones: Qt puts such a line in order, HarfBuzz does not.
bool has_leftward_letters(hb_buffer_t* line)
{
    unsigned count = 0;
    const auto* letters = hb_buffer_get_glyph_infos(line, &count);
    auto* functions = hb_buffer_get_unicode_funcs(line);
    return std::any_of(letters, letters + count, [functions](const hb_glyph_info_t& letter) {
        const auto script = hb_unicode_script(functions, letter.codepoint);
        return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
    });
}

/// A glyph says the bytes of its cluster, up to the next one's; the first glyph of a cluster says
/// them all.
void share_out_bytes(std::vector<shaped_glyph>& glyphs, std::size_t line_size)
{
    std::size_t end = line_size;
    for (std::size_t i = glyphs.size(); i-- > 0;) {
        const bool first = i == 0 || glyphs[i - 1].from != glyphs[i].from;
        if (!first) continue;
        glyphs[i].bytes = end - glyphs[i].from;
        end = glyphs[i].from;
    }
}

} // namespace

shaped_line shape(std::string_view line, std::size_t face)
{
    const buffer_holder buffer(hb_buffer_create());
    const auto size = static_cast<int>(line.size());
    hb_buffer_add_utf8(buffer.get(), line.data(), size, 0, size);
    hb_buffer_guess_segment_properties(buffer.get());
    shaped_line out;
    out.complete = !has_leftward_letters(buffer.get());
    hb_shape(face_at(face).font.get(), buffer.get(), nullptr, 0);
    unsigned count = 0;
    const auto* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const auto* places = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
    out.glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        const int x = out.width + places[i].x_offset;
        out.glyphs.push_back({infos[i].codepoint, x, places[i].y_offset, infos[i].cluster, 0});
        out.width += places[i].x_advance;
        out.complete = out.complete && infos[i].codepoint != 0;
    }
    if (out.complete) share_out_bytes(out.glyphs, line.size());
    return out;
}

const face_measures& measures_of(std::size_t face) { return face_at(face).measures; }

int advance_of(std::size_t face, std::uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(face_at(face).font.get(), glyph);
}

const char* name_of_face(std::size_t face) { return names.at(face); }

result<face_part> part_of(std::size_t face, std::span<const std::uint32_t> glyphs)
{
    const failure unreadable{failure_code::corrupt_data, "a font cannot be read"};
    const input_holder input(hb_subset_input_create_or_fail());
    if (input == nullptr) return unreadable;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    for (const auto glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    const plan_holder plan(hb_subset_plan_create_or_fail(face_at(face).outlines.get(), input.get())
    );
    if (plan == nullptr) return unreadable;
    const face_holder part(hb_subset_plan_execute_or_fail(plan.get()));
    if (part == nullptr) return unreadable;

    face_part out;
    const auto* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const auto glyph : glyphs) {
        if (!hb_map_has(numbers, glyph)) return unreadable;
        out.numbers.push_back(hb_map_get(numbers, glyph));
    }
    const blob_holder file(hb_face_reference_blob(part.get()));
    unsigned size = 0;
    const auto* bytes = hb_blob_get_data(file.get(), &size);
    out.bytes.assign(bytes, size);
    return out;
}

} // namespace hotich
