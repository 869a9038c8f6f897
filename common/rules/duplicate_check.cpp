#include "common/rules/duplicate_check.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/rules/rule.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* fields_argument = "agreement";

std::string with_sign(int weight)
{
    return weight > 0 ? "+" + std::to_string(weight) : std::to_string(weight);
}

/// "họ tên: gần giống (+25); ngày sinh: trùng khớp (+25)", highest weight first.
std::string reasons_in(
    const definitions& known,
    const event_definition& event,
    std::vector<compared_field> fields,
    std::string_view language
)
{
    std::stable_sort(fields.begin(), fields.end(), [](const auto& a, const auto& b) {
        return a.weight > b.weight;
    });
    std::string out;
    for (const auto& item : fields) {
        if (!out.empty()) out += "; ";
        out += lower_first(told_label(event, item.field, language)) + ": "
            + agreement_words(known, item.as, language) + " (" + with_sign(item.weight) + ")";
    }
    return out;
}

std::vector<finding::argument> reasons_of(
    const check_context& context, const event_definition& event, const probable_duplicate& alike
)
{
    const auto why = [&](std::string_view language) {
        return replace_placeholders(
            context.known.message("duplicates", "why").in(language),
            {{"fields", reasons_in(context.known, event, alike.fields, language)},
             {"score", std::to_string(alike.score)},
             {"threshold", std::to_string(event.duplicates.threshold)}}
        );
    };
    return {
        {"why", {why("vi"), why("en")}}, plain(fields_argument, agreements_as_text(alike.fields))};
}

/// An argument that is the same in both languages; "" where the finding has none of the name.
std::string argument_of(const finding& item, std::string_view name)
{
    for (const auto& argument : item.arguments)
        if (argument.name == name) return argument.value.vi;
    return {};
}

/// The finding that already tells of the record, or null.
finding* told_in(std::vector<finding>& findings, const std::string& record)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&record](const auto& item) {
        return record_named_in(item) == record;
    });
    return found == findings.end() ? nullptr : &*found;
}

finding finding_of(const event_definition& event, const claim_holder& holder)
{
    const auto& field = event.duplicates.compared.front().value.fields.front();
    return {"possible_duplicate", field, severity::warn, true, false, holder_arguments(holder)};
}

} // namespace

void check_alike(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto alike = context.lookup.alike(event, data, context.record);
    for (const auto& one : alike.found) {
        auto* told = told_in(out, one.holder.record);
        if (told == nullptr) told = &out.emplace_back(finding_of(event, one.holder));
        auto reasons = reasons_of(context, event, one);
        std::move(reasons.begin(), reasons.end(), std::back_inserter(told->arguments));
    }
    if (alike.is_cut)
        out.push_back(
            {"duplicates_not_all_compared",
             event.duplicates.compared.front().value.fields.front(),
             severity::info,
             false,
             false,
             {}}
        );
}

std::vector<compared_field> compared_in(const finding& item)
{
    return parse_agreements(argument_of(item, fields_argument));
}

std::vector<comparison_row> side_by_side(const comparison& two, std::string_view language)
{
    std::vector<comparison_row> out;
    for (const auto& field : compared_in(two.item)) {
        const auto value_in = [&](const json::object& data) {
            return display_value(two.known, two.event, data, field.field, language);
        };
        out.push_back(
            {told_label(two.event, field.field, language),
             value_in(two.mine),
             two.theirs == nullptr ? std::string() : value_in(*two.theirs),
             agreement_words(two.known, field.as, language),
             field.weight}
        );
    }
    return out;
}

std::string record_named_in(const finding& item) { return argument_of(item, "record"); }

std::string agreement_words(const definitions& known, agreement as, std::string_view language)
{
    return known.message("agreement", name_of(as)).in(language);
}

} // namespace hotich
