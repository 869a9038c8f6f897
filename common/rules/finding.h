// A finding: what a check says about a record's data. Data, not a failure: the clerk reads it
// beside the field, the server gives it as the reason of a rejection. The words are in
// schemas/messages.json.
#pragma once

#include "common/definitions/definitions.h"

#include <string>
#include <vector>

namespace hotich {

struct finding
{
    /// An argument of the message, in both languages (equal where it is a name or a date).
    struct argument
    {
        std::string name;
        bilingual value;
    };

    std::string rule;
    std::string field; ///< the path it stands beside; "" for the whole record
    severity level = severity::block;
    bool needs_reason = false; ///< of a warning: registered only with a reason
    bool no_override = false;  ///< of a block: not even the head of the office may override it
    std::vector<argument> arguments;

    [[nodiscard]] json::object to_json() const;
};

/// Reads what to_json wrote; arguments included.
result<finding> parse_finding(const json::object& source);

/// The sentence for a person. Field paths among the arguments are told by their labels.
std::string message_of(
    const finding& what,
    const definitions& known,
    const event_definition* event,
    std::string_view language
);

/// "Luật Hộ tịch 60/2014/QH13, Điều 15", or "".
std::string article_of(const finding& what, const definitions& known, std::string_view language);

bool blocks(const std::vector<finding>& findings);

} // namespace hotich
