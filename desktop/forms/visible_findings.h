// Which findings a clerk is shown while typing: not every field that is still empty in a form just
// opened, but what concerns the fields that were entered and left. Pure; used by form_view.
#pragma once

#include "common/rules/finding.h"

#include <set>
#include <string>
#include <vector>

namespace hotich {

/// The field a finding stands beside, or -1: its own, the address or document it is a part of, or
/// the first one of the person it names.
int field_of_finding(const event_definition& event, const std::string& finding_path);

/// The page that has the field, or -1.
int page_of_field(const event_definition& event, int field);

struct typing_progress
{
    std::set<std::string> left_fields; ///< paths that had the focus and lost it
    std::set<int> left_pages;
    bool shows_all = false; ///< the review was asked for
};

std::vector<finding> visible_findings(
    const event_definition& event,
    const std::vector<finding>& findings,
    const json::object& shown,
    const typing_progress& progress
);

} // namespace hotich
