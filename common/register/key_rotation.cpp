#include "common/register/key_rotation.h"

#include "common/register/register_file.h"

namespace hotich {

namespace {

const failure in_use{failure_code::conflict, "register_in_use"};

/// Only the one connection that is there may leave the write-ahead log: that it could proves that
/// nobody else has the register open, and nobody can until it is closed.
status take_alone(sql_connection& db)
{
    TRY([[maybe_unused]] const auto locking, db.query("PRAGMA locking_mode=EXCLUSIVE"));
    const auto mode = db.query("PRAGMA journal_mode=DELETE");
    if (!mode || mode->empty() || mode->front().text(0) != "delete") return in_use;
    TRY_STATUS(db.execute_script("BEGIN EXCLUSIVE"));
    return db.execute_script("COMMIT");
}

status encrypt_anew(sql_connection& db, const secret_key& key)
{
    auto statement = "PRAGMA rekey=\"x'" + to_hex(key) + "'\"";
    const auto done = db.execute_script(statement);
    wipe(statement);
    return done;
}

/// A change of keys that was cut short: the one that opened the register is it.
status keep_one_key(const std::string& file, opened_register& opened)
{
    if (opened.keys.keys.size() < 2) return {};
    auto keys = opened.keys;
    keys.keys.resize(1);
    TRY_STATUS(write_key_file(file, keys));
    opened.keys = std::move(keys);
    opened.by.next.reset();
    return {};
}

status renew(
    const std::string& file,
    const std::string& password,
    opened_register& opened,
    random_source& random
)
{
    auto keys = opened.keys;
    auto by = opened.by;
    TRY(const auto is_renewed, renew_key_file(keys, by, password, random));
    if (!is_renewed) return {};
    TRY_STATUS(write_key_file(file, keys));
    opened.keys = std::move(keys);
    opened.by = std::move(by);
    return {};
}

/// With both keys in the key file, in one transaction of SQLCipher.
status encrypt_with(
    const std::string& file, opened_register& opened, const secret_key& next, random_source& random
)
{
    // Somebody whose password is not at hand keeps the old key of version 1: there is no way to
    // give him the new one.
    std::erase_if(opened.keys.holders, [](const key_holder& one) {
        return one.public_key.empty();
    });
    auto both = opened.keys;
    TRY(auto sealed, seal_key(next, opened.by.seals, both.recovery_key, random));
    both.keys.push_back(std::move(sealed));
    TRY_STATUS(write_key_file(file, both));
    return encrypt_anew(*opened.db, next);
}

/// Whatever became of the transaction: the key that opens the register is the one that stays.
result<secret_key> open_with_either(
    const std::string& file, opened_register& opened, const secret_key& next
)
{
    auto db = open_sqlcipher(file, next, open_mode::existing);
    const bool has_next = db.has_value();
    if (!db) db = open_sqlcipher(file, opened.by.key, open_mode::existing);
    if (!db) return db.error();
    opened.db = std::move(*db);
    return has_next ? next : opened.by.key;
}

} // namespace

status rotate_key(const std::string& file, opened_register& opened, random_source& random)
{
    auto changed = take_alone(*opened.db);
    // Another program may have written it before this one was alone.
    if (const auto now = read_key_file(file); changed && (!now || *now != opened.keys))
        changed = in_use;
    const auto next = new_secret_key(random);
    if (changed) changed = encrypt_with(file, opened, next, random);
    // This connection locks everybody out, and knows the old key: it ends.
    opened.db.reset();
    TRY(const auto key, open_with_either(file, opened, next));
    if (key == next) {
        opened.by.key = next;
        opened.keys.must_rotate = false;
        TRY_STATUS(change_door(opened.keys, next, opened.by.seals, random));
        changed = status();
    }
    // Where this fails both stand there, and the next opening finds out.
    if (const auto now = read_key_file(file); now && *now != opened.keys)
        (void)write_key_file(file, opened.keys).has_value();
    return changed;
}

status put_keys_in_order(
    const std::string& file,
    const std::string& password,
    opened_register& opened,
    random_source& random
)
{
    // A full disk or a register that is open elsewhere: all of this has time.
    if (!keep_one_key(file, opened) || !renew(file, password, opened, random)) return {};
    if (!opened.keys.must_rotate) return {};
    const auto rotated = rotate_key(file, opened, random);
    return opened.db ? status() : rotated;
}

result<key_change> change_register_key(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    random_source& random,
    const machine_store& store
)
{
    TRY(auto opened, open_register_file(file, user, password, store));
    const auto key = opened.by.key;
    TRY_STATUS(put_keys_in_order(file, password, opened, random));
    if (opened.by.key != key) return key_change::done;
    const auto changed = rotate_key(file, opened, random);
    if (changed) return key_change::done;
    if (changed.error().detail != in_use.detail) return changed.error();
    TRY(auto keys, read_key_file(file));
    keys.must_rotate = true;
    TRY_STATUS(write_key_file(file, keys));
    return key_change::at_next_opening;
}

} // namespace hotich
