#include "common/register/register_file.h"

#include "common/base/files.h"
#include "common/register/search_index.h"

namespace hotich {

namespace {

bool is_there(const std::string& file)
{
    std::error_code error;
    return std::filesystem::exists(file_path(file), error);
}

result<opened_register> make_files(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    password_cost cost
)
{
    opened_key by{user, new_secret_key(random), "", {new_secret_key(random), std::nullopt}};
    key_file keys;
    TRY(auto holder, new_key_holder(user, password, by.seals.door, random, cost));
    TRY(auto sealed, seal_key(by.key, by.seals, "", random));
    keys.holders = {std::move(holder)};
    keys.keys = {std::move(sealed)};
    TRY_STATUS(write_key_file(file, keys));
    TRY(auto db, open_sqlcipher(file, by.key, open_mode::create));
    return opened_register{std::move(db), std::move(by), std::move(keys)};
}

} // namespace

result<opened_register> create_register_file(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    password_cost cost
)
{
    if (is_there(file) || is_there(key_file_of(file)))
        return failure{failure_code::conflict, "there is a register in this place already"};
    auto made = make_files(file, user, password, random, cost);
    if (!made) remove_register_file(file);
    return made;
}

void remove_register_file(const std::string& file)
{
    std::error_code ignored;
    for (const auto& part :
         {file, file + "-wal", file + "-shm", file + "-journal", key_file_of(file)})
        std::filesystem::remove(file_path(part), ignored);
}

result<opened_register> open_register_file(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const machine_store& store
)
{
    if (!is_there(file)) return failure{failure_code::not_found, "no register in this place"};
    TRY(auto keys, read_key_file(file));
    TRY(const auto machine, machine_secret_of(keys.machine, file, store));
    TRY(auto opened, open_key(keys, user, password, machine));
    std::error_code error;
    // SQLite would take an empty file for a new database, and the office would begin anew without a
    // word.
    if (std::filesystem::file_size(file_path(file), error) == 0)
        return failure{failure_code::corrupt_data, "the register's file is empty"};
    auto db = open_sqlcipher(file, opened.key, open_mode::existing);
    if (!db && db.error().code == failure_code::wrong_key && opened.next) {
        opened.key = *opened.next;
        std::swap(keys.keys.front(), keys.keys.back());
        keys.must_rotate = false;
        db = open_sqlcipher(file, opened.key, open_mode::existing);
    }
    // The password opened the key, so a file that does not open with it is damaged.
    if (!db && db.error().code == failure_code::wrong_key)
        return failure{failure_code::corrupt_data, db.error().detail};
    if (!db) return db.error();
    return opened_register{std::move(*db), std::move(opened), std::move(keys)};
}

status put_register_in_order(sql_connection& db, const std::string& schemas_folder)
{
    TRY_STATUS(migrate(db, "log", schemas_folder + "/sql/log"));
    TRY_STATUS(index_waiting_records(db, schemas_folder));
    return migrate(db, "register", schemas_folder + "/sql/register");
}

} // namespace hotich
