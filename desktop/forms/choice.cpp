#include "desktop/forms/choice.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int no_fit = 9;

bool starts_a_word(std::string_view folded, std::string_view word)
{
    for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1))
        if (at == 0 || folded[at - 1] == ' ') return true;
    return false;
}

int rank_of(const choice& item, std::string_view typed, const std::vector<std::string>& words)
{
    if (fold(item.code) == typed) return 0;
    if (item.name == typed) return 1;
    if (item.name.starts_with(typed)) return 2;
    if (starts_a_word(item.folded, typed)) return 3;
    const bool has_all = std::all_of(words.begin(), words.end(), [&item](const auto& word) {
        return starts_a_word(item.folded, word);
    });
    return has_all ? 4 : no_fit;
}

choice unit_choice(const admin_unit& unit, const std::string& behind)
{
    choice made{
        unit.code,
        to_qt(behind.empty() ? unit.name : unit.name + ", " + behind),
        {},
        {},
        unit.parent,
        to_qt(unit.name)};
    made.folded = fold(unit.name + " " + behind);
    const auto folded_type = fold(unit.type);
    auto name = fold(unit.name);
    for (const auto& type : {folded_type, std::string("thanh pho"), std::string("tinh")})
        if (name.starts_with(type + " ")) {
            name.erase(0, type.size() + 1);
            break;
        }
    made.name = std::move(name);
    return made;
}

choice_list units_on(const admin_units& units, unit_level level, const civil_date& on)
{
    auto made = std::make_shared<std::vector<choice>>();
    for (const auto* unit : units.below(level, "", on)) {
        std::string behind;
        const auto* district = units.find(unit_level::district, unit->parent, on);
        if (level != unit_level::province && district != nullptr) behind = district->name;
        const auto* province = units.find(
            unit_level::province, district == nullptr ? unit->parent : district->parent, on
        );
        if (level != unit_level::province && province != nullptr)
            behind += (behind.empty() ? "" : ", ") + province->name;
        made->push_back(unit_choice(*unit, behind));
    }
    return made;
}

} // namespace

std::vector<std::size_t> fitting(
    const std::vector<choice>& choices, std::string_view typed, std::string_view favoured_group
)
{
    const auto folded = fold(typed);
    const auto words = words_of(folded);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const int rank = words.empty() ? 4 : rank_of(choices[i], folded, words);
        if (rank == no_fit) continue;
        const bool favoured = !favoured_group.empty() && choices[i].group == favoured_group;
        ranked.emplace_back(2 * rank + (favoured ? 0 : 1), i);
    }
    const auto shown = std::min(ranked.size(), max_shown_choices);
    std::partial_sort(
        ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown), ranked.end()
    );
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < shown; ++i)
        out.push_back(ranked[i].second);
    return out;
}

choice_list choices_of(const code_list& list, const civil_date& on, std::string_view language)
{
    auto made = std::make_shared<std::vector<choice>>();
    for (const auto& entry : list.entries()) {
        if (!entry.valid.holds(on)) continue;
        const auto& label =
            language == "en" && !entry.label_en.empty() ? entry.label_en : entry.label_vi;
        choice item{
            entry.code,
            to_qt(label),
            fold(entry.label_vi + " " + entry.label_en),
            fold(label),
            {},
            {}};
        for (const auto& alias : entry.aliases)
            item.folded += " " + fold(alias);
        made->push_back(std::move(item));
    }
    return made;
}

bool has_districts(const civil_date& on)
{
    // Law 72/2025/QH15: two tiers from 01/07/2025.
    return on < civil_date{2025, 7, 1};
}

const unit_lists& unit_choices::on(const civil_date& day)
{
    auto& lists = m_by_period[has_districts(day)];
    if (lists.communes == nullptr)
        lists = {
            units_on(m_units, unit_level::commune, day),
            units_on(m_units, unit_level::district, day),
            units_on(m_units, unit_level::province, day),
        };
    return lists;
}

} // namespace hotich
