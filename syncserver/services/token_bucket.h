// An allowance that fills up with time. Used by services/allowances and http/address_book.
#pragma once

#include <algorithm>
#include <chrono>

namespace hotich {

struct token_rate
{
    double most = 0;       ///< what may be taken at once
    double per_second = 0; ///< what comes back
};

class token_bucket
{
public:
    using time = std::chrono::steady_clock::time_point;

    /// Whether one is left. What is taken then may be more: the debt is paid before the next.
    [[nodiscard]] bool has_one(const token_rate& rate, time now) const
    {
        return level(rate, now) >= 1;
    }

    [[nodiscard]] bool is_full(const token_rate& rate, time now) const
    {
        return level(rate, now) >= rate.most;
    }

    void take(double amount, const token_rate& rate, time now)
    {
        m_missing = rate.most - level(rate, now) + amount;
        m_since = now;
    }

    /// Until one is left again.
    [[nodiscard]] std::chrono::duration<double> time_to_one(const token_rate& rate, time now) const
    {
        const double missing = 1 - level(rate, now);
        return std::chrono::duration<double>(std::max(0.0, missing / rate.per_second));
    }

private:
    [[nodiscard]] double level(const token_rate& rate, time now) const
    {
        const double passed = std::chrono::duration<double>(now - m_since).count();
        return rate.most - std::max(0.0, m_missing - passed * rate.per_second);
    }

    double m_missing = 0;
    time m_since{};
};

} // namespace hotich
