// The one place of the desktop where the time of day comes from. Everything else takes an instant
// as an argument or asks this interface, so that tests and pictures have the day they want.
#pragma once

#include "common/base/instant.h"

namespace hotich {

class wall_clock
{
public:
    virtual ~wall_clock() = default;
    [[nodiscard]] virtual instant now() const = 0;
};

/// What the PC says.
class computer_clock final : public wall_clock
{
public:
    [[nodiscard]] instant now() const override;
};

/// Stands still, for tests and pictures.
class fixed_clock final : public wall_clock
{
public:
    explicit fixed_clock(instant at) : m_at(at) {}

    [[nodiscard]] instant now() const override { return m_at; }

    void set(instant at) { m_at = at; }

private:
    instant m_at;
};

} // namespace hotich
