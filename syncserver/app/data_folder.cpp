#include "syncserver/app/data_folder.h"

#include "common/base/files.h"
#include "common/base/json.h"
#include "common/sync/host.h"

#include <filesystem>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_key_file_bytes = 64u * 1024u;

failure not_written(const std::error_code& error)
{
    return {failure_code::storage_unavailable, "cannot make the folder: " + error.message()};
}

/// Only the owner goes in. Windows keeps such rights in access lists, which the installer sets.
status make_private_folder(const fs::path& folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return not_written(error);
    return {};
}

status make_private(const std::string& file)
{
    std::error_code error;
    fs::permissions(file_path(file), fs::perms::owner_read | fs::perms::owner_write, error);
    if (error) return not_written(error);
    return {};
}

status write_private(const std::string& file, std::string_view text)
{
    TRY_STATUS(replace_file(file, text));
    return make_private(file);
}

/// A file of the folder that must be there: without it the server is damaged.
result<std::string> read_own(const std::string& file)
{
    auto text = read_file(file, max_key_file_bytes);
    if (!text) return failure{failure_code::corrupt_data, file + ": " + text.error().detail};
    return text;
}

std::string without_line_end(std::string text)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

} // namespace

status data_folder::check_unused() const
{
    std::error_code error;
    if (!fs::exists(file_path(m_path), error)) return {};
    if (!fs::is_directory(file_path(m_path), error) || !fs::is_empty(file_path(m_path), error)
        || error)
        return failure{failure_code::conflict, m_path + " is in use"};
    return {};
}

status data_folder::create(
    const tls_identity& identity, const std::string& schemas_folder, random_source& random
) const
{
    TRY_STATUS(check_unused());
    TRY_STATUS(make_private_folder(file_path(m_path)));
    TRY_STATUS(make_private_folder(file_path(m_path + "/keys")));
    TRY_STATUS(make_private_folder(file_path(m_path + "/tls")));
    const auto store_key = new_secret_key(random);
    const auto feed = new_signing_key(random);
    TRY_STATUS(write_private(store_key_file(), to_hex(store_key) + "\n"));
    const json::object feed_text{
        {"v", 1}, {"public", feed.public_hex}, {"secret", feed.secret_hex}};
    TRY_STATUS(write_private(feed_key_file(), to_text(feed_text) + "\n"));
    TRY_STATUS(write_private(certificate_file(), identity.certificate_pem));
    TRY_STATUS(write_private(tls_key_file(), identity.key_pem));
    return create_store(store_key, schemas_folder);
}

status data_folder::create_store(const secret_key& key, const std::string& schemas_folder) const
{
    TRY(const auto db, open_sqlcipher(store_file(), key, open_mode::create));
    TRY_STATUS(make_private(store_file()));
    return host::prepare_store(*db, schemas_folder);
}

status data_folder::write_config(std::string_view toml) const
{
    return write_private(config_file(), toml);
}

void data_folder::discard() const
{
    std::error_code ignored;
    for (const char* made :
         {"/keys", "/tls", "/store.db", "/store.db-wal", "/store.db-shm", "/config.toml"})
        fs::remove_all(file_path(m_path + made), ignored);
}

status data_folder::check_is_ours() const
{
    std::error_code error;
    if (!fs::exists(file_path(store_key_file()), error)
        && !fs::exists(file_path(store_file()), error))
        return failure{failure_code::not_found, m_path + " holds no server"};
    return {};
}

result<std::unique_ptr<sql_connection>> data_folder::open_store(open_mode mode) const
{
    TRY_STATUS(check_is_ours());
    TRY(const auto key_text, read_own(store_key_file()));
    const auto key = secret_key_of_hex(without_line_end(key_text));
    if (!key) return failure{failure_code::corrupt_data, "keys/store.key is no key"};
    std::error_code error;
    if (!fs::exists(file_path(store_file()), error))
        return failure{failure_code::corrupt_data, "store.db is missing"};
    return open_sqlcipher(store_file(), *key, mode);
}

result<signing_key> data_folder::feed_key() const
{
    TRY(const auto text, read_own(feed_key_file()));
    const failure damaged{failure_code::corrupt_data, "keys/feed.key is no signing key"};
    const auto source = parse_json_object(text);
    if (!source) return damaged;
    signing_key key{
        std::string(text_at(*source, "public")), std::string(text_at(*source, "secret"))};
    const std::string_view probe = "hotich-feed-key-1";
    if (!is_signed_by(probe, sign_hex(probe, key), key.public_hex)) return damaged;
    return key;
}

result<tls_identity> data_folder::identity() const
{
    TRY_STATUS(check_is_ours());
    tls_identity out;
    TRY(out.certificate_pem, read_own(certificate_file()));
    TRY(out.key_pem, read_own(tls_key_file()));
    return out;
}

} // namespace hotich
