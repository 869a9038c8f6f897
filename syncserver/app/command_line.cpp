#include "syncserver/app/command_line.h"

#include "common/accounts/account.h"
#include "common/base/manual.h"
#include "common/crypto/crypto.h"
#include "common/definitions/definitions.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/keeping_line.h"
#include "syncserver/app/version.h"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace hotich {

namespace {

/// A program that was found in PATH is named without its folder.
std::string program_file(const char* named)
{
    std::error_code error;
    const auto file = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? named : file.string();
}

/// The language must be known before the options are described in it.
language wanted_language(int argc, const char* const* argv)
{
    std::string_view named = "vi";
    if (const char* chosen = std::getenv("HOTICH_LANG"); chosen != nullptr) named = chosen;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" && i + 1 < argc) named = argv[i + 1];
        if (word.starts_with("--lang=")) named = word.substr(std::string_view("--lang=").size());
    }
    return named == "en" ? language::en : language::vi;
}

/// All that can be asked for, filled while the line is read.
struct requested
{
    std::string language;
    init_options init;
    serve_options serve;
    office_options office;
    verify_options verify;
    bundle_options bundle;
    migrate_options migrate;
    account_options user;
    keeping_options keeping;
    readings_options readings;
    std::string pin_setting;
    std::string copies_setting;
    std::string scans_setting;
    std::string recovery_file;
    bool allows_without_pin = false;
};

CLI::App* add_command(CLI::App& app, const texts& words, const std::string& name, std::string& data)
{
    auto* command = app.add_subcommand(name, words.say("help_" + name));
    command->add_option("--data", data, words.say("help_data"))->required()->type_name("DIR");
    return command;
}

void add_office_options(CLI::App& command, const texts& words, requested& asked)
{
    command.add_option("--office", asked.office.office, words.say("help_office_code"))
        ->required()
        ->type_name("CODE");
    command.add_option("--signer", asked.office.changes.signers, words.say("help_signer"))
        ->type_name("NAME;TITLE")
        ->expected(1)
        ->take_all();
    command
        .add_option(
            "--machine-key", asked.office.changes.machine_key, words.say("help_machine_key")
        )
        ->check(CLI::IsMember({"store", "file"}));
}

void add_bundle_commands(CLI::App& app, const texts& words, requested& asked)
{
    auto& bundle = asked.bundle;
    auto* group = app.add_subcommand("bundle", words.say("help_bundle"));
    group->require_subcommand(1);
    const auto add = [&](const char* name, const char* help) {
        auto* command = group->add_subcommand(name, words.say(help));
        command->add_option("--data", bundle.data, words.say("help_data"))
            ->required()
            ->type_name("DIR");
        command->add_flag("--json", bundle.as_json, words.say("help_json"));
        return command;
    };
    auto* import = add("import", "help_bundle_import");
    import->add_option("file", bundle.file, words.say("help_bundle_file"))
        ->required()
        ->type_name("FILE");
    import->add_option("--answer", bundle.to, words.say("help_bundle_to"))
        ->required()
        ->type_name("FILE|DIR");
    auto* made = add("export", "help_bundle_export");
    made->add_option("--office", bundle.office, words.say("help_office_code"))
        ->required()
        ->type_name("CODE");
    made->add_option("--desk", bundle.desk, words.say("help_bundle_desk"))
        ->required()
        ->type_name("CODE");
    made->add_option("--to", bundle.to, words.say("help_bundle_to"))
        ->required()
        ->type_name("FILE|DIR");
}

void add_office_commands(CLI::App& app, const texts& words, requested& asked)
{
    auto* enrol = add_command(app, words, "enrol-code", asked.office.data);
    add_office_options(*enrol, words, asked);
    enrol->add_flag(
        "--allow-certificate-without-pin", asked.allows_without_pin, words.say("help_without_pin")
    );
    enrol->add_flag("--json", asked.office.as_json, words.say("help_json"));

    auto* office = add_command(app, words, "office", asked.office.data);
    add_office_options(*office, words, asked);
    office
        ->add_option(
            "--allow-certificate-without-pin", asked.pin_setting, words.say("help_without_pin")
        )
        ->type_name("on|off")
        ->check(CLI::IsMember({"on", "off"}));
    office
        ->add_option(
            "--number-copies-in-their-book", asked.copies_setting, words.say("help_copies")
        )
        ->type_name("on|off")
        ->check(CLI::IsMember({"on", "off"}));

    office->add_option("--scans-between", asked.scans_setting, words.say("help_scans"))
        ->type_name("HH:MM-HH:MM|any");
    office
        ->add_option("--offline-days", asked.office.changes.offline_days, words.say("help_offline"))
        ->check(CLI::Range(std::int64_t(1), max_offline_days));
    office->add_option(
        "--recovery-key", asked.office.changes.recovery_key, words.say("help_recovery_key")
    );
}

