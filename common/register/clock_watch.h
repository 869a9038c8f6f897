// Whether this PC's clock went back. A PC with an empty battery wakes up years ago; entries would
// bear days that are over, and the law counts days. Nothing is set right in silence: both times are
// kept and told until the clock is beyond the earlier one again, the server says that it is right,
// or a person does. Used by the desktop; kept in "meta" of the register.
#pragma once

#include "common/register/desk_register.h"

#include <optional>

namespace hotich {

/// Less is a clock that is set right by the network, a little at a time.
inline constexpr std::int64_t clock_jump_ms = 5ll * 60 * 1000;

struct clock_jump
{
    instant from; ///< the latest time the register has seen
    instant to;   ///< what the clock said then
    bool is_settled = false;

    bool operator==(const clock_jump&) const = default;
};

/// The last one; nothing where the clock never went back.
std::optional<clock_jump> last_clock_jump(const desk_register& desk);

/// To be asked at the sign-in and every few minutes. The jump that is to be told, or nothing.
result<std::optional<clock_jump>> watch_clock(desk_register& desk, instant now);

/// The clock is right as it is now.
status settle_clock(desk_register& desk);

} // namespace hotich
