// Steps of the fold that stand by themselves: personal numbers and dossiers. Inside common/records
// only; fold_record.cpp says which operation takes which step.
#pragma once

#include "common/records/record.h"

namespace hotich {

/// Members of a payload; null or empty where they are absent or of another type.
const json::object* object_of(const json::object& parent, std::string_view name);
json::array array_in(const json::object& parent, std::string_view name);

bool was_refused(const log_entry& entry);

void apply_pin(record& folded, const log_entry& entry);
void apply_dossier(record& folded, const log_entry& entry);

} // namespace hotich