struct user_command
{
    const char* name;
    const char* change; ///< what it does to an account; "" for the others
    bool has_grant;
};

constexpr std::array user_commands{
    user_command{"add", "", true},
    user_command{"grant", account_change::granted, true},
    user_command{"end-grant", account_change::grant_ended, true},
    user_command{"rename", account_change::renamed, false},
    user_command{"suspend", account_change::suspended, false},
    user_command{"resume", account_change::resumed, false},
    user_command{"end", account_change::ended, false},
    user_command{"reset-password", account_change::password_reset, false},
    user_command{"list", "", false},
    user_command{"import", "", false},
};

void add_user_commands(CLI::App& app, const texts& words, requested& asked)
{
    auto& user = asked.user;
    auto* group = app.add_subcommand("user", words.say("help_user"));
    group->require_subcommand(1);
    for (const auto& known : user_commands) {
        const std::string_view name = known.name;
        auto* command =
            group->add_subcommand(known.name, words.say("help_user_" + std::string(name)));
        command->add_option("--data", user.data, words.say("help_data"))
            ->required()
            ->type_name("DIR");
        command->add_flag("--json", user.as_json, words.say("help_json"));
        if (name == "list") continue;
        if (name == "import") {
            command->add_option("file", user.file, words.say("help_user_file"))
                ->required()
                ->type_name("FILE.xlsx|FILE.csv");
            command->add_flag("--good-ones", user.good_ones, words.say("help_user_good-ones"));
            continue;
        }
        command->add_option("name", user.name, words.say("help_user_name"))->required();
        command->add_option("--reason", user.reason, words.say("help_user_reason"));
        if (name == "add" || name == "rename")
            command->add_option("--full-name", user.full_name, words.say("help_user_full_name"))
                ->required();
        if (!known.has_grant) continue;
        command->add_option("--role", user.role, words.say("help_user_role"))->required();
        command->add_option("--unit", user.unit, words.say("help_user_unit"))->required();
        command->add_option("--from", user.from, words.say("help_user_from"));
        command->add_option("--until", user.until, words.say("help_user_until"));
    }
}

int run_user(const CLI::App& group, account_options& user, const command_context& context)
{
    for (const auto& known : user_commands)
        if (group.got_subcommand(known.name)) user.change = known.change;
    if (group.got_subcommand("add")) return run_account_add(user, context);
    if (group.got_subcommand("list")) return run_account_list(user, context);
    if (group.got_subcommand("import")) return run_account_import(user, context);
    return run_account_change(user, context);
}

