#include "common/records/personal_number.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::size_t digits_of_number = 12;

constexpr std::array<const char*, 4> tray_names{"none", "waiting", "refused", "arrived"};

bool is_printed(const record& entry)
{
    return std::any_of(entry.papers.begin(), entry.papers.end(), [](const json::value& paper) {
        const auto* with_pin =
            paper.is_object() ? paper.get_object().if_contains("with_pin") : nullptr;
        return with_pin != nullptr && *with_pin == json::value(true);
    });
}

} // namespace

bool is_personal_number(std::string_view text)
{
    return text.size() == digits_of_number
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<int> century_digit(int birth_year, std::string_view gender)
{
    if (birth_year < 1900 || birth_year > 2399 || (gender != "1" && gender != "2"))
        return std::nullopt;
    return (birth_year / 100 - 19) * 2 + (gender == "2" ? 1 : 0);
}

bool fits_person(std::string_view number, std::string_view gender, int birth_year)
{
    if (!is_personal_number(number)) return false;
    const int year = (number[4] - '0') * 10 + (number[5] - '0');
    const int century = number[3] - '0';
    const auto expected = century_digit(birth_year, gender);
    // Without a sex the parity is open but the century is not.
    const bool century_fits =
        expected ? century == *expected : century / 2 == birth_year / 100 - 19;
    return year == birth_year % 100 && century_fits;
}

bool needs_personal_number(const event_definition& event, const record& entry)
{
    if (!event.pin_request || entry.state != record_state::registered) return false;
    const auto& wish = *event.pin_request;
    const current_view view(entry);
    const auto& data = *view;
    if (is_known(data, wish.person + ".pin") || !wish.when.holds(data)) return false;
    const auto birth = parse_partial_date(text_at(data, wish.person + ".birth_date"));
    const auto written = parse_date(text_at(data, "reg_date"));
    if (!birth || !exists(*birth) || !written) return false;
    return full_years(for_age_test(*birth), *written) < wish.under_age;
}

const char* name_of(pin_tray tray) { return tray_names.at(std::size_t(tray)); }

pin_tray pin_tray_of(const event_definition& event, const record& entry)
{
    const auto state = text_at(entry.pin, "state");
    if (state == "issued") return is_printed(entry) ? pin_tray::none : pin_tray::arrived;
    if (!needs_personal_number(event, entry)) return pin_tray::none;
    return state == "refused" ? pin_tray::refused : pin_tray::waiting;
}

} // namespace hotich
