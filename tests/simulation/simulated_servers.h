// The servers of the simulated district: several over one store, each with power of its own, so
// that one goes on while another is down, and what one began another ends.
#pragma once

#include "tests/simulation/faulty_connection.h"
#include "tests/simulation/timetable.h"

#include <functional>
#include <vector>

namespace hotich::test {

class simulated_servers
{
public:
    simulated_servers(std::size_t count, random_source& random);

    [[nodiscard]] std::size_t count() const { return m_down_until_ms.size(); }

    /// Does something on one that has power, whichever a request reaches. False where none has, or
    /// where its power failed meanwhile: nobody hears of what it did.
    bool on_any(instant now, const std::function<void(host&, sql_connection&)>& act);
    bool on(std::size_t which, instant now, const std::function<void(host&, sql_connection&)>& act);

    /// Letters that a failure left lying are carried now and then, for ever.
    void begin_mail_rounds(timetable& plan, instant start);

    /// For what the operator does, on a good day.
    host calm() { return host(*m_disk, real_definitions(), m_key); }

    sql_connection& disk() { return *m_disk; }

    void back_up();
    /// What came after the copy is gone from here: the desks are to bring it back.
    void restore(instant now);

    [[nodiscard]] const signing_key& key() const { return m_key; }

    disk_faults faults;
    std::int64_t crashes = 0;

private:
    random_source& m_random;
    std::shared_ptr<sql_connection> m_disk;
    std::shared_ptr<sql_connection> m_backup;
    signing_key m_key;
    std::vector<std::int64_t> m_down_until_ms;
};

} // namespace hotich::test
