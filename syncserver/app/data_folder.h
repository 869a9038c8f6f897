// The folder that is the whole server: its store, its keys, its certificate, its settings. Used by
// every command.
//
// DIR/store.db        SQLCipher          DIR/keys/store.key   its key, 64 hex digits
// DIR/config.toml     settings           DIR/keys/feed.key    {"v":1,"public":hex,"secret":hex}:
// signs the feeds DIR/tls/cert.pem    the certificate    DIR/tls/key.pem      its key
#pragma once

#include "common/sql/sqlcipher_connection.h"
#include "syncserver/app/certificate.h"

#include <memory>
#include <string>

namespace hotich {

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
    status write_config(std::string_view toml) const;
    /// Takes away what create made, where the rest of the making failed.
    void discard() const;

    [[nodiscard]] std::string config_file() const { return m_path + "/config.toml"; }

    /// not_found: this is no data folder; wrong_key, corrupt_data: key or store is damaged.
    [[nodiscard]] result<std::unique_ptr<sql_connection>> open_store(open_mode mode) const;
    [[nodiscard]] result<signing_key> feed_key() const;
    [[nodiscard]] result<tls_identity> identity() const;

private:
    [[nodiscard]] std::string store_file() const { return m_path + "/store.db"; }

    [[nodiscard]] std::string store_key_file() const { return m_path + "/keys/store.key"; }

    [[nodiscard]] std::string feed_key_file() const { return m_path + "/keys/feed.key"; }

    [[nodiscard]] std::string certificate_file() const { return m_path + "/tls/cert.pem"; }

    [[nodiscard]] std::string tls_key_file() const { return m_path + "/tls/key.pem"; }

    [[nodiscard]] status check_is_ours() const;
    [[nodiscard]] status create_store(const secret_key& key, const std::string& schemas_folder)
        const;

    std::string m_path;
};

} // namespace hotich
