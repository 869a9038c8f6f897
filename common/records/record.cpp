#include "common/records/record.h"

#include <algorithm>

namespace hotich {

namespace {

const json::object* object_of(const json::object& parent, std::string_view name)
{
    const auto* value = parent.if_contains(name);
    return value == nullptr ? nullptr : value->if_object();
}

void add_history(record& folded, const log_entry& entry)
{
    json::object line;
    line["revision"] = entry.revision;
    line["desk"] = entry.op.desk;
    line["seq"] = entry.op.seq;
    line["kind"] = entry.op.kind;
    line["at"] = entry.op.at.ms;
    line["user"] = entry.op.user;
    if (entry.decided) line["outcome"] = name_of(entry.decided->result_kind);
    folded.history.push_back(std::move(line));
}

bool was_refused(const log_entry& entry)
{
    return entry.decided && entry.decided->result_kind != outcome::accepted;
}

/// A number that the server does not grant is another record's or nobody's; the record may not go
/// on with it.
bool number_was_refused(const verdict& decided)
{
    return std::any_of(
        decided.reasons.begin(),
        decided.reasons.end(),
        [](const json::value& reason) {
            const auto rule =
                reason.is_object() ? text_at(reason.get_object(), "rule") : std::string_view();
            return rule == "number_not_granted" || rule == "number_already_used"
                || rule == "book_year_wrong";
        }
    );
}

/// A registration, sent for the first time or again after a refusal.
void apply_registration(record& folded, const log_entry& entry)
{
    if (folded.state == record_state::registered && folded.confirmed)
        return; // a registered entry is never replaced
    const auto& payload = entry.op.payload;
    folded.event = std::string(text_at(payload, "event"));
    if (const auto* data = object_of(payload, "data")) folded.data = *data;
    if (const auto own = number_in(payload)) folded.number = own;
    folded.reasons.clear();
    folded.other.clear();
    folded.confirmed = entry.decided.has_value();
    if (!entry.decided) {
        // A number of a block has its legal force offline; without one the entry waits for the
        // server.
        folded.state = folded.number ? record_state::registered : record_state::pending;
        return;
    }
    switch (entry.decided->result_kind) {
    case outcome::accepted:
        folded.state = record_state::registered;
        folded.number = entry.decided->number;
        return;
    case outcome::held:
        folded.state = record_state::held;
        folded.other = entry.decided->other;
        break;
    case outcome::rejected:
        folded.state = record_state::rejected;
        if (number_was_refused(*entry.decided)) folded.number.reset();
        break;
    }
    folded.reasons = entry.decided->reasons;
}

void apply_confirm_distinct(record& folded, const log_entry& entry)
{
    if (folded.state != record_state::held || !entry.decided) return;
    if (number_was_refused(*entry.decided)) {
        folded.number.reset();
        const auto& why = entry.decided->reasons;
        folded.reasons.insert(folded.reasons.end(), why.begin(), why.end());
    }
    if (was_refused(entry)) return;
    folded.state = record_state::registered;
    folded.number = entry.decided->number;
    folded.reasons.clear();
}

void apply_withdraw(record& folded, const log_entry& entry)
{
    if (was_refused(entry) || (folded.state == record_state::registered && folded.confirmed))
        return;
    folded.state = record_state::withdrawn;
    folded.confirmed = entry.decided.has_value();
}

void apply_issue_paper(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    auto paper = entry.op.payload;
    paper["desk"] = entry.op.desk;
    paper["at"] = entry.op.at.ms;
    folded.papers.push_back(std::move(paper));
}

void apply(record& folded, const log_entry& entry)
{
    const auto& kind = entry.op.kind;
    if (kind == operation_kind::registration)
        apply_registration(folded, entry);
    else if (kind == operation_kind::confirm_distinct)
        apply_confirm_distinct(folded, entry);
    else if (kind == operation_kind::withdraw)
        apply_withdraw(folded, entry);
    else if (kind == operation_kind::issue_paper)
        apply_issue_paper(folded, entry);
    add_history(folded, entry);
}

} // namespace

std::optional<registration_number> number_in(const json::object& source)
{
    const auto* number = object_of(source, "number");
    if (number == nullptr) return std::nullopt;
    const auto* year = number->if_contains("year");
    const auto* reg_no = number->if_contains("reg_no");
    if (year == nullptr || reg_no == nullptr || !year->is_int64() || !reg_no->is_int64())
        return std::nullopt;
    return registration_number{
        std::string(text_at(*number, "book")),
        static_cast<int>(year->get_int64()),
        static_cast<int>(reg_no->get_int64()),
    };
}

const char* name_of(record_state state)
{
    switch (state) {
    case record_state::pending:
        return "pending";
    case record_state::registered:
        return "registered";
    case record_state::held:
        return "held";
    case record_state::rejected:
        return "rejected";
    case record_state::withdrawn:
        return "withdrawn";
    }
    return "pending";
}

result<record_state> record_state_of(std::string_view name)
{
    for (const auto state :
         {record_state::pending,
          record_state::registered,
          record_state::held,
          record_state::rejected,
          record_state::withdrawn})
        if (name == name_of(state)) return state;
    return failure{failure_code::corrupt_data, "unknown state of a record"};
}

std::string record::to_text() const
{
    json::object out;
    out["record"] = id;
    out["office"] = office;
    out["event"] = event;
    out["state"] = name_of(state);
    out["confirmed"] = confirmed;
    if (number)
        out["number"] = {
            {"book", number->book_kind}, {"year", number->year}, {"reg_no", number->reg_no}};
    out["data"] = data;
    if (!reasons.empty()) out["reasons"] = reasons;
    if (!other.empty()) out["other"] = other;
    out["papers"] = papers;
    out["history"] = history;
    return hotich::to_text(out);
}

result<record> parse_record(std::string_view text)
{
    TRY(const auto object, parse_json_object(text));
    record out;
    TRY(out.id, string_member(object, "record"));
    TRY(out.office, string_member(object, "office"));
    TRY(out.event, string_member(object, "event"));
    TRY(const auto state_name, string_member(object, "state"));
    TRY(out.state, record_state_of(state_name));
    TRY(out.confirmed, boolean_member(object, "confirmed"));
    out.number = number_in(object);
    if (const auto* data = object_of(object, "data")) out.data = *data;
    if (const auto* other = object_of(object, "other")) out.other = *other;
    const auto array_of = [&object](std::string_view name) {
        const auto* value = object.if_contains(name);
        return value != nullptr && value->is_array() ? value->get_array() : json::array();
    };
    out.reasons = array_of("reasons");
    out.papers = array_of("papers");
    out.history = array_of("history");
    return out;
}

std::optional<record> fold_record(std::span<const log_entry> entries)
{
    std::optional<record> folded;
    for (const auto& entry : entries) {
        if (!folded) {
            if (entry.op.kind != operation_kind::registration) continue;
            folded.emplace();
            folded->id = entry.op.record;
            folded->office = entry.op.office;
        }
        apply(*folded, entry);
    }
    return folded;
}

} // namespace hotich
