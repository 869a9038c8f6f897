#include "syncserver/storage/postgres_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hotich {

namespace {

// OIDs of pg_type, which never change.
constexpr std::uint32_t bool_type = 16;
constexpr std::uint32_t int8_type = 20;
constexpr std::uint32_t int2_type = 21;
constexpr std::uint32_t int4_type = 23;
constexpr std::uint32_t text_type = 25;

struct state_rule
{
    std::string_view prefix; ///< of the SQLSTATE; the first that fits decides
    failure_code code;
};

constexpr std::array state_rules{
    state_rule{"23", failure_code::conflict},
    state_rule{"40001", failure_code::busy}, // serialization failure
    state_rule{"40P01", failure_code::busy}, // deadlock
    state_rule{"55P03", failure_code::busy}, // lock timeout
    state_rule{"57014", failure_code::busy}, // statement timeout
    state_rule{"53300", failure_code::busy}, // too many connections
    state_rule{"22", failure_code::invalid_input},
    state_rule{"XX001", failure_code::corrupt_data},
    state_rule{"XX002", failure_code::corrupt_data},
};

bool may_be_told(std::string_view state)
{
    for (const auto* harmless : {"42", "08", "28", "57", "53", "3D", "25"})
        if (state.starts_with(harmless)) return true;
    return false;
}

failure has_nul()
{
    return {failure_code::invalid_input, "a text with a NUL byte cannot be stored"};
}

void append_escaped(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out.push_back(c);
        }
    }
}

} // namespace

failure failure_of_sqlstate(
    std::string_view state, std::string_view constraint, std::string message
)
{
    const auto rule =
        std::find_if(state_rules.begin(), state_rules.end(), [state](const auto& one) {
            return state.starts_with(one.prefix);
        });
    auto detail = "postgres " + std::string(state);
    if (!constraint.empty()) detail += ": " + std::string(constraint);
    if (may_be_told(state)) detail += ": " + message;
    return {
        rule == state_rules.end() ? failure_code::storage_unavailable : rule->code,
        std::move(detail)};
}

sql_value value_of_text(std::uint32_t type, std::string_view text)
{
    if (type == bool_type) return std::int64_t{text == "t" ? 1 : 0};
    if (type != int8_type && type != int2_type && type != int4_type) return std::string(text);
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string without_index_hint(std::string_view text)
{
    std::string out(text);
    if (const auto at = out.find(" NOT INDEXED"); at != std::string::npos)
        out.erase(at, std::string_view(" NOT INDEXED").size());
    constexpr std::string_view hint = " INDEXED BY ";
    if (const auto at = out.find(hint); at != std::string::npos) {
        const auto end = out.find(' ', at + hint.size());
        out.erase(at, end == std::string::npos ? end : end - at);
    }
    return out;
}

result<postgres_parameters> parameters_of(std::span<const sql_value> values)
{
    postgres_parameters out;
    out.numbers.resize(values.size()); // never grows again: values point into it
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* text = std::get_if<std::string>(&values[i]);
        const auto* number = std::get_if<std::int64_t>(&values[i]);
        if (text != nullptr && text->find('\0') != std::string::npos) return has_nul();
        if (number != nullptr) out.numbers[i] = std::to_string(*number);
        const auto* given = text != nullptr ? text : number != nullptr ? &out.numbers[i] : nullptr;
        out.values.push_back(given == nullptr ? nullptr : given->c_str());
        out.lengths.push_back(given == nullptr ? 0 : static_cast<int>(given->size()));
        out.types.push_back(text != nullptr ? text_type : number != nullptr ? int8_type : 0);
        out.signature.push_back(text != nullptr ? 't' : number != nullptr ? 'i' : 'n');
    }
    return out;
}

result<std::string> copy_text(std::span<const sql_value> values, std::size_t columns)
{
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (const auto* text = std::get_if<std::string>(&values[i])) {
            if (text->find('\0') != std::string::npos) return has_nul();
            append_escaped(out, *text);
        } else if (const auto* number = std::get_if<std::int64_t>(&values[i])) {
            out += std::to_string(*number);
        } else {
            out += "\\N";
        }
        out.push_back((i + 1) % columns == 0 ? '\n' : '\t');
    }
    return out;
}

} // namespace hotich
