#include "common/records/record.h"

#include <boost/json/serialize.hpp>

namespace hotich {

namespace {

/// Writes an object's members one by one: a json::object would copy each of them first.
class member_writer
{
public:
    template <class T>
    void add(std::string_view name, const T& value)
    {
        m_text += m_text.empty() ? "{\"" : ",\"";
        m_text += name;
        m_text += "\":";
        m_text += json::serialize(value);
    }

    template <class T>
    void add_if_any(std::string_view name, const T& value)
    {
        if (!value.empty()) add(name, value);
    }

    std::string finished() && { return std::move(m_text) + "}"; }

private:
    std::string m_text;
};

} // namespace

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
    member_writer out;
    out.add("record", json::string_view(id));
    out.add("office", json::string_view(office));
    out.add("event", json::string_view(event));
    out.add("state", json::string_view(name_of(state)));
    out.add("confirmed", json::value(confirmed));
    if (number)
        out.add(
            "number",
            json::object{
                {"book", number->book_kind}, {"year", number->year}, {"reg_no", number->reg_no}}
        );
    out.add("data", data);
    out.add_if_any("reasons", reasons);
    out.add_if_any("other", other);
    out.add_if_any("annotations", annotations);
    out.add_if_any("notices", notices);
    out.add_if_any("links", links);
    out.add_if_any("pin", pin);
    out.add_if_any("dossier", dossier);
    out.add("papers", papers);
    out.add_if_any("scans", scans);
    out.add("history", history);
    return std::move(out).finished();
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
