#include "desktop/forms/changed_fields.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct changed_fields
{
    Q_DECLARE_TR_FUNCTIONS(hotich::changed_fields)
};

field_definition column(const char* path, const QString& label)
{
    field_definition made;
    made.path = path;
    made.kind = "text";
    made.label = {to_utf8(label), to_utf8(label)}; // the program speaks one language at a time
    return made;
}

} // namespace

choice_list fields_to_change(const event_definition& event, std::string_view language)
{
    auto made = std::make_shared<std::vector<choice>>();
    for (const auto& page : event.pages) {
        if (page.later) continue;
        for (const auto index : page.fields) {
            const auto& field = event.fields[index];
            if (field.kind == "list") continue;
            const auto name = page.title.in(language) + ": " + field.label.in(language);
            made->push_back({field.path, to_qt(name), fold(name), fold(name), {}, {}});
        }
    }
    return made;
}

choice_list values_to_choose(
    const definitions& known, const field_definition& field, std::string_view language
)
{
    auto made = std::make_shared<std::vector<choice>>();
    if (!field.is_code()) return made;
    for (const auto& entry : known.list(field.list_name()).entries()) {
        const auto& label =
            language == "en" && !entry.label_en.empty() ? entry.label_en : entry.label_vi;
        made->push_back(
            {entry.label_vi,
             to_qt(label),
             fold(entry.label_vi + " " + entry.label_en),
             fold(label),
             {},
             {}}
        );
    }
    return made;
}

field_definition list_of_changes(const std::string& path)
{
    field_definition list;
    list.path = path;
    list.kind = "list";
    list.columns.push_back(column("field_id", changed_fields::tr("Field of the entry")));
    list.columns.push_back(column("old_value", changed_fields::tr("From (as it reads now)")));
    list.columns.push_back(column("new_value", changed_fields::tr("To")));
    return list;
}

} // namespace hotich
