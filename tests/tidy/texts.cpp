#include "tests/tidy/checks.h"

#include <array>
#include <cctype>

namespace tidy {
namespace {

/// Combining marks (U+0300 to U+036F, 0xCC80 to 0xCDAF in UTF-8): every text of ours is NFC.
void check_nfc(const source_text& source, findings& found)
{
    if (source.path == "tests/data/names_test_cases.json" || source.is_in("tests/fuzz/")) return;
    for (std::size_t i = 0; i + 1 < source.text.size(); ++i) {
        const auto first = static_cast<unsigned char>(source.text[i]);
        const auto second = static_cast<unsigned char>(source.text[i + 1]);
        if (first == 0xCC ? second >= 0x80 : first == 0xCD && second >= 0x80 && second <= 0xAF)
            return source.report(found, i, "a combining mark: write the text in NFC");
    }
}

/// An absolute path starts here: what stands before is no part of a longer path or address.
bool starts_path(std::string_view text, std::size_t at)
{
    if (at == 0) return true;
    const char before = text[at - 1];
    return !is_identifier_character(before)
        && std::string_view("./-~})*>").find(before) == std::string_view::npos;
}

void check_paths(const source_text& source, findings& found)
{
    static constexpr std::array<std::string_view, 5> homes{
        "/home/", "/root/", "/work/", "/Users/", "C:\\Users\\"};
    if (source.is_in("tests/tidy/")) return;
    const std::string_view text = source.text;
    for (const auto home : homes) {
        for (auto at = text.find(home); at != std::string_view::npos;
             at = text.find(home, at + 1)) {
            const auto end = at + home.size();
            if (starts_path(text, at) && end < text.size() && is_identifier_character(text[end]))
                source.report(found, at, "a path of somebody's machine");
        }
    }
}

/// Reads JSON just far enough to know the keys of each object.
class language_scanner
{
public:
    language_scanner(const source_text& source, findings& found) : m_source(source), m_found(found)
    {}

    void run()
    {
        for (m_at = 0; m_at < m_source.text.size(); ++m_at) {
            const char c = m_source.text[m_at];
            if (c == '"') take_string();
            if (c == '{') m_objects.push_back({m_at});
            if (c == '}' && !m_objects.empty()) close_object();
        }
    }

private:
    struct object
    {
        std::size_t offset;
        bool vi = false;
        bool en = false;
    };

    void take_string()
    {
        const auto& text = m_source.text;
        const auto begin = m_at + 1;
        for (++m_at; m_at < text.size() && text[m_at] != '"'; ++m_at)
            if (text[m_at] == '\\') ++m_at;
        const auto next = text.find_first_not_of(" \t\n", m_at + 1);
        if (m_objects.empty() || next == std::string::npos || text[next] != ':') return;
        const auto key = std::string_view(text).substr(begin, m_at - begin);
        m_objects.back().vi |= key == "vi";
        m_objects.back().en |= key == "en";
    }

    void close_object()
    {
        const auto [offset, vi, en] = m_objects.back();
        m_objects.pop_back();
        if (vi != en)
            m_source.report(
                m_found, offset, vi ? "a text without \"en\"" : "a text without \"vi\""
            );
    }

    const source_text& m_source;
    findings& m_found;
    std::size_t m_at = 0;
    std::vector<object> m_objects;
};

bool holds_texts(const source_text& source)
{
    const bool folder = source.is_in("schemas/events/") || source.is_in("schemas/blocks/")
        || source.is_in("schemas/reports/") || source.path == "schemas/messages.json";
    return folder && source.path.ends_with(".json");
}

void check_translations(const source_text& source, findings& found)
{
    static constexpr std::string_view unfinished = "type=\"unfinished\"";
    if (!source.is_in("desktop/") || !source.path.ends_with(".ts")) return;
    const auto& text = source.text;
    for (auto at = text.find(unfinished); at != std::string::npos;
         at = text.find(unfinished, at + 1))
        source.report(found, at, "a translation that is not finished");
}

} // namespace

void check_texts(const source_text& source, findings& found)
{
    check_nfc(source, found);
    check_paths(source, found);
    if (holds_texts(source)) language_scanner(source, found).run();
    check_translations(source, found);
}

} // namespace tidy
