#include "common/sync/desk_line.h"

namespace hotich {

namespace {

constexpr const char* line_name = "learned_line";
constexpr const char* traffic_name = "line_traffic";

std::string kept(const desk_register& desk, const char* name)
{
    auto text = desk.meta(name);
    return text ? std::move(*text) : std::string();
}

} // namespace

learned_line line_of(const desk_register& desk)
{
    return parse_learned_line(kept(desk, line_name));
}

data_meter traffic_of(const desk_register& desk) { return data_meter(kept(desk, traffic_name)); }

status keep_line(
    desk_register& desk, const learned_line& line, const line_traffic& moved, instant now
)
{
    auto meter = traffic_of(desk);
    meter.add(to_iso(date_in_vietnam(now)), moved);
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY_STATUS(desk.set_meta(line_name, to_text(line.to_json())));
    TRY_STATUS(desk.set_meta(traffic_name, to_text(meter.kept())));
    return transaction.commit();
}

status complete_enrolment(
    desk_register& desk, const desk_identity& identity, const std::string& profile_text
)
{
    if (!profile_text.empty()) {
        TRY(const auto document, parse_json_object(profile_text));
        TRY([[maybe_unused]] const auto profile, parse_office_profile(document));
        TRY_STATUS(desk.set_meta("office_profile", profile_text));
    }
    TRY_STATUS(desk.complete_enrolment(identity));
    // An older server tells what the office has set with the feed only.
    if (!profile_text.empty()) bind_to_machine(desk);
    return {};
}

} // namespace hotich
