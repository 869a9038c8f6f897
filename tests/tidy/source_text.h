// One file of the repository as the checks of tests/tidy read it: its text, and the same text with
// comments and literals blanked out, so that a check for a word does not stumble over prose.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct finding
{
    std::string path;
    std::size_t line;
    std::string message;
};

using findings = std::vector<finding>;

struct string_literal
{
    std::size_t offset; // of the opening quote
    std::string text;
};

struct source_text
{
    std::string path; // from the root of the repository, with slashes
    std::string text;
    std::string code; // as long as text, line for line; empty when the file is not C++
    std::vector<string_literal> literals;

    bool is_cpp() const { return path.ends_with(".cpp") || is_header(); }

    bool is_header() const { return path.ends_with(".h"); }

    bool is_in(std::string_view folder) const { return path.starts_with(folder); }

    std::size_t line_at(std::size_t offset) const;
    void report(findings& found, std::size_t offset, std::string message) const;
};

source_text make_source(std::string path, std::string text);

bool is_identifier_character(char c);

/// Where `word` next stands from `from` on as a word of its own; npos when nowhere.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from);

} // namespace tidy
