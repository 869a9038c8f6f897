// The SQLite driver: an SQLCipher file opened with a raw 256-bit key, or a database in memory for
// tests and simulation. One writer per file; a second connection may read beside it (WAL). Used by
// desks and the server.
#pragma once

#include "common/crypto/crypto.h"
#include "common/sql/sql.h"

#include <memory>
#include <optional>

namespace hotich {

enum class open_mode { create, existing, read_only };

/// Opens FILE with its key. wrong_key: the key is not the file's; corrupt_data: the file is
/// damaged; storage_unavailable: no file, no right to write, or the disk is full. Durable:
/// synchronous=FULL.
result<std::unique_ptr<sql_connection>> open_sqlcipher(
    const std::string& file, const secret_key& key, open_mode mode
);

/// A private database in memory, gone with the connection.
result<std::unique_ptr<sql_connection>> open_in_memory();

/// Page numbers whose HMAC does not fit, as SQLCipher reports them; empty for a sound file.
result<std::vector<std::string>> damaged_pages(sql_connection& db);

} // namespace hotich
