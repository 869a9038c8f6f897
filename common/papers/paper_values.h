// The words of a paper: what a box that names a field is filled with. Codes become labels, dates
// dd/MM/yyyy, addresses full Vietnamese text; what is unknown stays blank, as the law says. Papers
// are in Vietnamese.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/office_profile.h"
#include "common/records/record.h"

#include <string>

namespace hotich {

struct paper_source
{
    const definitions& known;
    const record& content;
    const office_profile& office;
    std::string token; ///< for the QR code; "" prints none
    civil_date issued_on;
};

/// The text of one field in one format; "" where it is not known.
std::string paper_value(
    const paper_source& source,
    const paper_definition& paper,
    const std::string& field,
    const std::string& format
);

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

} // namespace hotich
