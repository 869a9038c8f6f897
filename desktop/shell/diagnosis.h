// What somebody at the other end of a telephone must know of this PC: short numbered lines that a
// clerk reads out, without a name, a number or a word of anybody's entry. Used by machine_page.
#pragma once

#include "common/register/backup.h"
#include "common/register/clock_watch.h"
#include "desktop/app/line.h"
#include "desktop/app/workplace.h"

#include <QStringList>

namespace hotich {

/// As the register tells it.
struct machine_facts
{
    desk_identity identity;
    desk_overview overview;
    backup_state copies;
    std::optional<clock_jump> jump; ///< the last one, also where it is settled
    std::int64_t days_left = 0;
    std::int64_t operations = 0;
    std::int64_t register_bytes = 0; ///< of the file with what is not merged into it yet
    std::int64_t free_bytes = 0;     ///< on its disk; 0 where that is not known
    std::string key_place;           ///< kept_in_store, kept_in_file, or ""
};

result<machine_facts> machine_facts_of(desk_register& desk, instant now);

/// "1. …", "2. …".
QStringList diagnosis(
    const machine_facts& facts, const line_report& report, const workplace& place
);

} // namespace hotich
