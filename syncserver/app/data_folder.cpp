#include "syncserver/app/data_folder.h"

#include "common/base/files.h"
#include "common/base/json.h"
#include "syncserver/storage/postgres_store.h"
#include "syncserver/storage/sqlite_store.h"

#include <array>
#include <cstdlib>
#include <filesystem>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_key_file_bytes = 64u * 1024u;
constexpr std::size_t max_conninfo_bytes = 4096;
constexpr std::size_t readers_of_sqlite = 4;

constexpr const char* next_certificate_name = "tls/next.pem";
constexpr const char* next_key_name = "tls/next.key";

/// What a server needs to come back, beside its store.
constexpr std::array<const char*, 7> secret_names{
    "keys/store.key",
    "keys/feed.key",
    "tls/cert.pem",
    "tls/key.pem",
    next_certificate_name,
    next_key_name,
    "config.toml"};

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

result<std::string> read_conninfo(const std::string& file)
{
    auto text = read_file(file, max_conninfo_bytes);
    if (!text) return failure{failure_code::invalid_input, file + ": " + text.error().detail};
    return without_line_end(std::move(*text));
}

std::string conninfo_of_environment()
{
    const char* given = std::getenv("HOTICH_STORE_CONNINFO");
    return given == nullptr ? "" : given;
}

status data_folder::check_unused() const
{
    std::error_code error;
    if (!fs::exists(file_path(m_path), error)) return {};
    if (!fs::is_directory(file_path(m_path), error) || !fs::is_empty(file_path(m_path), error)
        || error)
        return failure{failure_code::conflict, m_path + " is in use"};
    return {};
}

status data_folder::create_keys(const tls_identity& identity, random_source& random) const
{
    TRY_STATUS(check_unused());
    TRY_STATUS(make_private_folder(file_path(m_path)));
    TRY_STATUS(make_private_folder(file_path(m_path + "/keys")));
    TRY_STATUS(make_private_folder(file_path(m_path + "/tls")));
    const auto feed = new_signing_key(random);
    TRY_STATUS(write_private(store_key_file(), to_hex(new_secret_key(random)) + "\n"));
    const json::object feed_text{
        {"v", 1}, {"public", feed.public_hex}, {"secret", feed.secret_hex}};
    TRY_STATUS(write_private(feed_key_file(), to_text(feed_text) + "\n"));
    TRY_STATUS(write_private(certificate_file(), identity.certificate_pem));
    return write_private(tls_key_file(), identity.key_pem);
}

status data_folder::create(
    const tls_identity& identity, const std::string& schemas_folder, random_source& random
) const
{
    TRY_STATUS(create_keys(identity, random));
    return create_sqlite(schemas_folder);
}

status data_folder::create_over_postgres(
    const tls_identity& identity,
    const std::string& schemas_folder,
    const std::string& conninfo,
    random_source& random
) const
{
    TRY_STATUS(check_unused());
    TRY(const auto db, open_postgres({conninfo}));
    TRY(const auto present, db->query("SELECT 1 WHERE to_regclass('office') IS NOT NULL"));
    if (!present.empty())
        return failure{
            failure_code::invalid_input,
            "the database holds a server already; another process of it has a copy of its folder"};
    TRY_STATUS(create_keys(identity, random));
    TRY_STATUS(write_private(conninfo_file(), conninfo + "\n"));
    return prepare_postgres(*db, schemas_folder);
}

bool data_folder::has_sqlite() const
{
    std::error_code error;
    return fs::exists(file_path(store_file()), error);
}

