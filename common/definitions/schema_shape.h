// The part of JSON Schema that our definitions use, as plain tables: whether a document fits, many
// times faster than the library, which then has only to say what is wrong with those that do not.
// A schema with a keyword that is not understood here has no shape, and the library is always
// asked. Used by schema_validator only.
#pragma once

#include "common/base/json.h"

#include <memory>
#include <optional>
#include <regex>
#include <string>
#include <vector>

namespace hotich {

class schema_shape
{
public:
    /// Nothing where the schema says something that is not understood here.
    static std::optional<schema_shape> of(const json::object& schema);

    [[nodiscard]] bool fits(const json::value& value) const;
    [[nodiscard]] bool fits(const json::object& object) const;

private:
    enum class kind { any, object, array, string, integer, boolean };

    struct member
    {
        std::string name;
        std::shared_ptr<const schema_shape> shape;
    };

    // Each false where it is not understood.
    bool read(std::string_view keyword, const json::value& says);
    bool read_type(const json::value& says);
    bool read_limit(std::string_view keyword, const json::value& says);
    bool read_pattern(const json::value& says);
    bool read_members(const json::value& properties);
    bool read_items(const json::value& says);
    static bool read_texts(const json::value& says, std::vector<std::string>& out);
    [[nodiscard]] bool fits_text(std::string_view text) const;
    [[nodiscard]] bool fits_number(std::int64_t number) const;
    [[nodiscard]] bool fits_items(const json::array& items) const;
    [[nodiscard]] const schema_shape* find(std::string_view name) const;

    kind m_kind = kind::any;
    std::vector<std::string> m_values;           ///< of an enum of texts
    std::vector<std::string> m_forms;            ///< of a pattern: see forms_of_pattern
    std::shared_ptr<const std::regex> m_pattern; ///< where it has no forms
    std::size_t m_min_length = 0;
    std::optional<std::size_t> m_max_length;
    std::optional<std::int64_t> m_minimum;
    std::optional<std::int64_t> m_maximum;
    std::optional<std::size_t> m_max_items;
    std::vector<member> m_members; ///< sorted by name
    std::vector<std::string> m_required;
    bool m_takes_others = true;
    std::shared_ptr<const schema_shape> m_items;
};

/// The forms of a pattern that is made of digits, dashes and parts that may be missing:
/// "^\d{4}(-\d{2})?$" has "dddd" and "dddd-dd", d being any digit. Empty where it is made of
/// anything else.
std::vector<std::string> forms_of_pattern(std::string_view pattern);
bool has_form(std::string_view text, std::string_view form);

} // namespace hotich
