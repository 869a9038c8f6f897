// The line to the population database that config.toml names. Used by serve.
#pragma once

#include "syncserver/app/config.h"
#include "syncserver/exchange/population_http.h"

namespace hotich {

/// Null where no URL is set. Names of files are from the data folder. The failure names the key.
result<std::unique_ptr<population_database>> open_population_line(
    const server_config& config, const std::string& data_folder
);

} // namespace hotich
