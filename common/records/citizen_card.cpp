#include "common/records/citizen_card.h"

#include "common/base/text.h"
#include "common/definitions/written_address.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t number_length = 12;
constexpr std::size_t fewest_parts = 6;

/// The Identity Law (26/2023/QH15) has been in force since then: its cards are "căn cước".
constexpr civil_date new_card_law{2024, 7, 1};

bool all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string_view> parts_of(std::string_view line)
{
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= line.size();) {
        const auto bar = std::min(line.find('|', from), line.size());
        parts.push_back(line.substr(from, bar - from));
        from = bar + 1;
    }
    return parts;
}

/// "01021990", of a person of whom only the year is known "00001990".
std::optional<partial_date> date_of(std::string_view text)
{
    if (text.size() != 8 || !all_digits(text)) return std::nullopt;
    const auto number = [text](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(from, count))
            value = value * 10 + (c - '0');
        return value;
    };
    const partial_date date{number(4, 4), number(2, 2), number(2, 2) == 0 ? 0 : number(0, 2)};
    return exists(date) ? std::optional(date) : std::nullopt;
}

failure no_card(const char* what)
{
    return {failure_code::invalid_input, std::string("card_line_") + what};
}

} // namespace

bool looks_like_card_line(std::string_view text)
{
    return text.size() > number_length && text[number_length] == '|'
        && all_digits(text.substr(0, number_length));
}

result<json::object> read_card_line(
    std::string_view line, const admin_units& units, const civil_date& today
)
{
    if (line.size() > max_card_line_bytes || !is_valid_utf8(line)) return no_card("unreadable");
    const auto parts = parts_of(line);
    if (!looks_like_card_line(line) || parts.size() < fewest_parts) return no_card("unreadable");
    const auto name = clean_name(parts[2]);
    const auto born = date_of(parts[3]);
    if (name.empty() || !born) return no_card("unreadable");
    const auto issued = parts.size() > fewest_parts ? date_of(parts[6]) : std::nullopt;
    const std::string number(parts[0]);
    json::object document{{"type", "CCCD"}, {"number", number}};
    if (issued && issued->is_full()) {
        document["issue_date"] = to_iso(*issued);
        const civil_date day{issued->year, issued->month, issued->day};
        if (day >= new_card_law) document["type"] = "CAN_CUOC";
    }
    json::object person{
        {"full_name", name},
        {"birth_date", to_iso(*born)},
        {"nationality", "VN"},
        {"pin", number},
        {"id_doc", std::move(document)}};
    const auto gender = fold(parts[4]);
    if (gender == "nam") person["gender"] = "1";
    if (gender == "nu") person["gender"] = "2";
    if (const auto residence = clean_text(parts[5]); !residence.empty()) {
        person["residence_type"] = "1";
        person["residence"] = address_of_text(residence, units, today);
    }
    return person;
}

} // namespace hotich
