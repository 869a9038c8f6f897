// Rules about changes to an entry that stands (Luật Hộ tịch Đ26–28, Đ46): what it says now, what
// may be changed, who has to agree.
#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/records/annotation.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

/// A row of the list of changes.
struct change_row
{
    std::size_t row = 0;
    std::string field_id;
    std::string old_value;
    std::string new_value;
};

std::vector<change_row> changes_of(const rule_input& in)
{
    std::vector<change_row> out;
    const auto& list = rows_at(in.data, in.path(0));
    for (std::size_t row = 0; row < list.size(); ++row) {
        const auto* item = list[row].if_object();
        if (item == nullptr || text_at(*item, "field_id").empty()) continue;
        out.push_back(
            {row,
             std::string(text_at(*item, "field_id")),
             clean_text(text_at(*item, "old_value")),
             clean_text(text_at(*item, "new_value"))}
        );
    }
    return out;
}

std::string cell(const rule_input& in, const change_row& change, const char* column)
{
    return in.path(0) + "." + std::to_string(change.row) + "." + column;
}

/// "child.full_name" ends in "full_name".
bool ends_in(std::string_view field_id, std::string_view ending)
{
    return field_id == ending || field_id.ends_with("." + std::string(ending));
}

bool ends_in_any(std::string_view field_id, const std::vector<std::string>& endings)
{
    return std::any_of(endings.begin(), endings.end(), [field_id](const std::string& ending) {
        return ends_in(field_id, ending);
    });
}

/// The fields that name the entry which the list changes, as the definition has them.
entry_key target_of_changes(const rule_input& in)
{
    for (const auto& annotation : in.event.annotates)
        if (annotation.changes == in.path(0) && annotation.when.holds(in.data))
            return annotation.target.key_in(in.data, in.context.office.code);
    return entry_key_at(in, "target");
}

/// The definition of the entry that is changed; null where it is not known.
const event_definition* target_event(const rule_input& in)
{
    return in.context.known.find_event(target_of_changes(in).event);
}

bilingual label_of(const event_definition* event, const std::string& field_id)
{
    const auto* field = event == nullptr ? nullptr : event->find_field(field_id);
    return field == nullptr ? bilingual{field_id, field_id} : field->label;
}

/// What an entry says in a field, as a person reads it; "none" where it says nothing.
bilingual shown_value(
    const definitions& known,
    const event_definition& event,
    const json::object& current,
    const std::string& field_id
)
{
    bilingual shown{
        display_value(known, event, current, field_id, "vi"),
        display_value(known, event, current, field_id, "en")};
    const bool is_shown = event.find_field(field_id) != nullptr && !shown.vi.empty();
    return is_shown ? shown : known.message("words", "none");
}

/// One finding for each row that does not pass; `label` is the field's of the changed entry.
template <class Passes>
rule_result rows_that_fail(const rule_input& in, const char* column, Passes passes)
{
    rule_result found;
    const auto* event = target_event(in);
    for (const auto& change : changes_of(in))
        if (!passes(change))
            found.push_back(
                {cell(in, change, column), {{"label", label_of(event, change.field_id)}}}
            );
    return found;
}

} // namespace

entry_key entry_key_at(const rule_input& in, const std::string& prefix)
{
    const target_definition block{
        {prefix + ".doc_kind", ""},
        prefix + ".no",
        prefix + ".date",
        prefix + ".office_code",
        prefix + ".record"};
    return block.key_in(in.data, in.context.office.code);
}

std::optional<found_entry> entry_at(const rule_input& in, const std::string& prefix)
{
    const auto key = entry_key_at(in, prefix);
    if (key.number.empty() && key.record.empty()) return std::nullopt;
    return in.context.lookup.find_entry(key);
}

// Luật Hộ tịch Đ28: an old book or another office's is told by letter.
rule_result target_is_known(const rule_input& in)
{
    const auto key = entry_key_at(in, in.path(0));
    const bool is_named = !key.number.empty() || !key.record.empty();
    if (!is_named || !in.context.lookup.knows_entries() || entry_at(in, in.path(0))) return {};
    return {{in.path(0) + ".no", {}}};
}

// Domain §6.6 row 18: what is changed must be what the book says.
rule_result old_value_is_current(const rule_input& in)
{
    const auto key = target_of_changes(in);
    if (key.number.empty() && key.record.empty()) return {};
    const auto entry = in.context.lookup.find_entry(key);
    const auto* event = entry ? in.context.known.find_event(entry->event) : nullptr;
    if (event == nullptr) return {};
    rule_result found;
    for (const auto& change : changes_of(in)) {
        const auto& known = in.context.known;
        const auto& now = entry->current;
        if (is_current_value(known, *event, now, change.field_id, change.old_value)) continue;
        found.push_back(
            {cell(in, change, "old_value"),
             {{"label", label_of(event, change.field_id)},
              {"current", shown_value(known, *event, now, change.field_id)}}}
        );
    }
    return found;
}

rule_result fix_changes_nothing(const rule_input& in)
{
    return rows_that_fail(in, "new_value", [](const change_row& change) {
        return change.new_value.empty() || change.new_value != change.old_value;
    });
}

// Luật Hộ tịch Đ4 k10–13, Đ26: each kind of registration has its own scope.
rule_result items_may_touch(const rule_input& in)
{
    const auto endings = in.texts(1);
    return rows_that_fail(in, "field_id", [&endings](const change_row& change) {
        return ends_in_any(change.field_id, endings);
    });
}

// TT 04/2020 Đ18: the nationality is supplemented only on papers since 01/01/2016. Arguments: the
// list, endings, the field with the paper's day, the day.
rule_result items_only_since(const rule_input& in)
{
    const auto issued = in.date(2);
    const auto day = parse_date(in.path(3));
    if (!issued || !day || latest_day(*issued) >= *day) return {};
    const auto endings = in.texts(1);
    auto found = rows_that_fail(in, "field_id", [&endings](const change_row& change) {
        return !ends_in_any(change.field_id, endings);
    });
    for (auto& item : found)
        item.arguments.push_back(plain("date", to_display(*day)));
    return found;
}

// NĐ 70/2024 Đ11 k7: the personal number may be established anew when the person wants it.
rule_result gender_or_year_changed(const rule_input& in)
{
    const auto* event = target_event(in);
    const auto year_of = [](const std::string& typed) {
        const auto date = parse_typed_date(typed);
        return date ? date->year : 0;
    };
    for (const auto& change : changes_of(in)) {
        // A parent's number does not depend on the child's entry.
        const bool is_subject = event == nullptr || change.field_id.find('.') == std::string::npos
            || change.field_id.starts_with(event->subject + ".");
        const bool is_gender = ends_in(change.field_id, "gender");
        const bool is_year = ends_in(change.field_id, "birth_date")
            && year_of(change.old_value) != year_of(change.new_value);
        if (is_subject && (is_gender || is_year)) return {{cell(in, change, "new_value"), {}}};
    }
    return {};
}

// NĐ 123/2015 Đ7, BLDS Đ27 k2, Đ29 k4: who has to agree depends on the person's age on the day.
rule_result consent_by_age(const rule_input& in)
{
    const auto birth = in.date(1);
    if (!birth || in.is_given(0)) return {};
    const int age = full_years(for_age_test(*birth), in.registered_on());
    if (age < in.number(2, 0) || age >= in.number(3, 150)) return {};
    return {{in.path(0), {plain("age", std::to_string(age))}}};
}

} // namespace hotich
