// What the desk knows of personal numbers (domain §5.3): entries that wait for theirs, that were
// refused one, and those whose number has arrived and is not printed yet; and asking again after a
// refusal. The server asks and answers; here is only looking, and one wish. Used by the desktop's
// tray and by `hotich`.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// A line of the tray. Why it was refused and what to mend: messages.json "pin_refusals", by code;
/// `text` is in the database's own words.
struct pin_line
{
    record_line entry;
    pin_tray tray = pin_tray::waiting;
    bool is_sent = false; ///< of a waiting one: the database has been asked
    std::string pin;
    std::string code;
    std::string text;
    instant at; ///< of the last news; 0 where there is none
};

struct pin_overview
{
    std::int64_t waiting = 0;
    std::int64_t refused = 0;
    std::int64_t arrived = 0;
};

result<std::vector<pin_line>> pins_in(desk_register& desk, pin_tray tray, std::int64_t limit);
result<pin_overview> pins_waiting_on(desk_register& desk);

/// not_allowed: the number was not refused, or is not asked for any more.
status ask_pin_again(desk_register& desk, const std::string& record_id, instant now);

/// "Why, and what to mend" of a refusal; of an unknown code, the sentence for all.
bilingual refusal_text(const definitions& known, const std::string& code);

} // namespace hotich
