// A scanned paper of a record. The operation that attaches it says what it is and how it is opened;
// its bytes stand and travel apart, sealed, known by their hash (common/register/scan_folder.h), so
// that a scan never delays an entry. Used by the fold, the server's decision, desk_scans.
#pragma once

#include "common/records/office_profile.h"
#include "common/records/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

inline constexpr std::size_t max_scan_bytes = 10u * 1024u * 1024u;
inline constexpr std::size_t max_scans_of_record = 40;
inline constexpr std::size_t max_scan_name_letters = 120;

struct scan
{
    std::string name;       ///< of the file, as the clerk sees it
    std::string type;       ///< one of those scan_type knows
    std::int64_t bytes = 0; ///< of the paper as scanned
    std::string content;    ///< SHA-256 of the same: what was attached, and nothing else
    std::string sealed;     ///< SHA-256 of the sealed bytes: under which they stand
    std::string key;        ///< opens them; 64 hex digits

    [[nodiscard]] std::int64_t sealed_bytes() const;
    [[nodiscard]] json::object to_json() const;
};

/// invalid_input names what is wrong: a member, the size, the type.
result<scan> parse_scan(const json::object& source);

/// The scans of a record, in order; one that cannot be read, of a newer program, is left out.
std::vector<scan> scans_of(const record& content);

/// By its first bytes: "application/pdf", "image/jpeg", "image/png", "image/tiff"; "" for anything
/// else.
std::string scan_type(std::string_view bytes);

/// Whether scans may go over the line now, as the office has set (`scans_between`); an office that
/// has set nothing sends them at any time.
bool is_scan_time(const office_profile& office, instant now);

/// "20:00-06:00": hours and minutes in Vietnam, over midnight too; "" is always right.
bool is_scan_window(std::string_view text);

} // namespace hotich
