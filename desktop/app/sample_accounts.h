// People and accounts of a make-believe province, as a server would tell of them: for pictures,
// which have no line.
#pragma once

#include "desktop/sync/server_client.h"

#include <QByteArray>

namespace hotich {

/// not_found for what the sample does not tell of.
result<json::object> sample_accounts(const line_question& asked);

/// A list to import, as CSV.
QByteArray sample_account_table();

} // namespace hotich
