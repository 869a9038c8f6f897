// What an operator says of an office on the command line, as the profile that its desks will have.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/office_profile.h"

#include <optional>

namespace hotich {

/// The changes an operator asks for; what is absent stays as it is.
struct office_changes
{
    std::vector<std::string> signers; ///< "NAME;TITLE"
    std::optional<bool> allow_certificate_without_pin;
    std::optional<bool> copies_are_numbered_in_their_book;
    std::optional<std::string> scans_between; ///< "20:00-06:00", or "any"
    std::optional<std::int64_t> offline_days;
    std::optional<std::string> recovery_key; ///< 64 hex digits, or "none"
    std::optional<std::string> machine_key;  ///< "store" or "file"

    [[nodiscard]] bool is_empty() const
    {
        return signers.empty() && !allow_certificate_without_pin
            && !copies_are_numbered_in_their_book && !scans_between && !offline_days
            && !recovery_key && !machine_key;
    }
};

/// invalid_input names what cannot be understood.
status apply(const office_changes& changes, office_profile& profile);

} // namespace hotich
