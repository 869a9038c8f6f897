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

/// `received` is a dossier that is not a registration yet; `refused` one that will be none.
enum class record_state { pending, registered, held, rejected, withdrawn, received, refused };
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
    json::array reasons;     ///< why it is held or rejected
    json::object other;      ///< the record it collides with
    json::array annotations; ///< later notes on the entry, in order (annotation.h)
    json::array notices;     ///< notes of other offices that wait for this one to confirm them
    json::array links;       ///< records of the same joint event, and the entries this one notes on
    json::object pin;        ///< how the request for the personal number stands
    json::object dossier;    ///< what was handed in, when it is due, what holds it up
    json::array papers;      ///< issued papers, oldest first
    json::array scans;       ///< scanned papers (scan.h), in the order they were attached
    json::array history;     ///< one line per operation

    /// The text that must be equal everywhere.
    [[nodiscard]] std::string to_text() const;
};

result<record> parse_record(std::string_view text);

/// The member "number" of a payload or a folded record; nothing where it is absent or misshapen.
std::optional<registration_number> number_in(const json::object& source);

/// Folds the operations of one record: confirmed ones in feed order, then this desk's own pending
/// ones. Among them may stand operations of other records that note something on this one. It
/// decides nothing: no validation, no permissions, no clock. Nothing where no operation makes the
/// record.
std::optional<record> fold_record(const std::string& id, std::span<const log_entry> entries);

/// The entry as it is to be read now: the original with its annotations applied in order. Those
/// that still wait for a number or another office are left out.
json::object current_data(const record& entry);

/// The same to look at: no copy is made where no note stands on the entry. The entry outlives it.
class current_view
{
public:
    explicit current_view(const record& entry) : m_data(&entry.data)
    {
        if (entry.annotations.empty()) return;
        m_noted = current_data(entry);
        m_data = &m_noted;
    }

    current_view(const current_view&) = delete;
    current_view& operator=(const current_view&) = delete;

    const json::object& operator*() const { return *m_data; }

private:
    json::object m_noted;
    const json::object* m_data;
};

} // namespace hotich
