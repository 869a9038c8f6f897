// Lawful births to register in tests, one for each name.
#pragma once

#include "common/register/desk_register.h"

namespace hotich::test {

const event_definition& birth();

/// The example under another name and without its birth notice: another child.
json::object birth_of(const std::string& name);

/// The same with one place changed.
json::object birth_with(const std::string& path, json::value value);

/// The same, registered again because the book and the certificate are lost.
json::object with_lost_book(json::object birth);

/// Registered on Monday morning, with reasons or for a refused record where there are any.
registration_outcome register_data(
    desk_register& desk,
    json::object data,
    std::vector<override_reason> overrides = {},
    const std::string& record_id = {}
);
registration_outcome register_birth(desk_register& desk, const std::string& name);

/// "rule field, rule field, " of all findings.
std::string as_text(const std::vector<finding>& findings);

} // namespace hotich::test
