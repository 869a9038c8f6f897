#include "common/records/scan.h"

#include "common/base/text.h"
#include "common/crypto/seal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace hotich {

namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr int minutes_east = 7 * 60; ///< Vietnam, the whole year
constexpr std::size_t window_letters = 11;

struct minutes_window
{
    int from = 0;
    int until = 0;
};

std::optional<int> minute_of(std::string_view text)
{
    int hour = 0;
    int minute = 0;
    const auto number = [text](std::size_t at, int& out) {
        const auto* end = text.data() + at + 2;
        return std::from_chars(text.data() + at, end, out).ptr == end;
    };
    const bool is_time = text.size() == 5 && text[2] == ':' && number(0, hour) && number(3, minute)
        && hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    return is_time ? std::optional(hour * 60 + minute) : std::nullopt;
}

std::optional<minutes_window> window_of(std::string_view text)
{
    if (text.size() != window_letters || text[5] != '-') return std::nullopt;
    const auto from = minute_of(text.substr(0, 5));
    const auto until = minute_of(text.substr(6));
    if (!from || !until) return std::nullopt;
    return minutes_window{*from, *until};
}

bool is_hash(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

constexpr std::array known_types{"application/pdf", "image/jpeg", "image/png", "image/tiff"};

failure wrong(const char* what) { return {failure_code::invalid_input, what}; }

} // namespace

std::int64_t scan::sealed_bytes() const
{
    return bytes + static_cast<std::int64_t>(sealed_content_overhead);
}

json::object scan::to_json() const
{
    return {
        {"name", name},
        {"type", type},
        {"bytes", bytes},
        {"content", content},
        {"sealed", sealed},
        {"key", key}};
}

result<scan> parse_scan(const json::object& source)
{
    scan out;
    TRY(out.name, string_member(source, "name"));
    TRY(out.type, string_member(source, "type"));
    TRY(out.bytes, integer_member(source, "bytes"));
    TRY(out.content, string_member(source, "content"));
    TRY(out.sealed, string_member(source, "sealed"));
    TRY(out.key, string_member(source, "key"));
    if (clean_text(out.name).empty() || character_count(out.name) > max_scan_name_letters)
        return wrong("name");
    if (std::find(known_types.begin(), known_types.end(), out.type) == known_types.end())
        return wrong("type");
    if (out.bytes <= 0 || out.bytes > static_cast<std::int64_t>(max_scan_bytes))
        return wrong("bytes");
    if (!is_hash(out.content)) return wrong("content");
    if (!is_hash(out.sealed)) return wrong("sealed");
    if (!is_hash(out.key)) return wrong("key");
    return out;
}

std::vector<scan> scans_of(const record& content)
{
    std::vector<scan> out;
    for (const auto& item : content.scans) {
        if (!item.is_object()) continue;
        if (auto paper = parse_scan(item.get_object())) out.push_back(std::move(*paper));
    }
    return out;
}

std::string scan_type(std::string_view bytes)
{
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
    if (bytes.starts_with(std::string_view("II*\0", 4))
        || bytes.starts_with(std::string_view("MM\0*", 4)))
        return "image/tiff";
    return {};
}

bool is_scan_window(std::string_view text) { return text.empty() || window_of(text).has_value(); }

bool is_scan_time(const office_profile& office, instant now)
{
    const auto window = window_of(office.scans_between);
    if (!window) return true;
    const auto minute = static_cast<int>((now.ms / 60'000 + minutes_east) % minutes_of_day);
    if (window->from <= window->until) return minute >= window->from && minute < window->until;
    return minute >= window->from || minute < window->until;
}

} // namespace hotich
