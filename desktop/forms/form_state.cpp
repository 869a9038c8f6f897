#include "desktop/forms/form_state.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int max_blanking_passes = 4; ///< a condition may look at a field that itself goes blank

bool has_value(const json::object& data, const std::string& path, const json::value& value)
{
    const auto* found = find_path(data, path);
    return found == nullptr ? value.is_null() : *found == value;
}

void assign(json::object& data, const std::string& path, const json::value& value)
{
    if (is_known(value))
        set_path(data, path, value);
    else
        remove_path(data, path);
}

std::string copied_path(const field_definition& field)
{
    const auto* rule = field.default_value.if_object();
    return rule == nullptr ? std::string() : std::string(text_at(*rule, "copy"));
}

bool page_has(const form_page& page, std::size_t field)
{
    return std::find(page.fields.begin(), page.fields.end(), field) != page.fields.end();
}

bool is_blank_in(const event_definition& event, std::size_t field, const json::object& data)
{
    if (event.fields[field].blank_when.holds(data)) return true;
    return std::any_of(event.pages.begin(), event.pages.end(), [&](const form_page& page) {
        return page_has(page, field) && page.blank_when.holds(data);
    });
}

} // namespace

form_state::form_state(const event_definition& event, json::object typed)
    : m_event(&event), m_typed(std::move(typed))
{
    refresh();
}

void form_state::set_typed(json::object typed)
{
    m_typed = std::move(typed);
    refresh();
}

json::object form_state::to_send() const
{
    auto data = m_shown;
    for (const auto& field : m_event->fields)
        if (!field.automatic.is_null() && !is_known(m_typed, field.path))
            remove_path(data, field.path);
    return data;
}

void form_state::set(const std::string& path, const json::value& value)
{
    const auto* before_there = find_path(m_typed, path);
    const auto before = before_there == nullptr ? json::value() : *before_there;
    assign(m_typed, path, value);
    for (const auto& field : m_event->fields)
        if (copied_path(field) == path && has_value(m_typed, field.path, before))
            assign(m_typed, field.path, value);
    refresh();
}

void form_state::take_completed(const json::object& completed)
{
    json::object filled;
    for (const auto& field : m_event->fields) {
        if (field.automatic.is_null()) continue;
        if (const auto* value = find_path(completed, field.path))
            set_path(filled, field.path, *value);
    }
    m_filled = std::move(filled);
    refresh();
}

bool form_state::is_page_hidden(std::size_t page) const
{
    return m_event->pages[page].later || m_event->pages[page].blank_when.holds(m_shown);
}

bool form_state::is_hidden(std::size_t field) const
{
    return m_event->fields[field].later || is_blank_in(*m_event, field, m_shown);
}

bool form_state::is_required(std::size_t field) const
{
    return m_event->fields[field].is_required(m_shown);
}

void form_state::refresh()
{
    m_shown = m_typed;
    for (const auto& field : m_event->fields)
        if (!field.automatic.is_null() && !is_known(m_typed, field.path))
            if (const auto* value = find_path(m_filled, field.path))
                set_path(m_shown, field.path, *value);
    for (int pass = 0; pass < max_blanking_passes; ++pass) {
        bool changed = false;
        for (std::size_t i = 0; i < m_event->fields.size(); ++i) {
            const auto& path = m_event->fields[i].path;
            if (find_path(m_shown, path) == nullptr || !is_hidden(i)) continue;
            remove_path(m_shown, path);
            changed = true;
        }
        if (!changed) return;
    }
}

json::object without_automatic(const event_definition& event, json::object data)
{
    for (const auto& field : event.fields)
        if (!field.automatic.is_null() && field.default_value.is_null())
            remove_path(data, field.path);
    return data;
}

json::object without_what_refills(
    const event_definition& event, json::object data, const json::object& refilled
)
{
    for (const auto& field : event.fields) {
        if (field.automatic.is_null()) continue;
        const auto* value = find_path(data, field.path);
        const auto* own = find_path(refilled, field.path);
        if (value != nullptr && own != nullptr && *value == *own) remove_path(data, field.path);
    }
    return data;
}

} // namespace hotich
