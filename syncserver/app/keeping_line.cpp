#include "syncserver/app/keeping_line.h"

#include <array>

namespace hotich {

namespace {

struct keeping_command
{
    const char* group; ///< "" stands for itself
    const char* name;
    int (*run)(const keeping_options&, const command_context&);
};

constexpr std::array keeping_commands{
    keeping_command{"", "backup", run_backup},
    keeping_command{"", "restore", run_restore},
    keeping_command{"certificate", "show", run_certificate_show},
    keeping_command{"certificate", "next", run_certificate_next},
    keeping_command{"certificate", "switch", run_certificate_switch},
    keeping_command{"desk", "list", run_desk_list},
    keeping_command{"desk", "shut-out", run_desk_shut_out},
};

std::string full_name(const keeping_command& command)
{
    return (*command.group == '\0' ? "" : std::string(command.group) + "_") + command.name;
}

CLI::App* group_of(CLI::App& app, const texts& words, const keeping_command& command)
{
    if (*command.group == '\0') return &app;
    const auto present = app.get_subcommands([&command](const CLI::App* one) {
        return one->get_name() == command.group;
    });
    if (!present.empty()) return present.front();
    auto* group =
        app.add_subcommand(command.group, words.say("help_" + std::string(command.group)));
    group->require_subcommand(1);
    return group;
}

void add_options(
    CLI::App& command, const std::string& name, const texts& words, keeping_options& asked
)
{
    if (name == "backup") {
        command.add_option("--to", asked.to, words.say("help_backup_to"))
            ->required()
            ->type_name("FOLDER");
        command.add_option("--keep", asked.kept, words.say("help_backup_keep"))
            ->check(CLI::Range(std::size_t(1), std::size_t(10'000)));
    }
    if (name == "restore") {
        command.add_option("--from", asked.from, words.say("help_restore_from"))
            ->required()
            ->type_name("FOLDER");
        command.add_option("--recovery-key", asked.file, words.say("help_restore_key"))
            ->required()
            ->type_name("FILE");
    }
    if (name == "certificate_next")
        command.add_option("--host", asked.hosts, words.say("help_host"))
            ->type_name("NAME")
            ->expected(1)
            ->take_all();
    if (name == "certificate_switch") {
        command.add_option("--days", asked.days, words.say("help_certificate_days"))
            ->check(CLI::Range(std::int64_t(1), std::int64_t(3650)));
        command.add_flag("--force", asked.is_forced, words.say("help_certificate_force"));
    }
    if (name == "desk_list")
        command.add_option("--office", asked.office, words.say("help_office_code"));
    if (name == "desk_shut-out") {
        command.add_option("--office", asked.office, words.say("help_office_code"))->required();
        command.add_option("--desk", asked.desk, words.say("help_bundle_desk"))->required();
    }
}

} // namespace

void add_keeping_commands(CLI::App& app, const texts& words, keeping_options& asked)
{
    for (const auto& known : keeping_commands) {
        const auto name = full_name(known);
        auto* command =
            group_of(app, words, known)->add_subcommand(known.name, words.say("help_" + name));
        command->add_option("--data", asked.data, words.say("help_data"))
            ->required()
            ->type_name("DIR");
        add_options(*command, name, words, asked);
    }
}

std::optional<int> run_keeping_command(
    const CLI::App& app, const keeping_options& asked, const command_context& context
)
{
    for (const auto& known : keeping_commands) {
        const bool is_alone = *known.group == '\0';
        if (!app.got_subcommand(is_alone ? known.name : known.group)) continue;
        if (is_alone || app.get_subcommand(known.group)->got_subcommand(known.name))
            return known.run(asked, context);
    }
    return std::nullopt;
}

} // namespace hotich
