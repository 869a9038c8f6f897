#include "common/rules/check.h"

#include "common/base/text.h"
#include "common/crypto/crypto.h"
#include "common/definitions/joint_event.h"
#include "common/rules/duplicate_check.h"
#include "common/rules/rule.h"
#include "common/rules/structure.h"

#include <algorithm>
#include <charconv>

namespace hotich {

namespace {

bool is_historic(const json::object& data)
{
    const auto* flag = data.if_contains("historic");
    return flag != nullptr && *flag == json::value(true);
}

void run_rules(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const bool historic = is_historic(data);
    for (const auto& use : event.rules) {
        const auto check = find_rule(use.rule);
        const rule_input input{event, data, use.args, context};
        if (check == nullptr || !use.valid.holds(input.registered_on()) || !use.when.holds(data)
            || (historic && !use.historic))
            continue;
        for (auto& item : check(input))
            out.push_back(
                {use.rule,
                 std::move(item.field),
                 historic ? *use.historic : use.level,
                 use.needs_reason && !historic,
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
        item.arguments = holder_arguments(holder);
        out.push_back(std::move(item));
    }
}

/// Domain §6.6 rows 3 and 4: a closed book takes no number; an entry stands behind the one before.
void check_place_in_book(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto reg_date = parse_date(text_at(data, "reg_date"));
    const auto* book = event.book_for(data);
    if (!reg_date || book == nullptr) return;
    if (context.lookup.is_book_closed(book->kind, reg_date->year)) {
        finding closed{"book_closed", "reg_date", severity::block, false, true, {}};
        closed.arguments = {plain("year", std::to_string(reg_date->year))};
        out.push_back(std::move(closed));
    }
    const auto last = context.lookup.last_registered_on(book->kind, reg_date->year);
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

/// Domain §6.6 row 1: the number an old book gives an entry is no other entry's.
void check_paper_number(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
)
{
    const auto number = paper_number_of(event, data);
    if (!number) {
        if (event.book_for(data) != nullptr)
            out.push_back({"required", "paper_no", severity::block, false, false, {}});
        return;
    }
    const auto holder = context.lookup.find_entry(
        {context.office.code, number->book_kind, to_display(*number), "", ""}
    );
    if (!holder || holder->record == context.record) return;
    finding taken{"paper_no_taken", "paper_no", severity::block, false, true, {}};
    taken.arguments = {plain("number", to_display(*number)), plain("name", holder->title)};
    out.push_back(std::move(taken));
}

/// An entry of an old book is written down as the book has it (domain §6.6 rows 5 and 6, §11).
void tolerate_old_book(std::vector<finding>& findings)
{
    for (auto& item : findings) {
        const bool is_gap = item.rule == "required" || item.rule == "no_signatory";
        const bool is_kept = is_gap || item.rule == "date_exists" || item.rule == "must_be_blank"
            || item.rule == "code_known" || item.rule == "address_complete"
            || item.rule == "unit_in_parent";
        if (!is_kept) continue;
        if (is_gap) item.rule = "missing_in_book";
        item.level = severity::info;
    }
}

/// Each registration of a joint event is checked as its own; the findings name the joint's fields.
std::vector<finding> check_parts(
    const event_definition& joint, const json::object& data, const check_context& context
)
{
    std::vector<finding> out;
    for (const auto& part : joint.parts) {
        for (auto& item : check_record(*part.definition, part_data(part, data), context)) {
            item.field = part.prefix + "." + item.field;
            for (auto& argument : item.arguments)
                if (part.definition->find_field(argument.value.vi) != nullptr)
                    argument = plain(argument.name, part.prefix + "." + argument.value.vi);
            out.push_back(std::move(item));
        }
    }
    return out;
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
    static const record_lookup none;
    return none;
}

std::vector<finding> check_record(
    const event_definition& event, const json::object& data, const check_context& context
)
{
    if (event.is_joint()) return check_parts(event, data, context);
    auto out = check_structure(event, data, context);
    const bool too_long = std::any_of(out.begin(), out.end(), [](const auto& item) {
        return item.rule == "too_long";
    });
    if (too_long) return out;
    run_rules(event, data, context, out);
    check_claims(event, data, context, out);
    check_alike(event, data, context, out);
    if (is_historic(data)) {
        tolerate_old_book(out);
        check_paper_number(event, data, context, out);
    } else {
        check_place_in_book(event, data, context, out);
    }
    return out;
}

std::optional<registration_number> paper_number_of(
    const event_definition& event, const json::object& data
)
{
    const auto* book = event.book_for(data);
    const auto reg_date = parse_date(text_at(data, "reg_date"));
    const auto typed = text_at(data, "paper_no");
    int reg_no = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), reg_no);
    const bool is_whole = error == std::errc() && end == typed.data() + typed.size() && reg_no > 0;
    if (!is_historic(data) || book == nullptr || !reg_date || !is_whole) return std::nullopt;
    return registration_number{book->kind, reg_date->year, reg_no};
}

std::vector<claim_key> claims_of(const event_definition& event, const json::object& data)
{
    std::vector<claim_key> out;
    for (const auto& claim : event.claims) {
        if (!claim.holds_while.holds(data)) continue;
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
