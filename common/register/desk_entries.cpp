#include "common/register/desk_entries.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/records/annotation.h"

namespace hotich {

namespace {

failure not_allowed(const char* why) { return {failure_code::not_allowed, why}; }

result<json::array> changes_of(
    const desk_register& desk, const record& entry, const std::vector<entry_change>& wanted
)
{
    const auto* event = desk.known().find_event(entry.event);
    const auto current = current_data(entry);
    json::array changes;
    for (const auto& item : wanted) {
        const auto* field = event == nullptr ? nullptr : event->find_field(item.field);
        if (field == nullptr || field->later)
            return failure{failure_code::invalid_input, item.field};
        const auto value = typed_value(desk.known(), *field, clean_text(item.value));
        const auto* before = find_path(current, item.field);
        if (before != nullptr ? *before == value : !is_known(value)) continue;
        changes.push_back(json::object{
            {"field", item.field},
            {"old", display_value(desk.known(), *event, current, item.field, "vi")},
            {"new", value}});
    }
    return changes;
}

result<json::object> waiting_notice(const record& entry, std::size_t notice)
{
    if (notice >= entry.notices.size()
        || text_at(entry.notices[notice].get_object(), "state") != "waiting")
        return failure{failure_code::not_found, "no such notice waits"};
    const auto& told = entry.notices[notice].get_object();
    return json::object{
        {"office", text_at(told, "source.office")},
        {"record", text_at(told, "source.record")},
        {"kind", text_at(told, "kind")}};
}

status judge(
    desk_register& desk,
    const char* kind,
    const naming& a,
    const naming& b,
    const std::string& reason,
    instant now
)
{
    if (clean_text(reason).empty()) return not_allowed("reason_needed");
    const auto named = [](const naming& who) {
        return json::object{{"record", who.record}, {"role", who.role}};
    };
    return desk.append(
        kind, a.record, {{"a", named(a)}, {"b", named(b)}, {"reason", clean_text(reason)}}, now
    );
}

} // namespace

status fix_entry(
    desk_register& desk,
    const std::string& record_id,
    const std::vector<entry_change>& changes,
    const std::string& reason,
    instant now
)
{
    TRY(const auto entry, desk.load(record_id));
    if (entry.state != record_state::registered) return not_allowed("not_registered");
    if (!entry.papers.empty()) return not_allowed("paper_already_issued");
    if (text_at(entry.data, "reg_date") != to_iso(date_in_vietnam(now)))
        return not_allowed("not_same_day");
    if (clean_text(reason).empty()) return not_allowed("reason_needed");
    TRY(auto written, changes_of(desk, entry, changes));
    if (written.empty()) return not_allowed("fix_changes_nothing");
    return desk.append(
        operation_kind::fix,
        record_id,
        {{"changes", std::move(written)}, {"reason", clean_text(reason)}},
        now
    );
}

status confirm_annotation(
    desk_register& desk, const std::string& record_id, std::size_t notice, instant now
)
{
    TRY(const auto entry, desk.load(record_id));
    TRY(auto source, waiting_notice(entry, notice));
    return desk.append(
        operation_kind::confirm_annotation, record_id, {{"source", std::move(source)}}, now
    );
}

status decline_annotation(
    desk_register& desk,
    const std::string& record_id,
    std::size_t notice,
    const std::string& reason,
    instant now
)
{
    if (clean_text(reason).empty()) return not_allowed("reason_needed");
    TRY(const auto entry, desk.load(record_id));
    TRY(auto source, waiting_notice(entry, notice));
    return desk.append(
        operation_kind::decline_annotation,
        record_id,
        {{"source", std::move(source)}, {"reason", clean_text(reason)}},
        now
    );
}

status judge_same_person(
    desk_register& desk, const naming& a, const naming& b, const std::string& reason, instant now
)
{
    return judge(desk, operation_kind::same_person, a, b, reason, now);
}

status judge_distinct_person(
    desk_register& desk, const naming& a, const naming& b, const std::string& reason, instant now
)
{
    return judge(desk, operation_kind::distinct_person, a, b, reason, now);
}

} // namespace hotich
