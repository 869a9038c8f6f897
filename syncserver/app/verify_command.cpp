#include "common/register/verify.h"
#include "common/sync/host.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"

#include <iostream>

namespace hotich {

namespace {

struct server_report
{
    std::int64_t offices = 0;
    std::int64_t operations = 0;
    std::int64_t records = 0;
    std::vector<verify_problem> problems;
};

/// Every office that is named anywhere: one that is only in the log was lost from the table of
/// offices.
result<std::vector<std::string>> offices_named(sql_connection& db)
{
    TRY(const auto rows,
        db.query("SELECT office FROM office UNION SELECT office FROM operation ORDER BY 1"));
    std::vector<std::string> offices;
    for (const auto& row : rows)
        offices.push_back(row.text(0));
    return offices;
}

/// The desks that may send must be those whose enrolment stands in the feed, with the same keys.
status check_desks(
    sql_connection& db, const std::string& office, const desk_keys& in_feed, server_report& report
)
{
    TRY(const auto rows, db.query("SELECT desk, public_key FROM desk WHERE office = $1", {office}));
    desk_keys in_table;
    for (const auto& row : rows)
        in_table[row.text(0)] = row.text(1);
    if (in_table != in_feed)
        report.problems.push_back({office, "", "the table of desks is not what the feed says"});
    return {};
}

status check_office(
    sql_connection& db,
    const definitions& known,
    const std::string& office,
    const std::string& feed_key,
    server_report& report
)
{
    TRY(auto keys, enrolled_desks(db, office));
    TRY_STATUS(check_desks(db, office, keys, report));
    keys[server_desk] = feed_key;
    TRY(const auto checked, verify_office(db, known, office, keys));
    ++report.offices;
    report.operations += checked.operations;
    report.records += checked.records;
    report.problems.insert(report.problems.end(), checked.problems.begin(), checked.problems.end());
    return {};
}

result<server_report> verify_server(const verify_options& options, const command_context& context)
{
    const data_folder folder(options.data);
    TRY(const auto db, folder.open_store(open_mode::read_only));
    TRY(const auto feed_key, folder.feed_key());
    TRY(const auto known, definitions::load(context.schemas_folder));
    server_report report;
    TRY(const auto others, folder.writers_of_store());
    const bool is_postgres = others == writers::several;
    // One moment of a store that may be serving.
    TRY_STATUS(db->execute_script(
        is_postgres ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN"
    ));
    const auto offices = offices_named(*db);
    if (!offices)
        report.problems.push_back(
            {"", "", "the list of offices cannot be read: " + offices.error().detail}
        );
    else
        for (const auto& office : *offices)
            if (const auto done = check_office(*db, known, office, feed_key.public_hex, report);
                !done)
                report.problems.push_back({office, "", "cannot be checked: " + done.error().detail}
                );
    db->rollback();
    if (is_postgres) return report; // its pages are its own business (data_checksums)
    TRY(const auto pages, damaged_pages(*db));
    for (const auto& page : pages)
        report.problems.push_back({"", "", page});
    return report;
}

void print_json(const server_report& report)
{
    json::array problems;
    for (const auto& problem : report.problems)
        problems.push_back(
            {{"office", problem.office}, {"record", problem.record}, {"what", problem.what}}
        );
    std::cout << to_text(json::object{
        {"ok", report.problems.empty()},
        {"offices", report.offices},
        {"operations", report.operations},
        {"records", report.records},
        {"problems", std::move(problems)}})
              << std::endl;
}

} // namespace

int run_verify(const verify_options& options, const command_context& context)
{
    const auto report_of_all = verify_server(options, context);
    if (!report_of_all) return report(context.words, report_of_all.error());
    const auto& problems = report_of_all->problems;
    if (options.as_json)
        print_json(*report_of_all);
    else
        for (const auto& problem : problems)
            std::cout << problem.office << " " << problem.record << ": " << problem.what << "\n";
    if (problems.empty())
        std::cerr << context.words.say(
            "verify_sound",
            {{"operations", std::to_string(report_of_all->operations)},
             {"offices", std::to_string(report_of_all->offices)}}
        ) << "\n";
    else
        std::cerr << context.words.say(
            "verify_damaged", {{"count", std::to_string(problems.size())}}
        ) << "\n";
    return problems.empty() ? exit_code::done : exit_code::damaged;
}

} // namespace hotich
