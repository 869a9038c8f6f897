// Of a workbook is read: xl/workbook.xml (the first sheet's relation, which epoch its days have),
// xl/_rels/workbook.xml.rels (where the sheet and the shared strings stand), those two parts.
#include "common/base/xlsx_table.h"

#include "common/base/civil_date.h"
#include "common/base/text.h"

#include <pugixml.hpp>
#include <zip.h>

#include <charconv>
#include <cmath>
#include <cstring>
#include <memory>

namespace hotich {

namespace {

constexpr std::string_view zip_begin = "PK\x03\x04";
constexpr std::size_t max_cell_bytes = 4096;
constexpr std::size_t max_shared_strings = max_table_rows * max_table_columns;
constexpr double last_day_serial = 2'958'465; ///< 9999-12-31
constexpr double exact_up_to = 1e15;          ///< whole numbers a sheet keeps exactly
constexpr int max_row_number = 1'048'576;     ///< of any sheet

failure wrong(const std::string& what) { return {failure_code::invalid_input, what}; }

/// An archive in memory, read part by part within the limits.
class zip_parts
{
public:
    static result<zip_parts> open(std::string_view bytes)
    {
        if (bytes.size() > max_xlsx_bytes) return wrong("the file is too large");
        zip_error_t error{};
        zip_error_init(&error);
        auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        auto* archive =
            source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
        if (archive == nullptr && source != nullptr) zip_source_free(source);
        zip_error_fini(&error);
        if (archive == nullptr) return wrong("this is no spreadsheet, or it is damaged");
        zip_parts out(archive);
        if (zip_get_num_entries(archive, 0) > max_xlsx_parts)
            return wrong("the spreadsheet has too many parts");
        return out;
    }

    /// not_found where there is no such part.
    [[nodiscard]] result<std::string> read(const std::string& name) const
    {
        zip_stat_t about{};
        zip_stat_init(&about);
        if (zip_stat(m_archive.get(), name.c_str(), 0, &about) != 0)
            return failure{failure_code::not_found, "the spreadsheet lacks " + name};
        if ((about.valid & ZIP_STAT_SIZE) == 0 || about.size > max_xlsx_part_bytes)
            return wrong("the spreadsheet is too large: " + name);
        std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(
            zip_fopen(m_archive.get(), name.c_str(), 0), zip_fclose
        );
        if (!part) return wrong("the spreadsheet is damaged: " + name);
        // What unpacks to more than its label says is cut there, and fails as damaged.
        std::string out(about.size, '\0');
        const auto got = zip_fread(part.get(), out.data(), out.size());
        if (got < 0 || static_cast<std::size_t>(got) != out.size())
            return wrong("the spreadsheet is damaged: " + name);
        return out;
    }

    /// The part as XML. Entities of a document type are not expanded by pugixml.
    [[nodiscard]] result<std::unique_ptr<pugi::xml_document>> document(const std::string& name
    ) const
    {
        TRY(const auto text, read(name));
        auto out = std::make_unique<pugi::xml_document>();
        if (!out->load_buffer(
                text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata
            ))
            return wrong("the spreadsheet is damaged: " + name);
        return out;
    }

private:
    explicit zip_parts(zip_t* archive) : m_archive(archive, zip_discard) {}

