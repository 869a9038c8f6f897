// A record: one dossier, one register entry and what was done with it. It is the fold of its
// operations and nothing else; desk and server compute it with the same function, so their copies
// are equal byte for byte.
#pragma once

#include "common/records/operation.h"
#include "common/records/verdict.h"

#include <optional>
#include <span>
#include <string>

namespace hotich {

enum class record_state { pending, registered, held, rejected, withdrawn };
const char* name_of(record_state state);
result<record_state> record_state_of(std::string_view name);

/// An operation with what the server said of it; one that has no revision yet is pending on its
/// desk.
struct log_entry
{
    operation op;
    std::int64_t revision = 0;
    std::optional<verdict> decided;
};

struct record
{
    std::string id;
    std::string office;
    std::string event;
    record_state state = record_state::pending;
    bool confirmed = false; ///< the server has decided the state
    std::optional<registration_number> number;
    json::object data;
    json::array reasons; ///< why it is held or rejected
    json::object other;  ///< the record it collides with
    json::array papers;  ///< issued papers, oldest first
    json::array history; ///< one line per operation

    /// The text that must be equal everywhere.
    [[nodiscard]] std::string to_text() const;
};

result<record> parse_record(std::string_view text);

/// The member "number" of a payload or a folded record; nothing where it is absent or misshapen.
std::optional<registration_number> number_in(const json::object& source);

/// Folds the operations of one record: confirmed ones in feed order, then this desk's own pending
/// ones. It decides nothing: no validation, no permissions, no clock. Nothing where no operation
/// makes a record.
std::optional<record> fold_record(std::span<const log_entry> entries);

} // namespace hotich
