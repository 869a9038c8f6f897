#include "tests/tidy/checks.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tidy {
namespace {

constexpr std::size_t max_source_lines = 400;
constexpr std::size_t max_header_lines = 200;
constexpr std::size_t max_function_lines = 70;

std::string_view trim_left(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

/// Blanks the lines of the preprocessor: their braces need not pair.
std::string without_directives(std::string code)
{
    bool directive = false;
    for (std::size_t begin = 0; begin < code.size();) {
        const auto end = std::min(code.find('\n', begin), code.size());
        const auto line = std::string_view(code).substr(begin, end - begin);
        directive = directive || trim_left(line).starts_with('#');
        const bool goes_on = directive && line.ends_with('\\');
        if (directive)
            std::fill_n(code.begin() + static_cast<std::ptrdiff_t>(begin), end - begin, ' ');
        directive = goes_on;
        begin = end + 1;
    }
    return code;
}

std::string_view without_template_head(std::string_view head)
{
    head = trim_left(head);
    while (head.starts_with("template")) {
        int depth = 0;
        auto at = head.find('<');
        for (; at < head.size(); ++at) {
            if (head[at] == '<') ++depth;
            if (head[at] == '>' && --depth == 0) break;
        }
        head = trim_left(head.substr(std::min(at, head.size() - 1) + 1));
    }
    return head;
}

/// "public:" and its kin belong to the class, not to the function that follows them.
std::size_t length_of_labels(std::string_view head)
{
    static constexpr std::array<std::string_view, 5> labels{
        "public:", "private:", "protected:", "signals:", "slots:"};
    std::size_t length = 0;
    for (const auto label : labels) {
        const auto at = head.rfind(label);
        if (at != std::string_view::npos) length = std::max(length, at + label.size());
    }
    return length;
}

bool assigns_outside_parentheses(std::string_view head)
{
    int depth = 0;
    for (const char c : head) {
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (c == '=' && depth == 0) return true;
    }
    return false;
}

/// Whether the brace after this text opens the body of a function.
bool is_function_head(std::string_view head)
{
    static constexpr std::array<std::string_view, 6> others{
        "namespace", "class", "struct", "union", "enum", "extern"};
    head = without_template_head(head);
    if (head.find('(') == std::string_view::npos) return false;
    if (std::ranges::any_of(others, [&](auto word) { return find_word(head, word, 0) == 0; }))
        return false;
    if (find_word(head, "operator", 0) != std::string_view::npos
        || head.find("operator") != std::string_view::npos)
        return true;
    const bool is_lambda =
        head.find("](") != std::string_view::npos || head.find("] (") != std::string_view::npos;
    return is_lambda || !assigns_outside_parentheses(head);
}

/// Counts braces; knows whether it is inside a function, and where that one began.
class function_scanner
{
public:
    function_scanner(const source_text& source, findings& found)
        : m_source(source), m_found(found), m_code(without_directives(source.code))
    {}

    void run()
    {
        for (m_at = 0; m_at < m_code.size(); ++m_at)
            m_depth > 0 ? step_inside() : step_outside();
    }

private:
    void step_inside()
    {
        if (m_code[m_at] == '{') ++m_depth;
        if (m_code[m_at] != '}' || --m_depth > 0) return;
        const auto lines = m_source.line_at(m_at) - m_source.line_at(m_function) + 1;
        if (lines > max_function_lines)
            m_source.report(
                m_found,
                m_function,
                "a function of " + std::to_string(lines) + " lines; 70 is the most"
            );
        m_statement = m_at + 1;
    }

    void step_outside()
    {
        const char c = m_code[m_at];
        if (c == '(') ++m_parentheses;
        if (c == ')' && m_parentheses > 0) --m_parentheses;
        if (m_parentheses > 0 || (c != '{' && c != '}' && c != ';')) return;
        const auto head = std::string_view(m_code).substr(m_statement, m_at - m_statement);
        const auto labels = length_of_labels(head);
        if (c == '{' && is_function_head(head.substr(labels))) {
            const auto first = head.find_first_not_of(" \t\n", labels);
            m_function = m_statement + std::min(first, head.size());
            m_depth = 1;
        }
        m_statement = m_at + 1;
    }

    const source_text& m_source;
    findings& m_found;
    std::string m_code;
    std::size_t m_at = 0;
    std::size_t m_statement = 0;
    std::size_t m_function = 0;
    int m_depth = 0;
    int m_parentheses = 0;
};

} // namespace

void check_lengths(const source_text& source, findings& found)
{
    if (!source.is_cpp()) return;
    const auto lines = static_cast<std::size_t>(std::ranges::count(source.text, '\n'));
    const auto limit = source.is_header() ? max_header_lines : max_source_lines;
    if (lines > limit)
        source.report(
            found,
            source.text.size() - 1,
            "a file of " + std::to_string(lines) + " lines; " + std::to_string(limit)
                + " is the most"
        );
    function_scanner(source, found).run();
}

} // namespace tidy
