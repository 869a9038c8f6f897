#include "common/records/verdict.h"

#include <charconv>

namespace hotich {

namespace {

int int_or_zero(const json::object& object, std::string_view name)
{
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : 0;
}

} // namespace

const char* name_of(outcome value)
{
    switch (value) {
    case outcome::accepted:
        return "accepted";
    case outcome::rejected:
        return "rejected";
    case outcome::held:
        return "held";
    }
    return "rejected";
}

std::string to_display(const registration_number& number)
{
    const auto digits = std::to_string(number.reg_no);
    return (digits.size() < 2 ? "0" + digits : digits) + "/" + std::to_string(number.year);
}

std::optional<registration_number> parse_registration_number(std::string_view display)
{
    const auto slash = display.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto read = [](std::string_view digits) {
        int number = 0;
        const auto [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
    };
    registration_number out{"", read(display.substr(slash + 1)), read(display.substr(0, slash))};
    if (out.year <= 0 || out.reg_no <= 0) return std::nullopt;
    return out;
}

std::string verdict::to_text() const
{
    json::object out;
    out["outcome"] = name_of(result_kind);
    if (number) {
        out["reg_no"] = number->reg_no;
        out["year"] = number->year;
        out["book"] = number->book_kind;
    }
    if (!reasons.empty()) out["reasons"] = reasons;
    if (!other.empty()) out["other"] = other;
    if (block_first != 0) {
        out["first"] = block_first;
        out["last"] = block_last;
    }
    return hotich::to_text(out);
}

result<verdict> parse_verdict(std::string_view text)
{
    TRY(const auto object, parse_json_object(text));
    TRY(const auto name, string_member(object, "outcome"));
    verdict out;
    if (name == "accepted")
        out.result_kind = outcome::accepted;
    else if (name == "rejected")
        out.result_kind = outcome::rejected;
    else if (name == "held")
        out.result_kind = outcome::held;
    else
        return failure{failure_code::invalid_input, "unknown outcome of a verdict"};
    if (object.contains("reg_no"))
        out.number = {
            std::string(text_at(object, "book")),
            int_or_zero(object, "year"),
            int_or_zero(object, "reg_no")};
    if (const auto* list = object.if_contains("reasons"); list != nullptr && list->is_array())
        out.reasons = list->get_array();
    if (const auto* other = object.if_contains("other"); other != nullptr && other->is_object())
        out.other = other->get_object();
    out.block_first = int_or_zero(object, "first");
    out.block_last = int_or_zero(object, "last");
    return out;
}

verdict rejected(std::string_view rule, std::string_view field)
{
    json::object reason;
    reason["rule"] = rule;
    if (!field.empty()) reason["field"] = field;
    verdict out;
    out.result_kind = outcome::rejected;
    out.reasons.push_back(std::move(reason));
    return out;
}

} // namespace hotich
