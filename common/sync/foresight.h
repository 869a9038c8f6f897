// What the checks of a whole batch will ask the store for, asked in a few statements before: of
// most keys there is nothing, and then nothing has to be asked for each registration. Used by host.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/operation.h"
#include "common/register/kept_rows.h"

#include <vector>

namespace hotich {

/// Each as it is read, up to the first that is malformed; what is behind that one is not read.
std::vector<result<operation>> parsed_bodies(const std::vector<std::string>& bodies);

/// Tells `rows` of which keys of the operations the store has none.
status look_ahead(
    sql_connection& store,
    const definitions& known,
    const std::vector<result<operation>>& operations,
    kept_rows& rows
);

} // namespace hotich
