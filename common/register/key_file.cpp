#include "common/register/key_file.h"

#include "common/accounts/credential.h"
#include "common/base/files.h"
#include "common/base/json.h"
#include "common/crypto/seal.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t max_key_file_bytes = 1024u * 1024u;
constexpr std::int64_t newest_version = 2;
constexpr std::size_t max_keys = 2;

failure damaged(const std::string& detail)
{
    return {failure_code::corrupt_data, "the key file is damaged: " + detail};
}

json::object holder_to_json(const key_holder& holder)
{
    auto out = to_json(holder.key);
    out["user"] = holder.user;
    if (!holder.account.empty()) out["account"] = holder.account;
    if (holder.public_key.empty()) return out;
    out["public"] = holder.public_key;
    out["box"] = holder.box;
    return out;
}

result<key_holder> holder_of_json(const json::object& source)
{
    key_holder holder;
    TRY(holder.user, string_member(source, "user"));
    TRY(holder.key, parse_wrapped_key(source));
    holder.account = text_at(source, "account");
    holder.public_key = text_at(source, "public");
    holder.box = text_at(source, "box");
    return holder;
}

status read_holders(const json::object& document, key_file& keys)
{
    const auto* users = document.if_contains("users");
    if (users == nullptr || !users->is_array()) return damaged("no users");
    for (const auto& item : users->get_array()) {
        if (!item.is_object()) return damaged("a user is no object");
        auto holder = holder_of_json(item.get_object());
        if (!holder) return damaged(holder.error().detail);
        keys.holders.push_back(std::move(*holder));
    }
    return {};
}

status read_keys(const json::object& document, key_file& keys)
{
    const auto* sealed = document.if_contains("keys");
    if (sealed == nullptr || !sealed->is_array()) return damaged("no keys");
    for (const auto& item : sealed->get_array())
        if (item.is_object())
            keys.keys.push_back(
                {std::string(text_at(item.get_object(), "sealed")),
                 std::string(text_at(item.get_object(), "recovery"))}
            );
    if (keys.keys.empty() || keys.keys.size() > max_keys) return damaged("one key or two");
    return {};
}

std::string bytes_of(const secret_key& key) { return {key.begin(), key.end()}; }

result<secret_key> key_of_bytes(std::string bytes)
{
    if (bytes.size() != secret_key_bytes) return damaged("a key has another length");
    secret_key key;
    std::copy(bytes.begin(), bytes.end(), key.begin());
    wipe(bytes);
    return key;
}

result<secret_key> unseal_key(const sealed_key& held, const key_seals& seals)
{
    const auto raw = bytes_of_hex(held.sealed);
    if (!raw) return damaged("a sealed key is not hex");
    TRY(auto inside, open_content(*raw, seals.door));
    if (!seals.machine) return key_of_bytes(std::move(inside));
    auto bare = open_content(inside, *seals.machine);
    if (!bare) return failure{failure_code::not_allowed, "other_machine"};
    return key_of_bytes(std::move(*bare));
}

/// What the password of a holder opens: the door, or the register's key of version 1.
result<secret_key> key_of(const key_holder& holder, const std::string& password)
{
    TRY(const auto own, unwrap_key(holder.key, password));
    if (holder.public_key.empty()) return own;
    const auto key = open_box(holder.box, signing_key_of(own));
    if (key || key.error().code != failure_code::wrong_key) return key;
    return failure{failure_code::corrupt_data, "the box of " + holder.user + " is another's"};
}

bool is_of_version_1(const key_file& keys, const key_holder& holder)
{
    return keys.keys.empty() || holder.public_key.empty();
}

result<opened_key> opened_by(
    const key_file& keys,
    const key_holder& holder,
    const secret_key& opened,
    const std::optional<secret_key>& machine
)
{
    opened_key by{holder.user, opened, holder.account, {opened, machine}, std::nullopt};
    if (is_of_version_1(keys, holder)) return by;
    TRY(by.key, unseal_key(keys.keys.front(), by.seals));
    if (keys.keys.size() > 1) {
        TRY(by.next, unseal_key(keys.keys.back(), by.seals));
    }
    return by;
}

} // namespace

std::string key_file_of(const std::string& register_file) { return register_file + ".keys"; }

