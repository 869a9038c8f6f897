// An office with something of everything in its log, as files, for the tests of verification.
#pragma once

#include "common/register/verify.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <set>

namespace hotich::test {

inline constexpr const char* office_to_verify = "00004";

/// The key of the server's store.
secret_key store_key();

/// The records that a report names; "" where it names none.
std::set<std::string> names_in(const verify_report& report);

/// Five numbered births with papers and a block, and one that is not sent yet.
struct logged_office
{
    logged_office();

    QTemporaryDir folder;
    std::string desk_path = folder.filePath("desk.hotich").toStdString();
    std::string store_path = folder.filePath("server.db").toStdString();
    seeded_random random{5};
    server at;
    std::unique_ptr<desk_register> desk; ///< its password is "password"
    std::vector<std::string> records;    ///< oldest first

    /// "desk" or "server".
    sql_connection& store(const QString& which);
    desk_keys keys();
    std::set<std::string> named_by(sql_connection& db);
};

struct operation_place
{
    std::string desk;
    std::int64_t seq;
    std::string record;
};

/// The files of such an office when everybody has gone home.
struct closed_office
{
    std::string desk_bytes;
    std::string key_bytes;
    std::string store_bytes;
    std::vector<operation_place> operations;
};

const closed_office& closed_files();

} // namespace hotich::test
