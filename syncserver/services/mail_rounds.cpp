#include "syncserver/services/mail_rounds.h"

#include <condition_variable>
#include <exception>
#include <mutex>

namespace hotich {

mail_rounds::mail_rounds(
    exchange_service& exchanges, const event_log& journal, std::chrono::milliseconds interval
)
    : m_exchanges(exchanges),
      m_journal(journal),
      m_interval(interval),
      m_thread([this](const std::stop_token& stop) { run(stop); })
{}

void mail_rounds::run(const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        go_round();
        wake.wait_for(lock, stop, m_interval, [] { return false; });
    }
}

/// What fails is tried again in the next round.
void mail_rounds::go_round()
{
    try {
        if (const auto carried = m_exchanges.deliver_mail(); !carried)
            m_journal.write(
                log_level::warn, "mail_not_carried", {{"detail", carried.error().detail}}
            );
    } catch (const std::exception& error) {
        m_journal.write(log_level::error, "mail_round_threw", {{"detail", error.what()}});
    }
}

} // namespace hotich
