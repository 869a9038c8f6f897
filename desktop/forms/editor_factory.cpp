#include "desktop/forms/editor_factory.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/address_editor.h"
#include "desktop/forms/line_editors.h"
#include "desktop/forms/list_editor.h"

namespace hotich {

namespace {

/// The office is stored as its code; a person reads its name.
choice_list this_office(const office_profile& office)
{
    auto list = std::make_shared<std::vector<choice>>();
    if (!office.name.empty()) {
        const auto name = office.name + ", " + office.province_name;
        list->push_back({office.code, to_qt(name), fold(name), fold(name), {}, {}});
    }
    return list;
}

/// Suggestions are kept as the text itself, so their code is the label.
choice_list suggestions(const code_list& list, const civil_date& on)
{
    auto made = std::make_shared<std::vector<choice>>(*choices_of(list, on, "vi"));
    for (auto& item : *made)
        item.code = to_utf8(item.label);
    return made;
}

} // namespace

field_editor* make_editor(
    const field_definition& field,
    const workplace& place,
    const form_setting& setting,
    QWidget* parent
)
{
    if (field.kind == "list")
        return new list_editor(
            field,
            place.known,
            place.language,
            [&place, setting](const field_definition& column, QWidget* row) {
                return make_editor(column, place, setting, row);
            },
            parent
        );
    if (field.is_code())
        return new choice_editor(
            choices_of(place.known.list(field.list_name()), setting.today, place.language),
            choice_manner::code,
            parent
        );
    if (field.kind == "address") return new address_editor(place, setting.today, parent);
    if (field.kind == "date") return new date_editor(false, setting.today, parent);
    if (field.kind == "partial_date") return new date_editor(true, setting.today, parent);
    if (field.kind == "time") return new time_editor(parent);
    if (field.kind == "integer") return new integer_editor(parent);
    if (field.kind == "boolean") return new boolean_editor(parent);
    if (field.automatic == json::value("office_code"))
        return new choice_editor(this_office(setting.office), choice_manner::code, parent);
    if (!field.suggest.empty())
        return new choice_editor(
            suggestions(place.known.list(field.suggest), setting.today),
            choice_manner::free_text,
            parent
        );
    return new text_editor(field.kind, parent);
}

std::string day_path_of(const event_definition& event, const std::string& address_path)
{
    for (const auto& use : event.rules) {
        if (use.rule != "unit_valid_on" || use.args.size() < 2) continue;
        if (use.args[0] == json::value(address_path) && use.args[1].is_string())
            return std::string(use.args[1].get_string());
    }
    return {};
}

} // namespace hotich
