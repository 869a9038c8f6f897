#include "desktop/tool/paper_commands.h"

#include "common/register/desk_printed.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/printing/printed_lists.h"
#include "desktop/tool/commands.h"

#include <QString>

namespace hotich::tool {

namespace {

json::object paper_value(const printed_paper& paper)
{
    json::object out{
        {"record", paper.entry.record},
        {"certificate", paper.certificate},
        {"name", paper.entry.title},
        {"state", name_of(paper.state)},
        {"token", paper.token}};
    if (paper.entry.number) out["number"] = to_display(*paper.entry.number);
    if (!paper.serial.empty()) out["blank"] = paper.serial;
    return out;
}

json::object unprinted_value(const unprinted_entry& one)
{
    json::object out{
        {"record", one.entry.record},
        {"certificate", one.certificate},
        {"name", one.entry.title},
        {"state", "to_print"}};
    if (one.entry.number) out["number"] = to_display(*one.entry.number);
    return out;
}

result<json::array> waiting_papers(desk_register& desk, instant now)
{
    json::array out;
    TRY(const auto unprinted, entries_to_print(desk, now));
    for (const auto& one : unprinted)
        out.push_back(unprinted_value(one));
    for (const auto state : {paper_state::sent, paper_state::came_out, paper_state::is_signed}) {
        TRY(const auto papers, papers_in(desk, state, max_papers_listed));
        for (const auto& paper : papers)
            out.push_back(paper_value(paper));
    }
    return out;
}

json::array texts_of(const std::vector<blank_serial>& serials)
{
    json::array out;
    for (const auto& serial : serials)
        out.emplace_back(to_text(serial));
    return out;
}

json::object blanks_value(const blanks_in_hand& blanks)
{
    json::object out{{"certificate", blanks.kind}, {"left", blanks.left}};
    if (blanks.next) out["next"] = to_text(*blanks.next);
    if (!blanks.twice.empty()) out["twice"] = texts_of(blanks.twice);
    if (!blanks.unknown.empty()) out["never_received"] = texts_of(blanks.unknown);
    return out;
}

/// A line for each, with the values as they stand in the document.
std::string lines_of(const json::array& rows)
{
    std::string text;
    for (const auto& row : rows)
        text += (text.empty() ? "" : "\n") + to_text(row);
    return text;
}

/// A list of nothing is no list: where no paper waits, that is said and no file is written.
status write_signing_list(context& in, desk_register& desk, const std::string& file)
{
    TRY(const auto papers, papers_to_sign(desk, in.now()));
    if (papers.empty()) {
        in.say(in.words("tool", "nothing_to_sign"));
        return {};
    }
    TRY_STATUS(prepare_painting(in));
    return write_pdf(
        QString::fromStdString(file),
        signing_list(in.known(), desk.office(), papers, desk.user(), in.now()),
        paper_kind::plain,
        QString::fromStdString(in.words("words", "signing_list"))
    );
}

} // namespace

exit_code list_papers(context& in, const paper_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (!options.list.empty())
        if (const auto made = write_signing_list(in, **desk, options.list); !made)
            return in.fail(made.error());
    auto papers = waiting_papers(**desk, in.now());
    if (!papers) return in.fail(papers.error());
    const auto text = lines_of(*papers);
    in.print({{"papers", std::move(*papers)}}, text);
    return done;
}

exit_code tell_paper(context& in, const paper_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto state = paper_state_named(options.state);
    const auto told = tell_paper_step(
        **desk, options.token, {state, options.reason, options.to, options.serial}, in.now()
    );
    if (!told) return in.fail(told.error());
    const auto paper = find_printed(**desk, options.token);
    if (!paper) return in.fail(paper.error());
    const auto value = paper_value(*paper);
    in.print(value, to_text(value));
    return done;
}

exit_code list_blanks(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto kinds = blanks_of(**desk);
    if (!kinds) return in.fail(kinds.error());
    json::array rows;
    for (const auto& blanks : *kinds)
        rows.push_back(blanks_value(blanks));
    const auto text = lines_of(rows);
    in.print({{"blanks", std::move(rows)}}, text);
    return done;
}

exit_code move_blanks(context& in, const blank_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto range = blank_range_of(options.first, options.last);
    if (!range) return in.fail(range.error());
    const auto written = write_blank_move(
        **desk, {options.certificate, *range, options.what, options.note}, in.now()
    );
    return written ? list_blanks(in) : in.fail(written.error());
}

} // namespace hotich::tool
