#include "common/register/verify_register.h"

#include "common/register/register_file.h"

namespace hotich {

namespace {

/// A setting, or "" where it cannot be read.
std::string setting(sql_connection& db, const char* name)
{
    const auto rows = db.query("SELECT value FROM meta WHERE name = $1", {std::string(name)});
    return rows && !rows->empty() ? rows->front().text(0) : std::string();
}

/// From the settings, or from the log where they are what is damaged; "" of a desk that is not
/// enrolled.
std::string office_of(sql_connection& db)
{
    auto office = setting(db, "office");
    if (!office.empty()) return office;
    const auto rows =
        db.query("SELECT office FROM operation INDEXED BY operation_by_record LIMIT 1");
    return rows && !rows->empty() ? rows->front().text(0) : std::string();
}

desk_keys keys_of(sql_connection& db, const std::string& office)
{
    auto keys = enrolled_desks(db, office);
    if (!keys) keys = desk_keys();
    const auto add = [&](const std::string& desk, const char* name) {
        if (auto key = setting(db, name); !desk.empty() && !key.empty())
            (*keys)[desk] = std::move(key);
    };
    add(setting(db, "desk"), "public_key");
    add(server_desk, "server_key");
    return *keys;
}

} // namespace

result<verify_report> verify_register(
    const std::string& file,
    const std::string& user,
    const std::string& password,
    const definitions& known,
    const machine_store& store
)
{
    TRY(const auto opened, open_register_file(file, user, password, store));
    auto& db = *opened.db;
    if (const auto ready = put_register_in_order(db, known.folder());
        !ready && ready.error().code == failure_code::not_allowed)
        return ready.error();
    const auto office = office_of(db);
    TRY(auto report, verify_office(db, known, office, keys_of(db, office)));
    TRY(const auto pages, damaged_pages(db));
    for (const auto& page : pages)
        report.problems.push_back({office, "", page});
    return report;
}

} // namespace hotich