    std::unique_ptr<zip_t, void (*)(zip_t*)> m_archive;
};

/// Names come with whatever prefix the writer liked.
bool is_called(const pugi::xml_node& node, std::string_view name)
{
    const std::string_view full = node.name();
    const auto colon = full.find(':');
    return (colon == std::string_view::npos ? full : full.substr(colon + 1)) == name;
}

pugi::xml_node child(const pugi::xml_node& of, std::string_view name)
{
    for (const auto& node : of.children())
        if (is_called(node, name)) return node;
    return {};
}

/// A relation's target as a name in the archive; "" where it points outside.
std::string part_named(const std::string& target)
{
    if (target.find("..") != std::string::npos || target.find("://") != std::string::npos)
        return {};
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

struct workbook
{
    std::string sheet; ///< the part of the first one
    std::string strings;
    bool begins_1904 = false;
};

result<workbook> read_workbook(const zip_parts& parts)
{
    TRY(const auto book, parts.document("xl/workbook.xml"));
    TRY(const auto relations, parts.document("xl/_rels/workbook.xml.rels"));
    const auto root = book->document_element();
    const auto first = child(child(root, "sheets"), "sheet");
    std::string id;
    for (const auto& attribute : first.attributes())
        if (std::string_view(attribute.name()).ends_with(":id")) id = attribute.value();
    workbook out;
    out.begins_1904 = child(root, "workbookPr").attribute("date1904").as_bool();
    for (const auto& relation : relations->document_element().children()) {
        const auto target = part_named(relation.attribute("Target").value());
        if (!id.empty() && relation.attribute("Id").value() == id) out.sheet = target;
        if (std::string_view(relation.attribute("Type").value()).ends_with("/sharedStrings"))
            out.strings = target;
    }
    if (out.sheet.empty()) return wrong("the spreadsheet has no sheet");
    return out;
}

/// The text of <si> or <is>: plain, or in runs; readings of characters (rPh) are passed over.
std::string text_of(const pugi::xml_node& item)
{
    std::string out;
    for (const auto& node : item.children()) {
        if (is_called(node, "t")) out += node.text().get();
        if (is_called(node, "r")) out += child(node, "t").text().get();
    }
    return out;
}

result<std::vector<std::string>> read_strings(const zip_parts& parts, const std::string& name)
{
    std::vector<std::string> out;
    if (name.empty()) return out;
    TRY(const auto document, parts.document(name));
    for (const auto& item : document->document_element().children()) {
        if (!is_called(item, "si")) continue;
        if (out.size() >= max_shared_strings) return wrong("the spreadsheet has too many texts");
        out.push_back(text_of(item));
    }
    return out;
}

/// "AB12" → 27; nothing where it names no column we read.
std::optional<std::size_t> column_of(std::string_view reference)
{
    std::size_t column = 0;
    std::size_t letters = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        if (++letters > 3) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

std::string name_of_cell(std::size_t column, int row)
{
    std::string letters;
    for (auto rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters + std::to_string(row);
}

/// Whole numbers as they are typed, without what a sheet adds ("1.2E+11").
std::string number_text(const std::string& value)
{
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size()) return value;
    if (number != std::floor(number) || std::abs(number) > exact_up_to) return value;
    return std::to_string(static_cast<std::int64_t>(number));
}

/// Sheets count days from 1899-12-30, as their 1900 has a 29 February, or from 1904-01-01.
std::optional<std::string> day_text(const std::string& value, bool begins_1904)
{
    double serial = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), serial);
    if (error != std::errc() || end != value.data() + value.size()) return std::nullopt;
    if (!(serial >= 61 && serial <= last_day_serial)) return std::nullopt;
    const civil_date epoch = begins_1904 ? civil_date{1904, 1, 1} : civil_date{1899, 12, 30};
    return to_iso(add_days(epoch, static_cast<int>(std::floor(serial))));
}

class sheet_reader
{
public:
    sheet_reader(
        const workbook& book,
        std::vector<std::string> strings,
        const std::set<std::string>& day_columns
    )
        : m_book(book), m_strings(std::move(strings)), m_day_columns(day_columns)
    {}

