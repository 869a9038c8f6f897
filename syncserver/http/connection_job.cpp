#include "syncserver/http/connection_job.h"

#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace hotich {

namespace asio = boost::asio;

handled handler_job::operator()() const
{
    const auto begun = std::chrono::steady_clock::now();
    auto response = (*m_handler)(m_request);
    return {std::move(response), std::chrono::steady_clock::now() - begun};
}

/// Not a coroutine itself: g++ 12 miscompiles too many of their shapes.
asio::awaitable<handled> run_blocking(asio::thread_pool& pool, handler_job job)
{
    auto initiate = [&pool](auto handler, handler_job work) {
        auto home = asio::make_work_guard(asio::get_associated_executor(handler));
        asio::post(
            pool,
            [handler = std::move(handler), work = std::move(work), home = std::move(home)](
            ) mutable {
                auto answer = work();
                asio::post(
                    home.get_executor(),
                    [handler = std::move(handler), answer = std::move(answer)]() mutable {
                        std::move(handler)(std::move(answer));
                    }
                );
            }
        );
    };
    return asio::async_initiate<const asio::use_awaitable_t<>, void(handled)>(
        initiate, asio::use_awaitable, std::move(job)
    );
}

} // namespace hotich
