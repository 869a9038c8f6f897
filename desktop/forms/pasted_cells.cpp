#include "desktop/forms/pasted_cells.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/forms/field_editor.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array yes_words{"x", "1", "true"};
constexpr std::array no_words{"", "0", "false"};

bool ends_cell(std::string_view copied, std::size_t at)
{
    return at >= copied.size() || copied[at] == '\t' || copied[at] == '\n' || copied[at] == '\r';
}

/// Moves behind the cell that begins there. A quote that nothing closes is a text's own.
std::string take_cell(std::string_view copied, std::size_t& at)
{
    std::string quoted;
    for (auto i = at + 1; at < copied.size() && copied[at] == '"' && i < copied.size(); ++i) {
        const bool is_quote = copied[i] == '"';
        if (is_quote && ends_cell(copied, i + 1)) {
            at = i + 1;
            return quoted;
        }
        if (is_quote && copied[++i] != '"') break;
        quoted.push_back(copied[i]);
    }
    const auto begin = at;
    while (!ends_cell(copied, at))
        ++at;
    return std::string(copied.substr(begin, at - begin));
}

bool is_word(const bilingual& word, std::string_view folded)
{
    return fold(word.vi) == folded || fold(word.en) == folded;
}

} // namespace

std::vector<cell_row> cells_of(std::string_view copied, std::size_t most)
{
    std::vector<cell_row> rows;
    cell_row row;
    for (std::size_t at = 0; at < copied.size() && rows.size() <= most; ++at) {
        row.push_back(clean_text(take_cell(copied, at)));
        if (at + 1 < copied.size() && copied[at] == '\t') continue;
        while (!row.empty() && row.back().empty())
            row.pop_back();
        if (!row.empty()) rows.push_back(std::move(row));
        row.clear();
    }
    return rows;
}

bool names_columns(const cell_row& row, const std::vector<field_definition>& columns)
{
    if (row.empty() || row.size() > columns.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (!is_word(columns[i].label, fold(row[i]))) return false;
    return true;
}

std::optional<bool> yes_or_no(const definitions& known, std::string_view text)
{
    const auto folded = fold(text);
    const auto is_one_of = [&folded](const auto& words) {
        return std::find(words.begin(), words.end(), folded) != words.end();
    };
    if (is_word(known.message("words", "yes"), folded) || is_one_of(yes_words)) return true;
    if (is_word(known.message("words", "no"), folded) || is_one_of(no_words)) return false;
    return std::nullopt;
}

void type_into(field_editor& cell, const definitions& known, const std::string& text)
{
    auto* line = qobject_cast<entry_line*>(cell.first_part());
    if (line == nullptr) return cell.set_value(yes_or_no(known, text).value_or(false));
    line->setText(to_qt(text));
    line->commit();
}

} // namespace hotich
