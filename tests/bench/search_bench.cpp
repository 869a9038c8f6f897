// Searching as one types over many records, encrypted, against FTS5 over the same folded names in
// plain SQLite.
#include "common/base/text.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

namespace hotich::bench {

namespace {

using namespace hotich::test;

/// What a clerk has typed when the last word is half done.
std::string typed(const std::string& name) { return name.substr(0, name.rfind(' ') + 2); }

/// Records as the projection would write them, without the log: only searching is measured.
void fill(sql_connection& db, plain_sqlite& plain, int records)
{
    must(migrate(db, "log", real_definitions().folder() + "/sql/log"));
    plain.run("PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE names USING fts5(text, "
              "tokenize=\"unicode61 remove_diacritics 0\")");
    auto* insert = plain.prepare("INSERT INTO names (text) VALUES (?)");
    plain.run("BEGIN");
    must(db.begin_write());
    for (int n = 0; n < records; ++n) {
        const auto names = names_of(n);
        const auto text = fold(names.child + " " + names.mother + " " + names.father);
        const auto id = "record" + std::to_string(n);
        (void)must(db.execute(
            "INSERT INTO record (office, record, event, state, book, year, reg_no, reg_date, "
            "title, words, folded) "
            "VALUES ('00004', $1, 'birth', 'registered', 'BIRTH', 2026, $2, '2026-11-23', $3, $4, "
            "'{}')",
            {id, std::int64_t(n), names.child, " " + text + " "}
        ));
        for (const auto& word : words_of(text))
            (void)must(db.execute(
                "INSERT INTO search_key (office, word, record) VALUES ('00004', $1, $2) ON "
                "CONFLICT DO NOTHING",
                {word, id}
            ));
        plain.insert(insert, {text});
    }
    must(db.commit());
    plain.run("COMMIT");
}

} // namespace

std::vector<measure> search(const settings& chosen)
{
    const scratch_folder folder;
    const int records = std::max(1000, static_cast<int>(100'000 * chosen.scale));
    system_random random;
    const auto db =
        must(open_sqlcipher(folder.file("search.hotich"), new_secret_key(random), open_mode::create)
        );
    plain_sqlite plain(folder.file("fts.db"));
    fill(*db, plain, records);
    const projection view(*db, real_definitions(), "00004");
    auto* match = plain.prepare("SELECT rowid FROM names WHERE names MATCH ? LIMIT 50");
    std::vector<double> ours;
    std::vector<double> reference;
    for (int i = 0; i < 200 * chosen.rounds; ++i) {
        const auto name = typed(fold(names_of(i * 37 % records).child)
        ); // folded first: a letter is not cut in two
        ours.push_back(seconds_of([&] { (void)must(view.search(name, 50)); }) * 1000);
        std::string query;
        for (const auto& word : words_of(fold(name)))
            query += "\"" + word + "\" ";
        query.back() = '*';
        reference.push_back(seconds_of([&] { plain.count(match, {query}); }) * 1000);
    }
    return {
        {"search as one types, p50, " + std::to_string(records) + " records",
         "ms",
         median(ours),
         median(reference),
         median(ours) / median(reference),
         "FTS5, plain",
         ""},
        {"search as one types, p99, " + std::to_string(records) + " records",
         "ms",
         percentile(ours, 0.99),
         percentile(reference, 0.99),
         percentile(ours, 0.99) / percentile(reference, 0.99),
         "FTS5, plain",
         "<= 1 ms at 1 M"},
    };
}

} // namespace hotich::bench
