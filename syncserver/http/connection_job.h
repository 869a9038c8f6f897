// A request on its way to the handlers' pool and the answer on its way back. Used by
// http/connection.
#pragma once

#include "syncserver/http/types.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>

namespace hotich {

struct handled
{
    http_response response;
    admission::seconds service{};
};

/// A request with the function that answers it: what crosses to the pool.
class handler_job
{
public:
    handler_job(const request_handler& handler, http_request request)
        : m_handler(&handler), m_request(std::move(request))
    {}

    handled operator()() const;

private:
    const request_handler* m_handler;
    http_request m_request;
};

/// Runs a job on the pool and comes back to the connection's thread with the answer.
boost::asio::awaitable<handled> run_blocking(boost::asio::thread_pool& pool, handler_job job);

} // namespace hotich
