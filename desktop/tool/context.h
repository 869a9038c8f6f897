// What every command of `hotich` stands on: the options of the command line, the register it opens,
// and how results and failures become text, JSON and exit codes.
#pragma once

#include "common/register/desk_register.h"
#include "desktop/app/clock.h"
#include "desktop/machine/secret_store.h"

#include <memory>
#include <optional>
#include <string>

namespace hotich::tool {

/// The exit codes of the README.
enum exit_code : int {
    done = 0,
    other_failure = 1,
    wrong_input = 2,
    not_permitted = 3,
    unreachable = 4,
    damaged = 5
};

exit_code exit_code_of(failure_code code);

struct options
{
    std::string register_file;
    std::string user;
    std::string language = "vi";
    std::string schemas_folder;
    bool as_json = false;
};

class context
{
public:
    context(options chosen, definitions known)
        : m_options(std::move(chosen)), m_known(std::move(known))
    {}

    [[nodiscard]] const options& chosen() const { return m_options; }

    [[nodiscard]] const definitions& known() const { return m_known; }

    [[nodiscard]] instant now() const { return m_clock.now(); }

    random_source& random() { return m_random; }

    [[nodiscard]] const machine_store& store() const { return m_store; }

    [[nodiscard]] bool has_register() const { return !m_options.register_file.empty(); }

    /// Asks for the password, where none was given, and opens the register; the same one on the
    /// next call.
    result<desk_register*> desk();

    /// The password that desk() opens with.
    void use_password(std::string password) { m_password = std::move(password); }

    /// Makes a new register, or opens the one there whose enrolment was cut short.
    result<desk_register*> new_desk();
    /// invalid_input where there is no such kind of event.
    result<const event_definition*> event(const std::string& name) const;
    /// A book by its kind ("MARRIAGE") or by an event that is written into it.
    result<const book_definition*> book(const std::string& name) const;

    /// A document for --json, else its text.
    void print(const json::object& document, const std::string& text) const;
    /// Says on stderr what went wrong, in the words of its finding where it has some, and gives the
    /// exit code.
    [[nodiscard]] exit_code fail(const failure& why) const;
    void say(const std::string& text) const;
    /// A text of messages.json in the chosen language.
    [[nodiscard]] std::string words(std::string_view group, std::string_view id) const;

private:
    options m_options;
    definitions m_known;
    computer_clock m_clock;
    system_random m_random;
    machine_store m_store = store_of_this_pc();
    std::optional<std::string> m_password;
    std::unique_ptr<desk_register> m_desk;
};

/// Reads a data file, or standard input for "-"; at most 4 MiB.
result<json::value> read_input(const std::string& file);

/// From the file that HOTICH_PASSWORD_FILE names, or typed without echo. Never from the environment
/// itself, which other programs are told of.
std::string ask_password(const std::string& prompt);
bool names_password_file();
/// The same with another variable.
std::string ask_secret(const char* variable, const std::string& prompt);
/// Nothing where the variable names no file; an empty secret where it cannot be read.
std::optional<std::string> secret_of_file(const char* variable);
std::string ask_typed_password(const std::string& prompt);

} // namespace hotich::tool
