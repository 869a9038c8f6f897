// How often somebody may look beyond his office in an hour, so that a stolen password does not
// empty a province. A clerk's day does not come near it. Used by routes/readings.
#pragma once

#include "syncserver/services/allowances.h"

namespace hotich {

inline constexpr std::size_t usual_looks_per_hour = 120;

class look_budget
{
public:
    explicit look_budget(std::size_t per_hour)
        : m_looks({static_cast<double>(per_hour), static_cast<double>(per_hour) / 3600})
    {}

    /// Nothing where the account may look; otherwise the seconds to wait.
    std::optional<int> take(const std::string& account, token_bucket::time now)
    {
        return m_looks.take(account, 1, now);
    }

private:
    allowances m_looks;
};

} // namespace hotich
