// A make-believe population database for tests and demonstrations, over the same HTTP as the real
// adapter speaks (exchange/population_http.h). It gives numbers of the right structure that belong
// to nobody, and misbehaves as it is told to: refusals, delays, outages, lost and doubled answers.
// Everything is kept in memory; under one key it gives one number. No sockets here.
#pragma once

#include "common/sync/pin_message.h"
#include "syncserver/http/types.h"

#include <map>
#include <mutex>
#include <set>
#include <string>

namespace hotich {

/// "Every nth" counts calls; 0 is never.
struct simulator_options
{
    std::string token;                                ///< "" takes everyone
    std::string page;                                 ///< what "/" says: that this is a simulator
    std::map<std::string, std::string> refused_names; ///< full name, code
    int refuse_every = 0;
    std::string refusal_code = "parents_do_not_match";
    int waiting_answers = 0;     ///< before each decision
    int fail_every = 0;          ///< 503, and nothing is done
    int drop_every = 0;          ///< the line is closed, and nothing is done
    int lose_every = 0;          ///< the work is done, and its answer is lost
    int double_every = 0;        ///< the answer is sent twice
    int second_number_every = 0; ///< a question about a number that was given gets another one
};

/// What happens on the line beside the answer.
enum class line_fault { none, no_answer, doubled };

struct simulated_answer
{
    http_response response;
    line_fault fault = line_fault::none;
};

class population_simulator
{
public:
    explicit population_simulator(simulator_options options) : m_options(std::move(options)) {}

    simulated_answer on(const http_request& request);

    /// An outage: every call is answered with 503 until it is over.
    void set_down(bool is_down);
    /// From now on; what was given stays given.
    void set_options(simulator_options options);
    [[nodiscard]] int calls() const;
    /// Different numbers given so far.
    [[nodiscard]] std::size_t numbers_given() const;

private:
    struct dossier
    {
        json::object message;
        int waits_left = 0;
        bool is_decided = false;
        pin_answer answer;
    };

    http_response route(const http_request& request);
    http_response take_request(const http_request& request);
    http_response tell(const std::string& key);
    pin_answer decide(const std::string& key, const json::object& message);
    std::string refusal_of(const std::string& key, const json::object& message);
    std::string new_number(const std::string& key, const json::object& message);

    [[nodiscard]] bool is_every(int nth) const { return nth > 0 && m_calls % nth == 0; }

    mutable std::mutex m_mutex;
    simulator_options m_options;
    bool m_is_down = false;
    int m_calls = 0;
    int m_decisions = 0;
    std::map<std::string, dossier> m_dossiers;
    std::set<std::string> m_numbers;
    std::map<std::string, std::string> m_people; ///< who has a number, and under which key
};

} // namespace hotich
