// Every server of the simulated district asks the population database for personal numbers; on the
// way questions and answers are lost, doubled and late, and an answer may come to another server
// than the one that asked.
#pragma once

#include "tests/simulation/simulated_servers.h"
#include "tests/simulation/timetable.h"
#include "tests/simulation/world.h"

#include <map>

namespace hotich::test {

/// Gives one number for one request, however often and by whomever it is asked; refuses some, and
/// is not done with some at once.
class simulated_population
{
public:
    explicit simulated_population(random_source& random) : m_random(random) {}

    pin_answer ask(const pin_task& task);
    pin_answer question(const pin_task& task);

    /// By request.
    [[nodiscard]] const std::map<std::string, std::string>& given() const { return m_given; }

private:
    random_source& m_random;
    std::map<std::string, std::string> m_given;
    std::map<std::string, std::int64_t> m_refused; ///< request → the round it was refused in
};

/// What the errands run on; all of it outlives them.
struct errand_ground
{
    timetable& plan;
    simulated_servers& servers;
    const network_faults& network;
    random_source& random;
    instant start;
};

class pin_errands
{
public:
    explicit pin_errands(errand_ground on) : m_on(on), m_population(on.random) {}

    void begin();

    /// Asks no more; what is under way arrives.
    void end() { m_has_ended = true; }

    /// What the database has given, by request.
    [[nodiscard]] const std::map<std::string, std::string>& given() const
    {
        return m_population.given();
    }

private:
    void ask_from(std::size_t server);
    void arrive_at_population(const pin_task& task);
    void bring_back(const pin_task& task, const pin_answer& answer);
    void give_up(const pin_task& task);
    void after(std::int64_t delay_ms, std::function<void()> act);
    std::int64_t delay();
    bool happens(unsigned thousandths);

    [[nodiscard]] instant now() const { return {m_on.start.ms + m_on.plan.now_ms()}; }

    errand_ground m_on;
    simulated_population m_population;
    bool m_has_ended = false;
};

} // namespace hotich::test
