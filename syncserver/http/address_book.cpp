#include "syncserver/http/address_book.h"

namespace hotich {

namespace {

constexpr double forgiving_time_s = 600;

} // namespace

address_book::address_book(std::size_t max_connections, std::size_t max_failures)
    : m_max_connections(max_connections),
      m_failures{
          static_cast<double>(max_failures), static_cast<double>(max_failures) / forgiving_time_s}
{}

bool address_book::enter(const std::string& address)
{
    auto& here = m_addresses[address];
    if (here.connections >= m_max_connections) return false;
    ++here.connections;
    return true;
}

void address_book::leave(const std::string& address, steady_time now)
{
    const auto found = m_addresses.find(address);
    if (found == m_addresses.end()) return;
    auto& here = found->second;
    --here.connections;
    if (here.connections == 0 && here.failures.is_full(m_failures, now)) m_addresses.erase(found);
}

void address_book::count_failure(const std::string& address, steady_time now)
{
    if (m_addresses.size() >= max_remembered_addresses) forget(now);
    m_addresses[address].failures.take(1, m_failures, now);
}

bool address_book::is_barred(const std::string& address, steady_time now) const
{
    const auto found = m_addresses.find(address);
    return found != m_addresses.end() && !found->second.failures.has_one(m_failures, now);
}

void address_book::forget(steady_time now)
{
    std::erase_if(m_addresses, [&](const auto& known) {
        return known.second.connections == 0 && known.second.failures.is_full(m_failures, now);
    });
    // All are fresh: somebody tries from very many addresses. The barred stay.
    if (m_addresses.size() < max_remembered_addresses) return;
    std::erase_if(m_addresses, [&](const auto& known) {
        return known.second.connections == 0 && known.second.failures.has_one(m_failures, now);
    });
}

} // namespace hotich
