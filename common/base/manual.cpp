#include "common/base/manual.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <functional>
#include <iostream>

namespace hotich {

namespace {

/// Text as roff reads it: no sign of it is a command.
std::string roff(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '\\')
            safe += "\\e";
        else if (c == '-')
            safe += "\\-";
        else
            safe += c;
    }
    if (safe.starts_with('.') || safe.starts_with('\'')) safe.insert(0, "\\&");
    return safe;
}

std::vector<const CLI::App*> commands_of(const CLI::App& app)
{
    return app.get_subcommands([](const CLI::App*) { return true; });
}

std::vector<const CLI::Option*> options_of(const CLI::App& app)
{
    return app.get_options([](const CLI::Option* option) { return !option->get_group().empty(); });
}

/// CLI11 writes "TEXT:{a3,a4}"; a page says "a3|a4".
std::string value_of(const CLI::Option& option)
{
    if (option.get_type_size() == 0) return {};
    auto kind = option.get_type_name();
    const auto choice = kind.find(":{");
    if (choice == std::string::npos) return " " + kind.substr(0, kind.find(':'));
    kind = kind.substr(choice + 2, kind.find('}') - choice - 2);
    std::ranges::replace(kind, ',', '|');
    return " " + kind;
}

std::string entry_of(const CLI::Option& option)
{
    const auto name =
        option.get_positional() ? option.get_name(true) : option.get_name(false, true);
    return ".TP\n\\fB" + roff(name) + "\\fR" + roff(value_of(option)) + "\n"
        + roff(option.get_description()) + "\n";
}

std::string entries_of(const CLI::App& app)
{
    std::string all;
    for (const auto* option : options_of(app))
        if (option != app.get_help_ptr() && option != app.get_help_all_ptr())
            all += entry_of(*option);
    return all;
}

/// Without "hotich: " before it.
std::string purpose_of(const CLI::App& app)
{
    const auto text = app.get_description();
    const auto name = app.get_name() + ": ";
    return text.starts_with(name) ? text.substr(name.size()) : text;
}

/// "bundle export", with all that lies below.
void describe(const CLI::App& group, const std::string& above, std::string& page)
{
    for (const auto* command : commands_of(group)) {
        const auto name = above + command->get_name();
        page += ".SS " + roff(name) + "\n" + roff(command->get_description()) + "\n";
        page += entries_of(*command);
        describe(*command, name + " ", page);
    }
}

/// One branch of the shell's choice for each command: what may follow it.
void complete(const CLI::App& group, const std::string& path, std::string& choices)
{
    choices += "    '" + path + "') words='";
    for (const auto* command : commands_of(group))
        choices += command->get_name() + " ";
    for (const auto* option : options_of(group))
        for (const auto& name : option->get_lnames())
            choices += "--" + name + " ";
    choices += "' ;;\n";
    for (const auto* command : commands_of(group))
        complete(*command, path + " " + command->get_name(), choices);
}

void list_paths(const CLI::App& group, const std::string& path, std::string& paths)
{
    for (const auto* command : commands_of(group)) {
        const auto own = path + " " + command->get_name();
        paths += (paths.empty() ? "'" : " | '") + own + "'";
        list_paths(*command, own, paths);
    }
}

} // namespace

std::string manual_page(const CLI::App& app, const std::string& version)
{
    const auto& name = app.get_name();
    std::string page =
        ".TH " + roff(name) + " 1 \"\" \"" + roff(name + " " + version) + "\"\n.SH NAME\n";
    page += roff(name) + " \\- " + roff(purpose_of(app)) + "\n";
    page += ".SH SYNOPSIS\n.B " + roff(name) + "\n[OPTION...] COMMAND [ARGUMENT...]\n";
    page += ".SH OPTIONS\n" + entries_of(app);
    page += ".SH COMMANDS\n";
    describe(app, "", page);
    return page;
}

std::string bash_completion(const CLI::App& app)
{
    std::string paths;
    list_paths(app, "", paths);
    std::string choices;
    complete(app, "", choices);
    std::string function = "_" + app.get_name();
    std::ranges::replace(function, '-', '_');
    return function + "()\n{\n  local path='' words='' word\n"
        + "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
        + "    case \"$path $word\" in\n    " + paths
        + ") path=\"$path $word\" ;;\n    esac\n  done\n" + "  case \"$path\" in\n" + choices
        + "  esac\n"
        + "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\")\n}\n"
        + "complete -o default -F " + function + " " + app.get_name() + "\n";
}

void add_manual_options(CLI::App& app, const std::string& version)
{
    const auto add = [&app](const char* option, const std::function<std::string()>& text) {
        const auto print = [text] {
            std::cout << text();
            throw CLI::Success();
        };
        app.add_flag_callback(option, print)->group("");
    };
    add("--manual", [&app, version] { return manual_page(app, version); });
    add("--completion", [&app] { return bash_completion(app); });
}

} // namespace hotich
