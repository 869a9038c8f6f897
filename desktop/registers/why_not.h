// Why something cannot be done, in one sentence: what the core names (a detail such as
// "book_has_gaps") has its words in messages.json; else the words of the failure's kind.
#pragma once

#include "common/base/result.h"
#include "common/definitions/definitions.h"

#include <QString>

namespace hotich {

QString why_not(const definitions& known, const failure& error, std::string_view language);

} // namespace hotich
