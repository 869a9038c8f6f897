// Makes a JSON Schema self-contained: every {"$ref": "file#/pointer"} is replaced by what it points
// to, so that one document can be handed to a partner or to a validator. Used by event_definition.
#pragma once

#include "common/base/json.h"

#include <functional>

namespace hotich {

/// Gives the JSON of a file beside a definition ("../blocks/person.json").
using block_loader = std::function<result<json::value>(const std::string& relative_path)>;

/// `file` is where the schema stands, for relative references. The failure names the reference that
/// leads nowhere.
result<json::value> bundle_schema(
    const json::value& schema, const std::string& file, const block_loader& load
);

} // namespace hotich
