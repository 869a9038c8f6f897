// What the server decided about an operation. Travels in the feed and is part of its hash, so its
// text is made once and kept byte for byte, like an operation's body.
//
// {"outcome":"accepted"|"rejected"|"held","reg_no":n,"year":y,"book":kind,"reasons":[{"rule":…,"field":…,"args":{…}}],
//  "other":{"office":…,"record":…},"first":n,"last":n}     members that do not apply are absent
#pragma once

#include "common/base/json.h"

#include <optional>
#include <string>

namespace hotich {

enum class outcome { accepted, rejected, held };
const char* name_of(outcome value);

/// Where a number stands: the books of an office count by kind and year.
struct registration_number
{
    std::string book_kind;
    int year = 0;
    int reg_no = 0;

    bool operator==(const registration_number&) const = default;
};

/// "07/2026": at least two digits (TT 04/2020 Đ29 k3).
std::string to_display(const registration_number& number);

/// Reads "07/2026" or "7/2026", of a book that is not told; nothing where it is anything else.
std::optional<registration_number> parse_registration_number(std::string_view display);

struct verdict
{
    outcome result_kind = outcome::accepted;
    std::optional<registration_number> number;
    json::array reasons;
    json::object other; ///< of a held one: the record that has the claim
    int block_first = 0;
    int block_last = 0;

    [[nodiscard]] std::string to_text() const;
};

result<verdict> parse_verdict(std::string_view text);

/// A rejection with one reason.
verdict rejected(std::string_view rule, std::string_view field = {});

} // namespace hotich
