// Asking for a password without showing it: the one file of `hotich` that knows the platform's
// console.
#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "desktop/tool/context.h"

#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace hotich::tool {

namespace {

constexpr std::size_t max_secret_bytes = 4096;

/// Turns the console's echo off for as long as it lives.
class silent_console
{
public:
#ifdef _WIN32
    silent_console() : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }

    ~silent_console() { SetConsoleMode(m_input, m_before); }

private:
    HANDLE m_input;
    DWORD m_before = 0;
#else
    silent_console()
    {
        m_is_terminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }

    ~silent_console()
    {
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }

private:
    termios m_before{};
    bool m_is_terminal = false;
#endif
};

} // namespace

std::string ask_password(const std::string& prompt)
{
    return ask_secret("HOTICH_PASSWORD_FILE", prompt);
}

std::optional<std::string> secret_of_file(const char* variable)
{
    const char* file = std::getenv(variable);
    if (file == nullptr) return std::nullopt;
    auto text = read_file(file, max_secret_bytes);
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
    const silent_console console;
    std::string password;
    std::getline(std::cin, password);
    std::cerr << std::endl;
    return password;
}

} // namespace hotich::tool
