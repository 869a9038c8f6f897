// The simulator on a port of loopback, plain HTTP, one request a connection. It listens to no other
// machine: what it says must never be taken for the real thing. Used by its program and by tests.
#pragma once

#include "common/base/result.h"
#include "syncserver/exchange/simulator/population_simulator.h"

#include <chrono>
#include <memory>

namespace hotich {

class simulator_server
{
public:
    /// Listens already when it returns. invalid_input: not a loopback address with a port.
    static result<std::unique_ptr<simulator_server>> open(
        const std::string& listen, population_simulator& simulator, std::chrono::milliseconds delay
    );
    simulator_server(const simulator_server&) = delete;
    simulator_server& operator=(const simulator_server&) = delete;
    ~simulator_server();

    /// "127.0.0.1:43215".
    [[nodiscard]] std::string address() const;
    void stop_on_signals();
    /// Until it is stopped.
    void run();
    /// From any thread.
    void stop();

private:
    struct state;
    explicit simulator_server(std::unique_ptr<state> made);
    std::unique_ptr<state> m_state;
};

} // namespace hotich
