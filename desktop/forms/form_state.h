// What one form holds, without widgets: what the clerk typed, what the program filled in, what is
// hidden. Pure, so its manners are tested without a window. Used by form_session.
#pragma once

#include "common/definitions/event_definition.h"

#include <string>
#include <vector>

namespace hotich {

class form_state
{
public:
    form_state(const event_definition& event, json::object typed);

    [[nodiscard]] const event_definition& event() const { return *m_event; }

    /// All the clerk gave, also on parts that are hidden now: a part that comes back still has its
    /// words.
    [[nodiscard]] const json::object& typed() const { return m_typed; }

    /// What is checked and registered: the typed data without what must be blank.
    [[nodiscard]] json::object to_send() const;

    /// What the form shows: to_send and what the program filled in at the last check.
    [[nodiscard]] const json::object& shown() const { return m_shown; }

    /// A person changed a field; null clears it. A field that still had the usual copy of it
    /// follows.
    void set(const std::string& path, const json::value& value);
    /// Puts back what was typed at an earlier moment.
    void set_typed(json::object typed);
    /// The data as a check completed it: automatic fields are taken over where nobody typed.
    void take_completed(const json::object& completed);

    [[nodiscard]] bool is_page_hidden(std::size_t page) const;
    [[nodiscard]] bool is_hidden(std::size_t field) const;
    [[nodiscard]] bool is_required(std::size_t field) const;

private:
    void refresh();

    const event_definition* m_event;
    json::object m_typed;
    json::object m_filled; ///< automatic values of the last check
    json::object m_shown;
};

/// New data without what the program fills in by itself, so that it keeps following its source
/// while one types.
json::object without_automatic(const event_definition& event, json::object data);

/// Data that was registered once, ready to be typed on: of the automatic fields only those stay
/// that differ from what the program itself would have written (`refilled`).
json::object without_what_refills(
    const event_definition& event, json::object data, const json::object& refilled
);

} // namespace hotich
