#include "common/rules/duplicate_score.h"

#include "common/base/civil_date.h"
#include "common/base/text.h"
#include "common/crypto/crypto.h"

#include <algorithm>
#include <charconv>

namespace hotich {

namespace {

/// Shorter numbers differ by one sign too easily.
constexpr std::size_t min_close_number = 9;
/// Days that a hospital and a family may be apart by; two births of one mother never are, but for
/// twins around midnight.
constexpr int near_days = 3;
constexpr std::size_t key_digits = 15;

/// Folded, and i for y: Lý and Lí are one name.
std::string plain_name(std::string_view name)
{
    auto folded = fold(name);
    std::replace(folded.begin(), folded.end(), 'y', 'i');
    return folded;
}

std::string sorted_words(std::string_view folded)
{
    auto words = words_of(folded);
    std::sort(words.begin(), words.end());
    std::string out;
    for (const auto& word : words)
        out += word + " ";
    return out;
}

/// Whether one change, or two neighbours exchanged, makes one of the other.
bool is_one_edit(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t at = 0;
    while (at < a.size() && a[at] == b[at])
        ++at;
    if (a.size() < b.size()) return a.substr(at) == b.substr(at + 1);
    if (at == a.size()) return true;
    if (a.substr(at + 1) == b.substr(at + 1)) return true;
    return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at]
        && a.substr(at + 2) == b.substr(at + 2);
}

bool is_without_marks(std::string_view word)
{
    return std::all_of(word.begin(), word.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
}

/// Names that are equal without their marks: whether every word that differs has none on one side.
agreement agreement_of_marks(std::string_view a, std::string_view b)
{
    const auto upper_a = to_upper(a);
    const auto upper_b = to_upper(b);
    if (upper_a == upper_b) return agreement::equal;
    const auto words_a = words_of(upper_a);
    const auto words_b = words_of(upper_b);
    if (words_a.size() != words_b.size()) return agreement::unmarked;
    for (std::size_t i = 0; i < words_a.size(); ++i) {
        const bool is_lost = words_a[i] == words_b[i] || is_without_marks(words_a[i])
            || is_without_marks(words_b[i]);
        if (!is_lost) return agreement::marks;
    }
    return agreement::unmarked;
}

/// A name with words left out, at least two of them kept: surname or given name alone is nobody.
bool is_part_of(const std::vector<std::string>& shorter, const std::vector<std::string>& longer)
{
    return shorter.size() >= 2 && shorter.size() < longer.size()
        && std::includes(longer.begin(), longer.end(), shorter.begin(), shorter.end());
}

std::vector<std::string> in_order(std::vector<std::string> words)
{
    std::sort(words.begin(), words.end());
    return words;
}

std::string without_spaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

std::vector<std::string> without(
    const std::vector<std::string>& sorted, const std::vector<std::string>& others
)
{
    std::vector<std::string> out;
    std::set_difference(
        sorted.begin(), sorted.end(), others.begin(), others.end(), std::back_inserter(out)
    );
    return out;
}

/// Whether one word, or two, have one slip each, in whatever order the words stand. Two slips in
/// one word would make a twin's name of it.
bool are_slips(const std::vector<std::string>& sorted_a, const std::vector<std::string>& sorted_b)
{
    const auto a = without(sorted_a, sorted_b);
    const auto b = without(sorted_b, sorted_a);
    if (a.size() != b.size() || a.empty() || a.size() > 2) return false;
    if (a.size() == 1) return is_one_edit(a[0], b[0]);
    return (is_one_edit(a[0], b[0]) && is_one_edit(a[1], b[1]))
        || (is_one_edit(a[0], b[1]) && is_one_edit(a[1], b[0]));
}

std::string value_in(const json::object& data, const compared_value& value)
{
    for (const auto& field : value.fields)
        if (is_known(data, field)) return std::string(text_at(data, field));
    return {};
}

/// What stands for the value in a key; "" where it cannot.
std::string key_text(value_form form, const std::string& value, const std::string& plain)
{
    switch (form) {
    case value_form::name:
        return sorted_words(plain);
    case value_form::day: {
        const auto date = parse_partial_date(value);
        if (!date) return {};
        const auto [low, high] = std::minmax(date->day, date->month);
        return std::to_string(date->year) + "-" + std::to_string(low) + "-" + std::to_string(high);
    }
    case value_form::year:
        return value.substr(0, value.find('-'));
    case value_form::number:
    case value_form::code:
    case value_form::sitting:
        return value;
    }
    return value;
}

agreement compare_codes(std::string_view a, std::string_view b)
{
    return a == b ? agreement::equal : agreement::different;
}

/// A name is kept with its plain form behind it, so that comparing folds nothing.
std::pair<std::string_view, std::string_view> name_and_plain(std::string_view kept)
{
    const auto tab = std::min(kept.find('\t'), kept.size());
    return {kept.substr(0, tab), tab < kept.size() ? kept.substr(tab + 1) : std::string_view()};
}

agreement compare_plain_names(
    std::pair<std::string_view, std::string_view> a, std::pair<std::string_view, std::string_view> b
)
{
    const std::string plain_a(a.second);
    const std::string plain_b(b.second);
    if (plain_a == plain_b) return agreement_of_marks(a.first, b.first);
    const auto words_a = in_order(words_of(plain_a));
    const auto words_b = in_order(words_of(plain_b));
    if (words_a == words_b) return agreement::swapped;
    if (is_one_edit(without_spaces(plain_a), without_spaces(plain_b))
        || are_slips(words_a, words_b))
        return agreement::close;
    if (is_part_of(words_a, words_b) || is_part_of(words_b, words_a)) return agreement::partial;
    return agreement::different;
}

agreement compare_kept(value_form form, std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return agreement::missing;
    switch (form) {
    case value_form::name:
        return compare_plain_names(name_and_plain(a), name_and_plain(b));
    case value_form::day:
        return compare_days(a, b);
    case value_form::number:
        return compare_numbers(a, b);
    case value_form::year:
    case value_form::code:
    case value_form::sitting:
        return compare_codes(a, b);
    }
    return agreement::missing;
}

/// The next line of a text, which is shortened by it.
std::string_view take_line(std::string_view& text, char end)
{
    const auto at = std::min(text.find(end), text.size());
    const auto line = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return line;
}

std::string in_one_line(std::string value)
{
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c == '\n' || c == '\t'; }, ' '
    );
    return value;
}

