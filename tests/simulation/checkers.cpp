#include "tests/simulation/checkers.h"

#include "common/register/book_ledger.h"
#include "common/register/verify.h"

#include <algorithm>

namespace hotich::test {

namespace {

class promise_checker
{
public:
    promise_checker(
        sql_connection& server,
        std::string server_key,
        const std::vector<std::unique_ptr<simulated_desk>>& desks,
        const world_settings& settings,
        world_report& report
    )
        : m_server(server),
          m_server_key(std::move(server_key)),
          m_desks(desks),
          m_settings(settings),
          m_report(report)
    {}

    void check()
    {
        for (const auto& desk : m_desks) {
            if (!desk->is_running()) {
                fail("a desk does not run in a healed world");
                continue;
            }
            if (desk->shut_out_at) {
                nothing_stands_behind_the_shutting_out(*desk);
                continue;
            }
            nothing_waits(*desk);
            nothing_told_is_lost(*desk);
            every_operation_took_effect_once(*desk);
            folds_are_equal(*desk);
            printed_numbers_stand(*desk);
            logs_are_whole(desk->disk(), *desk);
        }
        no_letter_is_left();
        for (const auto* office : {"00004", "00070"}) {
            numbers_are_accounted_for(office);
            count(office);
            if (m_settings.seed % 10 == 0)
                a_changed_byte_is_found_and_named(office); // three verifications: not every world
        }
    }

private:
    void fail(const std::string& what) { m_report.failures.push_back(what); }

    std::vector<sql_row> rows(
        sql_connection& db, std::string_view sql, std::initializer_list<sql_value> values
    )
    {
        return must(db.query(sql, values));
    }

    /// Promise 8: out from the next request on.
    void nothing_stands_behind_the_shutting_out(simulated_desk& desk)
    {
        for (const auto& row : rows(
                 m_server,
                 "SELECT seq FROM operation WHERE office = $1 AND desk = $2 AND revision > $3",
                 {desk.office(), desk.name(), *desk.shut_out_at}
             ))
            fail(
                "operation " + std::to_string(row.integer(0)) + " of desk " + desk.name()
                + " was taken in after the desk was shut out"
            );
    }

    void nothing_waits(simulated_desk& desk)
    {
        const auto left = must(desk.desk().log().count_undecided(desk.desk().identity().desk));
        if (left != 0)
            fail(
                "desk " + desk.desk().identity().desk + " still has " + std::to_string(left)
                + " unsent operations"
            );
    }

    /// Promise 2.
    void nothing_told_is_lost(simulated_desk& desk)
    {
        for (const auto& id : desk.told_saved)
            if (rows(
                    m_server,
                    "SELECT 1 FROM record WHERE office = $1 AND record = $2",
                    {desk.office(), id}
                )
                    .empty())
                fail("record " + id + " was told saved and is not on the server");
    }

    /// Promise 3: the server has exactly the desk's chain, and no record stands twice.
    void every_operation_took_effect_once(simulated_desk& desk)
    {
        const auto chain = [&desk, this](sql_connection& db) {
            std::string text;
            for (const auto& row : rows(
                     db,
                     "SELECT seq, hash FROM operation WHERE office = $1 AND desk = $2 ORDER BY seq",
                     {desk.office(), desk.desk().identity().desk}
                 ))
                text += std::to_string(row.integer(0)) + row.text(1) + "\n";
            return text;
        };
        if (chain(desk.disk()) != chain(m_server))
            fail("desk " + desk.desk().identity().desk + " and the server have different chains");
    }

    /// Promise 4: byte for byte.
    void folds_are_equal(simulated_desk& desk)
    {
        for (const auto* all :
             {"SELECT record, folded FROM record WHERE office = $1 ORDER BY record",
              "SELECT record, token || state FROM issued_paper WHERE office = $1 ORDER BY record, "
              "token"})
            are_equal(desk, all);
    }

    void are_equal(simulated_desk& desk, const char* all)
    {
        const auto here = rows(desk.disk(), all, {desk.office()});
        const auto there = rows(m_server, all, {desk.office()});
        if (here.size() != there.size())
            fail("desk and server of office " + desk.office() + " have different records");
        for (std::size_t i = 0; i < std::min(here.size(), there.size()); ++i)
            if (here[i].text(1) != there[i].text(1))
                fail("record " + here[i].text(0) + " is folded differently");
    }

    /// Promise 5.
    void printed_numbers_stand(simulated_desk& desk)
    {
        for (const auto& [id, number] : desk.told_printed) {
            const auto content = desk.desk().load(id);
            if (!content || !content->number || to_display(*content->number) != number)
                fail(
                    "record " + id + " was printed with number " + number + " and has another now"
                );
        }
    }

