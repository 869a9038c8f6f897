#include "common/definitions/schema_shape.h"

#include "common/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hotich {

namespace {

constexpr std::array annotations{
    "format", "title", "description", "$schema", "$id", "$comment", "default", "examples", "$defs"};

constexpr std::size_t max_forms = 8;
constexpr std::size_t max_digits = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a pattern's parts off its front, each adding to all forms there are so far.
class form_reader
{
public:
    explicit form_reader(std::string_view rest) : m_rest(rest) {}

    /// False where a part is of another kind. Ends at the pattern's end or a closing bracket.
    bool read(std::vector<std::string>& forms)
    {
        while (!m_rest.empty() && m_rest.front() != ')')
            if (forms.size() > max_forms || !read_part(forms)) return false;
        return true;
    }

    [[nodiscard]] bool is_at_end() const { return m_rest.empty(); }

private:
    bool read_part(std::vector<std::string>& forms)
    {
        if (take("\\d")) return read_digits(forms);
        if (take("-")) return append(forms, "-");
        if (!take("(")) return false;
        auto longer = forms;
        if (!read(longer) || !take(")?")) return false;
        forms.insert(forms.end(), longer.begin(), longer.end());
        return true;
    }

    bool read_digits(std::vector<std::string>& forms)
    {
        if (!take("{")) return append(forms, "d");
        std::size_t count = 0;
        const auto [end, error] =
            std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), count);
        m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
        const bool is_count = error == std::errc() && count <= max_digits && take("}");
        return is_count && append(forms, std::string(count, 'd'));
    }

    static bool append(std::vector<std::string>& forms, const std::string& part)
    {
        for (auto& form : forms)
            form += part;
        return true;
    }

    bool take(std::string_view sign)
    {
        if (!m_rest.starts_with(sign)) return false;
        m_rest.remove_prefix(sign.size());
        return true;
    }

    std::string_view m_rest;
};

} // namespace

std::vector<std::string> forms_of_pattern(std::string_view pattern)
{
    if (!pattern.starts_with("^") || !pattern.ends_with("$")) return {};
    form_reader reader(pattern.substr(1, pattern.size() - 2));
    std::vector<std::string> forms{""};
    if (!reader.read(forms) || !reader.is_at_end()) return {};
    return forms;
}

bool has_form(std::string_view text, std::string_view form)
{
    return text.size() == form.size()
        && std::equal(text.begin(), text.end(), form.begin(), [](char sign, char wanted) {
               return wanted == 'd' ? is_digit(sign) : sign == wanted;
           });
}

std::optional<schema_shape> schema_shape::of(const json::object& schema)
{
    schema_shape out;
    for (const auto& [keyword, says] : schema)
        if (!out.read(keyword, says)) return std::nullopt;
    return out;
}

bool schema_shape::read(std::string_view keyword, const json::value& says)
{
    if (std::find(annotations.begin(), annotations.end(), keyword) != annotations.end())
        return true;
    if (keyword == "type") return read_type(says);
    if (keyword == "properties") return read_members(says);
    if (keyword == "required") return read_texts(says, m_required);
    if (keyword == "enum") return read_texts(says, m_values);
    if (keyword == "pattern") return read_pattern(says);
    if (keyword == "items") return read_items(says);
    if (keyword != "additionalProperties") return read_limit(keyword, says);
    if (!says.is_bool()) return false;
    m_takes_others = says.get_bool();
    return true;
}

bool schema_shape::read_type(const json::value& says)
{
    constexpr std::array<std::pair<std::string_view, kind>, 5> names{
        {{"object", kind::object},
         {"array", kind::array},
         {"string", kind::string},
         {"integer", kind::integer},
         {"boolean", kind::boolean}}};
    const auto* name = says.if_string();
    const auto found = std::find_if(names.begin(), names.end(), [name](const auto& one) {
        return name != nullptr && *name == one.first;
    });
    if (found == names.end()) return false;
    m_kind = found->second;
    return true;
}

bool schema_shape::read_limit(std::string_view keyword, const json::value& says)
{
    if (!says.is_int64()) return false;
    const auto limit = says.get_int64();
    const bool is_count = keyword == "minLength" || keyword == "maxLength" || keyword == "maxItems";
    if (is_count && limit < 0) return false;
    const auto count = static_cast<std::size_t>(limit);
    if (keyword == "minLength")
        m_min_length = count;
    else if (keyword == "maxLength")
        m_max_length = count;
    else if (keyword == "maxItems")
        m_max_items = count;
    else if (keyword == "minimum")
        m_minimum = limit;
    else if (keyword == "maximum")
        m_maximum = limit;
    else
        return false;
    return true;
}

