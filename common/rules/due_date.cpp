#include "common/rules/due_date.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t ms_per_hour = 3'600'000;
constexpr std::int64_t vietnam_offset_ms = 7 * ms_per_hour;
constexpr int last_hour_of_same_day = 15;

/// 0 is Monday; 05/01/1970 was one.
int weekday(const civil_date& day)
{
    const int days = days_between({1970, 1, 5}, day) % 7;
    return days < 0 ? days + 7 : days;
}

int hour_in_vietnam(instant when)
{
    const auto of_day = (when.ms + vietnam_offset_ms) % (24 * ms_per_hour);
    return static_cast<int>(of_day / ms_per_hour);
}

/// Working days from one day up to, not with, another.
int working_days_between(const definitions& known, civil_date from, const civil_date& to)
{
    int count = 0;
    for (; from < to; from = add_days(from, 1))
        if (is_working_day(known, from)) ++count;
    return count;
}

} // namespace

bool is_working_day(const definitions& known, const civil_date& day)
{
    const auto iso = to_iso(day);
    if (known.list("public_holidays").find(iso) != nullptr) return false;
    return weekday(day) < 5 || known.list("working_weekends").find(iso) != nullptr;
}

civil_date add_working_days(const definitions& known, civil_date day, int days)
{
    while (days > 0 || !is_working_day(known, day)) {
        day = add_days(day, 1);
        if (days > 0 && is_working_day(known, day)) --days;
    }
    return day;
}

const processing_definition* processing_of(
    const event_definition& event, const json::object& data, const civil_date& on
)
{
    const auto found = std::find_if(
        event.processing.begin(),
        event.processing.end(),
        [&](const processing_definition& item) {
            return item.valid.holds(on) && item.when.holds(data);
        }
    );
    return found == event.processing.end() ? nullptr : &*found;
}

civil_date due_on(
    const definitions& known, const processing_definition& processing, instant received
)
{
    const auto day = date_in_vietnam(received);
    const bool is_late = hour_in_vietnam(received) >= last_hour_of_same_day;
    return add_working_days(known, day, processing.days == 0 && is_late ? 1 : processing.days);
}

std::optional<civil_date> due_on(const definitions& known, const record& dossier)
{
    const auto* event = known.find_event(dossier.event);
    const instant received{integer_or(dossier.dossier, "received_at", 0)};
    const auto* processing =
        event == nullptr ? nullptr : processing_of(*event, dossier.data, date_in_vietnam(received));
    if (processing == nullptr || text_at(dossier.dossier, "state") == "paused") return std::nullopt;
    if (const auto moved = parse_date(text_at(dossier.dossier, "new_due_on"))) return moved;
    auto due = due_on(known, *processing, received);
    for (const auto& item : rows_at(dossier.dossier, "pauses")) {
        const auto from = parse_date(text_at(item.get_object(), "from"));
        const auto to = parse_date(text_at(item.get_object(), "to"));
        if (from && to) due = add_working_days(known, due, working_days_between(known, *from, *to));
    }
    return due;
}

} // namespace hotich
