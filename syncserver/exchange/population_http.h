// The population database over HTTP, with or without TLS.
//
// POST URL/requests            Authorization: Bearer TOKEN, Idempotency-Key: the request;
//                              schemas/protocol/population_request.json → population_answer.json
// GET  URL/requests/{request}  → population_answer.json; 404 with "state":"unknown" where there is
//                              no such request
//
// 200, 202 and that 404 are answers; everything else is none: what a proxy says is not what the
// database says. Redirects are not followed: a child's data go where the settings say.
#pragma once

#include "syncserver/exchange/population_database.h"
#include "syncserver/http/caller.h"

#include <memory>

namespace hotich {

struct population_settings
{
    std::string url;
    std::string token; ///< "" sends none
    std::string authorities_pem;
    std::chrono::milliseconds timeout{30'000};
};

/// invalid_input: the URL or the authorities.
result<std::unique_ptr<population_database>> open_population_http(
    const population_settings& settings
);

} // namespace hotich
