// Later notes of an entry as sentences for papers and screens (domain §4.6): what changed, by which
// paper, registered where. The wording is in schemas/messages.json, group "annotations".
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/record.h"

#include <string>

namespace hotich {

/// One note in a language; several changes are several sentences.
std::string note_text(
    const definitions& known,
    const event_definition& event,
    const json::object& note,
    std::string_view language = "vi"
);

/// The notes in effect that copies carry, oldest first (supplements stand in their own field).
std::string notes_on_copies(const definitions& known, const record& entry);

/// What a change, correction or supplement registers: "Họ, chữ đệm, tên từ “…” thành “…”; …".
std::string items_text(const definitions& known, const json::object& data);

} // namespace hotich
