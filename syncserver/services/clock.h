// The server's own time, as an argument: the program passes the wall clock, tests pass theirs.
#pragma once

#include "common/base/instant.h"

namespace hotich {

class clock
{
public:
    virtual ~clock() = default;
    [[nodiscard]] virtual instant now() const = 0;
};

class wall_clock final : public clock
{
public:
    [[nodiscard]] instant now() const override;
};

} // namespace hotich
