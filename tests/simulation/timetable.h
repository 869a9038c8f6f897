// Virtual time: what is to happen when, in an order that follows from the asking alone.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace hotich::test {

class timetable
{
public:
    [[nodiscard]] std::int64_t now_ms() const { return m_now_ms; }

    /// What lies in the past happens next.
    void at(std::int64_t at_ms, std::function<void()> act)
    {
        m_plan.push({std::max(at_ms, m_now_ms), m_order++, std::move(act)});
    }

    void run_until(std::int64_t end_ms)
    {
        while (!m_plan.empty() && m_plan.top().at_ms <= end_ms) {
            auto next = m_plan.top();
            m_plan.pop();
            m_now_ms = next.at_ms;
            next.act();
        }
        m_now_ms = std::max(m_now_ms, end_ms);
    }

private:
    struct happening
    {
        std::int64_t at_ms = 0;
        std::uint64_t order = 0; ///< ties are broken by who asked first
        std::function<void()> act;

        bool operator>(const happening& other) const
        {
            return std::pair(at_ms, order) > std::pair(other.at_ms, other.order);
        }
    };

    std::priority_queue<happening, std::vector<happening>, std::greater<>> m_plan;
    std::uint64_t m_order = 0;
    std::int64_t m_now_ms = 0;
};

} // namespace hotich::test