    /// Promise 6 in a sound world: verification finds nothing.
    void logs_are_whole(sql_connection& disk, simulated_desk& desk)
    {
        for (auto* db : {&disk, &m_server}) {
            auto keys = must(enrolled_desks(*db, desk.office()));
            keys[server_desk] = m_server_key;
            for (const auto& problem :
                 must(verify_office(*db, real_definitions(), desk.office(), keys)).problems)
                fail("verify: " + problem.record + " " + problem.what);
        }
    }

    /// Promise 6: one byte of the newest operation about a record, its verdict or its folded text.
    void a_changed_byte_is_found_and_named(const std::string& office)
    {
        const auto newest = rows(
            m_server,
            "SELECT o.record FROM operation o JOIN record r ON r.office = o.office AND r.record = "
            "o.record "
            "WHERE o.office = $1 ORDER BY o.revision DESC LIMIT 1",
            {office}
        );
        if (newest.empty()) return;
        const auto id = newest.front().text(0);
        for (const char* change :
             {"UPDATE operation SET body = replace(body, 'user', 'usex') WHERE office = $1 AND "
              "record "
              "= $2",
              "UPDATE operation SET verdict = replace(verdict, 'e', 'f') WHERE office = $1 AND "
              "record = $2",
              "UPDATE record SET folded = folded || ' ' WHERE office = $1 AND record = $2"}) {
            must(m_server.begin_write());
            const auto changed = must(m_server.execute(change, {office, id}));
            const auto report = must(verify_office(m_server, real_definitions(), office, {}));
            m_server.rollback();
            const bool is_named = std::any_of(
                report.problems.begin(),
                report.problems.end(),
                [&id](const auto& problem) { return problem.record == id; }
            );
            if (changed > 0 && !is_named)
                fail("a changed byte of record " + id + " was not found: " + change);
        }
    }

    /// Promise 1, for every book: every number up to the last is a record's, came back, or waits in
    /// a block.
    void numbers_are_accounted_for(const std::string& office)
    {
        for (const auto& row : rows(
                 m_server, "SELECT book, year, last_no FROM number_book WHERE office = $1", {office}
             ))
            numbers_of_book(office, row.text(0), row.integer(1), row.integer(2));
    }

    void numbers_of_book(
        const std::string& office, const std::string& book, std::int64_t year, std::int64_t last
    )
    {
        const auto name = book + " of office " + office;
        std::map<std::int64_t, int> uses;
        for (const auto& row : rows(
                 m_server,
                 "SELECT reg_no, state FROM record WHERE office = $1 AND book = $2 AND year = $3 "
                 "AND reg_no IS NOT NULL",
                 {office, book, year}
             )) {
            // A restored desk gives a number of its block out again; what was refused keeps it in
            // its tray, and gets another when it is sent again.
            const bool may_stand_twice = m_report.restored > 0 && row.text(1) != "registered";
            uses[row.integer(0)] += may_stand_twice ? 0 : 1;
        }
        for (const auto& [reg_no, times] : uses)
            if (times > 1)
                fail(
                    "number " + std::to_string(reg_no) + " of " + name + " stands on "
                    + std::to_string(times) + " records"
                );
        for (const auto& row : rows(
                 m_server,
                 "SELECT reg_no FROM number_free WHERE office = $1 AND book = $2 AND year = $3",
                 {office, book, year}
             ))
            if (!uses.emplace(row.integer(0), 1).second)
                fail(
                    "number " + std::to_string(row.integer(0)) + " of " + name + " is used and free"
                );
        for (const auto& row : rows(
                 m_server,
                 "SELECT reg_no FROM void_number WHERE office = $1 AND book = $2 AND year = $3",
                 {office, book, year}
             ))
            if (!uses.emplace(row.integer(0), 1).second)
                fail(
                    "number " + std::to_string(row.integer(0)) + " of " + name + " is used and void"
                );
        for (const auto& row : rows(
                 m_server,
                 "SELECT first_no, last_no FROM number_block WHERE office = $1 AND book = $2 AND "
                 "year = $3 AND returned = 0",
                 {office, book, year}
             ))
            for (auto reg_no = row.integer(0); reg_no <= row.integer(1); ++reg_no)
                uses.emplace(reg_no, 1);
        for (std::int64_t reg_no = 1; reg_no <= last; ++reg_no)
            if (!uses.contains(reg_no) && !is_a_gap_to_be_voided(office, book, year, reg_no))
                fail("number " + std::to_string(reg_no) + " of " + name + " is missing");
    }

