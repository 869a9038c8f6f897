#include "common/definitions/role_table.h"

#include "common/definitions/reading.h"

namespace hotich {

namespace {

using names = std::set<std::string, std::less<>>;

names names_of(const json::object& source, std::string_view member)
{
    const auto texts = texts_of(source.if_contains(member));
    return {texts.begin(), texts.end()};
}

result<role_definition> role_of(const json::object& source)
{
    role_definition out{
        std::string(text_at(source, "role")),
        bilingual_of(source, "label"),
        names_of(source, "levels"),
        is_set(source, "second_factor"),
        names_of(source, "may"),
        names_of(source, "gives")};
    if (out.role.empty()) return at_place("roles", "a role has no name");
    if (out.label.vi.empty() || out.label.en.empty()) return at_place(out.role, "no label");
    if (out.levels.empty()) return at_place(out.role, "no level");
    return out;
}

/// The first of the names that is not known; "" where all are.
template <class Known>
std::string unknown_of(const names& used, const Known& known)
{
    for (const auto& name : used)
        if (!known.contains(name)) return name;
    return {};
}

} // namespace

result<role_table> role_table::parse(const json::object& source)
{
    role_table out;
    if (const auto* actions = object_at(source, "actions"))
        for (const auto& item : *actions)
            out.m_actions.emplace(item.key(), bilingual_of(*actions, item.key()));
    if (const auto* operations = object_at(source, "operations"))
        for (const auto& item : *operations) {
            const std::string action(text_at(*operations, item.key()));
            if (!out.m_actions.contains(action))
                return at_place("operations", "\"" + action + "\" is no action");
            out.m_operations.emplace(item.key(), action);
        }
    names known;
    const auto read = [&out, &known](const json::object& item) -> status {
        TRY(auto role, role_of(item));
        if (!known.insert(role.role).second) return at_place(role.role, "stands twice");
        if (const auto action = unknown_of(role.may, out.m_actions); !action.empty())
            return at_place(role.role, "\"" + action + "\" is no action");
        out.m_roles.push_back(std::move(role));
        return {};
    };
    TRY_STATUS(for_each_object(source, "roles", read));
    for (const auto& role : out.m_roles)
        if (const auto given = unknown_of(role.gives, known); !given.empty())
            return at_place(role.role, "\"" + given + "\" is no role");
    return out;
}

const role_definition* role_table::find(std::string_view role) const
{
    for (const auto& known : m_roles)
        if (known.role == role) return &known;
    return nullptr;
}

std::string_view role_table::action_of(std::string_view operation_kind) const
{
    const auto found = m_operations.find(operation_kind);
    return found == m_operations.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace hotich
