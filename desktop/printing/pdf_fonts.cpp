#include "desktop/printing/pdf_fonts.h"

#include "common/crypto/crypto.h"

#include <QString>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace hotich {

namespace {

using pdf_object = QPDFObjectHandle;

pdf_object name(const std::string& word) { return pdf_object::newName("/" + word); }

pdf_object whole(double number) { return pdf_object::newInteger(std::llround(number)); }

pdf_object dictionary(std::initializer_list<std::pair<const char*, pdf_object>> entries)
{
    auto out = pdf_object::newDictionary();
    for (const auto& [key, value] : entries)
        out.replaceKey(key, value);
    return out;
}

/// "ABCDEF+Tinos-Bold": six letters that tell this part of the font from others of the same name.
std::string part_name(std::size_t face, const std::string& bytes)
{
    constexpr std::size_t letters_of_tag = 6;
    std::string tag = sha256_hex(bytes).substr(0, letters_of_tag);
    for (auto& digit : tag)
        digit = static_cast<char>(digit <= '9' ? digit - '0' + 'A' : digit - 'a' + 'K');
    return tag + '+' + name_of_face(face);
}

/// UTF-16 in hexadecimal digits, as a string of a PDF.
std::string hex_of(std::u16string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex = "<";
    for (const unsigned unit : text)
        for (const unsigned shift : {12U, 8U, 4U, 0U})
            hex.push_back(digits[unit >> shift & 0xfU]);
    return hex + ">";
}

/// ISO 32000-1, 9.10.3: what each code says, for readers that search and copy.
std::string unicode_map(const std::vector<std::string>& letters)
{
    constexpr std::size_t most_in_a_block = 100;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i].empty()) continue;
        const std::u16string code(1, static_cast<char16_t>(i + 1));
        lines.push_back(
            hex_of(code) + hex_of(QString::fromStdString(letters[i]).toStdU16String()) + "\n"
        );
    }
    std::string map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                      "/CMapType 2 def /CMapName /U def\n"
                      "1 begincodespacerange <0000><ffff> endcodespacerange\n";
    for (std::size_t from = 0; from < lines.size(); from += most_in_a_block) {
        const auto to = std::min(from + most_in_a_block, lines.size());
        map += std::to_string(to - from) + " beginbfchar\n";
        for (std::size_t i = from; i < to; ++i)
            map += lines[i];
        map += "endbfchar\n";
    }
    return map + "endcmap CMapName currentdict /CMap defineresource pop end end\n";
}

/// ISO 32000-1, 9.7.4.2: two bytes a code, from code 0.
std::string glyphs_by_code(const std::vector<std::uint32_t>& numbers)
{
    std::string map(2, '\0');
    for (const auto number : numbers) {
        map.push_back(static_cast<char>(number >> 8 & 0xff));
        map.push_back(static_cast<char>(number & 0xff));
    }
    return map;
}

/// ISO 32000-1, 9.7.4.3: from code 1.
pdf_object widths_by_code(std::size_t face, const std::vector<std::uint32_t>& glyphs)
{
    std::vector<pdf_object> list;
    for (const auto glyph : glyphs)
        list.push_back(pdf_object::newReal(pdf_number(per_mille(face, advance_of(face, glyph)))));
    return pdf_object::newArray({pdf_object::newInteger(1), pdf_object::newArray(list)});
}

