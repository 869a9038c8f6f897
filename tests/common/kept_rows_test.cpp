// Rows that a batch keeps back: a batch is decided, numbered and kept exactly as its operations one
// by one are; and who asks through the connection never misses what waits.
#include "common/base/ids.h"
#include "common/register/kept_rows.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* the_office = "00004";

/// A table of one number and one text.
struct one_table
{
    std::unique_ptr<sql_connection> db = must(open_in_memory());
    kept_rows rows{*db, the_office};

    one_table()
    {
        must(db->execute_script("CREATE TABLE claim (claim_key TEXT PRIMARY KEY, office TEXT)"));
    }

    status add(const std::string& key)
    {
        const std::array<std::string_view, 2> columns{"claim_key", "office"};
        const std::array<sql_value, 2> values{key, std::string(the_office)};
        return rows.insert_rows("claim", columns, values);
    }

    std::int64_t stored_rows() const
    {
        return must(db->query("SELECT count(*) FROM claim")).front().integer(0);
    }
};

/// Births of one desk in a chain: some twice, some of one mother, one that cannot be.
std::vector<operation> made_operations(server& at, const std::string& desk, int count)
{
    seeded_random random(9);
    const auto form = enrolled_desk(at, the_office, random);
    const auto& birth = *real_definitions().find_event("birth");
    std::vector<operation> out;
    chain_head head;
    for (int n = 0; n < count; ++n) {
        auto data = form->check(birth, made_birth(n % 7 == 3 ? n - 3 : n), monday_morning).data;
        if (n % 5 == 2) set_path(data, "child.full_name", "Nguyễn Văn An");
        if (n % 11 == 4) set_path(data, "child.birth_date", "2030-01-01");
        data["signer_name"] = "Trần Thị Người Ký";
        data["signer_title"] = "Chủ tịch";
        json::object payload{{"event", "birth"}, {"data", data}, {"overrides", json::array()}};
        out.push_back(make_operation(
            {the_office,
             desk,
             operation_kind::registration,
             new_uuid(monday_morning, random),
             monday_morning,
             "Clerk",
             std::move(payload)},
            head
        ));
        head = {out.back().seq, out.back().hash};
        // A held one is given up, so that what it would claim is free again.
        if (n % 7 != 3) continue;
        out.push_back(make_operation(
            {the_office,
             desk,
             operation_kind::withdraw,
             out.back().record,
             monday_morning,
             "Clerk",
             {}},
            head
        ));
        head = {out.back().seq, out.back().hash};
    }
    return out;
}

/// Everything of the tables in the order of their rows.
std::string told_tables(sql_connection& db)
{
    std::string out;
    for (const auto* query :
         {"SELECT seq, record, revision, verdict, entry_hash FROM operation ORDER BY desk, seq",
          "SELECT record, state, year, reg_no, folded FROM record ORDER BY record",
          "SELECT claim_key, record FROM claim ORDER BY claim_key, record",
          "SELECT record, role, name_key, pin, document FROM person ORDER BY record, role",
          "SELECT record, kind, a_role, b_role FROM person_relation ORDER BY 1, 2, 3, 4",
          "SELECT dup_key, record FROM duplicate_key ORDER BY dup_key, record",
          "SELECT record, compared, dup_keys FROM duplicate_data ORDER BY record",
          "SELECT word, record FROM search_key ORDER BY word, record",
          "SELECT record, state FROM pin_state ORDER BY record",
          "SELECT record, request, state FROM pin_request ORDER BY record",
          "SELECT book, year, last_no FROM number_book ORDER BY book, year"})
        for (const auto& row : must(db.query(query))) {
            for (std::size_t i = 0; i < row.size(); ++i)
                out += row.text(i) + (row.is_null(i) ? "" : std::to_string(row.integer(i))) + "|";
            out += "\n";
        }
    return out;
}

