// A record's data as a page of text: the definition's pages as blocks of label and value, two
// beside each other. Used by the review, the record's page and its comparison.
#pragma once

#include "common/definitions/definitions.h"

#include <QString>

namespace hotich {

QString record_html(
    const definitions& known,
    const event_definition& event,
    const json::object& data,
    std::string_view language
);
/// The same of an entry that later notes changed: the present value, marked, and the first one.
QString record_html(
    const definitions& known,
    const event_definition& event,
    const json::object& original,
    const json::object& current,
    std::string_view language
);

} // namespace hotich
