// How backup, restore, certificate and desk are written on the command line. Used by command_line.
#pragma once

#include "syncserver/app/commands.h"

#include <CLI/CLI.hpp>

#include <optional>

namespace hotich {

void add_keeping_commands(CLI::App& app, const texts& words, keeping_options& asked);

/// The exit code, where one of them was asked for.
std::optional<int> run_keeping_command(
    const CLI::App& app, const keeping_options& asked, const command_context& context
);

} // namespace hotich
