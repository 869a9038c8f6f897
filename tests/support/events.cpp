#include "tests/support/events.h"

#include "common/records/annotation.h"

namespace hotich::test {

namespace {

const event_definition& event_of(const std::string& event)
{
    const auto* found = real_definitions().find_event(event);
    if (found == nullptr) qFatal("no event %s", event.c_str());
    return *found;
}

} // namespace

std::vector<override_reason> reasons_for_all(const std::vector<finding>& findings)
{
    std::vector<override_reason> reasons;
    for (const auto& item : findings)
        if (item.needs_reason || (item.level == severity::block && !item.no_override))
            reasons.push_back({item.rule, "", "đã đối chiếu giấy tờ", "biên bản"});
    return reasons;
}

json::object example_of(const std::string& event) { return event_of(event).example; }

registration_outcome register_of(
    desk_register& desk, const std::string& event, json::object data, instant now
)
{
    const auto& definition = event_of(event);
    const auto tried = desk.check(definition, data, now);
    return must(desk.register_event(
        definition, {std::move(data), reasons_for_all(tried.findings), "", ""}, now
    ));
}

record entry_of_example(const std::string& event, int reg_no)
{
    const auto& definition = event_of(event);
    record out;
    out.id = "01890a5d-ac96-774b-bcce-b302099a8057";
    out.office = "00004";
    out.event = event;
    out.state = record_state::registered;
    out.confirmed = true;
    out.data = definition.example;
    const auto office = ba_dinh();
    fill_automatic(
        definition, out.data, {civil_date{2026, 11, 20}, office, "Lê Văn Cán", &real_definitions()}
    );
    if (const auto* book = definition.book_for(out.data)) out.number = {book->kind, 2026, reg_no};
    return out;
}

json::object amendment_of(
    const std::string& event,
    const record& entry,
    const office_profile& office,
    const std::vector<std::array<std::string, 3>>& changes
)
{
    const auto& definition = event_of(event);
    auto data = definition.example;
    const auto& target =
        definition.annotates.empty() ? *definition.copies_of : definition.annotates.front().target;
    for (const auto& path :
         {target.doc_kind.path, target.no, target.date, target.office_code, target.record})
        if (!path.empty()) remove_path(data, path);
    fill_target(definition, name_of_entry(real_definitions(), entry, office), data);
    if (changes.empty()) return data;
    json::array items;
    for (const auto& [field, old, value] : changes)
        items.push_back(json::object{{"field_id", field}, {"old_value", old}, {"new_value", value}}
        );
    data["items"] = std::move(items);
    return data;
}

std::string stopping(const registration_outcome& outcome)
{
    std::string text;
    for (const auto& item : outcome.findings)
        if (item.level == severity::block) text += item.rule + " " + item.field + ", ";
    return text;
}

} // namespace hotich::test
