// The files of a register: the encrypted database and the key file beside it, made and opened
// together. Inside common/register only.
#pragma once

#include "common/register/key_file.h"
#include "common/sql/sqlcipher_connection.h"

#include <memory>
#include <string>

namespace hotich {

struct opened_register
{
    std::unique_ptr<sql_connection> db;
    opened_key by; ///< whose password it was
};

/// conflict: one of the files is there already. What fails leaves no file.
result<opened_register> create_register_file(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    password_cost cost
);

/// Takes away what an unfinished creation has made.
void remove_register_file(const std::string& file);

/// not_found, wrong_key, corrupt_data, storage_unavailable.
result<opened_register> open_register_file(
    const std::string& file, const std::string& user, const std::string& password
);

/// Brings the tables to what this program knows; not_allowed: a newer program has been here.
status put_register_in_order(sql_connection& db, const std::string& schemas_folder);

} // namespace hotich