    /// A number of a block that stood on an entry, perhaps on its paper, until the server refused
    /// it there: it is nobody's, is never given out again, and the open book cannot be closed
    /// before it is made void.
    bool is_a_gap_to_be_voided(
        const std::string& office, const std::string& book, std::int64_t year, std::int64_t reg_no
    )
    {
        const auto number =
            to_text(json::object{{"book", book}, {"year", year}, {"reg_no", reg_no}});
        const auto carried = rows(
            m_server,
            "SELECT 1 FROM operation WHERE office = $1 AND body LIKE $2 LIMIT 1",
            {office, "%\"number\":" + number + "%"}
        );
        book_ledger ledger(m_server, office);
        const auto gaps = must(ledger.count(book, static_cast<int>(year))).gaps;
        return !carried.empty() && !ledger.is_closed(book, static_cast<int>(year))
            && std::find(gaps.begin(), gaps.end(), reg_no) != gaps.end();
    }

    /// Notes for other offices are carried exactly once.
    void no_letter_is_left()
    {
        for (const auto& row :
             rows(m_server, "SELECT office, record FROM office_mail WHERE delivered = 0", {}))
            fail("a note of record " + row.text(1) + " was not carried");
        for (const auto& row : rows(
                 m_server,
                 "SELECT office, record, source_record FROM annotation_notice GROUP BY office, "
                 "record, source_office, source_record, kind HAVING count(*) > 1",
                 {}
             ))
            fail("record " + row.text(1) + " was told the same twice");
    }

    void count(const std::string& office)
    {
        for (const auto& row : rows(
                 m_server,
                 "SELECT state, count(*) FROM record WHERE office = $1 GROUP BY state",
                 {office}
             )) {
            if (row.text(0) == "registered") m_report.registered += row.integer(1);
            if (row.text(0) == "held") m_report.held += row.integer(1);
            if (row.text(0) == "rejected") m_report.rejected += row.integer(1);
        }
        const auto number_of = [&](const char* sql) {
            return rows(m_server, sql, {office}).front().integer(0);
        };
        m_report.notes += number_of(
            "SELECT count(*) FROM record WHERE office = $1 AND folded LIKE '%\"annotations\":[%'"
        );
        m_report.closed +=
            number_of("SELECT count(*) FROM register_book WHERE office = $1 AND closed_on <> ''");
        m_report.notices += number_of("SELECT count(*) FROM annotation_notice WHERE office = $1");
        m_report.events += number_of(
            "SELECT count(DISTINCT event) FROM record WHERE office = $1 AND state = 'registered'"
        );
    }

    sql_connection& m_server;
    std::string m_server_key;
    const std::vector<std::unique_ptr<simulated_desk>>& m_desks;
    const world_settings& m_settings;
    world_report& m_report;
};

} // namespace

std::int64_t last_signed(
    sql_connection& server,
    const std::string& office,
    const std::vector<std::unique_ptr<simulated_desk>>& desks
)
{
    auto last = must(operation_log(server, office).head_of_feed()).revision;
    for (const auto& desk : desks)
        if (desk->office() == office) last = std::max(last, desk->seen_revision());
    return last;
}

void check_promises(
    sql_connection& server,
    const std::string& server_key,
    const std::vector<std::unique_ptr<simulated_desk>>& desks,
    const world_settings& settings,
    world_report& report
)
{
    promise_checker(server, server_key, desks, settings, report).check();
}

void check_pins(
    sql_connection& server,
    const std::map<std::string, std::string>& given_by_request,
    world_report& report
)
{
    std::set<std::string> seen;
    for (const auto& row :
         must(server.query("SELECT record, request, state, pin FROM pin_request"))) {
        const auto& [record, pin] = std::pair(row.text(0), row.text(3));
        if (row.text(2) == "conflict") report.failures.push_back(record + " got a second number");
        if (row.text(2) != "issued") continue;
        const auto given = given_by_request.find(row.text(1));
        if (given == given_by_request.end() || given->second != pin)
            report.failures.push_back(record + " has a number that was not given for it");
        if (!seen.insert(pin).second) report.failures.push_back(pin + " is two entries' number");
        ++report.pins;
    }
    for (const auto& row : must(server.query(
             "SELECT record, count(*) FROM operation WHERE body LIKE '%\"kind\":\"pin_issued\"%' "
             "GROUP BY record HAVING count(*) > 1"
         )))
        report.failures.push_back(row.text(0) + " was told its number twice");
}

} // namespace hotich::test
