#include "tests/tidy/checks.h"

#include <algorithm>
#include <array>
#include <regex>

// g++ 12.2 compiles these wrongly without a word (shapes measured, both -O0 and -O2): an await
// inside a condition of a coroutine without locals drops the rest of the coroutine; an aggregate in
// the argument list,
// ?: and a captured lambda free twice. An await is the whole right-hand side, a statement, or
// co_return co_await.

namespace tidy {
namespace {

struct shape
{
    std::regex pattern; // of a statement that contains an await
    const char* message;
};

const std::vector<shape>& shapes()
{
    static const std::vector<shape> all{
        {std::regex(R"(\b(if|switch|while|for)\s*\([^;{}]*\bco_await\b)"),
         "co_await inside a condition"},
        {std::regex(R"(\?[^;]*\bco_await\b|\bco_await\b[^;]*\?)"), "co_await beside ?:"},
        {std::regex(R"(\bco_await\s*\[)"), "co_await of a lambda; name it first"},
        {std::regex(R"(\bco_await\b[^;]*\{)"),
         "co_await with braces in its expression; name the value first"},
        {std::regex(R"((&&|\|\|)[^;]*\bco_await\b)"), "co_await after && or ||"},
        {std::regex(R"([(,=]\s*\{[^;{}]*\bco_await\b)"),
         "co_await inside braces; name the value first"},
    };
    return all;
}

bool may_hold_coroutines(const source_text& source)
{
    return source.is_in("tests/") || source.is_in("syncserver/http/connection")
        || source.is_in("syncserver/http/listener");
}

/// The brace opens a block, not a list of values.
bool opens_block(std::string_view code, std::size_t brace)
{
    const auto before = code.find_last_not_of(" \t\n", brace - 1);
    return brace == 0 || before == std::string_view::npos
        || std::string_view("(,=").find(code[before]) == std::string_view::npos;
}

std::size_t start_of_statement(std::string_view code, std::size_t at)
{
    while (at > 0) {
        const char c = code[at - 1];
        if (c == ';' || c == '}' || (c == '{' && opens_block(code, at - 1))) break;
        --at;
    }
    return at;
}

void check_place(const source_text& source, findings& found)
{
    for (const auto* word : {"co_await", "co_return", "co_yield"}) {
        const auto at = find_word(source.code, word, 0);
        if (at == std::string_view::npos) continue;
        source.report(found, at, "coroutines live in syncserver/http/connection and listener only");
    }
}

} // namespace

void check_coroutines(const source_text& source, findings& found)
{
    if (!source.is_cpp() || source.is_in("tests/tidy/")) return;
    const std::string_view code = source.code;
    if (!may_hold_coroutines(source)) check_place(source, found);
    std::size_t end = 0;
    for (auto at = find_word(code, "co_await", 0); at != std::string_view::npos;
         at = find_word(code, "co_await", end)) {
        const auto begin = start_of_statement(code, at);
        end = std::max(at + 1, std::min(code.find(';', at), code.size()));
        const std::string statement(code.substr(begin, end - begin));
        for (const auto& [pattern, message] : shapes())
            if (std::regex_search(statement, pattern)) source.report(found, at, message);
    }
}

} // namespace tidy
