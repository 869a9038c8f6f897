#include "common/sync/server_word.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/config.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/population_line.h"
#include "syncserver/app/process_limits.h"
#include "syncserver/app/version.h"
#include "syncserver/exchange/population_worker.h"
#include "syncserver/http/server.h"
#include "syncserver/routes/dispatcher.h"
#include "syncserver/services/mail_rounds.h"

#include <iostream>

namespace hotich {

namespace {

std::unique_ptr<population_worker> start_worker(
    const server_config& config, population_worker::parts parts
)
{
    const auto target = parse_http_target(config.population_url);
    if (target && !target->is_secure && !target->is_loopback())
        parts.journal.write(log_level::warn, "population_without_tls");
    parts.interval = std::chrono::seconds(config.population_interval_s);
    auto worker = std::make_unique<population_worker>(parts);
    worker->start();
    return worker;
}

void allow_files(const server_config& config, const event_log& journal)
{
    const auto wanted = config.max_connections + files_beside_connections;
    if (raise_file_limit(config.max_connections) < wanted)
        journal.write(log_level::warn, "few_files_allowed");
}

/// To the operator, and to whoever waits for the server to serve.
void tell_start(const std::string& address, const event_log& journal)
{
    std::cout << "listening on " << address << std::endl;
    journal.write(log_level::info, "started", {{"address", address}, {"version", server_version}});
}

/// Without it bodies are larger, and everything works.
wire_dictionary dictionary_in(const std::string& schemas_folder, const event_log& journal)
{
    auto dictionary = wire_dictionary::load(schemas_folder);
    if (dictionary) return std::move(*dictionary);
    journal.write(log_level::warn, "no_dictionary", {{"detail", dictionary.error().detail}});
    return {};
}

void watch_feeds(
    notice_watch& notices,
    const server_config& config,
    exchange_service& exchanges,
    https_server& server
)
{
    notices.start(
        std::chrono::seconds(config.look_interval_s),
        [&exchanges](const std::string& office) { return exchanges.feed_revision(office); },
        [&server](const std::string& office, std::int64_t revision) {
            server.tell_growth(office, revision);
        }
    );
}

/// The word for the certificate that comes next; "" where none was made.
result<std::string> announced_by(const data_folder& folder, const signing_key& feed_key)
{
    const auto next = folder.next_identity();
    if (!next) return std::string();
    TRY(const auto fingerprint, certificate_fingerprint(next->certificate_pem));
    return next_certificate_word(fingerprint, feed_key);
}

status serve(const serve_options& options, const command_context& context)
{
    const data_folder folder(options.data);
    TRY(const auto config,
        options.config.empty() ? folder.config() : read_config_file(options.config));
    TRY(auto kept, folder.open_shared_store(config, context.schemas_folder));
    TRY(auto feed_key, folder.feed_key());
    TRY(const auto next_certificate, announced_by(folder, feed_key));
    TRY(const auto secrets_key, folder.secrets_key());
    TRY(const auto least_level, log_level_of(config.log_level));
    TRY(auto identity, folder.identity());
    TRY(const auto known, definitions::load(context.schemas_folder));

    const event_log journal(least_level);
    const wall_clock time;
    metrics counters;
    nonce_window nonces;
    TRY_STATUS(nonces.keep_in(folder.nonces_file()));
    desk_budget budget(config.rates());
    look_budget looks(config.wide_looks_per_hour);
    notice_watch notices;
    exchange_service exchanges(std::move(kept), known, std::move(feed_key), time, counters);
    system_random chance;
    account_service accounts(exchanges, known, secrets_key, time, chance);
    TRY(const auto population, open_population_line(config, options.data));
    const auto dictionary = dictionary_in(context.schemas_folder, journal);
    part_shelf parts;
    server_services services{
        exchanges,
        accounts,
        nonces,
        budget,
        looks,
        notices,
        counters,
        journal,
        time,
        dictionary,
        parts,
        folder.scans_folder(config),
        next_certificate};
    const auto handler = [&services](const http_request& request) {
        return dispatch(request, services);
    };
    TRY(const auto server,
        https_server::open(
            {options.listen.empty() ? config.listen : options.listen,
             config.threads,
             std::move(identity.certificate_pem),
             std::move(identity.key_pem),
             config.limits()},
            handler,
            notices,
            counters,
            journal
        ));
    allow_files(config, journal);
    watch_feeds(notices, config, exchanges, *server);
    const mail_rounds mail(exchanges, journal);
    server->stop_on_signals();
    tell_start(server->address(), journal);
    std::unique_ptr<population_worker> worker;
    if (population)
        worker = start_worker(config, {exchanges, *population, chance, counters, journal});
    server->run();
    notices.stop();
    if (worker) worker->stop();
    journal.write(log_level::info, "stopped");
    return {};
}

} // namespace

int run_serve(const serve_options& options, const command_context& context)
{
    share_memory_between_threads();
    const auto served = serve(options, context);
    return served ? exit_code::done : report(context.words, served.error());
}

} // namespace hotich
