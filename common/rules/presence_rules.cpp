// Rules about what a field must hold: a value, a tick, or one field of several.
#include "common/definitions/display.h"
#include "common/rules/rule.h"

namespace hotich {

rule_result must_equal(const rule_input& in)
{
    const auto value = in.text(0);
    const auto wanted = in.path(1);
    if (value.empty() || value == wanted) return {};
    const auto* field = in.event.find_field(in.path(0));
    const auto* entry =
        field == nullptr ? nullptr : in.context.known.list(field->list_name()).find(wanted);
    return {
        {in.path(0),
         {{"expected",
           entry == nullptr ? bilingual{wanted, wanted}
                            : bilingual{entry->label_vi, entry->label_en}}}}};
}

// The other arguments are the values that the field may not have.
rule_result must_not_equal(const rule_input& in)
{
    const auto* value = find_path(in.data, in.path(0));
    if (value == nullptr) return {};
    for (std::size_t n = 1; n < in.args.size(); ++n) {
        if (*value != in.args[n]) continue;
        const auto shown = [&in](const char* language) {
            return display_value(in.context.known, in.event, in.data, in.path(0), language);
        };
        return {{in.path(0), {{"value", {shown("vi"), shown("en")}}}}};
    }
    return {};
}

// A statement of the law that the officer confirms by a tick; blank is not confirmed.
rule_result must_be_true(const rule_input& in)
{
    const auto* value = find_path(in.data, in.path(0));
    if (value != nullptr && *value == json::value(true)) return {};
    return {{in.path(0), {}}};
}

rule_result at_least_one(const rule_input& in)
{
    for (std::size_t n = 0; n < in.args.size(); ++n)
        if (in.is_given(n)) return {};
    return {{in.path(0), {}}};
}

} // namespace hotich
