#include "tests/tidy/checks.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tidy {
namespace {

enum class place {
    anywhere,
    headers,
    outside_clock,
    outside_clock_and_tests,
    common_outside_random
};

struct forbidden_word
{
    std::string_view word;
    place where;
    const char* instead;
};

constexpr std::array forbidden_words{
    forbidden_word{
        "processEvents", place::anywhere, "no nested event loop: use open() and a signal"},
    forbidden_word{"QtSql", place::anywhere, "a second, unencrypted SQLite: use common/sql"},
    forbidden_word{"using namespace", place::headers, "not in a header: name what is used"},
    forbidden_word{"system_clock", place::outside_clock, "take the time as an argument (clock)"},
    forbidden_word{
        "currentDateTime", place::outside_clock_and_tests, "take the time as an argument (clock)"},
    forbidden_word{
        "currentDateTimeUtc",
        place::outside_clock_and_tests,
        "take the time as an argument (clock)"},
    forbidden_word{
        "currentDate", place::outside_clock_and_tests, "take the day as an argument (clock)"},
    forbidden_word{
        "currentMSecsSinceEpoch",
        place::outside_clock_and_tests,
        "take the time as an argument (clock)"},
    forbidden_word{
        "random_device",
        place::common_outside_random,
        "take chance as an argument (random_source)"},
};

// Functions of the C library whose names are also ordinary words: forbidden where they are called.
constexpr std::array<std::string_view, 2> forbidden_calls{"rand", "srand"};

std::string_view file_stem(std::string_view path)
{
    path = path.substr(path.rfind('/') + 1);
    return path.substr(0, path.find('.'));
}

bool concerns(const source_text& source, place where)
{
    const bool clock = file_stem(source.path).find("clock") != std::string_view::npos;
    const bool random = file_stem(source.path).find("random") != std::string_view::npos;
    switch (where) {
    case place::anywhere:
        return true;
    case place::headers:
        return source.is_header();
    case place::outside_clock:
        return !clock;
    case place::outside_clock_and_tests:
        return !clock && !source.is_in("tests/");
    case place::common_outside_random:
        return source.is_in("common/") && !random;
    }
    return true;
}

template <class Report>
void for_each_word(std::string_view text, std::string_view word, Report report)
{
    for (auto at = find_word(text, word, 0); at != std::string_view::npos;
         at = find_word(text, word, at + 1))
        report(at);
}

void check_forbidden_words(const source_text& source, findings& found)
{
    for (const auto& [word, where, instead] : forbidden_words) {
        if (!concerns(source, where)) continue;
        const std::string message = std::string(word) + ": " + instead;
        for_each_word(source.code, word, [&](std::size_t at) {
            source.report(found, at, message);
        });
    }
    for (const auto word : forbidden_calls) {
        for_each_word(source.code, word, [&](std::size_t at) {
            const auto next = source.code.find_first_not_of(' ', at + word.size());
            if (next != std::string::npos && source.code[next] == '(')
                source.report(
                    found, at, std::string(word) + "(: take chance as an argument (random_source)"
                );
        });
    }
    // Any class of Qt's SQL module: its plugin brings a second, unencrypted SQLite into the
    // process.
    for (auto at = source.code.find("QSql"); at != std::string::npos;
         at = source.code.find("QSql", at + 1))
        if (at == 0 || !is_identifier_character(source.code[at - 1]))
            source.report(found, at, "QSql: a second, unencrypted SQLite: use common/sql");
}

void check_todo(const source_text& source, findings& found)
{
    for (const std::string_view word : {"TODO", "FIXME"}) {
        for_each_word(source.text, word, [&](std::size_t at) {
            const auto line =
                std::string_view(source.text).substr(at, source.text.find('\n', at) - at);
            const auto hash = line.find('#');
            const bool numbered = hash != std::string_view::npos && hash + 1 < line.size()
                && std::isdigit(static_cast<unsigned char>(line[hash + 1])) != 0;
            if (!numbered)
                source.report(
                    found, at, std::string(word) + " without the number of an issue (#12)"
                );
        });
    }
}

/// Letters of Latin-1, Latin Extended-A/B and Latin Extended Additional: in this project,
/// Vietnamese.
bool has_vietnamese_letter(std::string_view utf8)
{
    for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const auto second = static_cast<unsigned char>(utf8[i + 1]);
        const bool sign = first == 0xC3 && (second == 0x97 || second == 0xB7); // × ÷
        if (first >= 0xC3 && first <= 0xC9 && !sign) return true;
        if (first == 0xE1 && second >= 0xB8 && second <= 0xBB) return true;
    }
    return false;
}

void check_literals(const source_text& source, findings& found)
{
    if (source.is_in("tests/") || source.is_in("common/base/wording")) return;
    for (const auto& [offset, text] : source.literals)
        if (has_vietnamese_letter(text))
            source.report(
                found,
                offset,
                "Vietnamese in C++: legal words come from schemas/, the rest from tr()"
            );
}

} // namespace

void check_words(const source_text& source, findings& found)
{
    if (!source.is_cpp() || source.is_in("tests/tidy/")) return;
    check_forbidden_words(source, found);
    check_todo(source, found);
    check_literals(source, found);
}

} // namespace tidy
