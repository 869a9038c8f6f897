// The words of a paper: what a box that names a field is filled with. Codes become labels, dates
// dd/MM/yyyy, addresses full Vietnamese text; what is unknown stays blank, as the law says. Papers
// are in Vietnamese.
#pragma once

#include "common/definitions/display.h"
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
    std::string number;                           ///< of the paper: "12/2026/TLKT"
    std::string book_no;                          ///< "01/2026"
    json::object current = current_data(content); ///< made once for all boxes of the paper
};

/// The text of one field in one format; "" where it is not known.
std::string paper_value(
    const paper_source& source,
    const paper_definition& paper,
    const std::string& field,
    const std::string& format
);

} // namespace hotich
