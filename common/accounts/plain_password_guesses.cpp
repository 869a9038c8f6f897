// Left to right the longest piece that a guesser would try as one (a common word, a name of the
// person, a row of keys, a run, a repeated sign); what is in no such piece counts sign by sign. A
// letter counts as one of some word: random letters are taken for less than they are.
#include "common/accounts/password_guesses.h"
#include "common/base/text.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

// All as powers of ten.
constexpr double of_letter = 0.6;
constexpr double of_marked_letter = 0.9;
constexpr double of_digit = 0.8;
constexpr double of_separator = 0.3;
constexpr double of_other_sign = 1.0;
constexpr double of_common_word = 2.0;
constexpr double of_own_word = 0.5;
constexpr double of_pattern = 1.5;
constexpr double of_pattern_sign = 0.1;

constexpr std::size_t least_piece = 3;

// What guessers try first and what lies near in an office, without marks. No dictionary: other
// words count by their letters.
constexpr std::array<std::string_view, 34> common_words{
    "administrator", "admin",   "password", "passwd",   "welcome",  "letmein",  "iloveyou",
    "football",      "monkey",  "dragon",   "sunshine", "princess", "master",   "superman",
    "changeme",      "default", "secret",   "matkhau",  "vietnam",  "anhyeuem", "emyeuanh",
    "toiyeu",        "yeuem",   "hanoi",    "saigon",   "danang",   "hotich",   "tuphap",
    "khaisinh",      "kethon",  "khaitu",   "ubnd",     "xaphuong", "uyban"};

constexpr std::array<std::string_view, 5> key_rows{
    "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv"};

struct piece
{
    std::size_t length = 0;
    double guesses = 0;
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// A sign that stands for a letter in "p@ssw0rd".
char letter_meant(char c)
{
    constexpr std::string_view signs = "013457@$!";
    constexpr std::string_view letters = "oieastasi";
    const auto at = signs.find(c);
    return at == std::string_view::npos ? c : letters[at];
}

template <class Change>
std::string changed(std::string_view text, Change change)
{
    std::string all(text);
    std::ranges::transform(all, all.begin(), change);
    return all;
}

/// A person's words, each alone and all together.
std::vector<std::string> known_of(const std::vector<std::string>& own_words)
{
    std::vector<std::string> known;
    for (const auto& own : own_words) {
        std::string together;
        for (const auto& word : words_of(fold(own))) {
            together += word;
            if (word.size() >= least_piece) known.push_back(word);
        }
        if (together.size() >= least_piece) known.push_back(together);
    }
    return known;
}

template <class Words>
piece longest_word(std::string_view rest, const Words& words, double guesses)
{
    piece found;
    for (const std::string_view word : words)
        if (word.size() > found.length && rest.starts_with(word)) found = {word.size(), guesses};
    return found;
}

piece pattern_of(std::size_t length)
{
    if (length < least_piece) return {};
    return {length, of_pattern + of_pattern_sign * static_cast<double>(length)};
}

/// "aaaa", "abcd", "4321".
piece run_at(std::string_view rest)
{
    std::size_t longest = 0;
    for (const int step : {-1, 0, 1}) {
        std::size_t length = 1;
        while (length < rest.size() && rest[length] - rest[length - 1] == step)
            ++length;
        longest = std::max(longest, length);
    }
    return pattern_of(longest);
}

/// Neighbours on the keyboard, in either direction.
piece row_at(std::string_view rest)
{
    std::size_t longest = 0;
    for (const auto row : key_rows) {
        const std::string back(row.rbegin(), row.rend());
        for (auto length = std::min(rest.size(), row.size()); length > longest; --length) {
            const auto tried = rest.substr(0, length);
            if (row.find(tried) == std::string_view::npos && back.find(tried) == std::string::npos)
                continue;
            longest = length;
            break;
        }
    }
    return pattern_of(longest);
}

/// A part of a letter of several bytes counts with its first byte.
double guesses_of_sign(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80u) return (byte & 0xC0u) == 0xC0u ? of_marked_letter : 0;
    if (is_letter(c)) return of_letter;
    if (is_digit(c)) return of_digit;
    return c == ' ' || c == '-' || c == '.' || c == '_' ? of_separator : of_other_sign;
}

} // namespace

double plain_password_guesses(std::string_view password, const std::vector<std::string>& own_words)
{
    const auto typed = changed(password, lower);
    const auto meant = changed(typed, letter_meant);
    const auto own = known_of(own_words);
    double guesses = 0;
    for (std::size_t at = 0; at < typed.size();) {
        const auto rest = std::string_view(typed).substr(at);
        const auto words = std::string_view(meant).substr(at);
        piece best{1, guesses_of_sign(rest.front())};
        for (const auto& found :
             {longest_word(words, common_words, of_common_word),
              longest_word(rest, own, of_own_word),
              run_at(rest),
              row_at(rest)})
            if (found.length > best.length) best = found;
        guesses += best.guesses;
        at += best.length;
    }
    return guesses;
}

} // namespace hotich
