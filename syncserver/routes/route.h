// The table of what the server answers, and what a handler gets. A handler is a plain function from
// request to response; it reads the request, asks a service, and words the answer. It decides
// nothing itself.
#pragma once

#include "common/sync/dictionary.h"
#include "common/sync/part_shelf.h"
#include "syncserver/http/types.h"
#include "syncserver/services/account_service.h"
#include "syncserver/services/desk_budget.h"
#include "syncserver/services/event_log.h"
#include "syncserver/services/exchange_service.h"
#include "syncserver/services/look_budget.h"
#include "syncserver/services/nonce_window.h"
#include "syncserver/services/notice_watch.h"

#include <span>

namespace hotich {

/// What handlers may use. References: all of it outlives the server.
struct server_services
{
    exchange_service& exchanges;
    account_service& accounts;
    nonce_window& nonces;
    desk_budget& budget;
    look_budget& looks;
    notice_watch& notices;
    metrics& counters;
    const event_log& journal;
    const clock& time;
    const wire_dictionary& dictionary;
    part_shelf& parts;                 ///< large bodies on their way
    std::string scans_folder = {};     ///< sealed scans, a folder an office
    std::string next_certificate = {}; ///< announced with every answer to a desk (server_word.h)
};

struct route_call
{
    const http_request& request;
    server_services& services;
    std::string_view parameter;   ///< what stands for {…} in the pattern
    const account* who = nullptr; ///< who is signed in, where the route wants somebody
};

/// Who may use a route: anybody, a desk by its signature, whoever is signed in; all else is an
/// action of schemas/accounts/roles.json that some right of the one signed in must have. Where in
/// the country he has it, the handler's service asks.
namespace door {
inline constexpr std::string_view open = "open";
inline constexpr std::string_view desk = "desk";
inline constexpr std::string_view session = "session";
} // namespace door

struct route
{
    std::string_view method;
    std::string_view pattern; ///< at most one {…}: 1 to 64 letters, digits, '-' or '_'
    std::string_view who_may; ///< a door, or an action
    http_response (*handle)(const route_call&);
};

/// Every route of the server.
std::span<const route> all_routes();

// One file a resource.
http_response get_check(const route_call& call);
http_response post_session(const route_call& call);
http_response get_session(const route_call& call);
http_response delete_session(const route_call& call);
http_response post_password(const route_call& call);
http_response get_accounts(const route_call& call);
http_response post_account(const route_call& call);
http_response get_account(const route_call& call);
http_response get_account_history(const route_call& call);
http_response post_accounts_check(const route_call& call);
http_response post_account_change(const route_call& call);
http_response post_lookup(const route_call& call);
http_response post_lookup_record(const route_call& call);
http_response get_readings(const route_call& call);
http_response post_enrol(const route_call& call);
http_response post_sync(const route_call& call);
http_response put_part(const route_call& call);
http_response get_part(const route_call& call);
http_response put_scan(const route_call& call);
http_response get_scan(const route_call& call);
http_response get_notice(const route_call& call);
http_response get_healthz(const route_call& call);
http_response get_readyz(const route_call& call);
http_response get_metrics(const route_call& call);

} // namespace hotich
