// Steps of the fold that stand by themselves: personal numbers and dossiers. Inside common/records
// only; fold_record.cpp says which operation takes which step.
#pragma once

#include "common/records/record.h"

namespace hotich {

bool was_refused(const log_entry& entry);

void apply_pin(record& folded, const log_entry& entry);
void apply_dossier(record& folded, const log_entry& entry);

} // namespace hotich
