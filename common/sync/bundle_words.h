// What both programs say about a bundle: the receipt of each record, as a line for a person and as
// a value for a script, and why a bundle was not taken. Texts: schemas/messages.json, "bundle".
#pragma once

#include "common/definitions/definitions.h"
#include "common/sync/desk_exchange.h"

namespace hotich {

/// {"record","kind","outcome","number"?,"reasons"?:[{"rule","message"}],"other"?}
json::object receipt_value(
    const exchange_report::decided_record& decided,
    const definitions& known,
    std::string_view language
);

/// "RECORD register: accepted, number 12/2026"
std::string receipt_line(
    const exchange_report::decided_record& decided,
    const definitions& known,
    std::string_view language
);

/// What went wrong and what to do; the detail follows in brackets.
std::string bundle_failure_text(
    const failure& why, const definitions& known, std::string_view language
);

} // namespace hotich
