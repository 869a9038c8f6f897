#include "common/papers/book_pages.h"
#include "common/papers/book_table.h"
#include "common/papers/notes.h"
#include "common/records/scan.h"
#include "common/register/desk_books.h"
#include "common/register/reading_log.h"
#include "common/register/verify_register.h"
#include "common/rules/duplicate_check.h"
#include "desktop/printing/paper_text.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/tool/commands.h"

#include <QString>

namespace hotich::tool {

namespace {

json::object line_value(const record_line& line)
{
    return {
        {"number", number_value(line.number)},
        {"record", line.record},
        {"state", line.state},
        {"registered_on", line.reg_date},
        {"title", line.title},
    };
}

/// Without the keys that open them.
json::array scan_values(const record& content)
{
    json::array out;
    for (const auto& paper : scans_of(content))
        out.push_back({{"name", paper.name}, {"type", paper.type}, {"bytes", paper.bytes}});
    return out;
}

std::string line_text(const record_line& line)
{
    return (line.number ? to_display(*line.number) : std::string("-")) + "\t" + line.reg_date + "\t"
        + line.title + "\t" + line.state + "\t" + line.record;
}

exit_code print_lines(
    const context& in, const std::string& name, const std::vector<record_line>& lines
)
{
    json::array values;
    std::string text;
    for (const auto& line : lines) {
        values.push_back(line_value(line));
        text += line_text(line) + "\n";
    }
    in.print({{name, std::move(values)}}, text);
    return done;
}

/// The entry that a held record resembles beside it; of another office only whether fields agree.
json::array comparison_value(
    const context& in,
    const desk_register& desk,
    const record& content,
    const event_definition& event,
    const finding& item
)
{
    const auto other = desk.load(record_named_in(item));
    const auto theirs = other ? current_data(*other) : json::object();
    json::array out;
    for (const auto& row : side_by_side(
             {in.known(), event, item, content.data, other ? &theirs : nullptr},
             in.chosen().language
         )) {
        json::object value{{"field", row.label}, {"this", row.mine}};
        if (other) value["other"] = row.theirs;
        value["agreement"] = row.agreement;
        value["weight"] = row.weight;
        out.push_back(std::move(value));
    }
    return out;
}

json::array reasons_value(const context& in, const desk_register& desk, const record& content)
{
    const auto* event = in.known().find_event(content.event);
    json::array list;
    for (const auto& reason : content.reasons) {
        if (!reason.is_object()) continue;
        const auto item = parse_finding(reason.get_object());
        if (!item) continue;
        auto value = finding_value(in, *item, event);
        if (event != nullptr && !compared_in(*item).empty())
            value["comparison"] = comparison_value(in, desk, content, *event, *item);
        list.push_back(std::move(value));
    }
    return list;
}

/// Each note with its sentence.
json::array annotations_value(const context& in, const record& content)
{
    const auto* event = in.known().find_event(content.event);
    json::array out;
    for (const auto& item : content.annotations) {
        auto note = item.get_object();
        if (event != nullptr)
            note["sentence"] = note_text(in.known(), *event, note, in.chosen().language);
        out.push_back(std::move(note));
    }
    return out;
}

} // namespace

namespace {

/// "list" is one line an entry; "a3" and "a4" are the whole entries in the book's columns.
result<std::vector<draw_list>> pages_of_book(
    const context& in,
    desk_register& desk,
    const book_definition& book,
    int year,
    const std::vector<record_line>& lines,
    const std::string& paper
)
{
    if (paper == "list") {
        std::vector<book_row> rows;
        for (const auto& line : lines)
            rows.push_back({to_display(*line.number), line.reg_date, line.title});
        return book_pages(in.known(), book, desk.office(), year, rows, paper_text_metrics());
    }
    std::vector<record> entries;
    for (const auto& line : lines) {
        TRY(auto entry, desk.load(line.record));
        entries.push_back(std::move(entry));
    }
    TRY(const auto count, count_book(desk, book.kind, year));
    TRY(const auto volumes, volumes_of_book(desk, book.kind, year));
    return book_table(
        {in.known(), book, desk.office(), year, entries, count, volumes},
        paper == "a4" ? book_format::a4_landscape : book_format::a3_landscape,
        paper_text_metrics()
    );
}

} // namespace

exit_code show(context& in, const std::string& typed)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto id = (*desk)->resolve(typed);
    if (!id) return in.fail(id.error());
    const auto content = (*desk)->load(*id);
    if (!content) return in.fail(content.error());
    if (const auto noted = note_look(**desk, {reading_act::opened, *id}, in.now()); !noted)
        return in.fail(noted.error());
    const json::object document{
        {"record", content->id},
        {"office", content->office},
        {"event", content->event},
        {"state", name_of(content->state)},
        {"confirmed", content->confirmed},
        {"number", number_value(content->number)},
        {"data", content->data},
        {"current", current_data(*content)},
        {"annotations", annotations_value(in, *content)},
        {"notices", content->notices},
        {"links", content->links},
        {"pin", content->pin},
        {"dossier", content->dossier},
        {"reasons", reasons_value(in, **desk, *content)},
        {"other", content->other},
        {"papers", content->papers},
        {"scans", scan_values(*content)},
        {"history", content->history},
    };
    in.print(document, to_text(document));
    return done;
}

