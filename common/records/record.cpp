#include "common/records/record.h"

namespace hotich {

std::optional<registration_number> number_in(const json::object& source)
{
    const auto* number = object_at(source, "number");
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
    case record_state::received:
        return "received";
    case record_state::refused:
        return "refused";
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
          record_state::withdrawn,
          record_state::received,
          record_state::refused})
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
    if (!annotations.empty()) out["annotations"] = annotations;
    if (!notices.empty()) out["notices"] = notices;
    if (!links.empty()) out["links"] = links;
    if (!pin.empty()) out["pin"] = pin;
    if (!dossier.empty()) out["dossier"] = dossier;
    out["papers"] = papers;
    if (!scans.empty()) out["scans"] = scans;
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
    for (const auto& [name, member] :
         {std::pair("data", &out.data),
          std::pair("other", &out.other),
          std::pair("pin", &out.pin),
          std::pair("dossier", &out.dossier)})
        if (const auto* found = object_at(object, name)) *member = *found;
    out.reasons = rows_at(object, "reasons");
    out.annotations = rows_at(object, "annotations");
    out.notices = rows_at(object, "notices");
    out.links = rows_at(object, "links");
    out.papers = rows_at(object, "papers");
    out.scans = rows_at(object, "scans");
    out.history = rows_at(object, "history");
    return out;
}

} // namespace hotich
