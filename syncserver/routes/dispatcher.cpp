#include "syncserver/routes/dispatcher.h"

#include "syncserver/routes/answers.h"
#include "syncserver/routes/signer.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array routes{
    route{"GET", "/healthz", door::open, get_healthz},
    route{"GET", "/metrics", door::open, get_metrics},
    route{"GET", "/readyz", door::open, get_readyz},
    route{"GET", "/v1/accounts", "accounts.read", get_accounts},
    route{"POST", "/v1/accounts", "accounts.manage", post_account},
    route{"POST", "/v1/accounts/check", "accounts.manage", post_accounts_check},
    route{"GET", "/v1/accounts/{account}/history", "accounts.read", get_account_history},
    route{"GET", "/v1/accounts/{account}", "accounts.read", get_account},
    route{"POST", "/v1/accounts/{account}", "accounts.manage", post_account_change},
    route{"GET", "/v1/check/{token}", door::open, get_check},
    route{"POST", "/v1/enrol", door::open, post_enrol},
    route{"POST", "/v1/lookup", "entries.read_wide", post_lookup},
    route{"POST", "/v1/lookup/{record}", "entries.read_wide", post_lookup_record},
    route{"GET", "/v1/offices/{office}/notice", door::desk, get_notice},
    route{"GET", "/v1/offices/{office}/parts", door::desk, get_part},
    route{"PUT", "/v1/offices/{office}/parts", door::desk, put_part},
    route{"GET", "/v1/offices/{office}/scans", door::desk, get_scan},
    route{"PUT", "/v1/offices/{office}/scans", door::desk, put_scan},
    route{"POST", "/v1/offices/{office}/sync", door::desk, post_sync},
    route{"POST", "/v1/password", door::session, post_password},
    route{"GET", "/v1/readings", "readings.read", get_readings},
    route{"DELETE", "/v1/session", door::session, delete_session},
    route{"GET", "/v1/session", door::session, get_session},
    route{"POST", "/v1/session", door::open, post_session},
};

constexpr std::size_t max_parameter_letters = 64;

bool is_parameter(std::string_view text)
{
    return !text.empty() && text.size() <= max_parameter_letters
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || c == '-' || c == '_';
           });
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

/// The methods a path knows; "" where there is no such path.
std::string methods_of(std::string_view path)
{
    std::string allowed;
    for (const auto& known : routes)
        if (match(known.pattern, path))
            allowed += (allowed.empty() ? "" : ", ") + std::string(known.method);
    return allowed;
}

/// Signed in, with the action where the route names one; then the handler.
http_response handle(const route& chosen, route_call call)
{
    if (chosen.who_may == door::open || chosen.who_may == door::desk) return chosen.handle(call);
    const auto who = signed_in(call);
    if (const auto* refusal = std::get_if<http_response>(&who)) return *refusal;
    call.who = &std::get<account>(who);
    if (chosen.who_may == door::session) return chosen.handle(call);
    if (call.who->proof.must_change)
        return error_answer(
            403,
            {name_of(failure_code::not_allowed),
             "password_must_be_changed",
             "somebody else chose the password: change it first"}
        );
    if (!call.services.accounts.has_action(*call.who, chosen.who_may))
        return failure_answer({failure_code::not_allowed, "account_not_allowed"});
    return chosen.handle(call);
}

http_response run_guarded(const route& chosen, const route_call& call)
{
    try {
        return handle(chosen, call);
    } catch (const std::exception& error) {
        call.services.journal.write(
            log_level::error, "handler_threw", {{"route", chosen.pattern}, {"detail", error.what()}}
        );
        return error_answer(
            500, {"corrupt_data", "", "the server failed; it was written to its journal"}
        );
    }
}

/// A path that was refused is not repeated: nobody knows what stands in it.
void write_line(
    const event_log& journal,
    const route_call& call,
    const route& chosen,
    const http_response& response,
    std::chrono::nanoseconds took
)
{
    json::object line{
        {"route", chosen.pattern},
        {"status", response.status},
        {"ms", std::chrono::duration_cast<std::chrono::milliseconds>(took).count()},
        {"bytes_in", call.request.body.size()},
        {"bytes_out", response.body.size()},
    };
    const bool is_trusted =
        response.status != 401 && response.status != 403 && response.status != 404;
    if (is_trusted && !call.parameter.empty()) line["office"] = call.parameter;
    if (response.status >= 400) line["answer"] = response.body; // errors hold no personal data
    journal.write(response.status >= 500 ? log_level::error : log_level::info, "request", line);
}

http_response run_route(const route& chosen, const http_request& request, server_services& services)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto parameter = match(chosen.pattern, path_of(request.target)).value_or("");
    const route_call call{request, services, parameter};
    auto response = run_guarded(chosen, call);
    if (chosen.who_may == door::desk) add_word(response, call);
    const auto took = std::chrono::steady_clock::now() - begun;
    services.counters.count_request(chosen.pattern, response.status, took);
    write_line(services.journal, call, chosen, response, took);
    return response;
}

} // namespace

std::span<const route> all_routes() { return routes; }

std::optional<std::string_view> match(std::string_view pattern, std::string_view path)
{
    const auto open = pattern.find('{');
    if (open == std::string_view::npos)
        return path == pattern ? std::optional<std::string_view>("") : std::nullopt;
    const auto before = pattern.substr(0, open);
    const auto after = pattern.substr(pattern.find('}') + 1);
    if (path.size() < before.size() + after.size() || !path.starts_with(before)
        || !path.ends_with(after))
        return std::nullopt;
    const auto parameter = path.substr(before.size(), path.size() - before.size() - after.size());
    return is_parameter(parameter) ? std::optional(parameter) : std::nullopt;
}

http_response dispatch(const http_request& request, server_services& services)
{
    const auto path = path_of(request.target);
    for (const auto& known : routes)
        if (known.method == request.method && match(known.pattern, path))
            return run_route(known, request, services);
    const auto allowed = methods_of(path);
    const int http_status = allowed.empty() ? 404 : 405;
    services.counters.count_refusal("unknown", http_status);
    if (allowed.empty())
        return error_answer(404, {"not_found", "", "there is nothing at this path"});
    auto response = error_answer(405, {"invalid_input", "", "this path takes " + allowed});
    response.headers.push_back({"Allow", allowed});
    return response;
}

} // namespace hotich
