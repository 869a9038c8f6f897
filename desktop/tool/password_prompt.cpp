// Asking for a password: of the file that a variable names, or typed without being shown.
#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "desktop/tool/console.h"
#include "desktop/tool/context.h"

#include <QString>

#include <iostream>

namespace hotich::tool {

namespace {

constexpr std::size_t max_secret_bytes = 4096;
constexpr const char* password_file = "HOTICH_PASSWORD_FILE";

} // namespace

std::string ask_password(const std::string& prompt) { return ask_secret(password_file, prompt); }

bool names_password_file() { return qEnvironmentVariableIsSet(password_file); }

std::optional<std::string> secret_of_file(const char* variable)
{
    if (!qEnvironmentVariableIsSet(variable)) return std::nullopt;
    auto text = read_file(qEnvironmentVariable(variable).toStdString(), max_secret_bytes);
    if (!text) {
        std::cerr << variable << ": " << text.error().detail << std::endl;
        return "";
    }
    const auto line = text->substr(0, text->find_first_of("\r\n"));
    wipe(*text);
    return line;
}

std::string ask_secret(const char* variable, const std::string& prompt)
{
    auto given = secret_of_file(variable);
    return given ? std::move(*given) : ask_typed_password(prompt);
}

std::string ask_typed_password(const std::string& prompt)
{
    std::cerr << prompt << ": " << std::flush;
    auto password = read_unseen_line();
    std::cerr << std::endl;
    return password;
}

} // namespace hotich::tool