std::optional<compared_field> parse_agreement(std::string_view item)
{
    compared_field out;
    out.field = std::string(take_line(item, ' '));
    const auto as = agreement_of(take_line(item, ' '));
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), out.weight);
    if (!as || error != std::errc() || end != item.data() + item.size()) return std::nullopt;
    out.as = *as;
    return out;
}

} // namespace

agreement compare_names(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return agreement::missing;
    const auto plain_a = plain_name(a);
    const auto plain_b = plain_name(b);
    return compare_plain_names({a, plain_a}, {b, plain_b});
}

agreement compare_days(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return agreement::missing;
    if (a == b) return agreement::equal;
    const auto one = parse_partial_date(a);
    const auto other = parse_partial_date(b);
    if (!one || !other) return agreement::different;
    if (!one->is_full() || !other->is_full()) {
        const auto& shorter = a.size() < b.size() ? a : b;
        const auto& longer = a.size() < b.size() ? b : a;
        return longer.starts_with(shorter) ? agreement::partial : agreement::different;
    }
    if (one->year == other->year && one->month == other->day && one->day == other->month)
        return agreement::swapped;
    const auto day_a = parse_date(a);
    const auto day_b = parse_date(b);
    const bool is_near = day_a && day_b && std::abs(days_between(*day_a, *day_b)) <= near_days;
    return is_near || is_one_edit(a, b) ? agreement::near : agreement::different;
}

agreement compare_numbers(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return agreement::missing;
    if (a == b) return agreement::equal;
    const bool may_be_slip = std::min(a.size(), b.size()) >= min_close_number;
    return may_be_slip && is_one_edit(a, b) ? agreement::close : agreement::different;
}

std::vector<std::int64_t> duplicate_keys(const event_definition& event, const json::object& data)
{
    std::vector<std::int64_t> out;
    const auto& how = event.duplicates;
    if (!how.is_given() || !how.holds_while.holds(data)) return out;
    for (std::size_t n = 0; n < how.keys.size(); ++n) {
        auto text = event.event + "\n" + std::to_string(n);
        const auto& parts = how.keys[n];
        const bool is_whole = std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
            const auto value = value_in(data, part);
            const auto is_name = part.form == value_form::name;
            const auto of_key =
                key_text(part.form, value, is_name ? plain_name(value) : std::string());
            text += "\n" + of_key;
            return !of_key.empty();
        });
        if (!is_whole) continue;
        const auto hash = sha256_hex(text).substr(0, key_digits);
        std::int64_t key = 0;
        std::from_chars(hash.data(), hash.data() + hash.size(), key, 16);
        out.push_back(key);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string compared_values(
    const event_definition& event, const json::object& data, const std::string& office
)
{
    std::string out;
    for (const auto& item : event.duplicates.compared) {
        auto value = in_one_line(value_in(data, item.value));
        if (item.value.form == value_form::sitting && !value.empty()) value += " " + office;
        if (item.value.form == value_form::name && !value.empty())
            value += "\t" + plain_name(value);
        out += value + "\n";
    }
    return out;
}

std::vector<compared_field> compare_values(
    const duplicate_definition& how, std::string_view mine, std::string_view theirs
)
{
    const auto lines = static_cast<std::ptrdiff_t>(how.compared.size());
    if (std::count(mine.begin(), mine.end(), '\n') != lines
        || std::count(theirs.begin(), theirs.end(), '\n') != lines)
        return {};
    std::vector<compared_field> out;
    for (const auto& item : how.compared) {
        const auto as =
            compare_kept(item.value.form, take_line(mine, '\n'), take_line(theirs, '\n'));
        const int weight = item.weight_of(as);
        if (weight != 0) out.push_back({item.value.fields.front(), as, weight});
    }
    return out;
}

int sum_of(const std::vector<compared_field>& fields)
{
    int sum = 0;
    for (const auto& item : fields)
        sum += item.weight;
    return sum;
}

std::string agreements_as_text(const std::vector<compared_field>& fields)
{
    std::string out;
    for (const auto& item : fields) {
        if (!out.empty()) out += ";";
        out += item.field + " " + name_of(item.as) + " " + std::to_string(item.weight);
    }
    return out;
}

std::vector<compared_field> parse_agreements(std::string_view text)
{
    std::vector<compared_field> out;
    while (!text.empty())
        if (auto item = parse_agreement(take_line(text, ';'))) out.push_back(std::move(*item));
    return out;
}

} // namespace hotich
