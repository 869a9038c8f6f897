#include "common/records/blank.h"

#include "common/base/text.h"

#include <array>

namespace hotich {

namespace {

constexpr std::array<const char*, 6> state_names{
    "sent", "came_out", "signed", "handed_over", "spoiled", "not_printed"};
constexpr std::size_t max_prefix_signs = 12;

failure wrong(const char* what) { return {failure_code::invalid_input, what}; }

bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

json::object* paper_with(json::array& papers, std::string_view token)
{
    for (auto& paper : papers)
        if (paper.is_object() && text_at(paper.get_object(), "token") == token)
            return &paper.get_object();
    return nullptr;
}

} // namespace

result<blank_serial> parse_blank_serial(std::string_view typed)
{
    auto text = to_upper(clean_text(std::string(typed)));
    std::erase(text, ' ');
    auto begin = text.size();
    while (begin > 0 && is_digit(text[begin - 1]))
        --begin;
    const auto digits = text.size() - begin;
    if (digits == 0 || digits > max_blank_digits
        || character_count(text.substr(0, begin)) > max_prefix_signs)
        return wrong("blank_serial");
    return blank_serial{
        text.substr(0, begin), std::stoll(text.substr(begin)), static_cast<int>(digits)};
}

std::string to_text(const blank_serial& serial)
{
    auto number = std::to_string(serial.number);
    const auto missing = static_cast<std::size_t>(serial.digits) > number.size()
        ? static_cast<std::size_t>(serial.digits) - number.size()
        : 0;
    return serial.prefix + std::string(missing, '0') + number;
}

result<blank_range> blank_range_of(std::string_view first, std::string_view last)
{
    TRY(const auto from, parse_blank_serial(first));
    TRY(const auto to, parse_blank_serial(last));
    const bool is_one_series = from.prefix == to.prefix && from.digits == to.digits;
    const auto count = to.number - from.number + 1;
    if (!is_one_series || count < 1 || count > max_blanks_at_once) return wrong("blank_range");
    return blank_range{from, count};
}

const char* name_of(paper_state state) { return state_names.at(static_cast<std::size_t>(state)); }

paper_state paper_state_named(std::string_view name)
{
    for (std::size_t i = 0; i < state_names.size(); ++i)
        if (name == state_names.at(i)) return static_cast<paper_state>(i);
    return paper_state::sent;
}

paper_state paper_state_of(const json::object& paper)
{
    return paper_state_named(text_at(paper, "state"));
}

bool is_end(paper_state state) { return state >= paper_state::handed_over; }

bool is_in_force(paper_state state)
{
    return state != paper_state::spoiled && state != paper_state::not_printed;
}

void take_paper_step(json::array& papers, const json::object& step, std::int64_t at_ms)
{
    auto* paper = paper_with(papers, text_at(step, "token"));
    if (paper == nullptr) return;
    const auto before = paper_state_of(*paper);
    const auto after = paper_state_named(text_at(step, "step"));
    if (is_end(before) || after <= before) return;
    (*paper)["state"] = name_of(after);
    (*paper)["state_at"] = at_ms;
    for (const auto* told : {"reason", "to"})
        if (!text_at(step, told).empty()) (*paper)[told] = text_at(step, told);
    auto* blank = paper->if_contains("blank");
    if (blank != nullptr && blank->is_object() && !text_at(step, "serial").empty())
        blank->get_object()["serial"] = text_at(step, "serial");
}

} // namespace hotich
