// What the population database is told of a person who is to get a number, and what it may answer
// (domain §5.3). The text of both is described in schemas/protocol/population_request.json and
// population_answer.json; names of members never change.
//
// Formats: dates ISO, partial where only a part is known ("2026-11-10", "2026-11"); codes as in
// schemas/code_lists (gender "1" male, "2" female; ethnic; nationality ISO 3166; units by their
// code of the day); names and places in NFC as they stand in the register. What is not known is
// left out. The record is read as it reads now: a correction after a refusal is in the next
// request.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/office_profile.h"
#include "common/sync/pin_queue.h"

namespace hotich {

/// What stands beside the record in a request.
struct pin_sender
{
    const office_profile& office;
    const pin_request& request;
};

json::object request_of(const definitions& known, const record& entry, const pin_sender& sender);

enum class pin_answer_kind {
    issued,
    refused,
    waiting, ///< the database has the request and is at it
    unknown, ///< the database has no such request: it may be asked
};
const char* name_of(pin_answer_kind kind);

struct pin_answer
{
    pin_answer_kind kind = pin_answer_kind::waiting;
    std::string pin;
    std::string code; ///< of a refusal, such as "duplicate_person"
    std::string text;
    std::int64_t round = 1; ///< the round of the request it answers
};

/// What is kept of an outside system's words.
inline constexpr std::size_t max_refusal_characters = 500;
inline constexpr std::size_t max_refusal_code = 40;

/// invalid_input: not an answer, or one to another request.
result<pin_answer> parse_pin_answer(std::string_view text, const std::string& request);
json::object to_json(const pin_answer& answer, const std::string& request);

} // namespace hotich
