#include "syncserver/exchange/population_http.h"

namespace hotich {

namespace {

class population_http final : public population_database
{
public:
    population_http(std::unique_ptr<http_caller> line, std::string path, std::string token)
        : m_line(std::move(line)), m_path(std::move(path)), m_token(std::move(token))
    {}

    result<pin_answer> ask(const json::object& message) override
    {
        const auto request = std::string(text_at(message, "request"));
        http_request out{"POST", m_path + "/requests", {}, to_text(message)};
        out.headers.push_back({"Content-Type", "application/json"});
        out.headers.push_back({"Idempotency-Key", request});
        return answer_to(std::move(out), request);
    }

    result<pin_answer> question(const std::string& request) override
    {
        return answer_to({"GET", m_path + "/requests/" + request}, request);
    }

    void cancel() override { m_line->cancel(); }

private:
    result<pin_answer> answer_to(http_request out, const std::string& request)
    {
        out.headers.push_back({"Accept", "application/json"});
        if (!m_token.empty()) out.headers.push_back({"Authorization", "Bearer " + m_token});
        TRY(const auto response, m_line->call(out));
        const bool is_answer = response.status == 200 || response.status == 202
            || (response.status == 404 && out.method == "GET");
        const auto status_text = "status " + std::to_string(response.status);
        if (!is_answer) return failure{failure_code::busy, status_text};
        auto answer = parse_pin_answer(response.body, request);
        // The detail of a parser quotes no content, but whose words they are is unknown: none of
        // them goes on.
        if (!answer) return failure{failure_code::corrupt_data, status_text + ", not an answer"};
        if ((response.status == 404) != (answer->kind == pin_answer_kind::unknown))
            return failure{failure_code::corrupt_data, status_text + " with another state"};
        return answer;
    }

    std::unique_ptr<http_caller> m_line;
    std::string m_path;
    std::string m_token;
};

bool is_header_value(std::string_view text)
{
    for (const char c : text)
        if (c <= ' ' || c >= 127) return false;
    return true;
}

} // namespace

result<std::unique_ptr<population_database>> open_population_http(
    const population_settings& settings
)
{
    TRY(const auto target, parse_http_target(settings.url));
    if (!is_header_value(settings.token))
        return failure{failure_code::invalid_input, "the token has signs that no token has"};
    caller_settings line;
    line.target = target;
    line.timeout = settings.timeout;
    line.authorities_pem = settings.authorities_pem;
    TRY(auto caller, http_caller::open(std::move(line)));
    return std::unique_ptr<population_database>(
        std::make_unique<population_http>(std::move(caller), target.path, settings.token)
    );
}

} // namespace hotich
