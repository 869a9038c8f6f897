// Makes the widget that a field's kind asks for. The only place that knows which kind has which
// widget; it knows no event.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/forms/field_editor.h"

namespace hotich {

/// What a form needs to know of its surroundings besides the workplace.
struct form_setting
{
    office_profile office;
    civil_date today;
};

/// Made inside its parent, as every part of a form: Qt has the style sheet dress a part, and all in
/// it, anew each time that it is moved into another.
field_editor* make_editor(
    const field_definition& field,
    const workplace& place,
    const form_setting& setting,
    QWidget* parent
);

/// The path of the date that decides which units an address may name (the definition's rule
/// unit_valid_on), or "".
std::string day_path_of(const event_definition& event, const std::string& address_path);

} // namespace hotich
