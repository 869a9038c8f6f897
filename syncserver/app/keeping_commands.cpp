// hotich-server backup, restore, certificate …, desk …: what keeps a server alive over years.
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/sync/feed_standing.h"
#include "common/sync/server_word.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/server_backup.h"
#include "syncserver/app/terminal.h"
#include "syncserver/services/clock.h"

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace hotich {

namespace {

constexpr std::size_t max_recovery_bytes = 64u * 1024u;

int done_with(const command_context& context, const char* sentence, const texts::arguments& values)
{
    std::cerr << context.words.say(sentence, values) << "\n";
    return exit_code::done;
}

/// From a file, else from the person at the terminal.
std::string passphrase(const command_context& context)
{
    if (auto given = secret_of_file("HOTICH_RECOVERY_PASSPHRASE_FILE")) return std::move(*given);
    return ask_password(context.words.say("ask_passphrase_again")).value_or("");
}

result<signing_key> recovery_key_in(const std::string& file, const command_context& context)
{
    TRY(const auto text, read_file(file, max_recovery_bytes));
    return open_recovery_key(text, passphrase(context));
}

result<std::unique_ptr<sql_connection>> open_in_order(
    const data_folder& folder, const command_context& context
)
{
    TRY(auto db, folder.open_store(open_mode::existing));
    TRY_STATUS(folder.prepare_store(*db, context.schemas_folder));
    return db;
}

// --- the certificate

result<std::string> word_of(const data_folder& folder, const tls_identity& identity)
{
    TRY(const auto fingerprint, certificate_fingerprint(identity.certificate_pem));
    TRY(const auto key, folder.feed_key());
    return next_certificate_word(fingerprint, key);
}

result<std::string> make_next(const keeping_options& options)
{
    const data_folder folder(options.data);
    if (folder.next_identity()) return failure{failure_code::conflict, "certificate_there"};
    TRY(const auto identity, make_self_signed(options.hosts, wall_clock().now()));
    TRY_STATUS(folder.write_next_identity(identity));
    return certificate_fingerprint(identity.certificate_pem);
}

/// Desks that were here lately and do not know what they will be shown.
result<std::vector<desk_line>> untold_desks(
    const keeping_options& options, const command_context& context
)
{
    const data_folder folder(options.data);
    const auto next = folder.next_identity();
    if (!next) return failure{failure_code::not_found, "certificate_missing"};
    TRY(const auto fingerprint, certificate_fingerprint(next->certificate_pem));
    TRY(const auto db, open_in_order(folder, context));
    TRY(auto desks, desk_lines(*db, ""));
    constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
    const auto since = to_iso(date_in_vietnam({wall_clock().now().ms - options.days * day_ms}));
    std::erase_if(desks, [&](const desk_line& desk) {
        return desk.is_shut_out || desk.last_day < since || desk.certificate == fingerprint;
    });
    return desks;
}

} // namespace

int run_backup(const keeping_options& options, const command_context& context)
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is told like a full disk
#endif
    const auto made = back_up_server(
        data_folder(options.data),
        {options.to, options.kept, wall_clock().now()},
        context.schemas_folder
    );
    if (!made) return report(context.words, made.error());
    std::cout << made->folder << std::endl;
    return done_with(
        context,
        "backup_done",
        {{"operations", std::to_string(made->operations)},
         {"offices", std::to_string(made->offices)},
         {"scans", std::to_string(made->scans)},
         {"removed", std::to_string(made->removed)}}
    );
}

int run_restore(const keeping_options& options, const command_context& context)
{
    const auto key = recovery_key_in(options.file, context);
    if (!key) return report(context.words, key.error());
    const data_folder target(options.data);
    const auto restored =
        restore_server(options.from, target, *key, wall_clock().now(), context.schemas_folder);
    if (!restored) return report(context.words, restored.error());
    auto config = target.config();
    if (!config) return report(context.words, config.error());
    config->store_kind = "sqlite";
    if (const auto written = target.write_config(documented_config(*config, context.words));
        !written)
        return report(context.words, written.error());
    return done_with(
        context,
        "restore_done",
        {{"folder", options.data},
         {"operations", std::to_string(restored->operations)},
         {"offices", std::to_string(restored->offices)}}
    );
}

int run_certificate_show(const keeping_options& options, const command_context& context)
{
    const data_folder folder(options.data);
    const auto identity = folder.identity();
    const auto word = identity ? word_of(folder, *identity) : result<std::string>(identity.error());
    if (!word) return report(context.words, word.error());
    std::cout << *word << std::endl;
    return exit_code::done;
}

int run_certificate_next(const keeping_options& options, const command_context& context)
{
    const auto fingerprint = make_next(options);
    if (!fingerprint) return report(context.words, fingerprint.error());
    std::cout << *fingerprint << std::endl;
    return done_with(context, "certificate_made", {});
}

int run_certificate_switch(const keeping_options& options, const command_context& context)
{
    const auto untold = untold_desks(options, context);
    if (!untold) return report(context.words, untold.error());
    for (const auto& desk : *untold)
        std::cout << desk.office << "\t" << desk.desk << "\t" << desk.last_day << "\n";
    std::cout.flush();
    if (!untold->empty() && !options.is_forced) {
        std::cerr << context.words.say(
            "certificate_untold", {{"desks", std::to_string(untold->size())}}
        ) << "\n";
        return exit_code::not_allowed;
    }
    const auto switched = data_folder(options.data).switch_identity();
    if (!switched) return report(context.words, switched.error());
    return done_with(context, "certificate_switched", {});
}

int run_desk_list(const keeping_options& options, const command_context& context)
{
    const auto db = open_in_order(data_folder(options.data), context);
    const auto desks =
        db ? desk_lines(**db, options.office) : result<std::vector<desk_line>>(db.error());
    if (!desks) return report(context.words, desks.error());
    for (const auto& desk : *desks) {
        const auto standing = desk.is_shut_out ? "shut_out"
            : desk.standing.empty()            ? "working"
                                               : desk.standing;
        std::cout << desk.office << "\t" << desk.desk << "\t" << standing << "\t" << desk.last_day
                  << "\t" << desk.certificate << "\n";
    }
    std::cout.flush();
    return exit_code::done;
}

int run_desk_shut_out(const keeping_options& options, const command_context& context)
{
    const auto shut_out = [&]() -> status {
        const data_folder folder(options.data);
        TRY(const auto db, open_in_order(folder, context));
        TRY(const auto known, definitions::load(context.schemas_folder));
        TRY(const auto key, folder.feed_key());
        TRY(const auto others, folder.writers_of_store());
        return host(*db, known, key, others)
            .shut_out(options.office, options.desk, wall_clock().now());
    }();
    if (!shut_out) return report(context.words, shut_out.error());
    return done_with(context, "desk_shut_out_done", {{"desk", options.desk}});
}

} // namespace hotich
