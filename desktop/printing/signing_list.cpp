#include "desktop/printing/signing_list.h"

#include "common/base/text.h"
#include "common/papers/table_pages.h"
#include "common/register/reading_log.h"
#include "desktop/printing/page_painter.h"

namespace hotich {

namespace {

constexpr int text_hmm = 380;
constexpr int lines_to_sign_on = 2;
constexpr const char* look_name = "to_sign";

/// A4 upright; together 180 mm.
std::vector<table_column> columns_of(const definitions& known)
{
    const auto column = [&known](const char* word, int width) {
        return table_column{known.message("words", word).vi, width};
    };
    return {
        column("ordinal", 1000),
        column("paper", 4200),
        column("number", 1800),
        column("full_name", 4300),
        column("printed_on", 2100),
        column("blank_serial", 2200),
        column("signature", 2400)};
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
    const auto day = to_display(date_in_vietnam(now));
    const qt_text_metrics metrics;
    table_form form;
    form.office = office.name;
    form.title = to_upper(known.message("words", "signing_list").vi);
    form.columns = columns_of(known);
    form.text_hmm = text_hmm;
    form.least_lines = lines_to_sign_on;
    table_pages pages(std::move(form), metrics);
    int row = 0;
    for (const auto& paper : papers)
        pages.add_row(
            {{std::to_string(++row)},
             {name_of_paper(known, paper.entry.event, paper.certificate, "vi")},
             {paper.entry.number ? to_display(*paper.entry.number) : ""},
             {paper.entry.title},
             {to_display(date_in_vietnam(paper.at))},
             {paper.serial},
             {}}
        );
    pages.add_text(replace_placeholders(
        known.message("words", "signing_list_end").vi,
        {{"count", std::to_string(papers.size())}, {"date", day}, {"by", by}}
    ));
    return pages.take();
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
        if (const auto* paper = other->find_paper(certificate)) return paper->title.in(language);
    return certificate;
}

} // namespace hotich
