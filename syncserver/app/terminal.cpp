#include "syncserver/app/terminal.h"

#include "common/base/files.h"
#include "common/base/text.h"

#include <cstdlib>
#include <iostream>

#ifdef _WIN32
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace hotich {

namespace {

constexpr std::size_t max_secret_bytes = 4096;

#ifdef _WIN32

bool is_interactive() { return _isatty(_fileno(stdin)) != 0; }

class hidden_typing
{
public:
    hidden_typing() : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }

    hidden_typing(const hidden_typing&) = delete;
    hidden_typing& operator=(const hidden_typing&) = delete;

    ~hidden_typing() { SetConsoleMode(m_input, m_before); }

private:
    HANDLE m_input;
    DWORD m_before = 0;
};

#else

bool is_interactive() { return isatty(STDIN_FILENO) == 1; }

class hidden_typing
{
public:
    hidden_typing()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        auto hidden = m_before;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }

    hidden_typing(const hidden_typing&) = delete;
    hidden_typing& operator=(const hidden_typing&) = delete;

    ~hidden_typing() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }

private:
    termios m_before{};
};

#endif

} // namespace

std::optional<std::string> ask_password(const std::string& prompt)
{
    if (!is_interactive()) return std::nullopt;
    std::cerr << prompt << " " << std::flush;
    std::string typed;
    {
        const hidden_typing hidden;
        std::getline(std::cin, typed);
    }
    std::cerr << "\n";
    return typed;
}

std::optional<std::string> ask_line(const std::string& prompt)
{
    std::cerr << prompt << " " << std::flush;
    std::string typed;
    if (!std::getline(std::cin, typed)) return std::nullopt;
    return clean_text(typed);
}

std::optional<std::string> secret_of_file(const char* variable)
{
    const char* file = std::getenv(variable);
    if (file == nullptr) return std::nullopt;
    const auto text = read_file(file, max_secret_bytes);
    if (!text) {
        std::cerr << variable << ": " << text.error().detail << "\n";
        return std::nullopt;
    }
    return text->substr(0, text->find_first_of("\r\n"));
}

} // namespace hotich
