// The part of desk_register that checks and registers.
#include "common/base/ids.h"
#include "common/definitions/joint_event.h"
#include "common/records/annotation.h"
#include "common/register/desk_accounts.h"

namespace hotich {

/// Where a registration is to stand: its record, and the number this desk has in hand for it.
struct desk_register::registration_place
{
    std::string record;
    std::optional<registration_number> number;
};

namespace {

json::array to_json(const std::vector<override_reason>& overrides)
{
    json::array out;
    for (const auto& item : overrides)
        out.push_back(item.to_json());
    return out;
}

json::object to_json(const registration_number& number)
{
    return {{"book", number.book_kind}, {"year", number.year}, {"reg_no", number.reg_no}};
}

/// What a clerk wrote against a finding of a part names the field of the joint form.
std::vector<override_reason> overrides_of_part(
    const std::vector<override_reason>& overrides, const std::string& prefix
)
{
    auto out = overrides;
    for (auto& item : out)
        if (item.field.rfind(prefix + ".", 0) == 0) item.field.erase(0, prefix.size() + 1);
    return out;
}

} // namespace

check_context desk_register::context(instant now, const std::string& record_id) const
{
    return {m_known, m_office, date_in_vietnam(now), record_id, m_view};
}

json::object desk_register::new_form(const event_definition& event, instant now) const
{
    return new_form_data(event, {date_in_vietnam(now), m_office, user(), &m_known});
}

registration_outcome desk_register::check(
    const event_definition& event, json::object data, instant now, const std::string& record_id
) const
{
    clean_data(event, data);
    fill_automatic(event, data, {date_in_vietnam(now), m_office, user(), &m_known});
    auto findings = check_record(event, data, context(now, record_id));
    return {"", record_state::pending, std::nullopt, std::move(findings), std::move(data), {}};
}

result<desk_register::registration_place> desk_register::place_of(
    const event_definition& event,
    const json::object& data,
    const std::string& record_id,
    instant now
)
{
    registration_place place;
    bool is_new = record_id.empty();
    if (!is_new) {
        TRY(const auto existing, load(record_id));
        if (existing.state != record_state::rejected && existing.state != record_state::held
            && existing.state != record_state::received)
            return failure{failure_code::not_allowed, "the record is registered or withdrawn"};
        place.number = existing.number;
        is_new = existing.state == record_state::received;
    }
    place.record = record_id.empty() ? new_uuid(now, m_random) : record_id;
    // What was refused once waits for the server: another desk may be mending the same record, and
    // one paper has one number.
    const auto* book = event.book_for(data);
    if (place.number || !is_new || book == nullptr || paper_number_of(event, data)) return place;
    const int year = parse_date(text_at(data, "reg_date")).value_or(date_in_vietnam(now)).year;
    TRY(const auto reg_no,
        number_book(*m_db, m_identity.office).next_in_blocks(m_identity.desk, book->kind, year));
    if (reg_no) place.number = {book->kind, year, *reg_no};
    return place;
}

json::array desk_register::resolved_annotations(
    const event_definition& event, const json::object& data
) const
{
    auto annotations = annotations_of(m_known, event, data, m_identity.office);
    for (auto& item : annotations) {
        auto& target = item.get_object().at("target").get_object();
        if (target.contains("record") || text_at(target, "office") != m_identity.office) continue;
        const auto found = m_view.find_entry(key_of_target(target));
        if (found) target["record"] = found->record;
    }
    return annotations;
}

status desk_register::append_registration(
    const event_definition& event,
    const registration_place& place,
    const json::object& data,
    const std::vector<override_reason>& overrides,
    const json::array& links,
    instant now
)
{
    json::object payload{{"event", event.event}, {"data", data}, {"overrides", to_json(overrides)}};
    if (place.number) payload["number"] = to_json(*place.number);
    if (event.book_for(data) == nullptr) payload["unnumbered"] = true;
    if (auto annotations = resolved_annotations(event, data); !annotations.empty())
        payload["annotations"] = std::move(annotations);
    if (!links.empty()) payload["links"] = links;
    return append_in_transaction(
        operation_kind::registration, place.record, std::move(payload), now, m_session.by
    );
}

result<registration_outcome> desk_register::register_event(
    const event_definition& event, registration_request request, instant now
)
{
    TRY_STATUS(must_be_enrolled());
    TRY_STATUS(may_write(*this, operation_kind::registration, now));
    if (!request.overrides.empty()) TRY_STATUS(may_do(*this, "entries.override", now));
    auto outcome = check(event, std::move(request.data), now, request.record_id);
    if (!unresolved(outcome.findings, request.overrides).empty()) return outcome;
    TRY(auto transaction, write_transaction::begin(*m_db));
    if (event.is_joint()) {
        TRY_STATUS(append_parts(event, request, outcome, now));
    } else {
        TRY(const auto place, place_of(event, outcome.data, request.record_id, now));
        TRY_STATUS(append_registration(event, place, outcome.data, request.overrides, {}, now));
        TRY_STATUS(tell_outcome(outcome, place.record));
    }
    if (!request.draft_id.empty()) TRY_STATUS(remove_draft(request.draft_id));
    TRY_STATUS(transaction.commit());
    return outcome;
}

/// Domain §3.1.8: entries in several books, each with its own number, that point to each other.
status desk_register::append_parts(
    const event_definition& joint,
    const registration_request& request,
    registration_outcome& outcome,
    instant now
)
{
    std::vector<registration_place> places;
    for (const auto& part : joint.parts) {
        // A dossier, or what is sent again, is the record of the first part.
        const auto& record_id = places.empty() ? request.record_id : std::string();
        TRY(auto place, place_of(*part.definition, part_data(part, outcome.data), record_id, now));
        places.push_back(std::move(place));
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto& part = joint.parts[i];
        json::array links;
        for (std::size_t other = 0; other < places.size(); ++other)
            if (other != i)
                links.push_back(json::object{
                    {"joint", joint.event},
                    {"event", joint.parts[other].event},
                    {"record", places[other].record}});
        TRY_STATUS(append_registration(
            *part.definition,
            places[i],
            part_data(part, outcome.data),
            overrides_of_part(request.overrides, part.prefix),
            links,
            now
        ));
        outcome.joint_records.push_back(places[i].record);
    }
    return tell_outcome(outcome, places.front().record);
}

/// What became of it is what the register now holds, and nothing else.
status desk_register::tell_outcome(registration_outcome& outcome, const std::string& record_id)
{
    TRY(const auto stored, load(record_id));
    outcome.record = record_id;
    outcome.number = stored.number;
    outcome.state = stored.state;
    return {};
}

} // namespace hotich
