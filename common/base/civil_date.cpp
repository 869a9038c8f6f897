#include "common/base/civil_date.h"

#include "common/base/instant.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <vector>

namespace hotich {

namespace {

constexpr int vietnam_offset_hours = 7;

std::optional<int> number(std::string_view digits)
{
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::vector<std::string_view> split_any(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find_first_of(separators);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::optional<partial_date> of_parts(
    std::string_view year, std::string_view month, std::string_view day
)
{
    const auto y = number(year);
    const auto m = month.empty() ? std::optional<int>(0) : number(month);
    const auto d = day.empty() ? std::optional<int>(0) : number(day);
    if (year.size() != 4 || !y || !m || !d) return std::nullopt;
    if (!month.empty() && (*m < 1 || *m > 12)) return std::nullopt;
    if (!day.empty() && (*d < 1 || *d > 31)) return std::nullopt;
    return partial_date{*y, *m, *d};
}

std::optional<partial_date> of_bare_digits(std::string_view digits)
{
    if (digits.size() == 4) return of_parts(digits, {}, {});
    if (digits.size() == 6) return of_parts(digits.substr(2), digits.substr(0, 2), {});
    if (digits.size() == 8)
        return of_parts(digits.substr(4), digits.substr(2, 2), digits.substr(0, 2));
    return std::nullopt;
}

std::string_view without_spaces_around(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

constexpr int first_year_meant = 1800;
constexpr int last_year_meant = 2099;

/// The day and month of "27/11" or "2711", in a leap year; nothing where a year is meant.
std::optional<civil_date> day_and_month(std::string_view typed)
{
    constexpr int any_leap_year = 2000;
    auto parts = split_any(typed, "/.- ");
    if (parts.size() == 1 && typed.size() == 4) {
        const auto year = number(typed);
        if (!year || (*year >= first_year_meant && *year <= last_year_meant)) return std::nullopt;
        parts = {typed.substr(0, 2), typed.substr(2)};
    }
    if (parts.size() != 2 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
    const auto day = number(parts[0]);
    const auto month = number(parts[1]);
    if (!day || !month || *day < 1 || *month < 1) return std::nullopt;
    if (!exists({any_leap_year, *month, *day})) return std::nullopt;
    return civil_date{any_leap_year, *month, *day};
}

std::chrono::sys_days days_of(const civil_date& date)
{
    return std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month))
        / std::chrono::day(static_cast<unsigned>(date.day));
}

civil_date of_days(std::chrono::sys_days days)
{
    const std::chrono::year_month_day ymd(days);
    return {int(ymd.year()), int(unsigned(ymd.month())), int(unsigned(ymd.day()))};
}

template <class... Args>
std::string printed(const char* format, Args... args)
{
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), format, args...);
    return buffer.data();
}

} // namespace

bool is_leap_year(int year) { return std::chrono::year(year).is_leap(); }

int days_in_month(int year, int month)
{
    constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap_year(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

bool exists(const partial_date& date)
{
    if (date.year < 1 || date.year > 9999) return false;
    if (date.month == 0) return date.day == 0;
    if (date.month < 1 || date.month > 12) return false;
    return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

std::optional<partial_date> parse_partial_date(std::string_view iso)
{
    const auto parts = split_any(iso, "-");
    if (parts.size() > 3) return std::nullopt;
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (parts[i].size() != 2) return std::nullopt;
    return of_parts(parts[0], parts.size() > 1 ? parts[1] : "", parts.size() > 2 ? parts[2] : "");
}

std::optional<civil_date> parse_date(std::string_view iso)
{
    const auto date = parse_partial_date(iso);
    if (!date || !date->is_full() || !exists(*date)) return std::nullopt;
    return civil_date{date->year, date->month, date->day};
}

std::string to_iso(const civil_date& date)
{
    return printed("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::string to_iso(const partial_date& date)
{
    if (date.month == 0) return printed("%04d", date.year);
    if (date.day == 0) return printed("%04d-%02d", date.year, date.month);
    return printed("%04d-%02d-%02d", date.year, date.month, date.day);
}

std::string to_display(const civil_date& date)
{
    return printed("%02d/%02d/%04d", date.day, date.month, date.year);
}

std::string to_display(const partial_date& date)
{
    if (date.month == 0) return printed("%04d", date.year);
    if (date.day == 0) return printed("%02d/%04d", date.month, date.year);
    return printed("%02d/%02d/%04d", date.day, date.month, date.year);
}

std::optional<partial_date> parse_typed_date(std::string_view typed)
{
    typed = without_spaces_around(typed);
    if (const auto iso = parse_partial_date(typed)) return iso;
    const auto parts = split_any(typed, "/.- ");
    if (parts.size() == 1) return of_bare_digits(typed);
    const auto plausible = [](std::string_view part) { return !part.empty() && part.size() <= 2; };
    if (parts.size() == 2 && plausible(parts[0])) return of_parts(parts[1], parts[0], {});
    if (parts.size() == 3 && plausible(parts[0]) && plausible(parts[1]))
        return of_parts(parts[2], parts[1], parts[0]);
    return std::nullopt;
}

std::optional<partial_date> parse_typed_date(std::string_view typed, const civil_date& today)
{
    const auto meant = day_and_month(without_spaces_around(typed));
    if (!meant) return parse_typed_date(typed);
    partial_date last{today.year, meant->month, meant->day};
    while (!exists(last) || last > partial_date{today.year, today.month, today.day})
        --last.year;
    return last;
}

civil_date for_age_test(const partial_date& date)
{
    const int month = std::max(date.month, 1);
    return {date.year, month, std::clamp(date.day, 1, days_in_month(date.year, month))};
}

civil_date add_days(const civil_date& date, int days)
{
    return of_days(days_of(date) + std::chrono::days(days));
}

civil_date add_months(const civil_date& date, int months)
{
    const int counted = date.year * 12 + date.month - 1 + months;
    const int year = counted / 12;
    const int month = counted % 12 + 1;
    return {year, month, std::min(date.day, days_in_month(year, month))};
}

int days_between(const civil_date& from, const civil_date& to)
{
    return int((days_of(to) - days_of(from)).count());
}

int full_years(const civil_date& birth, const civil_date& on)
{
    const bool had_birthday = std::pair(on.month, on.day) >= std::pair(birth.month, birth.day);
    return on.year - birth.year - (had_birthday ? 0 : 1);
}

std::string to_iso(instant when)
{
    const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(when.ms)};
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - days));
    return to_iso(of_days(days))
        + printed(
               "T%02d:%02d:%02dZ",
               int(clock.hours().count()),
               int(clock.minutes().count()),
               int(clock.seconds().count())
        );
}

civil_date date_in_vietnam(instant when)
{
    const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(when.ms)};
    return of_days(
        std::chrono::floor<std::chrono::days>(time + std::chrono::hours(vietnam_offset_hours))
    );
}

} // namespace hotich
