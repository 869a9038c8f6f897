#include "tests/tidy/source_text.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace tidy {
namespace {

/// Walks through C++ text once and blanks what is not code.
class blanker
{
public:
    explicit blanker(source_text& source) : m_source(source), m_text(source.text) {}

    void run()
    {
        m_source.code = m_text;
        while (m_at < m_text.size())
            step();
    }

private:
    void step()
    {
        const auto rest = std::string_view(m_text).substr(m_at);
        if (rest.starts_with("//")) return blank_until(m_text.find('\n', m_at));
        if (rest.starts_with("/*")) return blank_until(after("*/", m_at + 2));
        if (rest.front() == '"') return is_raw_string() ? take_raw_string() : take_quoted('"');
        if (rest.front() == '\'' && !is_digit_separator()) return take_quoted('\'');
        ++m_at;
    }

    std::size_t after(std::string_view end, std::size_t from) const
    {
        const auto found = m_text.find(end, from);
        return found == std::string::npos ? found : found + end.size();
    }

    void blank_until(std::size_t end)
    {
        end = std::min(end, m_text.size());
        blank(m_at, end);
        m_at = end;
    }

    void blank(std::size_t begin, std::size_t end)
    {
        for (auto i = begin; i < end; ++i)
            if (m_text[i] != '\n') m_source.code[i] = ' ';
    }

    std::string_view word_before() const
    {
        auto begin = m_at;
        while (begin > 0 && is_identifier_character(m_text[begin - 1]))
            --begin;
        return std::string_view(m_text).substr(begin, m_at - begin);
    }

    bool is_raw_string() const
    {
        const auto prefix = word_before();
        return prefix == "R" || prefix == "u8R" || prefix == "uR" || prefix == "UR"
            || prefix == "LR";
    }

    // 1'000: the quote stands inside a number.
    bool is_digit_separator() const
    {
        const auto number = word_before();
        return !number.empty() && std::isdigit(static_cast<unsigned char>(number.front())) != 0;
    }

    void take_raw_string()
    {
        const auto open = m_text.find('(', m_at);
        if (open == std::string::npos) return blank_until(open);
        const auto delimiter = m_text.substr(m_at + 1, open - m_at - 1);
        const auto end = std::min(after(")" + delimiter + "\"", open), m_text.size());
        take_literal(end);
    }

    void take_quoted(char quote)
    {
        auto end = m_at + 1;
        while (end < m_text.size() && m_text[end] != quote && m_text[end] != '\n')
            end += m_text[end] == '\\' ? 2 : 1;
        end = std::min(end + 1, m_text.size());
        if (quote == '"') return take_literal(end);
        blank(m_at + 1, end - 1);
        m_at = end;
    }

    void take_literal(std::size_t end)
    {
        m_source.literals.push_back({m_at, m_text.substr(m_at, end - m_at)});
        blank(m_at + 1, end - 1);
        m_at = end;
    }

    source_text& m_source;
    const std::string& m_text;
    std::size_t m_at = 0;
};

} // namespace

std::size_t source_text::line_at(std::size_t offset) const
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

void source_text::report(findings& found, std::size_t offset, std::string message) const
{
    found.push_back({path, line_at(offset), std::move(message)});
}

source_text make_source(std::string path, std::string text)
{
    source_text source{std::move(path), std::move(text), {}, {}};
    if (source.is_cpp()) blanker(source).run();
    return source;
}

bool is_identifier_character(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from)
{
    for (auto at = text.find(word, from); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool starts = at == 0 || !is_identifier_character(text[at - 1]);
        const bool ends = end >= text.size() || !is_identifier_character(text[end]);
        if (starts && ends) return at;
    }
    return std::string_view::npos;
}

} // namespace tidy
