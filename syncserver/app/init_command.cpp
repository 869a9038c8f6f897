#include "common/crypto/crypto.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/config.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/services/clock.h"

#include <iostream>

namespace hotich {

namespace {

status fill_folder(
    const data_folder& folder,
    const init_options& options,
    const command_context& context,
    const tls_identity& identity
)
{
    system_random random;
    server_config config;
    config.store_kind = options.store;
    if (options.store == "postgres") {
        config.store_conninfo_file = conninfo_name;
        TRY(const auto conninfo,
            options.store_file.empty() ? result<std::string>(conninfo_of_environment())
                                       : read_conninfo(options.store_file));
        TRY_STATUS(folder.create_over_postgres(identity, context.schemas_folder, conninfo, random));
    } else {
        TRY_STATUS(folder.create(identity, context.schemas_folder, random));
    }
    return folder.write_config(documented_config(config, context.words));
}

/// Who gives up leaves nothing behind.
status make_server(const init_options& options, const command_context& context)
{
    const data_folder folder(options.data);
    TRY_STATUS(folder.check_unused());
    TRY(const auto identity, make_self_signed(options.hosts, wall_clock().now()));
    auto filled = fill_folder(folder, options, context, identity);
    if (!filled) folder.discard();
    return filled;
}

} // namespace

int run_init(const init_options& options, const command_context& context)
{
    const auto& words = context.words;
    const auto made = make_server(options, context);
    if (!made && made.error().code == failure_code::conflict) {
        std::cerr << words.say("folder_in_use", {{"folder", options.data}}) << "\n";
        return exit_code::wrong_input;
    }
    if (!made) return report(words, made.error());
    std::cerr << words.say("init_done", {{"folder", options.data}}) << "\n";
    return exit_code::done;
}

} // namespace hotich
