// The unit of the administration that a right is about: the nation, a province, a district, a
// commune; and whether it reaches an office on a day. Codes of 2019 and of 2025 overlap, so a unit
// is known by the day it is named on. Used by account, rights.
#pragma once

#include "common/definitions/code_list.h"

#include <string>
#include <string_view>

namespace hotich {

struct unit_ref
{
    std::string level; ///< "nation", "province", "district", "commune"
    std::string code;  ///< "" for the nation

    bool operator==(const unit_ref&) const = default;
};

/// "commune:00004", "nation".
std::string to_text(const unit_ref& unit);
/// invalid_input where it is no unit that was ever in the list.
result<unit_ref> parse_unit(const admin_units& units, std::string_view text);

/// The feed in which accounts of a unit are written: an office's own for a commune.
std::string feed_of(const unit_ref& unit);
/// The unit of such a feed.
unit_ref unit_of_feed(const std::string& feed);

/// What a right given on a day for a unit is a right for on another day: the unit itself, or the
/// one that took its place; null where it is gone without one (districts after 30/06/2025, domain
/// §7.3).
const admin_unit* unit_on(
    const admin_units& units, const unit_ref& unit, const civil_date& given, const civil_date& on
);

/// Whether a right for `unit`, given on a day, reaches `inner` on another day: the same unit, or
/// one below it.
bool reaches(
    const admin_units& units,
    const unit_ref& unit,
    const civil_date& given,
    const unit_ref& inner,
    const civil_date& on
);

} // namespace hotich
