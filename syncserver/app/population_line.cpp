#include "syncserver/app/population_line.h"

#include "common/base/files.h"

#include <filesystem>

namespace hotich {

namespace {

constexpr std::size_t max_token_bytes = 4096;
constexpr std::size_t max_authorities_bytes = 1024u * 1024u;

/// "" where no file is named.
result<std::string> read_named(
    const std::string& name, const std::string& folder, std::size_t max_bytes
)
{
    if (name.empty()) return std::string();
    const bool is_absolute = file_path(name).is_absolute();
    const auto file = is_absolute ? name : folder + "/" + name;
    auto text = read_file(file, max_bytes);
    if (!text)
        return failure{
            text.error().code, "exchange.population: " + file + ": " + text.error().detail};
    return text;
}

} // namespace

result<std::unique_ptr<population_database>> open_population_line(
    const server_config& config, const std::string& data_folder
)
{
    if (config.population_url.empty()) return std::unique_ptr<population_database>();
    population_settings settings;
    settings.url = config.population_url;
    settings.timeout = std::chrono::seconds(config.population_timeout_s);
    TRY(settings.token, read_named(config.population_token_file, data_folder, max_token_bytes));
    while (!settings.token.empty()
           && (settings.token.back() == '\n' || settings.token.back() == '\r'))
        settings.token.pop_back();
    TRY(settings.authorities_pem,
        read_named(config.population_ca_file, data_folder, max_authorities_bytes));
    auto line = open_population_http(settings);
    if (!line) return failure{line.error().code, "exchange.population: " + line.error().detail};
    return line;
}

} // namespace hotich