status data_folder::create_sqlite(const std::string& schemas_folder) const
{
    TRY(const auto key, store_key());
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

result<secret_key> data_folder::store_key() const
{
    TRY(const auto key_text, read_own(store_key_file()));
    const auto key = secret_key_of_hex(without_line_end(key_text));
    if (!key) return failure{failure_code::corrupt_data, "keys/store.key is no key"};
    return *key;
}

result<server_config> data_folder::config() const
{
    std::error_code error;
    if (!fs::exists(file_path(config_file()), error)) return server_config();
    return read_config_file(config_file());
}

result<postgres_settings> data_folder::postgres(const server_config& config) const
{
    postgres_settings settings;
    settings.statement_timeout = std::chrono::seconds(config.store_statement_timeout_s);
    settings.lock_timeout = std::chrono::seconds(config.store_lock_timeout_s);
    settings.conninfo = conninfo_of_environment();
    if (!settings.conninfo.empty()) return settings;
    const auto& name = config.store_conninfo_file;
    TRY(settings.conninfo,
        read_conninfo(file_path(name).is_absolute() ? name : m_path + "/" + name));
    return settings;
}

std::string data_folder::scans_folder(const server_config& config) const
{
    const auto& name = config.store_scans_folder;
    if (name.empty()) return m_path + "/scans";
    return file_path(name).is_absolute() ? name : m_path + "/" + name;
}

result<writers> data_folder::writers_of_store() const
{
    TRY(const auto chosen, config());
    return chosen.store_kind == "postgres" ? writers::several : writers::one;
}

status data_folder::prepare_store(sql_connection& db, const std::string& schemas_folder) const
{
    TRY(const auto others, writers_of_store());
    return others == writers::several ? prepare_postgres(db, schemas_folder)
                                      : host::prepare_store(db, schemas_folder);
}

result<std::unique_ptr<sql_connection>> data_folder::open_store(open_mode mode) const
{
    TRY_STATUS(check_is_ours());
    TRY(const auto chosen, config());
    if (chosen.store_kind != "postgres") return open_sqlite(mode);
    TRY(auto settings, postgres(chosen));
    return open_postgres(patient(std::move(settings)));
}

result<std::unique_ptr<sql_connection>> data_folder::open_sqlite(open_mode mode) const
{
    TRY_STATUS(check_is_ours());
    TRY(const auto key, store_key());
    if (!has_sqlite()) return failure{failure_code::corrupt_data, "store.db is missing"};
    return open_sqlcipher(store_file(), key, mode);
}

result<std::unique_ptr<store>> data_folder::open_shared_store(
    const server_config& config, const std::string& schemas_folder
) const
{
    TRY_STATUS(check_is_ours());
    if (config.store_kind == "postgres") {
        TRY(const auto settings, postgres(config));
        TRY(const auto db, open_postgres(patient(settings)));
        TRY_STATUS(prepare_postgres(*db, schemas_folder));
        return postgres_store::open(settings, config.store_connections);
    }
    TRY(auto writer, open_sqlite(open_mode::existing));
    TRY_STATUS(host::prepare_store(*writer, schemas_folder));
    std::vector<std::unique_ptr<sql_connection>> readers;
    for (std::size_t i = 0; i < readers_of_sqlite; ++i) {
        TRY(auto reader, open_sqlite(open_mode::read_only));
        readers.push_back(std::move(reader));
    }
    return std::unique_ptr<store>(
        std::make_unique<sqlite_store>(std::move(writer), std::move(readers))
    );
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

result<secret_key> data_folder::secrets_key() const
{
    TRY(const auto key, feed_key());
    return secret_key_of_hex(sha256_hex("hotich-server-secrets-1\n" + key.secret_hex));
}

result<tls_identity> data_folder::identity() const
{
    TRY_STATUS(check_is_ours());
    tls_identity out;
    TRY(out.certificate_pem, read_own(certificate_file()));
    TRY(out.key_pem, read_own(tls_key_file()));
    return out;
}

result<json::object> data_folder::secret_files() const
{
    json::object files;
    for (const auto* name : secret_names) {
        const auto text = read_file(m_path + "/" + name, max_key_file_bytes);
        if (text) files[name] = *text;
        if (!text && text.error().code != failure_code::not_found) return text.error();
    }
    return files;
}

status data_folder::put_secret_files(const json::object& files) const
{
    TRY_STATUS(check_unused());
    for (const auto* folder : {"", "/keys", "/tls"})
        TRY_STATUS(make_private_folder(file_path(m_path + folder)));
    for (const auto* name : secret_names)
        if (const auto* text = files.if_contains(name); text != nullptr && text->is_string())
            TRY_STATUS(write_private(m_path + "/" + name, std::string(text->get_string())));
    return {};
}

status data_folder::take_store_file(const std::string& copy) const
{
    std::error_code error;
    fs::copy_file(file_path(copy), file_path(store_file()), error);
    if (error) return not_written(error);
    return make_private(store_file());
}

status data_folder::write_next_identity(const tls_identity& identity) const
{
    TRY_STATUS(check_is_ours());
    TRY_STATUS(write_private(m_path + "/" + next_key_name, identity.key_pem));
    return write_private(m_path + "/" + next_certificate_name, identity.certificate_pem);
}

result<tls_identity> data_folder::next_identity() const
{
    tls_identity out;
    TRY(out.certificate_pem, read_file(m_path + "/" + next_certificate_name, max_key_file_bytes));
    TRY(out.key_pem, read_own(m_path + "/" + next_key_name));
    return out;
}

status data_folder::switch_identity() const
{
    TRY(const auto next, next_identity());
    TRY_STATUS(write_private(tls_key_file(), next.key_pem));
    TRY_STATUS(write_private(certificate_file(), next.certificate_pem));
    std::error_code error;
    for (const auto* name : {next_certificate_name, next_key_name})
        fs::remove(file_path(m_path + "/" + name), error);
    return {};
}

} // namespace hotich
