#include "common/register/search_terms.h"

#include "common/base/text.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::string_view after_name = " | ";

// What was rejected may hold anything, and is kept all the same. A form takes 120 characters of a
// name; an index of PostgreSQL takes 2,704 bytes of a key.
constexpr std::size_t max_names = 10;
constexpr std::size_t max_name_bytes = 160;
constexpr std::size_t max_numbers = 40;
constexpr std::size_t max_number_bytes = 64;

void add_once(std::vector<std::string>& list, std::string item, std::size_t most)
{
    const bool is_known = std::find(list.begin(), list.end(), item) != list.end();
    if (!item.empty() && !is_known && list.size() < most) list.push_back(std::move(item));
}

/// No letter is cut in two.
std::string cut(std::string text, std::size_t most)
{
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most;
    text.resize(most);
    return text;
}

/// As many words as there is room for.
std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) {
        if (!out.empty() && out.size() + 1 + word.size() > max_name_bytes) break;
        out += (out.empty() ? "" : " ") + word;
    }
    return cut(std::move(out), max_name_bytes);
}

/// " | tran thi hoa | nguyen van ba": every name but one.
std::string others(const std::vector<std::string>& names, std::size_t except)
{
    std::string out = " |";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == except) continue;
        if (out.size() > 2) out += " |";
        out += " " + names[i];
    }
    return out;
}

/// "van an nguyen" of "nguyen van an", where `at` is where "van" begins.
std::string turned(const std::string& name, std::size_t at)
{
    return at == 0 ? name : name.substr(at) + " " + name.substr(0, at - 1);
}

} // namespace

bool has_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string search_word(std::string_view typed)
{
    if (!has_digit(typed)) return fold(typed);
    std::string word;
    for (const char c : typed) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (is_letter)
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
        else if ((c >= '0' && c <= '9') || c == '/')
            word.push_back(c);
    }
    if (word.find('/') == std::string::npos) return word;
    const auto first = word.find_first_not_of('0');
    return first == std::string::npos ? word : word.substr(first);
}

std::string search_terms::to_text() const
{
    std::string text = " ";
    for (const auto& name : names)
        text += name + std::string(after_name);
    for (const auto& number : numbers)
        text += number + " ";
    return text;
}

std::vector<std::string> search_terms::keys() const
{
    std::vector<std::string> out = numbers;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& name = names[i];
        const auto rest = others(names, i);
        for (std::size_t at = 0; at != std::string::npos;) {
            out.push_back(turned(name, at) + rest);
            const auto space = name.find(' ', at);
            at = space == std::string::npos ? space : space + 1;
        }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

search_terms search_terms_of(
    const event_definition& event, const record& folded, const json::object& current
)
{
    search_terms out;
    std::vector<const json::object*> readings{&folded.data};
    if (&current != &folded.data) readings.push_back(&current);
    for (const auto* data : readings) {
        for (const auto& path : event.search_names)
            add_once(out.names, joined(words_of(fold(text_at(*data, path)))), max_names);
        for (const auto& path : event.search_numbers)
            for (auto& word : words_of(search_word(text_at(*data, path))))
                add_once(out.numbers, cut(std::move(word), max_number_bytes), max_numbers);
    }
    if (folded.number)
        add_once(out.numbers, search_word(to_display(*folded.number)), max_numbers + 1);
    return out;
}

search_terms parse_search_terms(std::string_view words)
{
    search_terms out;
    std::string_view rest = words.substr(words.empty() ? 0 : 1);
    for (auto end = rest.find(after_name); end != std::string_view::npos;
         end = rest.find(after_name)) {
        out.names.emplace_back(rest.substr(0, end));
        rest.remove_prefix(end + after_name.size());
    }
    out.numbers = words_of(std::string(rest));
    return out;
}

} // namespace hotich
