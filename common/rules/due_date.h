// When the result of a dossier is due (domain §3.0.4): working days over a calendar of public
// holidays that is data, not counting the days another office takes to verify. Used by papers,
// register, desktop.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/record.h"

namespace hotich {

/// Monday to Friday but for public holidays, and the Saturdays worked for them
/// (schemas/code_lists/public_holidays.csv, working_weekends.csv).
bool is_working_day(const definitions& known, const civil_date& day);

/// The working day that many working days after a day; with 0 the day itself or the next working
/// one.
civil_date add_working_days(const definitions& known, civil_date day, int days);

/// The days the law gives for the event, on the day of receipt; null where it says nothing.
const processing_definition* processing_of(
    const event_definition& event, const json::object& data, const civil_date& on
);

/// When a dossier received then is due. Same-day matters received after 15:00 are due the next
/// working day (Luật Hộ tịch Đ5 k3).
civil_date due_on(
    const definitions& known, const processing_definition& processing, instant received
);

/// Of a received dossier: its due day moved by the pauses (NĐ 123/2015 Đ3: time spent waiting for
/// another office does not count); nothing while it is paused.
std::optional<civil_date> due_on(const definitions& known, const record& dossier);

} // namespace hotich