    result<std::vector<csv_row>> read(const pugi::xml_node& sheet)
    {
        int number = 0;
        for (const auto& row : child(sheet, "sheetData").children()) {
            if (!is_called(row, "row")) continue;
            number = row.attribute("r").as_int(number + 1);
            if (number < 1 || number > max_row_number)
                return wrong("the sheet has a row that no sheet has");
            TRY_STATUS(take_row(row, number));
        }
        return std::move(m_rows);
    }

private:
    status take_row(const pugi::xml_node& row, int number)
    {
        std::map<std::size_t, std::string> cells;
        std::size_t column = 0;
        for (const auto& cell : row.children()) {
            if (!is_called(cell, "c")) continue;
            if (const auto* told = cell.attribute("r").as_string(nullptr)) {
                const auto named = column_of(told);
                if (!named)
                    return wrong("row " + std::to_string(number) + ": a cell has no column");
                column = *named;
            }
            TRY(auto text, text_in(cell, column, number));
            if (!text.empty()) {
                if (column >= max_table_columns)
                    return at(
                        column,
                        number,
                        "only " + std::to_string(max_table_columns) + " columns are read"
                    );
                cells[column] = std::move(text);
            }
            ++column;
        }
        if (cells.empty()) return {};
        if (!m_header.empty()) return take_fields(std::move(cells), number);
        m_header = std::move(cells);
        return {};
    }

    status take_fields(std::map<std::size_t, std::string> cells, int number)
    {
        if (m_rows.size() >= max_table_rows)
            return wrong("only " + std::to_string(max_table_rows) + " rows are read");
        csv_row out;
        out.line = number;
        for (const auto& [column, name] : m_header)
            out.columns.emplace(name, "");
        for (auto& [column, text] : cells) {
            const auto header = m_header.find(column);
            if (header == m_header.end()) return at(column, number, "its column has no header");
            out.columns[header->second] = std::move(text);
        }
        m_rows.push_back(std::move(out));
        return {};
    }

    result<std::string> text_in(const pugi::xml_node& cell, std::size_t column, int row) const
    {
        const std::string_view type = cell.attribute("t").as_string("n");
        const std::string value = child(cell, "v").text().get();
        std::string text = value;
        if (type == "e")
            return at(column, row, "the sheet has an error here: " + value.substr(0, 20));
        if (type == "inlineStr") text = text_of(child(cell, "is"));
        if (type == "s" && !value.empty()) {
            std::size_t index = 0;
            const auto [end, error] =
                std::from_chars(value.data(), value.data() + value.size(), index);
            if (error != std::errc() || end != value.data() + value.size()
                || index >= m_strings.size())
                return at(column, row, "its text is missing in the file");
            text = m_strings[index];
        }
        if (type == "n" && !value.empty()) {
            TRY(text, number_in(value, column, row));
        }
        text = clean_text(text);
        if (text.size() > max_cell_bytes) return at(column, row, "the text is too long");
        return text;
    }

    result<std::string> number_in(const std::string& value, std::size_t column, int row) const
    {
        const auto header = m_header.find(column);
        if (header == m_header.end() || !m_day_columns.contains(fold(header->second)))
            return number_text(value);
        auto day = day_text(value, m_book.begins_1904);
        if (!day) return at(column, row, "this is no day");
        return std::move(*day);
    }

    static failure at(std::size_t column, int row, const std::string& what)
    {
        return wrong(name_of_cell(column, row) + ": " + what);
    }

    const workbook& m_book;
    std::vector<std::string> m_strings;
    const std::set<std::string>& m_day_columns;
    std::map<std::size_t, std::string> m_header;
    std::vector<csv_row> m_rows;
};

} // namespace

result<std::vector<csv_row>> parse_xlsx(
    std::string_view bytes, const std::set<std::string>& day_columns
)
{
    TRY(const auto parts, zip_parts::open(bytes));
    TRY(const auto book, read_workbook(parts));
    TRY(auto strings, read_strings(parts, book.strings));
    TRY(const auto sheet, parts.document(book.sheet));
    return sheet_reader(book, std::move(strings), day_columns).read(sheet->document_element());
}

result<std::vector<csv_row>> parse_table(
    std::string_view bytes, const std::set<std::string>& day_columns
)
{
    if (bytes.starts_with(zip_begin)) return parse_xlsx(bytes, day_columns);
    return parse_csv(bytes);
}

} // namespace hotich
