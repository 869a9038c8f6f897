// The files of a register: the encrypted database and the key file beside it, made and opened
// together. Of common/register; `hotich` takes away one that is of no use any more.
#pragma once

#include "common/register/machine_secret.h"
#include "common/sql/sqlcipher_connection.h"

#include <memory>
#include <string>

namespace hotich {

struct opened_register
{
    std::unique_ptr<sql_connection> db;
    opened_key by; ///< whose password it was, and the key that opened it
    key_file keys; ///< as read; the key that opened it first
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

/// Writes nothing. not_found, wrong_key, corrupt_data, storage_unavailable; not_allowed:
/// other_machine, machine_store_closed.
result<opened_register> open_register_file(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const machine_store& store
);

/// What an opening leaves behind in the key file: a change of keys that was cut short is finished,
/// version 1 becomes version 2, and the register gets a new key where somebody lost his right.
/// Where it cannot be done now the next opening does it; a failure only where the register is not
/// open any more.
status put_keys_in_order(
    const std::string& file,
    const std::string& password,
    opened_register& opened,
    random_source& random
);

/// A new key for the register's file, by SQLCipher in one transaction; the key file holds both
/// until it is certain which one it is. conflict "register_in_use": it is open elsewhere.
status rotate_key(const std::string& file, opened_register& opened, random_source& random);

/// Brings the tables to what this program knows; not_allowed: a newer program has been here.
status put_register_in_order(sql_connection& db, const std::string& schemas_folder);

} // namespace hotich
