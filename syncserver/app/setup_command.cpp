// The guided first start: every question first, so that who gives up has made nothing; then what
// init, recovery and user add do.
#include "common/base/files.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/config.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/terminal.h"

#include <array>
#include <iostream>
#include <iterator>
#include <sstream>
#include <tuple>

namespace hotich {

namespace {

constexpr int most_tries = 3;

struct setup_answers
{
    std::vector<std::string> hosts;
    std::string listen;
    std::string recovery_file;
    std::string administrator;
    std::string full_name;
    std::string province;
};

std::vector<std::string> words_in(const std::string& line)
{
    std::istringstream in(line);
    return {std::istream_iterator<std::string>(in), {}};
}

/// Asks again while nothing is answered to what has no usual answer; nothing where nobody answers.
std::optional<std::string> answer_to(
    const texts& words, const std::string& question, const std::string& usual = {}
)
{
    for (int tried = 0; tried < most_tries; ++tried) {
        const auto typed =
            ask_line(words.say(question) + (usual.empty() ? "" : " [" + usual + "]"));
        if (!typed) return std::nullopt;
        if (!typed->empty()) return typed;
        if (!usual.empty()) return usual;
    }
    return std::nullopt;
}

std::optional<setup_answers> ask_all(const texts& words)
{
    setup_answers given;
    const auto hosts = answer_to(words, "setup_hosts");
    if (!hosts) return std::nullopt;
    given.hosts = words_in(*hosts);
    const std::array<std::tuple<const char*, const char*, std::string*>, 5> questions{{
        {"setup_listen", "0.0.0.0:8443", &given.listen},
        {"setup_recovery_file", "", &given.recovery_file},
        {"setup_administrator", "", &given.administrator},
        {"setup_full_name", "", &given.full_name},
        {"setup_province", "", &given.province},
    }};
    for (const auto& [question, usual, answer] : questions) {
        auto typed = answer_to(words, question, usual);
        if (!typed) return std::nullopt;
        *answer = std::move(*typed);
    }
    return given;
}

status write_answers(
    const data_folder& folder,
    const setup_answers& given,
    const std::string& recovery_key,
    const texts& words
)
{
    TRY(auto config, folder.config());
    config.listen = given.listen;
    config.backup_recovery_key = recovery_key;
    return folder.write_config(documented_config(config, words));
}

} // namespace

int run_setup(const init_options& options, const command_context& context)
{
    const auto& words = context.words;
    const data_folder folder(options.data);
    if (!folder.check_unused()) {
        std::cerr << words.say("folder_in_use", {{"folder", options.data}}) << "\n";
        return exit_code::wrong_input;
    }
    std::cerr << words.say("setup_begin", {{"folder", options.data}}) << "\n";
    const auto given = ask_all(words);
    if (!given) {
        std::cerr << words.say("setup_given_up") << "\n";
        return exit_code::wrong_input;
    }
    const auto recovery = make_recovery_key(given->recovery_file, context);
    if (const auto* failed = std::get_if<int>(&recovery)) return *failed;
    const auto& recovery_key = std::get<std::string>(recovery);
    if (const int made = run_init({options.data, given->hosts}, context); made != exit_code::done)
        return made;
    if (const auto written = write_answers(folder, *given, recovery_key, words); !written)
        return report(words, written.error());
    account_options administrator;
    administrator.data = options.data;
    administrator.name = given->administrator;
    administrator.full_name = given->full_name;
    administrator.role = "province_administrator";
    administrator.unit = "province:" + given->province;
    if (const int added = run_account_add(administrator, context); added != exit_code::done)
        return added;
    std::cerr << words.say("setup_done", {{"folder", options.data}, {"key", recovery_key}}) << "\n";
    return exit_code::done;
}

} // namespace hotich
