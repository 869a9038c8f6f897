// The personal identification number (NĐ 137/2015/NĐ-CP Đ13; domain §5): how it is built, and
// whether the person of an entry is to be given one. Used by rules, register and sync; desk and
// server ask the same question of the same record.
#pragma once

#include "common/definitions/event_definition.h"
#include "common/records/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace hotich {

/// Twelve digits: three of the place, one of century and sex, two of the year, six at random.
bool is_personal_number(std::string_view text);

/// The fourth digit: century of birth and sex ("1" male, "2" female); nothing where the year is
/// outside 1900–2399 or the sex is not known.
std::optional<int> century_digit(int birth_year, std::string_view gender);

/// Whether a number's digits 4 to 6 agree with sex and year of birth. A mismatch is legal after a
/// redetermination or a correction (§5.4): a warning at most.
bool fits_person(std::string_view number, std::string_view gender, int birth_year);

/// Domain §5.2: the entry stands, its event asks for a number, its own condition says so of the
/// data as they read now, the person has none yet, and is young enough on the day of the entry.
bool needs_personal_number(const event_definition& event, const record& entry);

/// Where an entry stands for the clerk; none: there is nothing to wait for or to do.
enum class pin_tray { none, waiting, refused, arrived };
const char* name_of(pin_tray tray);

/// Arrived is a number that stands on no paper yet.
pin_tray pin_tray_of(const event_definition& event, const record& entry);

} // namespace hotich
