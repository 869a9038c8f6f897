#include "syncserver/app/config.h"

#include "common/base/files.h"
#include "common/sync/messages.h"
#include "syncserver/services/event_log.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <variant>

namespace hotich {

namespace {

using number_key = std::size_t server_config::*;
using text_key = std::string server_config::*;

struct config_key
{
    std::string_view table; ///< "" stands above all tables
    std::string_view name;
    std::variant<number_key, text_key> value;
    std::int64_t least = 0;
    std::int64_t most = 0;
};

constexpr std::int64_t max_timeout_s = 3600;
constexpr std::size_t max_config_bytes = 256u * 1024u;
constexpr std::int64_t gigabyte = 1024ll * 1024 * 1024;

const std::array all_keys{
    config_key{"", "listen", &server_config::listen},
    config_key{"", "threads", &server_config::threads, 0, 64},
    config_key{"limits", "max_connections", &server_config::max_connections, 1, 60'000},
    config_key{"limits", "max_header_bytes", &server_config::max_header_bytes, 1024, 1024 * 1024},
    config_key{
        "limits",
        "max_body_bytes",
        &server_config::max_body_bytes,
        1024,
        std::int64_t{max_message_bytes}},
    config_key{
        "limits",
        "max_buffered_bytes",
        &server_config::max_buffered_bytes,
        1024 * 1024,
        64 * gigabyte},
    config_key{
        "limits", "handshake_timeout_s", &server_config::handshake_timeout_s, 1, max_timeout_s},
    config_key{"limits", "header_timeout_s", &server_config::header_timeout_s, 1, max_timeout_s},
    config_key{"limits", "idle_timeout_s", &server_config::idle_timeout_s, 1, max_timeout_s},
    config_key{"limits", "read_timeout_s", &server_config::read_timeout_s, 1, max_timeout_s},
    config_key{"limits", "request_timeout_s", &server_config::request_timeout_s, 1, max_timeout_s},
    config_key{"limits", "write_timeout_s", &server_config::write_timeout_s, 1, max_timeout_s},
    config_key{
        "limits", "shutdown_timeout_s", &server_config::shutdown_timeout_s, 1, max_timeout_s},
    config_key{"limits", "stop_timeout_s", &server_config::stop_timeout_s, 1, max_timeout_s},
    config_key{
        "limits",
        "max_connections_per_address",
        &server_config::max_connections_per_address,
        1,
        60'000},
    config_key{
        "limits",
        "max_failures_per_address",
        &server_config::max_failures_per_address,
        1,
        1'000'000},
    config_key{
        "limits",
        "desk_requests_per_minute",
        &server_config::desk_requests_per_minute,
        1,
        1'000'000},
    config_key{
        "limits",
        "desk_kilobytes_per_minute",
        &server_config::desk_kilobytes_per_minute,
        1,
        64 * 1024 * 1024},
    config_key{"limits", "wide_looks_per_hour", &server_config::wide_looks_per_hour, 1, 1'000'000},
    config_key{"store", "kind", &server_config::store_kind},
    config_key{"store", "conninfo_file", &server_config::store_conninfo_file},
    config_key{"store", "scans_folder", &server_config::store_scans_folder},
    config_key{"store", "connections", &server_config::store_connections, 1, 200},
    config_key{
        "store",
        "statement_timeout_s",
        &server_config::store_statement_timeout_s,
        1,
        max_timeout_s},
    config_key{"store", "lock_timeout_s", &server_config::store_lock_timeout_s, 1, max_timeout_s},
    config_key{"admission", "max_waiting", &server_config::max_waiting, 1, 60'000},
    config_key{"admission", "max_wait_s", &server_config::max_wait_s, 1, 60},
    config_key{"admission", "large_body_bytes", &server_config::large_body_bytes, 1024, gigabyte},
    config_key{
        "admission", "max_retry_after_s", &server_config::max_retry_after_s, 1, max_timeout_s},
    config_key{"notice", "max_listeners", &server_config::max_listeners, 0, 60'000},
    config_key{"notice", "max_listeners_per_desk", &server_config::max_listeners_per_desk, 1, 100},
    config_key{"notice", "ping_interval_s", &server_config::ping_interval_s, 1, max_timeout_s},
    config_key{"notice", "pong_timeout_s", &server_config::pong_timeout_s, 1, max_timeout_s},
    config_key{"notice", "look_interval_s", &server_config::look_interval_s, 1, max_timeout_s},
    config_key{"log", "level", &server_config::log_level},
    config_key{"backup", "recovery_key", &server_config::backup_recovery_key},
    config_key{"exchange.population", "url", &server_config::population_url},
    config_key{"exchange.population", "token_file", &server_config::population_token_file},
    config_key{"exchange.population", "ca_file", &server_config::population_ca_file},
    config_key{
        "exchange.population", "timeout_s", &server_config::population_timeout_s, 1, max_timeout_s},
    config_key{
        "exchange.population",
        "interval_s",
        &server_config::population_interval_s,
        1,
        max_timeout_s},
};

failure at_line(const toml::node& node, const std::string& what)
{
    return {
        failure_code::invalid_input,
        "line " + std::to_string(node.source().begin.line) + ": " + what};
}

std::string full_name(const config_key& key)
{
    return key.table.empty() ? std::string(key.name)
                             : std::string(key.table) + "." + std::string(key.name);
}

/// A table of keys, or one that holds such tables ("exchange").
bool is_table(std::string_view name)
{
    return std::any_of(all_keys.begin(), all_keys.end(), [&](const auto& key) {
        return key.table == name || key.table.starts_with(std::string(name) + ".");
    });
}

/// The sentence that explains a key: "config_level", "config_population_url".
std::string help_of(const config_key& key)
{
    const auto dot = key.table.rfind('.');
    const auto within = dot == std::string_view::npos
        ? std::string()
        : std::string(key.table.substr(dot + 1)) + "_";
    return "config_" + within + std::string(key.name);
}

status read_value(const config_key& key, const toml::node& node, server_config& config)
{
    if (const auto* text = std::get_if<text_key>(&key.value)) {
        const auto given = node.value_exact<std::string>();
        if (!given) return at_line(node, full_name(key) + " must be a text");
        config.*(*text) = *given;
        return {};
    }
    const auto given = node.value_exact<std::int64_t>();
    if (!given || *given < key.least || *given > key.most)
        return at_line(
            node,
            full_name(key) + " must be a whole number from " + std::to_string(key.least) + " to "
                + std::to_string(key.most)
        );
    config.*std::get<number_key>(key.value) = static_cast<std::size_t>(*given);
    return {};
}

status read_table(const toml::table& source, std::string_view table, server_config& config)
{
    for (const auto& [name, node] : source) {
        const auto* inner = node.as_table();
        const auto inner_name =
            (table.empty() ? std::string() : std::string(table) + ".") + std::string(name.str());
        if (inner != nullptr && is_table(inner_name)) {
            TRY_STATUS(read_table(*inner, inner_name, config));
            continue;
        }
        const auto named = name.str(); // clang 14 takes no structured binding into a lambda
        const auto known = std::find_if(all_keys.begin(), all_keys.end(), [&](const auto& key) {
            return key.table == table && key.name == named;
        });
        if (known == all_keys.end())
            return at_line(node, "unknown key \"" + std::string(named) + "\"");
        TRY_STATUS(read_value(*known, node, config));
    }
    return {};
}

std::string value_text(const config_key& key, const server_config& config)
{
    if (const auto* text = std::get_if<text_key>(&key.value)) return "\"" + config.*(*text) + "\"";
    return std::to_string(config.*std::get<number_key>(key.value));
}

std::chrono::milliseconds seconds(std::size_t count)
{
    return std::chrono::seconds(static_cast<std::int64_t>(count));
}

} // namespace

http_limits server_config::limits() const
{
    http_limits out;
    out.max_connections = max_connections;
    out.max_connections_per_address = max_connections_per_address;
    out.max_failures_per_address = max_failures_per_address;
    out.max_listeners = max_listeners;
    out.max_listeners_per_desk = max_listeners_per_desk;
    out.admission.max_waiting = max_waiting;
    out.admission.max_wait = seconds(max_wait_s);
    out.admission.large_body_bytes = large_body_bytes;
    out.admission.max_retry_after =
        std::chrono::seconds(static_cast<std::int64_t>(max_retry_after_s));
    out.ping_interval = seconds(ping_interval_s);
    out.pong_timeout = seconds(pong_timeout_s);
    out.max_header_bytes = max_header_bytes;
    out.max_body_bytes = max_body_bytes;
    out.max_buffered_bytes = max_buffered_bytes;
    out.handshake_timeout = seconds(handshake_timeout_s);
    out.header_timeout = seconds(header_timeout_s);
    out.idle_timeout = seconds(idle_timeout_s);
    out.read_timeout = seconds(read_timeout_s);
    out.request_timeout = seconds(request_timeout_s);
    out.write_timeout = seconds(write_timeout_s);
    out.shutdown_timeout = seconds(shutdown_timeout_s);
    out.stop_timeout = seconds(stop_timeout_s);
    return out;
}

desk_rates server_config::rates() const
{
    return {desk_requests_per_minute, desk_kilobytes_per_minute};
}

result<server_config> parse_config(std::string_view toml_text)
{
    const auto parsed = toml::parse(toml_text);
    if (!parsed) {
        const auto& error = parsed.error();
        return failure{
            failure_code::invalid_input,
            "line " + std::to_string(error.source().begin.line) + ": "
                + std::string(error.description())};
    }
    server_config config;
    TRY_STATUS(read_table(parsed.table(), "", config));
    if (const auto level = log_level_of(config.log_level); !level)
        return failure{failure_code::invalid_input, "log.level: " + level.error().detail};
    if (config.store_kind != "sqlite" && config.store_kind != "postgres")
        return failure{failure_code::invalid_input, "store.kind must be sqlite or postgres"};
    if (const auto& key = config.backup_recovery_key; !key.empty() && !secret_key_of_hex(key))
        return failure{failure_code::invalid_input, "backup.recovery_key must have 64 hex digits"};
    if (config.store_kind == "postgres"
        && config.store_lock_timeout_s >= config.store_statement_timeout_s)
        return failure{
            failure_code::invalid_input,
            "store.lock_timeout_s must be less than store.statement_timeout_s"};
    return config;
}

result<server_config> read_config_file(const std::string& file)
{
    auto text = read_file(file, max_config_bytes);
    if (!text) return failure{text.error().code, file + ": " + text.error().detail};
    auto config = parse_config(*text);
    if (!config) return failure{config.error().code, file + ": " + config.error().detail};
    return config;
}

std::string documented_config(const server_config& config, const texts& words)
{
    auto out = "# " + words.say("config_head") + "\n";
    std::string_view table;
    for (const auto& key : all_keys) {
        if (key.table != table) out += "\n[" + std::string(key.table) + "]\n";
        table = key.table;
        out += "\n# " + words.say(help_of(key)) + "\n";
        out += std::string(key.name) + " = " + value_text(key, config) + "\n";
    }
    return out;
}

} // namespace hotich
