// Calendar dates, full or partial. The books know dates by day, by month or by year only (domain
// §3.0.6), so a partial date is a value of its own and never a guessed full one.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hotich {

/// A day that exists in the Gregorian calendar.
struct civil_date
{
    int year = 1970;
    int month = 1;
    int day = 1;

    auto operator<=>(const civil_date&) const = default;
};

/// year, year-month or year-month-day as written; month and day are 0 where unknown. It may not
/// exist (31/02).
struct partial_date
{
    int year = 0;
    int month = 0;
    int day = 0;

    auto operator<=>(const partial_date&) const = default;

    [[nodiscard]] bool is_full() const { return day != 0; }
};

bool is_leap_year(int year);
int days_in_month(int year, int month);

/// Whether the known parts are possible in the calendar (years 1 to 9999).
bool exists(const partial_date& date);

/// "2026-11-20", "2026-11" or "1945". Shape only: a date that does not exist is still read, because
/// old papers have them. Nothing where the shape is wrong.
std::optional<partial_date> parse_partial_date(std::string_view iso);

/// A full date that exists.
std::optional<civil_date> parse_date(std::string_view iso);

std::string to_iso(const civil_date& date);
std::string to_iso(const partial_date& date);

/// dd/MM/yyyy, MM/yyyy or yyyy: what screens and papers write.
std::string to_display(const civil_date& date);
std::string to_display(const partial_date& date);

/// Reads what a clerk types: 20112026, 20/11/2026, 20.11.2026, 20-11-2026, 11/2026, 112026, 2026,
/// and ISO.
std::optional<partial_date> parse_typed_date(std::string_view typed);

/// As above, and 27/11 or 2711: the last such day up to `today`. Four digits are a year wherever
/// one can be meant (1800 to 2099). A year of two digits stays unread: its century is anybody's
/// guess.
std::optional<partial_date> parse_typed_date(std::string_view typed, const civil_date& today);

/// The date an age test uses: an unknown month is January, an unknown day the first
/// (TTLT 01/2016, điểm a). Never written into a record.
civil_date for_age_test(const partial_date& date);

civil_date add_days(const civil_date& date, int days);
/// The same day of a later month; the month's last day where it is shorter.
civil_date add_months(const civil_date& date, int months);
int days_between(const civil_date& from, const civil_date& to);

/// Completed years of age on a day; a birthday on 29 February is reached on 1 March of other years.
int full_years(const civil_date& birth, const civil_date& on);

} // namespace hotich
