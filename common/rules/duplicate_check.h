// What the check says of registrations that may be of the same event: a finding that the clerk can
// read, with the fields that agree and what each weighs. Used by check and by whoever shows a held
// record. Inside common/rules, desktop and tests.
#pragma once

#include "common/rules/check.h"

namespace hotich {

/// Adds a finding for each registration alike that no claim has told of; where one has, its finding
/// gets the reasons.
void check_alike(
    const event_definition& event,
    const json::object& data,
    const check_context& context,
    std::vector<finding>& out
);

/// The compared fields of such a finding; none where it has none.
std::vector<compared_field> compared_in(const finding& item);

/// Two registrations before a clerk. `theirs` is null where the other office's entry may not be
/// read: then only whether the fields agree is told.
struct comparison
{
    const definitions& known;
    const event_definition& event;
    const finding& item;
    const json::object& mine;
    const json::object* theirs = nullptr;
};

struct comparison_row
{
    std::string label;
    std::string mine;
    std::string theirs;
    std::string agreement;
    int weight = 0;
};

std::vector<comparison_row> side_by_side(const comparison& two, std::string_view language);

/// The record that such a finding names; "" where it names none.
std::string record_named_in(const finding& item);

/// An agreement in words.
std::string agreement_words(const definitions& known, agreement as, std::string_view language);

} // namespace hotich
