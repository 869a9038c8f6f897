#include "common/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>

namespace hotich {

namespace {

using code_points = std::vector<utf8proc_int32_t>;

std::optional<code_points> decode(std::string_view text)
{
    code_points out;
    out.reserve(text.size());
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    auto left = static_cast<utf8proc_ssize_t>(text.size());
    while (left > 0) {
        utf8proc_int32_t point = -1;
        const auto used = utf8proc_iterate(at, left, &point);
        if (used <= 0 || point < 0) return std::nullopt;
        out.push_back(point);
        at += used;
        left -= used;
    }
    return out;
}

void append(std::string& out, utf8proc_int32_t point)
{
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(point, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::string mapped(std::string_view text, int options)
{
    utf8proc_uint8_t* out = nullptr;
    const auto size = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()),
        &out,
        static_cast<utf8proc_option_t>(options)
    );
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
    if (size < 0) return {};
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

bool is_space(utf8proc_int32_t point)
{
    const auto category = utf8proc_category(point);
    return point == '\t' || point == '\n' || point == '\r' || category == UTF8PROC_CATEGORY_ZS
        || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}

bool is_invisible(utf8proc_int32_t point)
{
    const auto category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_CF || category == UTF8PROC_CATEGORY_CC;
}

bool is_mark(utf8proc_int32_t point) { return utf8proc_category(point) == UTF8PROC_CATEGORY_MN; }

bool is_letter(utf8proc_int32_t point)
{
    const auto category = utf8proc_category(point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_apostrophe(utf8proc_int32_t point)
{
    return point == '\'' || point == 0x2019 || point == 0x2018 || point == 0x02BC
        || point == 0x00B4;
}

bool is_hyphen(utf8proc_int32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2014);
}

/// Letters that Unicode does not decompose but a search must: đ, the look-alike ð, and the Ê Đê ƀ.
utf8proc_int32_t base_letter(utf8proc_int32_t lower)
{
    switch (lower) {
    case 0x0111:
    case 0x00F0:
        return 'd';
    case 0x0180:
        return 'b';
    default:
        return lower;
    }
}

/// Marks that make another letter of the Vietnamese alphabet (ă, â/ê/ô, ơ/ư), in its order; others
/// are tones.
int letter_rank(utf8proc_int32_t mark)
{
    switch (mark) {
    case 0x0306:
        return 1;
    case 0x0302:
        return 2;
    case 0x031B:
        return 3;
    default:
        return 0;
    }
}

/// Dictionary order of the tones: huyền, hỏi, ngã, sắc, nặng.
char tone_rank(utf8proc_int32_t mark)
{
    switch (mark) {
    case 0x0300:
        return '1';
    case 0x0309:
        return '2';
    case 0x0303:
        return '3';
    case 0x0301:
        return '4';
    case 0x0323:
        return '5';
    default:
        return 0;
    }
}

/// Latin letters and signs in which nothing composes: each stands for itself in NFC, and is one
/// base letter with its marks in NFD. Almost all text is of these.
bool is_precomposed(utf8proc_int32_t point)
{
    return point < 0x0300 || (point >= 0x1E00 && point <= 0x1EFF);
}

bool is_precomposed(const code_points& points)
{
    return std::all_of(points.begin(), points.end(), [](auto point) {
        return is_precomposed(point);
    });
}

constexpr utf8proc_int32_t base_table_size = 0x1F00;

using base_table = std::array<std::uint16_t, base_table_size>;

base_table make_base_table()
{
    base_table table{};
    for (utf8proc_int32_t point = 0; point < base_table_size; ++point) {
        std::array<utf8proc_int32_t, 8> parts{point};
        int boundary = 0;
        utf8proc_decompose_char(point, parts.data(), parts.size(), UTF8PROC_DECOMPOSE, &boundary);
        table[std::size_t(point)] = static_cast<std::uint16_t>(parts.front());
    }
    return table;
}

/// The text without its marks, or with them decomposed.
code_points decomposed(std::string_view text)
{
    static const auto bases = make_base_table();
    auto points = decode(text).value_or(code_points{});
    if (!is_precomposed(points))
        return decode(mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE)).value_or(code_points{});
    for (auto& point : points)
        point = bases[std::size_t(point)];
    return points;
}

/// What a precomposed sign is in a folded text, so that a name is folded without asking Unicode's
/// tables sign by sign.
struct folded_sign
{
    enum class kind : std::uint8_t { nothing, letter, space, hyphen };

    utf8proc_int32_t letter = 0; ///< or digit
    kind is = kind::nothing;
    bool is_apostrophe = false;
};

folded_sign fold_sign(utf8proc_int32_t base)
{
    folded_sign out;
    out.is_apostrophe = is_apostrophe(base);
    const auto category = utf8proc_category(base);
    if (is_letter(base) && category != UTF8PROC_CATEGORY_LM)
        return {base_letter(utf8proc_tolower(base)), folded_sign::kind::letter, out.is_apostrophe};
    if (category == UTF8PROC_CATEGORY_ND)
        return {base, folded_sign::kind::letter, out.is_apostrophe};
    if (is_space(base)) out.is = folded_sign::kind::space;
    if (is_hyphen(base)) out.is = folded_sign::kind::hyphen;
    return out;
}

std::vector<folded_sign> make_folded_signs()
{
    const auto bases = make_base_table();
    std::vector<folded_sign> out;
    out.reserve(bases.size());
    for (const auto base : bases)
        out.push_back(fold_sign(base));
    return out;
}

/// NFC. A tone typed before the hat (a, huyền, mũ) is put behind it: NFC alone keeps that order and
/// makes no letter.
code_points composed(std::string_view text)
{
    auto points = decode(text).value_or(code_points{});
    if (is_precomposed(points)) return points;
    points = decode(mapped(text, UTF8PROC_COMPOSE | UTF8PROC_STABLE)).value_or(code_points{});
    const auto is_hat = [](utf8proc_int32_t point) { return letter_rank(point) != 0; };
    if (std::none_of(points.begin(), points.end(), is_hat)) return points;
    points = decode(mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE)).value_or(code_points{});
    std::string reordered;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (is_hat(points[i]) && tone_rank(points[i - 1]) != 0) std::swap(points[i - 1], points[i]);
    for (const auto point : points)
        append(reordered, point);
    return decode(mapped(reordered, UTF8PROC_COMPOSE | UTF8PROC_STABLE)).value_or(code_points{});
}

std::string with_first(std::string_view text, utf8proc_int32_t (*mapping)(utf8proc_int32_t))
{
    const auto points = decode(text).value_or(code_points{});
    std::string out;
    for (std::size_t i = 0; i < points.size(); ++i)
        append(out, i == 0 ? mapping(points[i]) : points[i]);
    return out;
}

std::string sort_key_of_word(std::string_view word)
{
    std::string letters;
    std::string tones;
    const auto points =
        decode(mapped(word, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE)).value_or(code_points{});
    for (const auto point : points) {
        if (const auto rank = letter_rank(point); rank != 0 && !letters.empty())
            letters.back() = char('0' + rank);
        else if (const auto tone = tone_rank(point))
            tones.push_back(tone);
        else if (is_letter(point)) {
            const auto lower = utf8proc_tolower(point);
            append(letters, base_letter(lower));
            letters.push_back(lower == 0x0111 ? '1' : '0');
            tones.push_back('0');
        }
    }
    return letters + '\x01' + tones;
}

} // namespace

bool is_valid_utf8(std::string_view text) { return decode(text).has_value(); }

std::string clean_text(std::string_view text)
{
    std::string out;
    bool space_waits = false;
    for (const auto point : composed(text)) {
        if (is_space(point)) {
            space_waits = !out.empty();
        } else if (!is_invisible(point)) {
            if (space_waits) out.push_back(' ');
            space_waits = false;
            append(out, point);
        }
    }
    return out;
}

std::string clean_name(std::string_view name)
{
    std::string out;
    bool after_apostrophe = false;
    const auto points = decode(clean_text(name)).value_or(code_points{});
    for (const auto point : points) {
        if (point == ' ' && after_apostrophe) continue;
        after_apostrophe = is_apostrophe(point);
        if (after_apostrophe)
            out.push_back('\'');
        else if (point == 0x00D0)
            append(out, 0x0110);
        else if (point == 0x00F0)
            append(out, 0x0111);
        else
            append(out, point);
    }
    return out;
}

std::string to_upper(std::string_view text)
{
    std::string out;
    const auto points = decode(text).value_or(code_points{});
    for (const auto point : points)
        append(out, utf8proc_toupper(point));
    return out;
}

std::string capitalised(std::string_view text) { return with_first(text, utf8proc_toupper); }

std::string lower_first(std::string_view text) { return with_first(text, utf8proc_tolower); }

std::string fold(std::string_view text)
{
    static const auto known_signs = make_folded_signs();
    auto points = decode(text).value_or(code_points{});
    const bool are_known = is_precomposed(points);
    if (!are_known) points = decomposed(text);
    std::string out;
    bool after_apostrophe = false; // "H' Hen" and "H'Hen" are one name
    for (const auto point : points) {
        const auto sign = are_known ? known_signs[std::size_t(point)] : fold_sign(point);
        if (after_apostrophe && sign.is == folded_sign::kind::space) continue;
        after_apostrophe = sign.is_apostrophe;
        if (sign.is == folded_sign::kind::letter && sign.letter < 0x80)
            out.push_back(static_cast<char>(sign.letter));
        else if (sign.is == folded_sign::kind::letter)
            append(out, sign.letter);
        else if (sign.is != folded_sign::kind::nothing && !out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::vector<std::string> words_of(std::string_view folded)
{
    std::vector<std::string> words;
    while (!folded.empty()) {
        const auto end = std::min(folded.find(' '), folded.size());
        if (end > 0) words.emplace_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

std::string name_sort_key(std::string_view name)
{
    const auto words = words_of(clean_text(name));
    if (words.empty()) return {};
    auto key = sort_key_of_word(words.back());
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        key += '\x02' + sort_key_of_word(words[i]);
    if (words.size() > 1) key += '\x02' + sort_key_of_word(words.front());
    return key;
}

std::string first_foreign_sign(std::string_view name)
{
    const auto points = decode(name).value_or(code_points{});
    for (const auto point : points) {
        const bool allowed = point == ' ' || point == '.' || point == '-' || point == '\''
            || (is_letter(point) && utf8proc_category(point) != UTF8PROC_CATEGORY_LM);
        if (allowed || is_mark(point)) continue;
        std::string sign;
        append(sign, point);
        return sign;
    }
    return {};
}

std::size_t character_count(std::string_view text)
{
    return decode(text).value_or(code_points{}).size();
}

std::string replace_placeholders(
    std::string text, const std::vector<std::pair<std::string, std::string>>& arguments
)
{
    for (const auto& [name, value] : arguments) {
        const auto placeholder = "{" + name + "}";
        for (auto at = text.find(placeholder); at != std::string::npos;
             at = text.find(placeholder, at + value.size()))
            text.replace(at, placeholder.size(), value);
    }
    return text;
}

} // namespace hotich
