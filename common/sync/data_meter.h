// What went over the line, a day at a time: many offices pay for every megabyte. The counts are
// bodies and headers as HTTP has them, and an estimate of what TLS and TCP add. Kept in the desk's
// register, shown to the clerk.
//
// kept as {"2026-11-24":[sent,received],…}, the newest 62 days
#pragma once

#include "common/base/json.h"

#include <cstdint>
#include <string>

namespace hotich {

struct line_traffic
{
    std::int64_t sent = 0;
    std::int64_t received = 0;

    line_traffic& operator+=(const line_traffic& more)
    {
        sent += more.sent;
        received += more.received;
        return *this;
    }

    [[nodiscard]] std::int64_t total() const { return sent + received; }
};

inline constexpr std::size_t max_metered_days = 62;

class data_meter
{
public:
    data_meter() = default;
    /// What was kept; days that cannot be read are left out.
    explicit data_meter(std::string_view kept);

    /// `day` in ISO form.
    void add(const std::string& day, const line_traffic& moved);
    /// Days that begin so: "2026-11-24" is one day, "2026-11" a month.
    [[nodiscard]] line_traffic during(std::string_view beginning) const;

    [[nodiscard]] const json::object& kept() const { return m_days; }

private:
    json::object m_days;
};

} // namespace hotich
