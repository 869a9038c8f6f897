// The console's own code page knows no Vietnamese, and reading UTF-8 from it loses every letter
// beyond ASCII: arguments and passwords are asked for as UTF-16.
#include "desktop/tool/console.h"

#include <QString>
#include <windows.h>

#include <array>
#include <iostream>

namespace hotich::tool {

namespace {

constexpr std::size_t max_line_units = 4096;

std::string read_line(HANDLE input)
{
    std::array<wchar_t, max_line_units> typed{};
    DWORD units = 0;
    ReadConsoleW(input, typed.data(), max_line_units, &units, nullptr);
    auto line = QString::fromWCharArray(typed.data(), static_cast<int>(units));
    SecureZeroMemory(typed.data(), sizeof typed);
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line.toStdString();
}

} // namespace

std::vector<std::string> given_arguments(int, char**)
{
    int count = 0;
    const std::unique_ptr<LPWSTR, decltype(&LocalFree)> given(
        CommandLineToArgvW(GetCommandLineW(), &count), LocalFree
    );
    std::vector<std::string> all;
    for (int at = 1; given && at < count; ++at)
        all.push_back(QString::fromWCharArray(given.get()[at]).toStdString());
    return all;
}

std::shared_ptr<void> speak_utf8()
{
    const auto before = GetConsoleOutputCP();
    if (before == 0) return {}; // no console
    SetConsoleOutputCP(CP_UTF8);
    return {nullptr, [before](void*) { SetConsoleOutputCP(before); }};
}

std::string read_unseen_line()
{
    auto* const input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    std::string line;
    if (!GetConsoleMode(input, &before)) { // a file or a pipe
        std::getline(std::cin, line);
        if (line.ends_with('\r')) line.pop_back();
        return line;
    }
    SetConsoleMode(input, before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    line = read_line(input);
    SetConsoleMode(input, before);
    return line;
}

} // namespace hotich::tool
