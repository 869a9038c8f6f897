#include "common/base/csv.h"

namespace hotich {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// One line of CSV with double quotes as RFC 4180 has them; our lists hold no line breaks inside a
/// field.
std::vector<std::string> csv_fields(std::string_view line, char separator)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
            fields.back().push_back(line[++i]);
        else if (c == '"')
            quoted = !quoted;
        else if (c == separator && !quoted)
            fields.emplace_back();
        else
            fields.back().push_back(c);
    }
    return fields;
}

/// Spreadsheets of a Vietnamese PC part fields by semicolons: the header tells.
char separator_of(std::string_view csv)
{
    const auto header = csv.substr(0, csv.find('\n'));
    const bool has_semicolons = header.find(';') != std::string_view::npos;
    return has_semicolons && header.find(',') == std::string_view::npos ? ';' : ',';
}

} // namespace

std::string csv_row::at(std::string_view name) const
{
    const auto found = columns.find(name);
    return found == columns.end() ? std::string() : found->second;
}

result<std::vector<csv_row>> parse_csv(std::string_view csv)
{
    if (csv.starts_with(byte_order_mark)) csv.remove_prefix(byte_order_mark.size());
    const char separator = separator_of(csv);
    std::vector<csv_row> rows;
    std::vector<std::string> header;
    for (int line_no = 1; !csv.empty(); ++line_no) {
        const auto end = csv.find('\n');
        auto line = csv.substr(0, end);
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) continue;
        const auto fields = csv_fields(line, separator);
        if (header.empty()) {
            header = fields;
            continue;
        }
        auto& row = rows.emplace_back();
        row.line = line_no;
        if (fields.size() != header.size()) return in_line(row, "wrong number of columns");
        for (std::size_t i = 0; i < fields.size(); ++i)
            row.columns.emplace(header[i], fields[i]);
    }
    return rows;
}

std::string csv_field(std::string_view text)
{
    if (text.find_first_of(",;\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

failure in_line(const csv_row& row, const std::string& what)
{
    return {failure_code::invalid_input, "line " + std::to_string(row.line) + ": " + what};
}

} // namespace hotich
