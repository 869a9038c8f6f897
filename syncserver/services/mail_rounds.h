// Carries letters between offices that were left lying: a failure came between, or their office's
// feed stood still. What an exchange queues is carried right after it; this is for the rest. One
// thread of its own. Used by app/serve_command.
#pragma once

#include "syncserver/services/event_log.h"
#include "syncserver/services/exchange_service.h"

#include <chrono>
#include <thread>

namespace hotich {

class mail_rounds
{
public:
    /// Begins with a round at once.
    mail_rounds(
        exchange_service& exchanges,
        const event_log& journal,
        std::chrono::milliseconds interval = std::chrono::minutes(1)
    );

private:
    void run(const std::stop_token& stop);
    void go_round();

    exchange_service& m_exchanges;
    const event_log& m_journal;
    std::chrono::milliseconds m_interval;
    std::jthread m_thread; ///< ends with the object
};

} // namespace hotich
