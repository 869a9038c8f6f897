#include "tests/support/boats.h"

#include "common/base/files.h"
#include "tests/support/small_world.h"

namespace hotich::test {

json::object boat_source()
{
    return must(read_json_file(HOTICH_SOURCE "/tests/data/events/boat_naming.json")).get_object();
}

result<event_definition> parsed_boat(const json::object& source)
{
    const block_loader load_block = [](const std::string& relative) {
        const auto folder = std::string(HOTICH_SOURCE "/schemas/")
            + (relative.starts_with("events/") ? "" : "events/");
        return read_json_file(utf8_of(file_path(folder + relative).lexically_normal()));
    };
    return parse_event_definition(source, load_block);
}

const definitions& definitions_with_boats()
{
    static const auto known = [] {
        auto all = real_definitions();
        all.add_event(must(parsed_boat(boat_source())));
        return all;
    }();
    return known;
}

} // namespace hotich::test