bool schema_shape::read_pattern(const json::value& says)
{
    const auto* text = says.if_string();
    if (text == nullptr) return false;
    m_forms = forms_of_pattern(*text);
    if (m_forms.empty())
        m_pattern = std::make_shared<const std::regex>(std::string(*text), std::regex::ECMAScript);
    return true;
}

bool schema_shape::read_members(const json::value& properties)
{
    const auto* object = properties.if_object();
    if (object == nullptr) return false;
    for (const auto& [name, says] : *object) {
        const auto* schema = says.if_object();
        auto shape = schema == nullptr ? std::nullopt : of(*schema);
        if (!shape) return false;
        m_members.push_back(
            {std::string(name), std::make_shared<const schema_shape>(std::move(*shape))}
        );
    }
    std::sort(m_members.begin(), m_members.end(), [](const auto& a, const auto& b) {
        return a.name < b.name;
    });
    return true;
}

bool schema_shape::read_items(const json::value& says)
{
    const auto* schema = says.if_object();
    auto shape = schema == nullptr ? std::nullopt : of(*schema);
    if (!shape) return false;
    m_items = std::make_shared<const schema_shape>(std::move(*shape));
    return true;
}

bool schema_shape::read_texts(const json::value& says, std::vector<std::string>& out)
{
    const auto* texts = says.if_array();
    if (texts == nullptr) return false;
    for (const auto& item : *texts) {
        if (!item.is_string()) return false;
        out.emplace_back(item.get_string());
    }
    return true;
}

bool schema_shape::fits(const json::value& value) const
{
    if (const auto* object = value.if_object())
        return (m_kind == kind::object || m_kind == kind::any) && m_values.empty() && fits(*object);
    if (const auto* text = value.if_string())
        return (m_kind == kind::string || m_kind == kind::any) && fits_text(*text);
    if (!m_values.empty()) return false;
    if (const auto* items = value.if_array())
        return (m_kind == kind::array || m_kind == kind::any) && fits_items(*items);
    if (const auto* number = value.if_int64())
        return (m_kind == kind::integer || m_kind == kind::any) && fits_number(*number);
    // Other numbers and null are left to the library.
    return value.is_bool() && (m_kind == kind::boolean || m_kind == kind::any);
}

bool schema_shape::fits(const json::object& object) const
{
    for (const auto& name : m_required)
        if (!object.contains(name)) return false;
    for (const auto& [name, value] : object) {
        const auto* shape = find(name);
        if (shape == nullptr ? !m_takes_others : !shape->fits(value)) return false;
    }
    return true;
}

bool schema_shape::fits_text(std::string_view text) const
{
    if (!m_values.empty() && std::find(m_values.begin(), m_values.end(), text) == m_values.end())
        return false;
    // Characters are counted only where the bytes do not settle it.
    if (m_max_length && text.size() > *m_max_length && character_count(text) > *m_max_length)
        return false;
    if (m_min_length > 0 && (text.empty() || character_count(text) < m_min_length)) return false;
    if (m_pattern) return std::regex_search(text.begin(), text.end(), *m_pattern);
    return m_forms.empty() || std::any_of(m_forms.begin(), m_forms.end(), [text](const auto& form) {
               return has_form(text, form);
           });
}

bool schema_shape::fits_number(std::int64_t number) const
{
    return (!m_minimum || number >= *m_minimum) && (!m_maximum || number <= *m_maximum);
}

bool schema_shape::fits_items(const json::array& items) const
{
    if (m_max_items && items.size() > *m_max_items) return false;
    return !m_items || std::all_of(items.begin(), items.end(), [this](const auto& item) {
        return m_items->fits(item);
    });
}

const schema_shape* schema_shape::find(std::string_view name) const
{
    const auto found = std::lower_bound(
        m_members.begin(),
        m_members.end(),
        name,
        [](const auto& one, std::string_view wanted) { return one.name < wanted; }
    );
    return found == m_members.end() || found->name != name ? nullptr : found->shape.get();
}

} // namespace hotich
