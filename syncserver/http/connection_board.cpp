#include "syncserver/http/connection_board.h"

namespace hotich {

using boost::system::error_code;

std::size_t connection_board::close_overdue(steady_time now)
{
    std::size_t closed = 0;
    for (auto* watch : m_open) {
        if (watch->due > now) continue;
        error_code ignored;
        watch->socket->close(ignored);
        watch->due = steady_time::max();
        ++closed;
    }
    return closed;
}

void connection_board::close_idle()
{
    for (auto* watch : m_open) {
        error_code ignored;
        if (watch->is_between_requests) watch->socket->close(ignored);
    }
}

void connection_board::close_all()
{
    for (auto* watch : m_open) {
        error_code ignored;
        watch->socket->close(ignored);
    }
}

} // namespace hotich
