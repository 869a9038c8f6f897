#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/app/terminal.h"

#include <iostream>

namespace hotich {

namespace {

constexpr std::size_t passphrase_bytes = 20; ///< made up: 32 letters and digits

/// From a file, else from the person at the terminal, else made up and told once.
std::string choose_passphrase(const command_context& context, bool& is_made_up)
{
    if (auto given = secret_of_file("HOTICH_RECOVERY_PASSPHRASE_FILE")) return std::move(*given);
    if (const auto typed = ask_password(context.words.say("ask_passphrase"));
        typed && !typed->empty())
        return *typed;
    is_made_up = true;
    system_random random;
    std::array<std::uint8_t, passphrase_bytes> bytes{};
    random.fill(bytes);
    return to_base32(bytes);
}

} // namespace

std::variant<std::string, int> make_recovery_key(
    const std::string& file, const command_context& context
)
{
    const auto& words = context.words;
    std::error_code error;
    if (std::filesystem::exists(file_path(file), error)) {
        std::cerr << words.say("recovery_there", {{"file", file}}) << "\n";
        return exit_code::wrong_input;
    }
    bool is_made_up = false;
    const auto passphrase = choose_passphrase(context, is_made_up);
    system_random random;
    const auto made = new_recovery_key(passphrase, random);
    if (!made) return report(words, made.error());
    if (const auto written = replace_file(file, made->file_text); !written)
        return report(words, written.error());
    std::cerr << words.say("recovery_done", {{"file", file}}) << "\n";
    std::cout << made->public_hex << std::endl;
    if (is_made_up) {
        std::cerr << words.say("recovery_passphrase") << "\n";
        std::cout << passphrase << std::endl;
    }
    return made->public_hex;
}

int run_recovery(const std::string& file, const command_context& context)
{
    const auto made = make_recovery_key(file, context);
    const auto* failed = std::get_if<int>(&made);
    return failed == nullptr ? exit_code::done : *failed;
}

} // namespace hotich
