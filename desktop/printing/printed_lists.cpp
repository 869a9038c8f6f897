#include "desktop/printing/printed_lists.h"

#include "common/base/text.h"
#include "common/papers/table_pages.h"
#include "common/register/reading_log.h"
#include "desktop/printing/paper_text.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int text_hmm = 380;
constexpr int lines_to_sign_on = 2;
constexpr const char* look_name = "to_sign";

/// A4 upright; the columns are 180 mm together.
table_form form_of(
    const definitions& known,
    const office_profile& office,
    const std::string& title,
    const std::vector<std::pair<const char*, int>>& columns
)
{
    table_form form;
    form.office = office.name;
    form.title = to_upper(title);
    form.text_hmm = text_hmm;
    for (const auto& [word, width] : columns)
        form.columns.push_back({known.message("words", word).vi, width});
    return form;
}

std::string number_of(const record_line& entry)
{
    return entry.number ? to_display(*entry.number) : std::string();
}

} // namespace

result<std::vector<printed_paper>> papers_to_sign(desk_register& desk, instant now)
{
    TRY_STATUS(note_look(desk, {reading_act::listed, look_name}, now));
    return papers_in(desk, paper_state::came_out, max_papers_listed);
}

std::vector<draw_list> signing_list(
    const definitions& known,
    const office_profile& office,
    const std::vector<printed_paper>& papers,
    const std::string& by,
    instant now
)
{
    auto form = form_of(
        known,
        office,
        known.message("words", "signing_list").vi,
        {{"ordinal", 1000},
         {"paper", 4200},
         {"number", 1800},
         {"full_name", 4300},
         {"printed_on", 2100},
         {"blank_serial", 2200},
         {"signature", 2400}}
    );
    form.least_lines = lines_to_sign_on;
    const paper_text_metrics metrics;
    table_pages pages(std::move(form), metrics);
    int row = 0;
    for (const auto& paper : papers)
        pages.add_row(
            {{std::to_string(++row)},
             {name_of_paper(known, paper.entry.event, paper.certificate, "vi")},
             {number_of(paper.entry)},
             {paper.entry.title},
             {to_display(date_in_vietnam(paper.at))},
             {paper.serial},
             {}}
        );
    pages.add_text(replace_placeholders(
        known.message("words", "signing_list_end").vi,
        {{"count", std::to_string(papers.size())},
         {"date", to_display(date_in_vietnam(now))},
         {"by", by}}
    ));
    return pages.take();
}

std::vector<draw_list> day_list(
    const definitions& known,
    const office_profile& office,
    const civil_date& day,
    const std::vector<day_line>& lines,
    const std::string& by
)
{
    const auto title = known.message("words", "day_sheet").vi + " " + to_display(day);
    const paper_text_metrics metrics;
    table_pages pages(
        form_of(
            known,
            office,
            title,
            {{"number", 1800},
             {"full_name", 5000},
             {"event", 4200},
             {"what_was_done", 4000},
             {"written_by", 3000}}
        ),
        metrics
    );
    std::size_t entries = 0;
    for (const auto& line : lines) {
        const auto* event = known.find_event(line.entry.event);
        const bool is_entry = line.what == "register";
        entries += is_entry ? 1 : 0;
        pages.add_row(
            {{number_of(line.entry)},
             {line.entry.title},
             {event == nullptr ? line.entry.event : event->title.vi},
             {is_entry ? known.message("states", "registered").vi
                       : name_of_paper(known, line.entry.event, line.what, "vi")},
             {line.by}}
        );
    }
    pages.add_text(replace_placeholders(
        known.message("words", "day_sheet_end").vi,
        {{"entries", std::to_string(entries)},
         {"papers", std::to_string(lines.size() - entries)},
         {"by", by}}
    ));
    return pages.take();
}

std::string day_in_file_name(const civil_date& day)
{
    auto text = to_display(day);
    std::ranges::replace(text, '/', '-');
    return text;
}

std::string name_of_paper(
    const definitions& known,
    const std::string& event,
    const std::string& certificate,
    const std::string& language
)
{
    const auto* own = known.find_event(event);
    if (const auto* paper = own == nullptr ? nullptr : known.find_paper(*own, certificate))
        return paper->title.in(language);
    // A copy's paper is of the entry that is copied.
    for (const auto* other : known.events())
        if (const auto* paper = known.find_paper(*other, certificate))
            return paper->title.in(language);
    return certificate;
}

} // namespace hotich
