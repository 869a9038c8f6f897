// Commands about books: opening after a paper number, volumes, void numbers, closing, the day's
// sheet.
#include "common/base/text.h"
#include "common/register/desk_books.h"
#include "common/register/reading_log.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/printing/printed_lists.h"
#include "desktop/tool/commands.h"

#include <QString>

namespace hotich::tool {

namespace {

/// What the book now counts is told also where something stands in the way.
exit_code told(const context& in, const status& acted, const json::object& document)
{
    const auto code = acted ? done : in.fail(acted.error());
    if (acted || code == not_permitted) in.print(document, to_text(document));
    return code;
}

json::object volume_value(const register_volume& volume)
{
    return {
        {"volume", volume.volume},
        {"first_no", volume.first_no},
        {"opened_on", volume.opened_on},
        {"closed_on", volume.closed_on},
        {"totals", volume.totals}};
}

/// The book with what it counts now, for every answer about it.
json::object book_value(desk_register& desk, const std::string& kind, int year)
{
    json::object out{{"book", kind}, {"year", year}};
    if (const auto count = count_book(desk, kind, year)) out["count"] = count->to_json();
    json::array volumes;
    if (const auto listed = volumes_of_book(desk, kind, year))
        for (const auto& volume : *listed)
            volumes.push_back(volume_value(volume));
    out["volumes"] = std::move(volumes);
    return out;
}

std::string what_of(const context& in, const day_line& line)
{
    if (line.what == "register") return in.words("states", "registered");
    const auto* event = in.known().find_event(line.entry.event);
    const auto* paper = event == nullptr ? nullptr : in.known().find_paper(*event, line.what);
    return paper == nullptr ? line.what : paper->title.in(in.chosen().language);
}

} // namespace

exit_code open_book(context& in, const book_options& options)
{
    const auto book = in.book(options.book);
    if (!book) return in.fail(book.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto acted = options.next_volume
        ? open_next_volume(**desk, (*book)->kind, options.year, in.now())
        : hotich::open_book(**desk, (*book)->kind, options.year, options.after, in.now());
    return told(in, acted, book_value(**desk, (*book)->kind, options.year));
}

exit_code close_book(context& in, const book_options& options)
{
    const auto book = in.book(options.book);
    if (!book) return in.fail(book.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto acted = hotich::close_book(
        **desk,
        (*book)->kind,
        options.year,
        {options.pages_used, options.blank_pages, options.head, options.reason},
        in.now()
    );
    return told(in, acted, book_value(**desk, (*book)->kind, options.year));
}

exit_code void_number(context& in, const book_options& options)
{
    const auto book = in.book(options.book);
    if (!book) return in.fail(book.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto acted = hotich::void_number(
        **desk, {(*book)->kind, options.year, options.number}, options.reason, in.now()
    );
    return told(in, acted, book_value(**desk, (*book)->kind, options.year));
}

exit_code show_day(context& in, const book_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto typed = parse_typed_date(options.day);
    const auto day = typed && typed->is_full() ? for_age_test(*typed) : date_in_vietnam(in.now());
    if (const auto noted = note_look(**desk, {reading_act::listed, to_iso(day)}, in.now()); !noted)
        return in.fail(noted.error());
    const auto lines = day_sheet(**desk, day);
    if (!lines) return in.fail(lines.error());
    json::array list;
    std::string text;
    for (const auto& line : *lines) {
        const auto number = line.entry.number ? to_display(*line.entry.number) : std::string("-");
        const auto* event = in.known().find_event(line.entry.event);
        const auto title =
            (event == nullptr ? line.entry.event : event->title.in(in.chosen().language)) + ": "
            + what_of(in, line);
        list.push_back(json::object{
            {"what", line.what},
            {"event", line.entry.event},
            {"record", line.entry.record},
            {"number", number},
            {"title", line.entry.title},
            {"by", line.by}});
        text += number + "\t" + line.entry.title + "\t" + title + "\n";
    }
    if (!options.pdf.empty()) {
        if (const auto ready = prepare_painting(in); !ready) return in.fail(ready.error());
        const auto pages = day_list(in.known(), (*desk)->office(), day, *lines, (*desk)->user());
        const auto written = write_pdf(
            QString::fromStdString(options.pdf),
            pages,
            paper_kind::plain,
            QString::fromStdString(in.words("words", "day_sheet"))
        );
        if (!written) return in.fail(written.error());
    }
    in.print({{"day", to_iso(day)}, {"lines", std::move(list)}}, text);
    return done;
}

} // namespace hotich::tool
