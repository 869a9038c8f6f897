// Definitions as data: an event, the table of roles.
#include "common/definitions/event_definition.h"
#include "common/definitions/role_table.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

void take(std::string_view bytes)
{
    const auto source = parse_json_object(bytes);
    if (!source) return;
    const block_loader no_blocks = [](const std::string& name) -> result<json::value> {
        return failure{failure_code::not_found, name};
    };
    (void)parse_event_definition(*source, no_blocks).has_value();
    (void)role_table::parse(*source).has_value();
}
