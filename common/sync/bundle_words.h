// What both programs say about a bundle: the receipt of each record, as a line for a person and as
// a value for a script, and why a bundle was not taken. Texts: schemas/messages.json, "bundle".
#pragma once

#include "common/definitions/definitions.h"
#include "common/sync/bundle_desk.h"

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

/// "Written: FILE, 3 operations…", and whether more waits.
std::string written_sentence(
    const desk_bundle& made,
    const std::string& file,
    const definitions& known,
    std::string_view language
);

/// What came of a bundle that was taken in, without the receipts of its records.
std::string taken_sentence(
    const taken_answer& taken, const definitions& known, std::string_view language
);

/// What went wrong and what to do; the detail follows in brackets.
std::string bundle_failure_text(
    const failure& why, const definitions& known, std::string_view language
);

} // namespace hotich
