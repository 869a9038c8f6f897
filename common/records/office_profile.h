// What the program must know of an office: its name on papers, its place, who signs, its settings.
// The server writes it as an operation in the office's feed, so every desk has it offline. Used by
// rules, papers, register.
#pragma once

#include "common/base/json.h"
#include "common/definitions/code_list.h"

#include <string>
#include <vector>

namespace hotich {

struct signatory
{
    std::string name;
    std::string title;
};

inline constexpr std::int64_t default_offline_days = 30;
inline constexpr std::int64_t max_offline_days = 366;

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

    /// Days a desk may be signed in to without a line to the server; work that is under way is
    /// never stopped.
    std::int64_t offline_days = default_offline_days;

    /// The province's key that opens any register of its offices; its secret half is kept offline.
    std::string recovery_key;

    /// Where its PCs keep what a register's key is bound to: "store" is the system's own, "file"
    /// lies beside the register, for PCs that have no store.
    std::string machine_key = "store";

    std::string scans_between; ///< "20:00-06:00": scanned papers travel only then; "": at any time

    [[nodiscard]] json::object to_json() const;
};

result<office_profile> parse_office_profile(const json::object& source);

/// The profile of a commune of the units in force on the day; not_found where the code is none.
result<office_profile> profile_of_commune(
    const admin_units& units, const std::string& code, const civil_date& on
);

} // namespace hotich