exit_code search(context& in, const std::string& text, int limit)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (const auto noted = note_look(**desk, {reading_act::searched, "", text}, in.now()); !noted)
        return in.fail(noted.error());
    const auto lines = (*desk)->search(text, limit);
    return lines ? print_lines(in, "results", *lines) : in.fail(lines.error());
}

exit_code book(
    context& in,
    const std::string& event_name,
    int year,
    const std::string& pdf,
    const std::string& paper
)
{
    const auto book = in.book(event_name);
    if (!book) return in.fail(book.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const look listed{reading_act::listed, (*book)->kind + "/" + std::to_string(year)};
    if (const auto noted = note_look(**desk, listed, in.now()); !noted)
        return in.fail(noted.error());
    const auto lines = (*desk)->book((*book)->kind, year);
    if (!lines) return in.fail(lines.error());
    if (!pdf.empty()) {
        if (const auto ready = prepare_painting(in); !ready) return in.fail(ready.error());
        const auto pages = pages_of_book(in, **desk, **book, year, *lines, paper);
        if (!pages) return in.fail(pages.error());
        const auto written = write_pdf(
            QString::fromStdString(pdf),
            *pages,
            paper_kind::plain,
            QString::fromStdString((*book)->title.vi)
        );
        if (!written) return in.fail(written.error());
    }
    return print_lines(in, "entries", *lines);
}

exit_code verify(context& in)
{
    // Not through the register itself: what is too damaged to be worked with must still be
    // verified.
    if (!in.has_register())
        return in.fail({failure_code::invalid_input, "--register FILE is needed"});
    const auto password = ask_password(in.words("tool", "password"));
    const auto report = verify_register(
        in.chosen().register_file, in.chosen().user, password, in.known(), in.store()
    );
    if (!report) return in.fail(report.error());
    json::array problems;
    std::string text;
    for (const auto& problem : report->problems) {
        problems.push_back({{"record", problem.record}, {"what", problem.what}});
        text += problem.record + ": " + problem.what + "\n";
    }
    const bool sound = problems.empty();
    text += in.words("tool", sound ? "sound" : "not_sound") + " ("
        + std::to_string(report->operations) + ", " + std::to_string(report->records) + ")";
    in.print(
        {{"ok", sound},
         {"operations", report->operations},
         {"records", report->records},
         {"problems", std::move(problems)}},
        text
    );
    return sound ? done : damaged;
}

} // namespace hotich::tool
