#include "common/base/text.h"
#include "common/crypto/crypto.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/config.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/terminal.h"
#include "syncserver/services/clock.h"

#include <array>
#include <iostream>

namespace hotich {

namespace {

constexpr std::size_t min_password_letters = 10;
constexpr std::size_t generated_password_bytes = 12;

struct chosen_password
{
    std::string text;
    bool is_generated = false;
};

std::string new_password()
{
    system_random random;
    std::array<std::uint8_t, generated_password_bytes> bytes{};
    random.fill(bytes);
    return to_base32(bytes);
}

/// From a file, else from the person at the terminal, else made up and told once.
result<chosen_password> choose_password(const command_context& context)
{
    std::string given;
    if (const auto told = secret_of_file("HOTICH_ADMIN_PASSWORD_FILE"))
        given = *told;
    else if (const auto typed = ask_password(context.words.say("ask_password")))
        given = *typed;
    if (given.empty()) return chosen_password{new_password(), true};
    if (character_count(given) < min_password_letters)
        return failure{failure_code::invalid_input, context.words.say("password_short")};
    return chosen_password{std::move(given), false};
}

status add_administrator(sql_connection& db, const std::string& name, const std::string& password)
{
    TRY(const auto hash, password_hash(password, {}));
    TRY(auto transaction, write_transaction::begin(db));
    TRY([[maybe_unused]] const auto rows,
        db.execute(
            "INSERT INTO administrator (name, password_hash, created_at) VALUES ($1, $2, $3)",
            {name, hash, wall_clock().now().ms}
        ));
    return transaction.commit();
}

status fill_folder(
    const data_folder& folder,
    const init_options& options,
    const command_context& context,
    const tls_identity& identity,
    const std::string& password
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
    TRY_STATUS(folder.write_config(documented_config(config, context.words)));
    TRY(const auto db, folder.open_store(open_mode::existing));
    return add_administrator(*db, clean_text(options.administrator), password);
}

/// Asks everything first, so that whoever gives up leaves nothing behind.
result<chosen_password> make_server(const init_options& options, const command_context& context)
{
    const data_folder folder(options.data);
    TRY_STATUS(folder.check_unused());
    if (clean_text(options.administrator).empty())
        return failure{failure_code::invalid_input, context.words.say("administrator_unnamed")};
    TRY(const auto identity, make_self_signed(options.hosts, wall_clock().now()));
    TRY(auto password, choose_password(context));
    if (const auto filled = fill_folder(folder, options, context, identity, password.text);
        !filled) {
        folder.discard();
        return filled.error();
    }
    return password;
}

} // namespace

int run_init(const init_options& options, const command_context& context)
{
    const auto& words = context.words;
    const auto password = make_server(options, context);
    if (!password && password.error().code == failure_code::conflict) {
        std::cerr << words.say("folder_in_use", {{"folder", options.data}}) << "\n";
        return exit_code::wrong_input;
    }
    if (!password) return report(words, password.error());
    std::cerr << words.say("init_done", {{"folder", options.data}}) << "\n";
    if (password->is_generated) {
        std::cerr << words.say("password_generated", {{"name", options.administrator}}) << "\n";
        std::cout << password->text << std::endl;
    }
    return exit_code::done;
}

} // namespace hotich
