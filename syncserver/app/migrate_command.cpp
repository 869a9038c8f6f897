#include "syncserver/app/commands.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/storage/copy_store.h"
#include "syncserver/storage/postgres_store.h"

#include <iostream>

namespace hotich {

namespace {

struct named_store
{
    std::unique_ptr<sql_connection> db;
    writers kind = writers::one;

    [[nodiscard]] store_side side() const { return {*db, kind}; }
};

enum class use { source, target };

/// The store of a data folder; as the target one that has moved away is made anew.
result<named_store> open_sqlite_in(
    const std::string& place, use purpose, const std::string& schemas_folder
)
{
    const data_folder folder(place);
    if (purpose == use::target && !folder.has_sqlite())
        TRY_STATUS(folder.create_sqlite(schemas_folder));
    named_store out;
    TRY(out.db, folder.open_sqlite(open_mode::existing));
    TRY_STATUS(host::prepare_store(*out.db, schemas_folder));
    return out;
}

result<named_store> open_postgres_of(const std::string& place, const std::string& schemas_folder)
{
    TRY(const auto conninfo, read_conninfo(place));
    named_store out{nullptr, writers::several};
    TRY(out.db, open_postgres(patient({conninfo})));
    TRY_STATUS(prepare_postgres(*out.db, schemas_folder));
    return out;
}

result<named_store> open_named(
    const std::string& written, use purpose, const std::string& schemas_folder
)
{
    const auto colon = written.find(':');
    const auto kind = written.substr(0, colon);
    const auto place = colon == std::string::npos ? std::string() : written.substr(colon + 1);
    if (kind == "sqlite" && !place.empty()) return open_sqlite_in(place, purpose, schemas_folder);
    if (kind == "postgres" && !place.empty()) return open_postgres_of(place, schemas_folder);
    return failure{
        failure_code::invalid_input,
        "a store is written sqlite:DATA-FOLDER or postgres:CONNECTION-STRING-FILE"};
}

result<std::vector<copied_table>> migrate_store(
    const migrate_options& options, const command_context& context
)
{
    TRY(const auto from, open_named(options.from, use::source, context.schemas_folder));
    TRY(const auto to, open_named(options.to, use::target, context.schemas_folder));
    return copy_store(from.side(), to.side());
}

} // namespace

int run_migrate_store(const migrate_options& options, const command_context& context)
{
    const auto copied = migrate_store(options, context);
    if (!copied) return report(context.words, copied.error());
    std::int64_t rows = 0;
    for (const auto& table : *copied) {
        rows += table.rows;
        std::cout << table.name << " " << table.rows << " " << table.digest << "\n";
    }
    std::cout << std::flush;
    std::cerr << context.words.say(
        "migrated", {{"rows", std::to_string(rows)}, {"tables", std::to_string(copied->size())}}
    ) << "\n";
    return exit_code::done;
}

} // namespace hotich
