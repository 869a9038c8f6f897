// What every widget of the clerk's workplace stands on. Made once by the composition root, passed
// by reference, and outlives every widget.
#pragma once

#include "common/definitions/definitions.h"
#include "common/register/scan_folder.h"
#include "desktop/app/clock.h"
#include "desktop/app/desktop_actions.h"
#include "desktop/forms/choice.h"
#include "desktop/worker/register_thread.h"

#include <memory>
#include <string>

namespace hotich {

struct workplace
{
    const definitions& known;
    register_thread& desk;
    const wall_clock& time;
    unit_choices& units;
    std::string language = "vi"; ///< "vi" or "en"
    scan_folder scans{""};       ///< beside the register
    machine_store store{};       ///< of the PC; a register in memory is bound to none
    bool is_practice = false;    ///< on made-up people; nothing goes anywhere
    /// What the one signed in may start.
    std::shared_ptr<granted_actions> granted = std::make_shared<granted_actions>();
};

} // namespace hotich
