// A field's value as a person reads it, on screen or paper: codes become labels, dates dd/MM/yyyy,
// addresses full text with the units as they were on the day. Used by forms, papers, rules.
#pragma once

#include "common/definitions/definitions.h"

namespace hotich {

/// "Số 5 phố Đội Cấn, Phường Ba Đình, Thành phố Hà Nội", with the units as they were on the day.
std::string address_text(
    const definitions& known,
    const json::object& address,
    const civil_date& on,
    std::string_view language = "vi"
);

/// A field's value as a person reads it on screen or paper: by its kind, in a language.
std::string display_value(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    const std::string& path,
    std::string_view language
);

/// "Phường Ba Đình", or the code where no unit has it.
std::string commune_name(const definitions& known, std::string_view code);
/// "UBND phường Ba Đình", or the code where no unit has it.
std::string committee_name(const definitions& known, std::string_view code);

/// A field's label; with its page's name where other fields of the event have the same label:
/// "Ngày, tháng, năm sinh (Cha)". The path itself where the event has no such field.
std::string told_label(
    const event_definition& event, const std::string& path, std::string_view language
);

/// dd/MM/yyyy, MM/yyyy or yyyy of an ISO text; the text itself where it is no date.
std::string display_date(std::string_view iso);

} // namespace hotich
