#include "desktop/tool/console.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace hotich::tool {

namespace {

/// Turns the terminal's echo off for as long as it lives.
class silent_terminal
{
public:
    silent_terminal() : m_is_terminal(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }

    silent_terminal(const silent_terminal&) = delete;
    silent_terminal& operator=(const silent_terminal&) = delete;

    ~silent_terminal()
    {
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }

private:
    termios m_before{};
    bool m_is_terminal;
};

} // namespace

std::vector<std::string> given_arguments(int argc, char** argv)
{
    return {argv + (argc > 0 ? 1 : 0), argv + argc};
}

std::shared_ptr<void> speak_utf8() { return {}; }

std::string read_unseen_line()
{
    const silent_terminal terminal;
    std::string line;
    std::getline(std::cin, line);
    return line;
}

} // namespace hotich::tool
