#include "common/rules/check.h"

#include "common/base/text.h"
#include "common/crypto/crypto.h"
#include "common/rules/rule.h"
#include "common/rules/structure.h"

#include <algorithm>

namespace hotich {

namespace {

class empty_lookup final : public record_lookup
{
public:
    std::vector<claim_holder> holders(const std::string&, const std::string&) const override
    {
        return {};
    }

    std::optional<civil_date> last_registered_on(const std::string&, int) const override
    {
        return std::nullopt;
    }
};

void run_rules(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    for (const auto& use : event.rules) {
        const auto check = find_rule(use.rule);
        const rule_input input{event, data, use.args, context};
        if (check == nullptr || !use.valid.holds(input.registered_on()) || !use.when.holds(data))
            continue;
        for (auto& item : check(input))
            out.push_back(
                {use.rule,
                 std::move(item.field),
                 use.level,
                 use.needs_reason,
                 use.no_override,
                 std::move(item.arguments)}
            );
    }
}

/// Domain §6.6 row 11: a probable duplicate warns, the same birth notice blocks.
void check_claims(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    std::vector<std::string> told;
    for (const auto& [claim, key] : claims_of(event, data)) {
        const auto holders = context.lookup.holders(key, context.record);
        if (holders.empty()
            || std::find(told.begin(), told.end(), holders.front().record) != told.end())
            continue;
        const auto& holder = holders.front();
        told.push_back(holder.record);
        finding item;
        item.rule = claim->level == severity::block ? "same_claim" : "possible_duplicate";
        item.field = claim->fields.front();
        item.level = claim->level;
        item.needs_reason = claim->level == severity::warn;
        item.arguments = {
            plain("record", holder.record),
            plain("number", holder.number),
            plain("office", holder.office),
            plain("name", holder.title),
            plain("date", holder.registered_on)};
        out.push_back(std::move(item));
    }
}

/// Domain §6.6 row 3.
void check_order_in_book(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto reg_date = parse_date(text_at(data, "reg_date"));
    if (!reg_date) return;
    const auto last = context.lookup.last_registered_on(event.book_kind, reg_date->year);
    if (last && *reg_date < *last)
        out.push_back(
            {"not_before_last_entry",
             "reg_date",
             severity::warn,
             false,
             false,
             {plain("last", to_display(*last))}}
        );
}

/// Spelling does not make another person; a code keeps its signs.
std::string claimed_value(std::string_view text)
{
    const auto folded = fold(text);
    return folded.empty() ? std::string(text) : folded;
}

bool covers(const override_reason& reason, const finding& item)
{
    const bool is_meant =
        reason.rule == item.rule && (reason.field.empty() || reason.field == item.field);
    const bool has_document = item.level != severity::block || !reason.document.empty();
    return is_meant && !clean_text(reason.reason).empty() && has_document && !item.no_override;
}

/// What the program itself cannot work with can be explained by nobody.
bool is_structural(const finding& item)
{
    static const std::vector<std::string> names{
        "required",
        "must_be_blank",
        "unknown_field",
        "wrong_format",
        "too_long",
        "date_exists",
        "code_known"};
    return std::find(names.begin(), names.end(), item.rule) != names.end();
}

} // namespace

const record_lookup& no_lookup()
{
    static const empty_lookup none;
    return none;
}

std::vector<finding> check_record(
    const event_definition& event, const json::object& data, const check_context& context
)
{
    auto out = check_structure(event, data, context);
    const bool too_long = std::any_of(out.begin(), out.end(), [](const auto& item) {
        return item.rule == "too_long";
    });
    if (too_long) return out;
    run_rules(event, data, context, out);
    check_claims(event, data, context, out);
    check_order_in_book(event, data, context, out);
    return out;
}

std::vector<claim_key> claims_of(const event_definition& event, const json::object& data)
{
    std::vector<claim_key> out;
    for (const auto& claim : event.claims) {
        std::string text = event.event + "\n" + claim.id;
        const bool complete =
            std::all_of(claim.fields.begin(), claim.fields.end(), [&](const std::string& field) {
                text += "\n" + claimed_value(text_at(data, field));
                return is_known(data, field);
            });
        if (complete) out.push_back({&claim, sha256_hex(text)});
    }
    return out;
}

json::object override_reason::to_json() const
{
    return {{"rule", rule}, {"field", field}, {"reason", reason}, {"document", document}};
}

result<std::vector<override_reason>> parse_overrides(const json::value& source)
{
    if (!source.is_array())
        return failure{failure_code::invalid_input, "overrides: a list is expected"};
    std::vector<override_reason> out;
    for (const auto& item : source.get_array()) {
        if (!item.is_object())
            return failure{failure_code::invalid_input, "overrides: a list of objects is expected"};
        const auto& object = item.get_object();
        override_reason reason;
        TRY(reason.rule, string_member(object, "rule"));
        TRY(reason.reason, string_member(object, "reason"));
        reason.field = std::string(text_at(object, "field"));
        reason.document = std::string(text_at(object, "document"));
        out.push_back(std::move(reason));
    }
    return out;
}

std::vector<finding> unresolved(
    const std::vector<finding>& findings, const std::vector<override_reason>& overrides
)
{
    std::vector<finding> out;
    for (const auto& item : findings) {
        const bool stops =
            item.level == severity::block || (item.level == severity::warn && item.needs_reason);
        if (!stops) continue;
        const bool explained = !is_structural(item)
            && std::any_of(overrides.begin(), overrides.end(), [&item](const auto& reason) {
                   return covers(reason, item);
               });
        if (!explained) out.push_back(item);
    }
    return out;
}

} // namespace hotich
