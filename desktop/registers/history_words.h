// What happened to a record, in sentences: its history and the papers that were issued of it.
#pragma once

#include "common/records/record.h"
#include "desktop/app/workplace.h"

#include <QString>

namespace hotich {

/// One line of HTML for each operation, oldest first.
QString history_html(const record& content);

/// One line for each issued paper; "" where there is none.
QString papers_html(
    const record& content, const event_definition& event, std::string_view language
);

/// Why the record is held or rejected, as findings.
std::vector<finding> reasons_of(const record& content);

} // namespace hotich
