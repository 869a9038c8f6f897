// Who may do what (schemas/accounts/roles.json): a role is a set of actions at certain levels of
// the administration; every operation of the log, every route of the server and every act of the
// window names the action it is. Used by accounts, the sequencer, the server's routes, the desktop.
#pragma once

#include "common/base/json.h"
#include "common/definitions/event_definition.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace hotich {

struct role_definition
{
    std::string role;
    bilingual label;
    std::set<std::string, std::less<>> levels; ///< "commune", "district", "province", "nation"
    bool needs_second_factor = false;
    std::set<std::string, std::less<>> may;   ///< actions
    std::set<std::string, std::less<>> gives; ///< roles its holder may give to others in his unit
};

class role_table
{
public:
    /// invalid_input names the place: an action nobody has described, a role twice.
    static result<role_table> parse(const json::object& source);

    /// Null where there is no such role.
    [[nodiscard]] const role_definition* find(std::string_view role) const;

    [[nodiscard]] const std::vector<role_definition>& roles() const { return m_roles; }

    [[nodiscard]] const std::map<std::string, bilingual, std::less<>>& actions() const
    {
        return m_actions;
    }

    /// The action that an operation of the log is; "" where a desk may not write it.
    [[nodiscard]] std::string_view action_of(std::string_view operation_kind) const;

private:
    std::map<std::string, bilingual, std::less<>> m_actions;
    std::map<std::string, std::string, std::less<>> m_operations;
    std::vector<role_definition> m_roles;
};

} // namespace hotich
