#include "common/register/remembered_password.h"

#include "common/base/files.h"
#include "common/base/json.h"
#include "common/crypto/seal.h"

#include <filesystem>

namespace hotich {

namespace {

constexpr std::size_t max_file_bytes = 4096;
const failure no_store{failure_code::not_allowed, machine_store_closed};
const failure unreadable{failure_code::corrupt_data, "remembered_password_unreadable"};

std::string file_of(const std::string& register_file) { return register_file + ".nightly"; }

struct kept_password
{
    std::string key;
    std::string sealed;
};

result<kept_password> read_kept(const std::string& file)
{
    TRY(const auto text, read_file(file, max_file_bytes));
    TRY(const auto document, parse_json_object(text));
    kept_password kept;
    TRY(kept.key, string_member(document, "key"));
    TRY(const auto hex, string_member(document, "sealed"));
    TRY(kept.sealed, bytes_of_hex(hex));
    return kept;
}

} // namespace

status remember_password(
    const std::string& register_file,
    const std::string& password,
    const machine_store& store,
    random_source& random
)
{
    if (!store.keep) return no_store;
    std::array<std::uint8_t, 8> chance{};
    random.fill(chance);
    const auto name = "nightly-" + to_hex(chance);
    const auto key = new_secret_key(random);
    TRY_STATUS(store.keep(name, key));
    const auto sealed = seal_content(password, key, random);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(sealed.data());
    const json::object document{{"key", name}, {"sealed", to_hex({bytes, sealed.size()})}};
    return replace_private_file(file_of(register_file), to_text(document) + "\n");
}

result<std::optional<std::string>> remembered_password(
    const std::string& register_file, const machine_store& store
)
{
    const auto file = file_of(register_file);
    std::error_code error;
    if (!std::filesystem::exists(file_path(file), error)) return std::optional<std::string>();
    if (!store.find) return no_store;
    const auto kept = read_kept(file);
    if (!kept) return unreadable;
    TRY(const auto key, store.find(kept->key));
    if (!key) return failure{failure_code::not_allowed, other_machine};
    auto password = open_content(kept->sealed, *key);
    if (!password) return unreadable;
    return std::optional(std::move(*password));
}

status forget_password(const std::string& register_file)
{
    std::error_code error;
    std::filesystem::remove(file_path(file_of(register_file)), error);
    if (error) return failure{failure_code::storage_unavailable, error.message()};
    return {};
}

} // namespace hotich
