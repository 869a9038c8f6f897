#include "syncserver/exchange/simulator/population_simulator.h"

#include "common/base/text.h"
#include "common/crypto/crypto.h"
#include "common/records/personal_number.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::string_view requests_path = "/requests";
constexpr std::size_t max_dossiers = 100'000;

http_response text_answer(int status, std::string text)
{
    return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::move(text)};
}

http_response json_answer(int status, const json::object& body)
{
    return {status, {{"Content-Type", "application/json"}}, to_text(body)};
}

/// Six digits out of the key: the same after a restart, and as good as random.
int serial_of(const std::string& key, int attempt)
{
    const auto hash = sha256_hex("population-simulator\n" + key + std::to_string(attempt));
    return static_cast<int>(std::stoul(hash.substr(0, 7), nullptr, 16) % 1'000'000);
}

std::string six_digits(int number)
{
    const auto text = std::to_string(number);
    return std::string(6 - text.size(), '0') + text;
}

bool is_two_digits(std::string_view text)
{
    return text.size() == 2
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Whom the request is about: the same child of the same mother is the same person.
std::string person_key(const json::object& message)
{
    return fold(text_at(message, "person.full_name")) + "|"
        + std::string(text_at(message, "person.birth_date")) + "|"
        + std::string(text_at(message, "mother.personal_number"));
}

} // namespace

simulated_answer population_simulator::on(const http_request& request)
{
    const std::lock_guard lock(m_mutex);
    if (request.target == "/") return {text_answer(200, m_options.page + "\n")};
    ++m_calls;
    if (m_is_down || is_every(m_options.fail_every)) return {text_answer(503, "simulated outage")};
    if (is_every(m_options.drop_every)) return {{}, line_fault::no_answer};
    simulated_answer out{route(request)};
    if (is_every(m_options.lose_every)) out.fault = line_fault::no_answer;
    if (is_every(m_options.double_every)) out.fault = line_fault::doubled;
    return out;
}

http_response population_simulator::route(const http_request& request)
{
    if (!m_options.token.empty() && request.header("authorization") != "Bearer " + m_options.token)
        return text_answer(401, "the token is wrong");
    const std::string_view target = request.target;
    if (request.method == "POST" && target == requests_path) return take_request(request);
    const bool names_one = target.size() > requests_path.size() + 1
        && target.starts_with(requests_path) && target[requests_path.size()] == '/';
    if (request.method == "GET" && names_one)
        return tell(std::string(target.substr(requests_path.size() + 1)));
    return text_answer(404, "there is nothing at this path");
}

http_response population_simulator::take_request(const http_request& request)
{
    const auto message = parse_json_object(request.body);
    const auto key = message ? std::string(text_at(*message, "request")) : std::string();
    if (key.empty() || key != request.header("idempotency-key"))
        return text_answer(400, "a request and its key, please");
    if (m_dossiers.size() >= max_dossiers) return text_answer(503, "the simulator is full");
    auto& known = m_dossiers[key];
    const auto round = integer_or(*message, "round", 1);
    const bool has_number = known.is_decided && known.answer.kind == pin_answer_kind::issued;
    const bool is_new = known.message.empty() || integer_or(known.message, "round", 1) < round;
    if (!has_number && is_new) {
        known = {};
        known.message = *message;
        known.waits_left = m_options.waiting_answers;
    }
    return tell(key);
}

http_response population_simulator::tell(const std::string& key)
{
    const auto found = m_dossiers.find(key);
    if (found == m_dossiers.end())
        return json_answer(404, to_json({pin_answer_kind::unknown}, key));
    auto& known = found->second;
    const auto round = integer_or(known.message, "round", 1);
    if (!known.is_decided && known.waits_left-- > 0)
        return json_answer(202, to_json({pin_answer_kind::waiting, "", "", "", round}, key));
    if (!known.is_decided) {
        known.answer = decide(key, known.message);
        known.answer.round = round;
        known.is_decided = true;
    } else if (known.answer.kind == pin_answer_kind::issued && is_every(m_options.second_number_every)) {
        auto wrong = known.answer;
        wrong.pin = new_number(key, known.message);
        return json_answer(200, to_json(wrong, key));
    }
    return json_answer(200, to_json(known.answer, key));
}

pin_answer population_simulator::decide(const std::string& key, const json::object& message)
{
    ++m_decisions;
    if (const auto code = refusal_of(key, message); !code.empty())
        return {pin_answer_kind::refused, "", code, "simulated refusal: " + code};
    m_people[person_key(message)] = key;
    return {pin_answer_kind::issued, new_number(key, message)};
}

/// Domain §5.3: what is refused in practice.
std::string population_simulator::refusal_of(const std::string& key, const json::object& message)
{
    const auto name = std::string(text_at(message, "person.full_name"));
    if (const auto named = m_options.refused_names.find(name);
        named != m_options.refused_names.end())
        return named->second;
    if (m_options.refuse_every > 0 && m_decisions % m_options.refuse_every == 0)
        return m_options.refusal_code;
    if (name.empty() || clean_text(name) != name) return "encoding_wrong";
    const auto birth = parse_partial_date(text_at(message, "person.birth_date"));
    if (!birth || !exists(*birth)) return "date_wrong";
    if (!century_digit(birth->year, text_at(message, "person.gender"))) return "date_wrong";
    if (!is_two_digits(text_at(message, "registration.province"))) return "unit_code_wrong";
    const auto same = m_people.find(person_key(message));
    return same != m_people.end() && same->second != key ? "duplicate_person" : "";
}

/// 0PP of the registering office's province, century and sex, year, six digits.
std::string population_simulator::new_number(const std::string& key, const json::object& message)
{
    const auto birth = *parse_partial_date(text_at(message, "person.birth_date"));
    const auto year = birth.year % 100;
    const auto head = "0" + std::string(text_at(message, "registration.province"))
        + std::to_string(*century_digit(birth.year, text_at(message, "person.gender")))
        + (year < 10 ? "0" : "") + std::to_string(year);
    for (int attempt = 0;; ++attempt) {
        auto number = head + six_digits(serial_of(key, attempt));
        if (m_numbers.insert(number).second) return number;
    }
}

void population_simulator::set_down(bool is_down)
{
    const std::lock_guard lock(m_mutex);
    m_is_down = is_down;
}

void population_simulator::set_options(simulator_options options)
{
    const std::lock_guard lock(m_mutex);
    m_options = std::move(options);
}

int population_simulator::calls() const
{
    const std::lock_guard lock(m_mutex);
    return m_calls;
}

std::size_t population_simulator::numbers_given() const
{
    const std::lock_guard lock(m_mutex);
    return m_numbers.size();
}

} // namespace hotich