/// A server that has taken the operations in, `at_once` in an exchange.
std::string taken_in(std::size_t at_once)
{
    server at(4);
    seeded_random random(7);
    const auto key = new_signing_key(random);
    must(at.service.put_office(ba_dinh(), monday_morning));
    const auto code = must(at.service.new_enrol_code(the_office, monday_morning, random));
    const auto desk = must(at.service.enrol(code, key.public_hex, monday_morning)).desk;
    const auto operations = made_operations(at, desk, 40);
    for (std::size_t first = 0; first < operations.size(); first += at_once) {
        sync_request request{the_office, desk, 0, "", {}};
        for (std::size_t n = first; n < std::min(first + at_once, operations.size()); ++n) {
            request.bodies.push_back(operations[n].body);
            request.signature = sign_hex(head_message(operations[n].hash), key);
        }
        must(at.service.exchange(request, monday_morning));
    }
    return told_tables(*at.db);
}

} // namespace

class KeptRowsTest : public QObject
{
    Q_OBJECT

private slots:

    void a_batch_is_kept_as_its_operations_one_by_one()
    {
        const auto one_by_one = taken_in(1);
        QVERIFY(one_by_one.find("held") != std::string::npos);
        QVERIFY(one_by_one.find("rejected") != std::string::npos);
        QVERIFY(one_by_one.find("withdrawn") != std::string::npos);
        for (const std::size_t at_once : {2, 7, 200})
            QCOMPARE(taken_in(at_once), one_by_one);
    }

    void rows_wait_until_the_batch_settles()
    {
        one_table here;
        must(here.add("a"));
        must(here.add("b"));
        QCOMPARE(here.stored_rows(), std::int64_t(0));
        must(here.rows.settle());
        QCOMPARE(here.stored_rows(), std::int64_t(2));
        must(here.rows.settle());
        QCOMPARE(here.stored_rows(), std::int64_t(2));
    }

    void a_query_finds_what_waits()
    {
        one_table here;
        must(here.add("a"));
        QCOMPARE(must(here.rows.query("SELECT * FROM claim")).size(), std::size_t(1));
    }

    void a_statement_comes_after_what_waits()
    {
        one_table here;
        must(here.add("a"));
        QCOMPARE(must(here.rows.execute("DELETE FROM claim")), std::int64_t(1));
    }

    void a_key_tells_whether_there_is_anything_to_ask()
    {
        one_table here;
        QVERIFY(holding(here.rows, row_key::claim, "a") != nullptr); // nobody knows
        here.rows.learn_absent(row_key::claim, "a");
        QVERIFY(holding(here.rows, row_key::claim, "a") == nullptr);
        QVERIFY(holding(here.rows, row_key::pin, "a") != nullptr);
        must(here.add("a"));
        note_row(here.rows, row_key::claim, "a");
        QVERIFY(holding(here.rows, row_key::claim, "b") != nullptr);
        QCOMPARE(here.stored_rows(), std::int64_t(0)); // nothing waits under that one
        QVERIFY(holding(here.rows, row_key::claim, "a") != nullptr);
        QCOMPARE(here.stored_rows(), std::int64_t(1));
        here.rows.learn_absent(row_key::claim, "c");
        must(here.rows.execute("INSERT INTO claim VALUES ('c', '')"));
        QVERIFY(holding(here.rows, row_key::claim, "c") != nullptr); // it knows no more
    }

    void another_connection_is_simply_asked()
    {
        one_table here;
        QCOMPARE(holding(*here.db, row_key::claim, "a"), here.db.get());
        QCOMPARE(&stored(*here.db), here.db.get());
        QVERIFY(book_at(*here.db, "BIRTH", 2026) == nullptr);
    }

    void a_failure_stays_until_the_end()
    {
        one_table here;
        must(here.add("a"));
        must(here.add("a"));
        QCOMPARE(failure_of(here.rows.settle()), std::string("conflict"));
        QCOMPARE(failure_of(here.rows.query("SELECT 1")), std::string("conflict"));
        QCOMPARE(failure_of(here.rows.settle()), std::string("conflict"));
    }

    void rows_of_a_table_have_the_same_columns()
    {
        one_table here;
        must(here.add("a"));
        const std::array<std::string_view, 1> other{"claim_key"};
        const std::array<sql_value, 1> value{std::string("b")};
        QCOMPARE(
            failure_of(here.rows.insert_rows("claim", other, value)), std::string("invalid_input")
        );
    }
};

QTEST_GUILESS_MAIN(KeptRowsTest)
#include "kept_rows_test.moc"
