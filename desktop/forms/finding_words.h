// Where a finding stands, in words: the page of the form and the row of a list, so that "Gender is
// not filled in" says whose. Used wherever findings are listed.
#pragma once

#include "common/rules/finding.h"

#include <QString>

namespace hotich {

/// "Mother", "Stays, row 2"; "" where no page has the field.
QString place_of(const finding& item, const event_definition& event, std::string_view language);

/// The sentence with its place in front: "Mother: …".
QString sentence_of(
    const finding& item,
    const event_definition& event,
    const definitions& known,
    std::string_view language
);

/// "Row 2: " of a path inside a list, else "".
QString row_words(const std::string& path, const event_definition& event);

} // namespace hotich
