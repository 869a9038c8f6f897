#include "desktop/printing/certificate.h"

#include "common/papers/compose.h"
#include "desktop/printing/paper_text.h"

namespace hotich {

result<draw_list> compose_certificate(
    const paper_issue& issue, const definitions& known, const office_profile& office
)
{
    const auto* event = known.find_event(issue.content.event);
    const auto* paper = event == nullptr ? nullptr : known.find_paper(*event, issue.certificate);
    if (paper == nullptr) return failure{failure_code::not_found, "no such certificate"};
    TRY(const auto svg, known.drawing(issue.certificate));
    TRY(const auto shapes, parse_drawing(svg));
    const paper_source source{
        known,
        issue.content,
        office,
        issue.token,
        date_in_vietnam(issue.at),
        issue.number,
        issue.book_no};
    return compose_paper(shapes, *paper, source, paper_text_metrics());
}

} // namespace hotich
