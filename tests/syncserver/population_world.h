// A server's service, a desk of an office that wants numbers on its certificates, and the simulator
// of the population database on a port of loopback, with a clock that the test moves.
#pragma once

#include "common/register/desk_pins.h"
#include "syncserver/exchange/population_http.h"
#include "syncserver/exchange/population_worker.h"
#include "syncserver/exchange/simulator/simulator_server.h"
#include "tests/support/births.h"
#include "tests/support/small_world.h"

#include <QString>

#include <atomic>
#include <thread>

namespace hotich::test {

class moving_clock final : public clock
{
public:
    [[nodiscard]] instant now() const override { return {m_ms}; }

    void wait(std::int64_t ms) { m_ms += ms; }

private:
    std::atomic<std::int64_t> m_ms = monday_morning.ms;
};

/// Serves the simulator in a thread of its own.
class running_simulator
{
public:
    explicit running_simulator(
        population_simulator& simulator, const std::string& listen = "127.0.0.1:0"
    );
    running_simulator(const running_simulator&) = delete;
    running_simulator& operator=(const running_simulator&) = delete;
    ~running_simulator();

    [[nodiscard]] std::string address() const { return m_server->address(); }

private:
    std::unique_ptr<simulator_server> m_server;
    std::thread m_thread;
};

class population_world
{
public:
    explicit population_world(simulator_options options = {});

    /// A child of this name, registered and accepted.
    std::string born(const std::string& name);
    void sync();
    /// The database is at another address now, or is asked in another way.
    void connect_to(const population_settings& settings);
    void use(std::unique_ptr<population_database> other);
    /// Rounds of the worker, a quarter of an hour apart; all were answered.
    bool work(int rounds);

    /// The same over this many hours.
    bool work_for_hours(int hours) { return work(hours * 4); }

    std::string state_of(const std::string& record);
    std::string number_of(const std::string& record);
    QString metrics_text();
    /// A worker of its own over the same parts.
    std::unique_ptr<population_worker> new_worker();

    moving_clock time;
    population_simulator simulator;
    std::unique_ptr<running_simulator> line;
    seeded_random random{5};
    metrics counters;
    event_log journal{log_level::off};
    std::unique_ptr<exchange_service> exchanges;
    std::unique_ptr<population_database> database;
    std::unique_ptr<desk_register> desk;
};

} // namespace hotich::test
