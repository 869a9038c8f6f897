#include "tests/support/logged_office.h"

#include "common/base/files.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"

namespace hotich::test {

namespace {

constexpr password_cost cheap{1, 8192};
constexpr std::size_t most_bytes = 16u * 1024u * 1024u;

} // namespace

secret_key store_key()
{
    seeded_random random(1);
    return new_secret_key(random);
}

std::set<std::string> names_in(const verify_report& report)
{
    std::set<std::string> found;
    for (const auto& problem : report.problems)
        found.insert(problem.record);
    return found;
}

logged_office::logged_office()
    : at(1, real_definitions(), must(open_sqlcipher(store_path, store_key(), open_mode::create))),
      desk(must(
          desk_register::create(desk_path, "user", "password", real_definitions(), random, cheap)
      ))
{
    enrol(at, *desk, office_to_verify);
    must(desk->request_block("BIRTH", 10, monday_morning));
    for (const auto* name : {"An", "Ba", "Chi", "Dung", "Em"}) {
        must(synchronise(*desk, at));
        records.push_back(register_birth(*desk, std::string("Nguyễn Văn ") + name).record);
        must(desk->issue_paper(records.back(), "birth_certificate", monday_morning));
    }
    must(synchronise(*desk, at));
    records.push_back(register_birth(*desk, "Nguyễn Văn Phúc").record);
}

sql_connection& logged_office::store(const QString& which)
{
    return which == "desk" ? desk->connection() : *at.db;
}

desk_keys logged_office::keys()
{
    auto all = must(enrolled_desks(desk->connection(), office_to_verify));
    all[server_desk] = desk->identity().server_key;
    return all;
}

std::set<std::string> logged_office::named_by(sql_connection& db)
{
    return names_in(must(verify_office(db, real_definitions(), office_to_verify, keys())));
}

const closed_office& closed_files()
{
    static const auto files = [] {
        logged_office here;
        closed_office out;
        for (const auto& row : must(here.at.db->query("SELECT desk, seq, record FROM operation")))
            out.operations.push_back({row.text(0), row.integer(1), row.text(2)});
        here.desk.reset();
        here.at.db.reset(); // the last one to leave puts everything into the file
        out.desk_bytes = must(read_file(here.desk_path, most_bytes));
        out.key_bytes = must(read_file(key_file_of(here.desk_path), most_bytes));
        out.store_bytes = must(read_file(here.store_path, most_bytes));
        return out;
    }();
    return files;
}

} // namespace hotich::test