status write_key_file(const std::string& register_file, const key_file& keys)
{
    json::array users;
    for (const auto& holder : keys.holders)
        users.push_back(holder_to_json(holder));
    json::array sealed;
    for (const auto& key : keys.keys) {
        json::object one{{"sealed", key.sealed}};
        if (!key.recovery_box.empty()) one["recovery"] = key.recovery_box;
        sealed.push_back(std::move(one));
    }
    json::object document{
        {"v", newest_version}, {"users", std::move(users)}, {"keys", std::move(sealed)}};
    if (!keys.machine.name.empty())
        document["machine"] =
            json::object{{"name", keys.machine.name}, {"kept", keys.machine.kept}};
    if (!keys.recovery_key.empty()) document["recovery"] = keys.recovery_key;
    if (keys.must_rotate) document["rotate"] = true;
    return replace_file(key_file_of(register_file), to_text(document));
}

result<key_file> read_key_file(const std::string& register_file)
{
    TRY(const auto text, read_file(key_file_of(register_file), max_key_file_bytes));
    return parse_key_file(text);
}

result<key_file> parse_key_file(std::string_view text)
{
    const auto document = parse_json_object(text);
    if (!document) return damaged(document.error().detail);
    const auto version = integer_or(*document, "v", 1);
    if (version > newest_version)
        return failure{failure_code::not_allowed, "this register's key file is of a newer program"};
    key_file keys;
    TRY_STATUS(read_holders(*document, keys));
    if (version < newest_version) {
        keys.recovery_key = text_at(*document, "recovery.public");
        keys.recovery_box = text_at(*document, "recovery.box");
        return keys;
    }
    TRY_STATUS(read_keys(*document, keys));
    keys.recovery_key = text_at(*document, "recovery");
    keys.machine = {
        std::string(text_at(*document, "machine.name")),
        std::string(text_at(*document, "machine.kept"))};
    keys.must_rotate = document->contains("rotate");
    return keys;
}

result<opened_key> open_key(
    const key_file& keys,
    const std::string& user,
    const std::string& password,
    const std::optional<secret_key>& machine
)
{
    for (const auto& holder : keys.holders) {
        if (!user.empty() && holder.user != user) continue;
        const auto opened = key_of(holder, password);
        if (opened) return opened_by(keys, holder, *opened, machine);
        if (opened.error().code != failure_code::wrong_key) return opened.error();
    }
    return failure{failure_code::wrong_key, "no user of this desk has this password"};
}

result<sealed_key> seal_key(
    const secret_key& key,
    const key_seals& seals,
    const std::string& recovery_key,
    random_source& random
)
{
    auto inside = bytes_of(key);
    if (seals.machine) inside = seal_content(inside, *seals.machine, random);
    sealed_key out;
    const auto sealed = seal_content(inside, seals.door, random);
    out.sealed = to_hex({reinterpret_cast<const std::uint8_t*>(sealed.data()), sealed.size()});
    wipe(inside);
    if (!recovery_key.empty()) {
        TRY(out.recovery_box, box_key(key, recovery_key));
    }
    return out;
}

status change_door(key_file& keys, const secret_key& key, key_seals& seals, random_source& random)
{
    seals.door = new_secret_key(random);
    for (auto& holder : keys.holders)
        if (!holder.public_key.empty()) {
            TRY(holder.box, box_key(seals.door, holder.public_key));
        }
    TRY(auto sealed, seal_key(key, seals, keys.recovery_key, random));
    keys.keys = {std::move(sealed)};
    return {};
}

result<key_holder> new_key_holder(
    const std::string& user,
    const std::string& password,
    const secret_key& door,
    random_source& random,
    password_cost cost
)
{
    TRY(auto made, new_credential(password, random, cost));
    key_holder holder{user, std::move(made.secret), "", std::move(made.public_key), ""};
    TRY(holder.box, box_key(door, holder.public_key));
    return holder;
}

result<bool> renew_key_file(
    key_file& keys, opened_key& by, const std::string& password, random_source& random
)
{
    const auto holder =
        std::find_if(keys.holders.begin(), keys.holders.end(), [&by](const key_holder& one) {
            return one.user == by.user && one.account == by.account;
        });
    if (holder == keys.holders.end() || !is_of_version_1(keys, *holder)) return false;
    if (holder->public_key.empty()) {
        TRY(*holder, new_key_holder(by.user, password, by.seals.door, random, holder->key.cost));
    }
    keys.recovery_box.clear();
    TRY_STATUS(change_door(keys, by.key, by.seals, random));
    return true;
}

} // namespace hotich
