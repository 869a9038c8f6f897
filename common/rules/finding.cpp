#include "common/rules/finding.h"

#include "common/base/text.h"
#include "common/definitions/display.h"

#include <algorithm>

namespace hotich {

namespace {

std::string label_of(
    const std::string& path, const event_definition* event, std::string_view language
)
{
    return event == nullptr ? path : told_label(*event, path, language);
}

/// An office's code as the name of its commune; any other text as it is.
std::string office_label(const definitions& known, const std::string& office)
{
    const auto* commune = known.units().find_any(unit_level::commune, office);
    return commune == nullptr ? office : commune->name;
}

result<severity> severity_of(std::string_view name)
{
    for (const auto level : {severity::info, severity::warn, severity::block})
        if (name == name_of(level)) return level;
    return failure{failure_code::invalid_input, "unknown severity"};
}

} // namespace

json::object finding::to_json() const
{
    json::object out{{"rule", rule}, {"field", field}, {"severity", name_of(level)}};
    if (needs_reason) out["needs_reason"] = true;
    if (no_override) out["no_override"] = true;
    json::object args;
    for (const auto& item : arguments)
        args[item.name] = {{"vi", item.value.vi}, {"en", item.value.en}};
    if (!args.empty()) out["args"] = std::move(args);
    return out;
}

result<finding> parse_finding(const json::object& source)
{
    finding out;
    TRY(out.rule, string_member(source, "rule"));
    out.field = std::string(text_at(source, "field"));
    if (const auto level = severity_of(text_at(source, "severity"))) out.level = *level;
    out.needs_reason = source.contains("needs_reason");
    out.no_override = source.contains("no_override");
    const auto* args = source.if_contains("args");
    if (args == nullptr || !args->is_object()) return out;
    for (const auto& [name, value] : args->get_object())
        if (value.is_object())
            out.arguments.push_back(
                {std::string(name),
                 {std::string(text_at(value.get_object(), "vi")),
                  std::string(text_at(value.get_object(), "en"))}}
            );
    return out;
}

std::string message_of(
    const finding& what,
    const definitions& known,
    const event_definition* event,
    std::string_view language
)
{
    std::vector<std::pair<std::string, std::string>> arguments{
        {"field", label_of(what.field, event, language)}};
    for (const auto& argument : what.arguments) {
        const auto& value = argument.value.in(language);
        arguments.emplace_back(
            argument.name,
            argument.name == "office" ? office_label(known, value)
                                      : label_of(value, event, language)
        );
    }
    // What another office's clerk may not see is not among the arguments.
    arguments.emplace_back("name", known.message("duplicates", "name_not_shown").in(language));
    arguments.emplace_back("why", "");
    return replace_placeholders(known.message("findings", what.rule).in(language), arguments);
}

std::string article_of(const finding& what, const definitions& known, std::string_view language)
{
    return known.article(what.rule).in(language);
}

bool blocks(const std::vector<finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const auto& item) {
        return item.level == severity::block;
    });
}

} // namespace hotich
