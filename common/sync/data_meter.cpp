#include "common/sync/data_meter.h"

#include <algorithm>

namespace hotich {

namespace {

bool is_count(const json::value& value) { return value.is_int64() && value.get_int64() >= 0; }

bool is_day(const json::value& value)
{
    return value.is_array() && value.get_array().size() == 2 && is_count(value.get_array()[0])
        && is_count(value.get_array()[1]);
}

} // namespace

data_meter::data_meter(std::string_view kept)
{
    const auto document = parse_json_object(kept);
    if (!document) return;
    for (const auto& [day, counts] : *document)
        if (is_day(counts) && m_days.size() < max_metered_days) m_days[day] = counts;
}

void data_meter::add(const std::string& day, const line_traffic& moved)
{
    const auto sum = [&] {
        auto before = during(day);
        return before += moved;
    }();
    m_days[day] = json::array{sum.sent, sum.received};
    while (m_days.size() > max_metered_days)
        m_days
            .erase(std::min_element(m_days.begin(), m_days.end(), [](const auto& a, const auto& b) {
                return a.key() < b.key();
            }));
}

line_traffic data_meter::during(std::string_view beginning) const
{
    line_traffic sum;
    for (const auto& [day, counts] : m_days) {
        if (!std::string_view(day.data(), day.size()).starts_with(beginning)) continue;
        sum += {counts.get_array()[0].get_int64(), counts.get_array()[1].get_int64()};
    }
    return sum;
}

} // namespace hotich