pdf_object descriptor_of(
    QPDF& file, std::size_t face, const face_part& part, const std::string& font_name
)
{
    const auto& measures = measures_of(face);
    const auto scaled = [face](int units) { return whole(per_mille(face, units)); };
    const bool upright = face == face_of({0, false, false}) || face == face_of({0, true, false});
    const bool bold = face == face_of({0, true, false}) || face == face_of({0, true, true});
    auto bytes = file.newStream(part.bytes);
    bytes.getDict().replaceKey("/Length1", whole(static_cast<double>(part.bytes.size())));
    auto box = pdf_object::newArray();
    for (const int side : measures.box)
        box.appendItem(scaled(side));
    return file.makeIndirectObject(dictionary({
        {"/Type", name("FontDescriptor")},
        {"/FontName", name(font_name)},
        {"/Flags", whole(4)}, // with letters of its own
        {"/FontBBox", box},
        {"/ItalicAngle", whole(upright ? 0 : -12)},
        {"/Ascent", scaled(measures.ascent)},
        {"/Descent", scaled(measures.descent)},
        {"/CapHeight", scaled(measures.cap_height)},
        {"/StemV", whole(bold ? 140 : 80)},
        {"/FontFile2", bytes},
    }));
}

pdf_object adobe_identity()
{
    return dictionary(
        {{"/Registry", pdf_object::newString("Adobe")},
         {"/Ordering", pdf_object::newString("Identity")},
         {"/Supplement", whole(0)}}
    );
}

pdf_object font_of_face(
    QPDF& file,
    std::size_t face,
    const face_part& part,
    const std::vector<std::uint32_t>& glyphs,
    const std::vector<std::string>& letters
)
{
    const auto font_name = part_name(face, part.bytes);
    const auto inner = file.makeIndirectObject(dictionary({
        {"/Type", name("Font")},
        {"/Subtype", name("CIDFontType2")},
        {"/BaseFont", name(font_name)},
        {"/CIDSystemInfo", adobe_identity()},
        {"/W", widths_by_code(face, glyphs)},
        {"/CIDToGIDMap", file.newStream(glyphs_by_code(part.numbers))},
        {"/FontDescriptor", descriptor_of(file, face, part, font_name)},
    }));
    return file.makeIndirectObject(dictionary({
        {"/Type", name("Font")},
        {"/Subtype", name("Type0")},
        {"/BaseFont", name(font_name)},
        {"/Encoding", name("Identity-H")},
        {"/DescendantFonts", pdf_object::newArray({inner})},
        {"/ToUnicode", file.newStream(unicode_map(letters))},
    }));
}

} // namespace

std::string pdf_number(double value)
{
    std::array<char, 64> buffer{};
    const auto of = [&buffer](std::to_chars_result written) {
        return std::string(buffer.data(), written.ptr);
    };
    constexpr double million = 1e6;
    const double rounded = std::round(value * million) / million;
    const auto whole_part = static_cast<long>(rounded);
    if (rounded == static_cast<double>(whole_part))
        return of(std::to_chars(buffer.begin(), buffer.end(), whole_part));
    auto text =
        of(std::to_chars(buffer.begin(), buffer.end(), rounded, std::chars_format::fixed, 6));
    return text.erase(text.find_last_not_of('0') + 1);
}

double per_mille(std::size_t face, int units)
{
    constexpr double thousand = 1000;
    return units * thousand / measures_of(face).units_per_em;
}

unsigned pdf_fonts::code_of(std::size_t face, std::uint32_t glyph, std::string_view letters)
{
    auto& used = m_faces.at(face);
    const auto [at, is_new] =
        used.codes.emplace(glyph, static_cast<unsigned>(used.glyphs.size() + 1));
    if (is_new) {
        used.glyphs.push_back(glyph);
        used.letters.emplace_back(letters);
    } else if (auto& said = used.letters[at->second - 1]; said.empty()) {
        said = letters;
    }
    return at->second;
}

result<QPDFObjectHandle> pdf_fonts::embed(QPDF& file) const
{
    auto fonts = pdf_object::newDictionary();
    for (std::size_t face = 0; face < m_faces.size(); ++face) {
        const auto& used = m_faces.at(face);
        if (used.glyphs.empty()) continue;
        TRY(const auto part, part_of(face, used.glyphs));
        fonts.replaceKey(
            "/" + name_of(face), font_of_face(file, face, part, used.glyphs, used.letters)
        );
    }
    return file.makeIndirectObject(fonts);
}

} // namespace hotich
