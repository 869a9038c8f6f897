// GET /healthz: the process answers. GET /readyz: the store answers too. GET /metrics: counters for
// Prometheus.
#include "syncserver/app/version.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/route.h"

namespace hotich {

http_response get_healthz(const route_call& /*call*/) { return json_answer({{"status", "ok"}}); }

http_response get_readyz(const route_call& call)
{
    if (auto reached = call.services.exchanges.ping(); !reached)
        return failure_answer({failure_code::storage_unavailable, reached.error().detail});
    return json_answer({{"status", "ready"}});
}

http_response get_metrics(const route_call& call)
{
    // A store that does not answer leaves the gauges as they were; /readyz tells of it.
    [[maybe_unused]] const auto measured = call.services.exchanges.measure();
    return {
        200,
        {{"Content-Type", "text/plain; version=0.0.4; charset=utf-8"}},
        call.services.counters.to_text(server_version)};
}

} // namespace hotich
