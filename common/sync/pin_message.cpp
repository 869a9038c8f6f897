#include "common/sync/pin_message.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "common/records/personal_number.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array<std::string_view, 4> kind_names{"issued", "refused", "waiting", "unknown"};

void put(json::object& out, std::string_view name, std::string_view value)
{
    if (!value.empty()) out[name] = value;
}

/// Vietnamese names: the first word is the family's, the last the person's own, the rest stands
/// between. One word is the person's own.
void put_name(json::object& out, std::string_view full_name)
{
    put(out, "full_name", full_name);
    const auto words = words_of(full_name);
    if (words.empty()) return;
    if (words.size() > 1) out["family_name"] = words.front();
    std::string middle;
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
        middle += (middle.empty() ? "" : " ") + words[i];
    put(out, "middle_name", middle);
    out["given_name"] = words.back();
}

/// Codes where there are any, and the address as a person reads it.
void put_place(
    json::object& out,
    std::string_view name,
    const json::object& data,
    const definitions& known,
    const civil_date& on
)
{
    const auto* value = find_path(data, name == "birth_place" ? "birth_place_unit" : name);
    const auto* address = value == nullptr ? nullptr : value->if_object();
    json::object place;
    if (address != nullptr) {
        for (const auto* code : {"country", "province_code", "district_code", "commune_code"})
            put(place, code, text_at(*address, code));
        put(place, "text", address_text(known, *address, on));
    }
    if (name == "birth_place") put(place, "text", text_at(data, "birth_place"));
    if (!place.empty()) out[name] = std::move(place);
}

void put_identity(json::object& out, const json::object& person)
{
    put(out, "personal_number", text_at(person, "pin"));
    const auto number = text_at(person, "id_doc.number");
    if (number.empty()) return;
    json::object document{{"number", number}};
    put(document, "type", text_at(person, "id_doc.type"));
    out["identity_document"] = std::move(document);
}

json::object subject_of(const definitions& known, const json::object& person, const civil_date& on)
{
    json::object out;
    put_name(out, text_at(person, "full_name"));
    for (const auto* name : {"birth_date", "gender", "ethnic", "nationality", "other_nationality"})
        put(out, name, text_at(person, name));
    put_place(out, "birth_place", person, known, on);
    put_place(out, "home_place", person, known, on);
    return out;
}

json::object parent_of(const json::object& person)
{
    json::object out;
    put_name(out, text_at(person, "full_name"));
    for (const auto* name : {"birth_date", "nationality"})
        put(out, name, text_at(person, name));
    put_identity(out, person);
    return out;
}

/// Whoever the definition says is the person's parent; the role implies the sex.
void put_parents(
    json::object& out,
    const event_definition& event,
    const json::object& data,
    const std::string& person
)
{
    for (const auto& relation : event.relations) {
        if (relation.kind != "parent" || relation.b != person || !relation.when.holds(data))
            continue;
        const auto role =
            std::find_if(event.people.begin(), event.people.end(), [&](const auto& use) {
                return use.path == relation.a;
            });
        const auto* parent = object_at(data, relation.a);
        if (parent == nullptr || role == event.people.end()) continue;
        out[role->gender == "2" ? "mother" : "father"] = parent_of(*parent);
    }
}

/// A code is a word of a closed set; anything else is somebody's mistake.
std::string clean_code(std::string_view code)
{
    const bool is_word = !code.empty() && code.size() <= max_refusal_code
        && std::all_of(code.begin(), code.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
    return is_word ? std::string(code) : "other";
}

/// An outside system's words go on a clerk's screen: one line, of a length that can be read.
std::string clean_words(std::string_view text)
{
    auto cleaned = clean_text(text);
    std::size_t characters = 0;
    for (std::size_t i = 0; i < cleaned.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(cleaned[i]) & 0xC0) != 0x80;
        if (begins && ++characters > max_refusal_characters) {
            cleaned.resize(i);
            break;
        }
    }
    return cleaned;
}

} // namespace

const char* name_of(pin_answer_kind kind) { return kind_names.at(std::size_t(kind)).data(); }

json::object request_of(const definitions& known, const record& entry, const pin_sender& sender)
{
    const auto data = current_data(entry);
    const auto reg_date = text_at(data, "reg_date");
    const auto on = parse_date(reg_date).value_or(civil_date{});
    json::object registration{
        {"office", sender.office.code},
        {"office_name", sender.office.name},
        {"province", sender.office.province_code},
        {"date", reg_date}};
    put(registration, "kind", text_at(data, "reg_type"));
    if (entry.number) registration["number"] = to_display(*entry.number);
    json::object out{
        {"request", sender.request.request},
        {"round", sender.request.round},
        {"registration", std::move(registration)}};
    const auto* event = known.find_event(entry.event);
    if (const auto* person = object_at(data, sender.request.person))
        out["person"] = subject_of(known, *person, on);
    if (event != nullptr) put_parents(out, *event, data, sender.request.person);
    if (const auto* requester = object_at(data, "requester")) {
        json::object asked_by;
        put(asked_by, "full_name", text_at(*requester, "full_name"));
        put(asked_by, "relation", text_at(*requester, "relation"));
        put_identity(asked_by, *requester);
        out["requester"] = std::move(asked_by);
    }
    return out;
}

result<pin_answer> parse_pin_answer(std::string_view text, const std::string& request)
{
    TRY(const auto source, parse_json_object(text));
    TRY(const auto answered, string_member(source, "request"));
    if (answered != request)
        return failure{failure_code::invalid_input, "an answer to another request"};
    TRY(const auto state, string_member(source, "state"));
    const auto found = std::find(kind_names.begin(), kind_names.end(), state);
    if (found == kind_names.end())
        return failure{failure_code::invalid_input, "member \"state\" is none that is known"};
    pin_answer out;
    out.kind = static_cast<pin_answer_kind>(found - kind_names.begin());
    out.round = integer_or(source, "round", 1);
    if (out.kind == pin_answer_kind::issued) {
        TRY(out.pin, string_member(source, "personal_number"));
        if (!is_personal_number(out.pin))
            return failure{
                failure_code::invalid_input, "member \"personal_number\" must have 12 digits"};
    }
    if (out.kind == pin_answer_kind::refused) {
        out.code = clean_code(text_at(source, "code"));
        out.text = clean_words(text_at(source, "text"));
    }
    return out;
}

json::object to_json(const pin_answer& answer, const std::string& request)
{
    json::object out{
        {"request", request}, {"round", answer.round}, {"state", name_of(answer.kind)}};
    put(out, "personal_number", answer.pin);
    put(out, "code", answer.code);
    put(out, "text", answer.text);
    return out;
}

} // namespace hotich
