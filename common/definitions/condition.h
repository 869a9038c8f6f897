// A condition of a definition, in a closed set of shapes (known, equals, one_of, all, any, not), so
// that the desktop, the server and a web page evaluate the same thing. Used by forms (show,
// require) and rules (when).
#pragma once

#include "common/base/json.h"

#include <string>
#include <vector>

namespace hotich {

class condition
{
public:
    /// Holds always: what an absent "when" means.
    condition() = default;

    static result<condition> parse(const json::value& definition);
    static condition never();

    [[nodiscard]] bool holds(const json::object& data) const;
    /// Every path the condition looks at, for checking a definition and for refreshing a form.
    [[nodiscard]] std::vector<std::string> paths() const;
    /// The same condition over data that stands under a prefix ("birth.").
    [[nodiscard]] condition under(const std::string& prefix) const;

private:
    enum class shape { always, known, one_of, all, any, negation };

    shape m_shape = shape::always;
    std::string m_path;
    std::vector<std::string> m_values;
    std::vector<condition> m_parts;
};

} // namespace hotich
