#include "common/register/key_file.h"

#include "common/base/files.h"
#include "common/base/json.h"

namespace hotich {

namespace {

constexpr std::size_t max_key_file_bytes = 1024u * 1024u;

json::object holder_to_json(const key_holder& holder)
{
    return {
        {"user", holder.user},
        {"salt", holder.key.salt},
        {"nonce", holder.key.nonce},
        {"cipher", holder.key.cipher},
        {"operations", holder.key.cost.operations},
        {"memory_bytes", holder.key.cost.memory_bytes},
    };
}

result<key_holder> holder_of_json(const json::object& source)
{
    key_holder holder;
    TRY(holder.user, string_member(source, "user"));
    TRY(holder.key.salt, string_member(source, "salt"));
    TRY(holder.key.nonce, string_member(source, "nonce"));
    TRY(holder.key.cipher, string_member(source, "cipher"));
    TRY(const auto operations, integer_member(source, "operations"));
    TRY(const auto memory, integer_member(source, "memory_bytes"));
    holder.key.cost = {static_cast<std::uint64_t>(operations), static_cast<std::uint64_t>(memory)};
    return holder;
}

} // namespace

std::string key_file_of(const std::string& register_file) { return register_file + ".keys"; }

status write_key_file(const std::string& register_file, const std::vector<key_holder>& holders)
{
    json::array users;
    for (const auto& holder : holders)
        users.push_back(holder_to_json(holder));
    return replace_file(
        key_file_of(register_file), to_text(json::object{{"v", 1}, {"users", std::move(users)}})
    );
}

result<std::vector<key_holder>> read_key_file(const std::string& register_file)
{
    TRY(const auto text, read_file(key_file_of(register_file), max_key_file_bytes));
    const auto damaged = [](const std::string& detail) {
        return failure{failure_code::corrupt_data, "the key file is damaged: " + detail};
    };
    const auto document = parse_json_object(text);
    if (!document) return damaged(document.error().detail);
    const auto* users = document->if_contains("users");
    if (users == nullptr || !users->is_array()) return damaged("no users");
    std::vector<key_holder> holders;
    for (const auto& item : users->get_array()) {
        if (!item.is_object()) return damaged("a user is no object");
        auto holder = holder_of_json(item.get_object());
        if (!holder) return damaged(holder.error().detail);
        holders.push_back(std::move(*holder));
    }
    return holders;
}

result<opened_key> open_key(
    const std::vector<key_holder>& holders, const std::string& user, const std::string& password
)
{
    for (const auto& holder : holders) {
        if (!user.empty() && holder.user != user) continue;
        auto key = unwrap_key(holder.key, password);
        if (key) return opened_key{holder.user, *key};
        if (key.error().code != failure_code::wrong_key) return key.error();
    }
    return failure{failure_code::wrong_key, "no user of this desk has this password"};
}

} // namespace hotich
