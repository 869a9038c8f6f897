// How many requests and bytes a desk may send in a minute. Only what carried a valid signature is
// counted, so that nobody spends another desk's. From any thread. Used by routes/signer.
#pragma once

#include "syncserver/services/allowances.h"

namespace hotich {

struct desk_rates
{
    std::size_t requests_per_minute = 1200;
    std::size_t kilobytes_per_minute = 64u * 1024u;
};

class desk_budget
{
public:
    explicit desk_budget(const desk_rates& rates);

    /// Nothing where the request may be served; otherwise the seconds to wait.
    std::optional<int> take(const std::string& desk, std::size_t bytes, token_bucket::time now);

private:
    allowances m_requests;
    allowances m_bytes;
};

} // namespace hotich