void describe(CLI::App& app, const texts& words, requested& asked)
{
    app.set_help_flag("-h,--help", words.say("help_help"));
    app.add_option("--lang", asked.language, words.say("help_lang"))
        ->type_name("vi|en")
        ->check(CLI::IsMember({"vi", "en"}));
    app.set_version_flag(
        "--version", "hotich-server " + std::string(server_version), words.say("help_version")
    );
    add_manual_options(app, std::string(server_version));
    app.require_subcommand(1);
    app.fallthrough();

    auto* init = add_command(app, words, "init", asked.init.data);
    init->add_option("--host", asked.init.hosts, words.say("help_host"))
        ->type_name("NAME")
        ->expected(1)
        ->take_all();
    init->add_option("--store", asked.init.store, words.say("help_store"))
        ->type_name("sqlite|postgres")
        ->check(CLI::IsMember({"sqlite", "postgres"}));
    init->add_option("--store-file", asked.init.store_file, words.say("help_store_file"))
        ->type_name("FILE");

    app.add_subcommand("setup", words.say("help_setup"))
        ->add_option("--data", asked.init.data, words.say("help_data"))
        ->capture_default_str()
        ->type_name("DIR");

    auto* serve = add_command(app, words, "serve", asked.serve.data);
    serve->add_option("--listen", asked.serve.listen, words.say("help_listen"))
        ->type_name("ADDR:PORT");
    serve->add_option("--config", asked.serve.config, words.say("help_config"))
        ->type_name("FILE.toml");

    add_office_commands(app, words, asked);
    auto* recovery = app.add_subcommand("recovery", words.say("help_recovery"));
    recovery->add_option("--to", asked.recovery_file, words.say("help_recovery_to"))
        ->required()
        ->type_name("FILE");

    auto* verify = add_command(app, words, "verify", asked.verify.data);
    verify->add_flag("--json", asked.verify.as_json, words.say("help_json"));

    add_bundle_commands(app, words, asked);
    add_user_commands(app, words, asked);
    add_keeping_commands(app, words, asked.keeping);
    auto* readings = add_command(app, words, "readings", asked.readings.data);
    readings->add_option("--unit", asked.readings.unit, words.say("help_user_unit"))->required();
    readings->add_option("--record", asked.readings.record, words.say("help_readings_record"));
    readings->add_option("--limit", asked.readings.limit)->check(CLI::Range(1, 10'000));
    readings->add_flag("--json", asked.readings.as_json, words.say("help_json"));
    auto* migrate = app.add_subcommand("migrate-store", words.say("help_migrate-store"));
    migrate->add_option("--from", asked.migrate.from, words.say("help_from"))
        ->required()
        ->type_name("KIND:PLACE");
    migrate->add_option("--to", asked.migrate.to, words.say("help_to"))
        ->required()
        ->type_name("KIND:PLACE");

    app.add_subcommand("version", words.say("help_version"));
}

int run_asked(const CLI::App& app, requested& asked, const command_context& context)
{
    if (asked.allows_without_pin) asked.office.changes.allow_certificate_without_pin = true;
    if (!asked.pin_setting.empty())
        asked.office.changes.allow_certificate_without_pin = asked.pin_setting == "on";
    if (!asked.copies_setting.empty())
        asked.office.changes.copies_are_numbered_in_their_book = asked.copies_setting == "on";
    if (!asked.scans_setting.empty()) asked.office.changes.scans_between = asked.scans_setting;
    if (app.got_subcommand("init")) return run_init(asked.init, context);
    if (app.got_subcommand("setup")) return run_setup(asked.init, context);
    if (app.got_subcommand("serve")) return run_serve(asked.serve, context);
    if (app.got_subcommand("enrol-code")) return run_enrol_code(asked.office, context);
    if (app.got_subcommand("office")) return run_office(asked.office, context);
    if (app.got_subcommand("verify")) return run_verify(asked.verify, context);
    if (app.got_subcommand("bundle"))
        return app.get_subcommand("bundle")->got_subcommand("import")
            ? run_bundle_import(asked.bundle, context)
            : run_bundle_export(asked.bundle, context);
    if (app.got_subcommand("user"))
        return run_user(*app.get_subcommand("user"), asked.user, context);
    if (app.got_subcommand("readings")) return run_readings(asked.readings, context);
    if (app.got_subcommand("recovery")) return run_recovery(asked.recovery_file, context);
    if (const auto kept = run_keeping_command(app, asked.keeping, context)) return *kept;
    if (app.got_subcommand("migrate-store")) return run_migrate_store(asked.migrate, context);
    std::cout << "hotich-server " << server_version << std::endl;
    return exit_code::done;
}

} // namespace

int run_command_line(int argc, const char* const* argv)
{
    const auto schemas = default_schemas_folder(program_file(argv[0]));
    const auto words = texts::load(schemas, wanted_language(argc, argv));
    if (!words || !start_crypto()) {
        std::cerr << "hotich-server: "
                  << (words ? "the cryptographic library does not work" : words.error().detail)
                  << "\n";
        return exit_code::other;
    }
    requested asked;
    CLI::App app(words->say("about"), "hotich-server");
    describe(app, *words, asked);
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        std::cout << app.help();
        return exit_code::done;
    } catch (const CLI::Success& shown) { // --manual, --completion
        return app.exit(shown);
    } catch (const CLI::ParseError& error) {
        std::cerr << words->say("command_wrong", {{"detail", error.what()}}) << "\n";
        return exit_code::wrong_input;
    }
    return run_asked(app, asked, {*words, schemas});
}

} // namespace hotich
