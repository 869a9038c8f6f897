// What can be done for a whole batch before its first operation is decided. Reading it needs no
// store, so it is done before the writer's turn. Then what its checks will look for is asked for in
// a few statements: of most keys there is nothing, and nothing has to be asked for each
// registration. Used by host.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/operation.h"
#include "common/register/kept_rows.h"

#include <array>
#include <map>
#include <vector>

namespace hotich {

/// The keys of one kind: as they are known later, and their parts as values.
using wanted_keys = std::map<std::string, std::vector<sql_value>>;

struct foreseen_batch
{
    /// Up to the first that is malformed; what is behind that one is not read.
    std::vector<result<operation>> operations;
    std::array<wanted_keys, row_key_kinds> wanted; ///< in the order of row_key
};

foreseen_batch foresee(const definitions& known, const std::vector<std::string>& bodies);

/// Tells `rows` of which wanted keys the store has nothing; the others are wanted no more.
status look_ahead(sql_connection& store, foreseen_batch& batch, kept_rows& rows);

/// busy: another office has written something since under a key of which there was nothing. Asked
/// where several servers write, when the batch is decided: it was then decided on what is no more.
status look_again(sql_connection& store, const std::string& office, const foreseen_batch& batch);

} // namespace hotich
