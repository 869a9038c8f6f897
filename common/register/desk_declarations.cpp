#include "common/register/desk_declarations.h"

#include "common/definitions/joint_event.h"

namespace hotich {

namespace {

void add_declarations(
    const desk_register& desk,
    const event_definition& event,
    const json::object& data,
    instant now,
    std::vector<paper_issue>& out
)
{
    record content;
    content.office = desk.identity().office;
    content.event = event.event;
    content.data = data;
    for (const auto& paper : event.papers) {
        const bool is_asked_for = paper.kind == "declaration" && paper.when.holds(data)
            && paper.valid.holds(date_in_vietnam(now));
        if (is_asked_for) out.push_back({content, paper.certificate, "", now, "", ""});
    }
}

} // namespace

result<std::vector<paper_issue>> declarations_of(
    const desk_register& desk, const event_definition& event, json::object data, instant now
)
{
    const auto completed = desk.check(event, std::move(data), now).data;
    std::vector<paper_issue> out;
    add_declarations(desk, event, completed, now, out);
    for (const auto& part : event.parts)
        if (part.definition != nullptr)
            add_declarations(desk, *part.definition, part_data(part, completed), now, out);
    if (out.empty()) return failure{failure_code::not_found, "the event has no declaration"};
    return out;
}

} // namespace hotich
