#include "common/register/key_file.h"

#include "common/accounts/credential.h"
#include "common/base/files.h"
#include "common/base/json.h"
#include "common/crypto/seal.h"

namespace hotich {

namespace {

constexpr std::size_t max_key_file_bytes = 1024u * 1024u;

json::object holder_to_json(const key_holder& holder)
{
    auto out = to_json(holder.key);
    out["user"] = holder.user;
    if (holder.account.empty()) return out;
    out["account"] = holder.account;
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

/// What the password of a holder opens.
result<secret_key> key_of(const key_holder& holder, const std::string& password)
{
    TRY(const auto own, unwrap_key(holder.key, password));
    if (holder.account.empty()) return own;
    const auto key = open_box(holder.box, signing_key_of(own));
    if (key || key.error().code != failure_code::wrong_key) return key;
    return failure{failure_code::corrupt_data, "the box of " + holder.user + " is another's"};
}

} // namespace

std::string key_file_of(const std::string& register_file) { return register_file + ".keys"; }

status write_key_file(const std::string& register_file, const key_file& keys)
{
    json::array users;
    for (const auto& holder : keys.holders)
        users.push_back(holder_to_json(holder));
    json::object document{{"v", 1}, {"users", std::move(users)}};
    if (!keys.recovery_key.empty())
        document["recovery"] =
            json::object{{"public", keys.recovery_key}, {"box", keys.recovery_box}};
    return replace_file(key_file_of(register_file), to_text(document));
}

result<key_file> read_key_file(const std::string& register_file)
{
    TRY(const auto text, read_file(key_file_of(register_file), max_key_file_bytes));
    const auto damaged = [](const std::string& detail) {
        return failure{failure_code::corrupt_data, "the key file is damaged: " + detail};
    };
    const auto document = parse_json_object(text);
    if (!document) return damaged(document.error().detail);
    const auto* users = document->if_contains("users");
    if (users == nullptr || !users->is_array()) return damaged("no users");
    key_file keys;
    keys.recovery_key = text_at(*document, "recovery.public");
    keys.recovery_box = text_at(*document, "recovery.box");
    for (const auto& item : users->get_array()) {
        if (!item.is_object()) return damaged("a user is no object");
        auto holder = holder_of_json(item.get_object());
        if (!holder) return damaged(holder.error().detail);
        keys.holders.push_back(std::move(*holder));
    }
    return keys;
}

result<opened_key> open_key(
    const key_file& keys, const std::string& user, const std::string& password
)
{
    for (const auto& holder : keys.holders) {
        if (!user.empty() && holder.user != user) continue;
        auto key = key_of(holder, password);
        if (key) return opened_key{holder.user, *key, holder.account};
        if (key.error().code != failure_code::wrong_key) return key.error();
    }
    return failure{failure_code::wrong_key, "no user of this desk has this password"};
}

} // namespace hotich
