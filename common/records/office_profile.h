// What the program must know of an office: its name on papers, its place, who signs, its settings.
// The server writes it as an operation in the office's feed, so every desk has it offline. Used by
// rules, papers, register.
#pragma once

#include "common/base/json.h"

#include <string>
#include <vector>

namespace hotich {

struct signatory
{
    std::string name;
    std::string title;
};

struct office_profile
{
    std::string code;         ///< the code of the commune since 01/07/2025
    std::string name;         ///< "UBND phường Ba Đình"
    std::string commune_name; ///< "Phường Ba Đình"
    std::string province_code;
    std::string province_name; ///< "Thành phố Hà Nội"
    std::vector<signatory> signatories;
    bool allow_certificate_without_pin =
        false; ///< domain §5.3: block by default, a setting for outages

    bool copies_are_numbered_in_their_book =
        false; ///< domain §4.4: both are seen; by default a copy has its entry's number

    std::string scans_between; ///< "20:00-06:00": scanned papers travel only then; "": at any time

    [[nodiscard]] json::object to_json() const;
};

result<office_profile> parse_office_profile(const json::object& source);

} // namespace hotich
