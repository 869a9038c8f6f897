// The settings of config.toml. One table in the source names every key with its bounds, and is read
// both ways: to understand a file and to write a documented one.
#pragma once

#include "syncserver/app/texts.h"
#include "syncserver/http/types.h"
#include "syncserver/services/desk_budget.h"
#include "syncserver/services/look_budget.h"

#include <string>

namespace hotich {

struct server_config
{
    std::string listen = "127.0.0.1:8443";
    std::size_t threads = 0;
    std::size_t max_connections = 16'000;
    std::size_t max_connections_per_address = 2'000;
    std::size_t max_failures_per_address = 100;
    std::size_t desk_requests_per_minute = 1'200;
    std::size_t desk_kilobytes_per_minute = 64u * 1024u;
    std::size_t wide_looks_per_hour = usual_looks_per_hour;
    std::size_t max_header_bytes = 16u * 1024u;
    std::size_t max_body_bytes = 16u * 1024u * 1024u;
    std::size_t max_buffered_bytes = 256u * 1024u * 1024u;
    std::size_t handshake_timeout_s = 15;
    std::size_t header_timeout_s = 20;
    std::size_t idle_timeout_s = 75;
    std::size_t read_timeout_s = 30;
    std::size_t request_timeout_s = 900;
    std::size_t write_timeout_s = 30;
    std::size_t shutdown_timeout_s = 3;
    std::size_t stop_timeout_s = 10;
    std::size_t max_waiting = 1'024;
    std::size_t max_wait_s = 5;
    std::size_t large_body_bytes = 256u * 1024u;
    std::size_t max_retry_after_s = 300;
    std::size_t max_listeners = 16'000;
    std::size_t max_listeners_per_desk = 2;
    std::size_t ping_interval_s = 60;
    std::size_t pong_timeout_s = 30;
    std::size_t look_interval_s = 5;
    std::string log_level = "info";
    std::string store_kind = "sqlite";
    std::string store_conninfo_file; ///< beside config.toml where it is relative
    std::string store_scans_folder;  ///< "": "scans" beside config.toml
    std::size_t store_connections = 8;
    std::size_t store_statement_timeout_s = 60;
    std::size_t store_lock_timeout_s = 10;
    std::string backup_recovery_key; ///< the province's public key, hex; "": no backup is made
    std::string population_url;      ///< "": nothing is asked, requests queue
    std::string population_token_file;
    std::string population_ca_file;
    std::size_t population_timeout_s = 30;
    std::size_t population_interval_s = 5;

    [[nodiscard]] http_limits limits() const;
    [[nodiscard]] desk_rates rates() const;
};

/// Reads TOML over the defaults. invalid_input names line and key: what is unknown, of a wrong type
/// or out of bounds.
result<server_config> parse_config(std::string_view toml);

/// The same from a file, which the failure names.
result<server_config> read_config_file(const std::string& file);

/// The file that init writes: every key with its default and a comment.
std::string documented_config(const server_config& config, const texts& words);

} // namespace hotich
