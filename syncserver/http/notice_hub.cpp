#include "syncserver/http/notice_hub.h"

#include <algorithm>

namespace hotich {

bool notice_hub::add(const feed_subscription& who, feed_listener& listener)
{
    auto& of_desk = m_of_desk[who.desk];
    if (of_desk.size() >= m_limits.max_listeners_per_desk)
        of_desk.front()->dismiss();
    else if (m_all.size() >= m_limits.max_listeners) {
        if (of_desk.empty()) m_of_desk.erase(who.desk);
        return false;
    }
    of_desk.push_back(&listener);
    m_all.insert(&listener);
    m_of_office[who.office].insert(&listener);
    m_watch.listen(who.office);
    return true;
}

void notice_hub::remove(const feed_subscription& who, feed_listener& listener)
{
    if (m_all.erase(&listener) == 0) return;
    auto& of_office = m_of_office[who.office];
    of_office.erase(&listener);
    if (of_office.empty()) m_of_office.erase(who.office);
    auto& of_desk = m_of_desk[who.desk];
    std::erase(of_desk, &listener);
    if (of_desk.empty()) m_of_desk.erase(who.desk);
    m_watch.leave(who.office);
}

void notice_hub::tell(const std::string& office, std::int64_t revision)
{
    const auto found = m_of_office.find(office);
    if (found == m_of_office.end()) return;
    for (auto* listener : found->second)
        listener->tell(revision);
}

void notice_hub::tick(std::chrono::steady_clock::time_point now)
{
    for (auto* listener : m_all)
        listener->tick(now);
}

void notice_hub::dismiss_all()
{
    for (auto* listener : m_all)
        listener->dismiss();
}

} // namespace hotich
