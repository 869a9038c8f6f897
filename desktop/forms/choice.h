// A list to choose from as one types: code, words for the eye, folded words for the search. Built
// from code lists and administrative units; searched without accents. Used by choice_edit.
#pragma once

#include "common/definitions/definitions.h"

#include <QString>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hotich {

struct choice
{
    std::string code;
    QString label;      ///< in the list
    std::string folded; ///< every word under which it is found
    std::string name;   ///< folded name without the kind of unit in front: what most people type
    std::string group;  ///< of a commune: its province (or district)
    QString brief;      ///< in the line, once chosen; the label where it is empty

    [[nodiscard]] const QString& shown() const { return brief.isEmpty() ? label : brief; }
};

using choice_list = std::shared_ptr<const std::vector<choice>>;

inline constexpr std::size_t max_shown_choices = 60;

/// Positions of what fits the typed text, best first: the code itself, names that begin so, then
/// entries that have every word. Entries of the favoured group stand before equals.
std::vector<std::size_t> fitting(
    const std::vector<choice>& choices, std::string_view typed, std::string_view favoured_group
);

choice_list choices_of(const code_list& list, const civil_date& on, std::string_view language);

/// Whether districts stood between province and commune (until 30/06/2025).
bool has_districts(const civil_date& on);

/// Every unit in force; a commune has what it lies in behind its name, and its parent as its group.
struct unit_lists
{
    choice_list communes;
    choice_list districts;
    choice_list provinces;
};

/// Thousands of units are folded once for each period, not for each address of a form. GUI thread
/// only.
class unit_choices
{
public:
    explicit unit_choices(const admin_units& units) : m_units(units) {}

    const unit_lists& on(const civil_date& day);

private:
    const admin_units& m_units;
    std::map<bool, unit_lists> m_by_period;
};

} // namespace hotich
