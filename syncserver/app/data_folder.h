// The folder that is the whole server: its store, its keys, its certificate, its settings. Used by
// every command.
//
// DIR/store.db        SQLCipher          DIR/keys/store.key   its key, 64 hex digits
// DIR/config.toml     settings           DIR/keys/feed.key    {"v":1,"public":hex,"secret":hex}:
// signs the feeds DIR/keys/store.conninfo  where the store is PostgreSQL: how it is reached
// DIR/tls/cert.pem    the certificate    DIR/tls/key.pem      its key
// DIR/tls/next.pem, next.key             those that come after them, where they were made
#pragma once

#include "common/sql/sqlcipher_connection.h"
#include "syncserver/app/certificate.h"
#include "syncserver/app/config.h"
#include "syncserver/storage/postgres_connection.h"
#include "syncserver/storage/store.h"

#include <memory>
#include <string>

namespace hotich {

/// Within the folder.
inline constexpr const char* conninfo_name = "keys/store.conninfo";

/// The connection string in a file; storage_unavailable, invalid_input.
result<std::string> read_conninfo(const std::string& file);
/// The connection string of the environment, "" where there is none.
std::string conninfo_of_environment();

class data_folder
{
public:
    explicit data_folder(std::string path) : m_path(std::move(path)) {}

    /// conflict where something is in it already.
    [[nodiscard]] status check_unused() const;
    /// Makes the folder with new keys, certificate and an empty store; readable by its owner only.
    status create(
        const tls_identity& identity, const std::string& schemas_folder, random_source& random
    ) const;
    /// The same with the store in the database that the string names, which must hold no server.
    status create_over_postgres(
        const tls_identity& identity,
        const std::string& schemas_folder,
        const std::string& conninfo,
        random_source& random
    ) const;
    status write_config(std::string_view toml) const;
    /// Takes away what create made, where the rest of the making failed.
    void discard() const;

    [[nodiscard]] bool has_sqlite() const;
    /// Makes an empty store.db with this folder's key: a store that comes back from PostgreSQL.
    status create_sqlite(const std::string& schemas_folder) const;

    [[nodiscard]] std::string config_file() const { return m_path + "/config.toml"; }

    /// What the server has taken lately, so that it is not taken again after a new start.
    [[nodiscard]] std::string nonces_file() const { return m_path + "/nonces"; }

    /// config.toml, or what holds without it.
    [[nodiscard]] result<server_config> config() const;

    /// One connection to the store that config.toml names. not_found: this is no data folder;
    /// wrong_key, corrupt_data: key or store is damaged.
    [[nodiscard]] result<std::unique_ptr<sql_connection>> open_store(open_mode mode) const;
    [[nodiscard]] result<std::unique_ptr<sql_connection>> open_sqlite(open_mode mode) const;
    /// For several threads, its tables in order.
    [[nodiscard]] result<std::unique_ptr<store>> open_shared_store(
        const server_config& config, const std::string& schemas_folder
    ) const;
    [[nodiscard]] result<writers> writers_of_store() const;
    [[nodiscard]] status prepare_store(sql_connection& db, const std::string& schemas_folder) const;
    [[nodiscard]] result<signing_key> feed_key() const;
    /// Seals what the store keeps of people's second factors; the same for servers that share the
    /// feed's key.
    [[nodiscard]] result<secret_key> secrets_key() const;
    [[nodiscard]] result<tls_identity> identity() const;
    /// Where sealed scans stand; servers that share a store share this folder too.
    [[nodiscard]] std::string scans_folder(const server_config& config) const;

    // --- for backups
    /// The folder's keys, certificates and settings, by their names within it.
    [[nodiscard]] result<json::object> secret_files() const;
    /// Makes the folder out of them.
    [[nodiscard]] status put_secret_files(const json::object& files) const;
    [[nodiscard]] status take_store_file(const std::string& copy) const;
    [[nodiscard]] result<secret_key> store_key() const;

    // --- the certificate that comes after this one
    [[nodiscard]] status write_next_identity(const tls_identity& identity) const;
    /// not_found where none was made.
    [[nodiscard]] result<tls_identity> next_identity() const;
    /// The next certificate is the one from now on.
    [[nodiscard]] status switch_identity() const;

private:
    [[nodiscard]] std::string store_file() const { return m_path + "/store.db"; }

    [[nodiscard]] std::string store_key_file() const { return m_path + "/keys/store.key"; }

    [[nodiscard]] std::string feed_key_file() const { return m_path + "/keys/feed.key"; }

    [[nodiscard]] std::string conninfo_file() const { return m_path + "/" + conninfo_name; }

    [[nodiscard]] std::string certificate_file() const { return m_path + "/tls/cert.pem"; }

    [[nodiscard]] std::string tls_key_file() const { return m_path + "/tls/key.pem"; }

    [[nodiscard]] status check_is_ours() const;
    [[nodiscard]] status create_keys(const tls_identity& identity, random_source& random) const;
    [[nodiscard]] result<postgres_settings> postgres(const server_config& config) const;

    std::string m_path;
};

} // namespace hotich
