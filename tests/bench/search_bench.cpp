// Searching as one types over many records, encrypted, against FTS5 over the same folded names in
// plain SQLite. What is timed is the CPU: everything is in the page cache, and other programs are
// none of it.
#include "common/base/text.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/bench/bench.h"
#include "tests/bench/plain_sqlite.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <algorithm>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr int records_at_once = 200'000;
constexpr std::int64_t most_found = 50;

/// What a clerk has typed when the last word is half done.
std::string typed(const std::string& name) { return name.substr(0, name.rfind(' ') + 2); }

/// The words the other way round but for the last, which is half done.
std::string typed_in_another_order(const std::string& name)
{
    auto words = words_of(name);
    std::reverse(words.begin(), words.end() - 1);
    std::string text;
    for (const auto& word : words)
        text += (text.empty() ? "" : " ") + word;
    return typed(text);
}

search_terms terms_of(const made_names& names)
{
    search_terms out;
    for (const auto& name : {names.child, names.mother, names.father})
        if (const auto folded = fold(name);
            std::find(out.names.begin(), out.names.end(), folded) == out.names.end())
            out.names.push_back(folded);
    return out;
}

/// Records as the projection would write them, without the log: only searching is measured.
void fill(sql_connection& db, plain_sqlite& plain, int records)
{
    must(migrate(db, "log", real_definitions().folder() + "/sql/log"));
    plain.run("PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE names USING fts5(text, "
              "tokenize=\"unicode61 remove_diacritics 0\")");
    auto* insert = plain.prepare("INSERT INTO names (text) VALUES (?)");
    plain.run("BEGIN");
    must(db.begin_write());
    search_index index(db, "00004");
    for (int n = 0; n < records; ++n) {
        const auto names = names_of(n);
        const auto terms = terms_of(names);
        const auto id = "record" + std::to_string(n);
        (void)must(db.execute(
            "INSERT INTO record (office, record, event, state, book, year, reg_no, reg_date, "
            "title, words, folded) "
            "VALUES ('00004', $1, 'birth', 'registered', 'BIRTH', 2026, $2, '2026-11-23', $3, $4, "
            "'{}')",
            {id, std::int64_t(n), names.child, terms.to_text()}
        ));
        index.keep(id, terms);
        plain.insert(insert, {fold(names.child + " " + names.mother + " " + names.father)});
        if (n % records_at_once == records_at_once - 1) must(index.write());
    }
    must(index.write());
    must(db.commit());
    plain.run("COMMIT");
}

double cpu_ms_of(const std::function<void()>& work)
{
    const auto begin = cpu_seconds();
    work();
    return (cpu_seconds() - begin) * 1000;
}

struct typing
{
    const char* name;
    std::string (*text)(const made_names& names);
    const char* goal;
};

const std::vector<typing> typings{
    {"in order",
     [](const made_names& names) { return typed(fold(names.child)); },
     "p99 <= 1 ms at 1 M, 1/30 of FTS5"},
    {"any order",
     [](const made_names& names) { return typed_in_another_order(fold(names.child)); },
     "p99 <= 2.5 ms at 1 M, 1/20 of FTS5"},
    {"child + mother",
     [](const made_names& names) { return fold(names.child) + " " + typed(fold(names.mother)); },
     "p99 <= 2.5 ms at 1 M, 1/20 of FTS5"}};

void add_measures(
    std::vector<measure>& all,
    const std::string& name,
    const char* goal,
    const std::vector<double>& ours,
    const std::vector<double>& reference
)
{
    for (const auto& [label, share] : {std::pair("p50", 0.5), std::pair("p99", 0.99)}) {
        const auto mine = percentile(ours, share);
        const auto theirs = percentile(reference, share);
        all.push_back(
            {"words " + name + ", " + label,
             "ms CPU",
             mine,
             theirs,
             mine / theirs,
             "FTS5, plain",
             share > 0.5 ? goal : ""}
        );
    }
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
    std::vector<measure> all;
    for (const auto& typing : typings) {
        std::vector<double> ours;
        std::vector<double> reference;
        for (int i = 0; i < 200 * chosen.rounds; ++i) {
            // Folded before it is cut: a letter is not cut in two.
            const auto text = typing.text(names_of(static_cast<int>(i * 7919LL % records)));
            ours.push_back(cpu_ms_of([&] {
                if (must(view.search(text, most_found)).empty()) std::abort();
            }));
            std::string query;
            for (const auto& word : words_of(text))
                query += "\"" + word + "\" ";
            query.back() = '*';
            reference.push_back(cpu_ms_of([&] { plain.count(match, {query}); }));
        }
        add_measures(
            all,
            std::string(typing.name) + ", " + std::to_string(records) + " records",
            typing.goal,
            ours,
            reference
        );
    }
    return all;
}

} // namespace hotich::bench
