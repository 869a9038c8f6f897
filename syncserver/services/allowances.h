// What each of many may do in a time. From any thread. Used by services/desk_budget and
// services/look_budget.
#pragma once

#include "syncserver/services/token_bucket.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace hotich {

class allowances
{
public:
    explicit allowances(token_rate rate) : m_rate(rate) {}

    /// Nothing where it was left; otherwise nothing is taken, and these are the seconds to wait.
    std::optional<int> take(const std::string& whose, double amount, token_bucket::time now);

private:
    token_rate m_rate;
    std::mutex m_mutex;
    std::map<std::string, token_bucket> m_buckets; ///< as many as there are desks or accounts
};

} // namespace hotich
