#include "syncserver/services/allowances.h"

#include <cmath>

namespace hotich {

std::optional<int> allowances::take(const std::string& whose, double amount, token_bucket::time now)
{
    const std::lock_guard lock(m_mutex);
    auto& bucket = m_buckets[whose];
    if (!bucket.has_one(m_rate, now))
        return 1 + static_cast<int>(std::ceil(bucket.time_to_one(m_rate, now).count()));
    bucket.take(amount, m_rate, now);
    return std::nullopt;
}

} // namespace hotich
