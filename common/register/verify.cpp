#include "common/register/verify.h"

#include "common/register/projection.h"
#include "common/sql/sqlcipher_connection.h"

#include <algorithm>
#include <optional>
#include <set>

namespace hotich {

namespace {

/// Where an operation stands, as the covering index knows it.
struct operation_place
{
    std::string desk;
    std::int64_t seq = 0;
    std::string record;
    std::int64_t revision = 0; ///< 0: undecided
};

struct stored_operation
{
    operation_place place;
    operation op;
    std::string signature;
    std::string verdict_text;
    std::string entry_hash;
};

class office_verifier
{
public:
    office_verifier(
        sql_connection& db, const definitions& known, std::string office, const desk_keys& keys
    )
        : m_db(db), m_known(known), m_office(std::move(office)), m_keys(keys)
    {}

    result<verify_report> run()
    {
        TRY(const auto places, all_places());
        for (const auto& place : places) {
            m_places.emplace(place.desk, place.seq);
            m_revisions.insert(place.revision);
            read(place);
        }
        m_report.operations = static_cast<std::int64_t>(places.size());
        check_chains();
        check_feed();
        TRY_STATUS(check_folded());
        return std::move(m_report);
    }

private:
    void report(const std::string& record, const std::string& what)
    {
        m_report.problems.push_back({m_office, record, what});
    }

    /// From the covering index, or from the table where the index is what is damaged.
    result<std::vector<operation_place>> all_places()
    {
        for (const char* source :
             {"operation INDEXED BY operation_by_record", "operation NOT INDEXED"}) {
            const auto rows = m_db.query(
                std::string("SELECT desk, seq, record, revision FROM ") + source
                    + " WHERE office = $1",
                {m_office}
            );
            if (!rows) {
                report("", "the list of operations cannot be read: " + rows.error().detail);
                continue;
            }
            std::vector<operation_place> places;
            for (const auto& row : *rows)
                places.push_back({row.text(0), row.integer(1), row.text(2), row.integer(3)});
            std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
                return std::pair(a.desk, a.seq) < std::pair(b.desk, b.seq);
            });
            return places;
        }
        return failure{failure_code::corrupt_data, "the operations cannot be read"};
    }

    void read(const operation_place& place)
    {
        const auto rows = m_db.query(
            "SELECT body, hash, record, revision, signature, verdict, entry_hash FROM operation "
            "WHERE office = $1 AND desk = $2 AND seq = $3",
            {m_office, place.desk, place.seq}
        );
        const auto name = place.desk + " operation " + std::to_string(place.seq);
        if (!rows || rows->empty()) return report(place.record, name + " cannot be read");
        const auto& row = rows->front();
        auto op = parse_operation(row.text(0));
        if (!op || op->hash != row.text(1))
            return report(place.record, name + " was changed: its hash is another one");
        const bool is_itself = op->office == m_office && op->desk == place.desk
            && op->seq == place.seq && op->record == row.text(2) && op->record == place.record
            && place.revision == row.integer(3);
        if (!is_itself) return report(op->record, name + " stands in a place that is not its own");
        m_operations.push_back({place, std::move(*op), row.text(4), row.text(5), row.text(6)});
    }

    /// What is missing is told without a record: the one behind the gap is innocent, and the fold
    /// names the lost one.
    void check_chains()
    {
        std::map<std::pair<std::string, std::int64_t>, std::string> hashes;
        for (const auto& stored : m_operations)
            hashes.emplace(std::pair(stored.op.desk, stored.op.seq), stored.op.hash);
        for (const auto& stored : m_operations) {
            check_signature(stored);
            const auto before = std::pair(stored.op.desk, stored.op.seq - 1);
            const auto found = hashes.find(before);
            if (stored.op.seq != 1 && found == hashes.end()) {
                const auto name = before.first + " operation " + std::to_string(before.second);
                if (!m_places.contains(before)) report("", name + " is missing");
                continue;
            }
            if (stored.op.prev != (stored.op.seq == 1 ? chain_head{}.hash : found->second))
                report(stored.op.record, name_of(stored) + " does not follow the one before");
        }
    }

    static std::string name_of(const stored_operation& stored)
    {
        return stored.op.desk + " operation " + std::to_string(stored.op.seq);
    }

    void check_signature(const stored_operation& stored)
    {
        const auto key = m_keys.find(stored.op.desk);
        if (key == m_keys.end()) return;
        // What the server has decided is guarded by the feed; until then the signature alone says
        // whose it is.
        if (stored.signature.empty() && stored.place.revision == 0)
            return report(stored.op.record, name_of(stored) + " is not signed");
        if (!stored.signature.empty()
            && !is_signed_by(head_message(stored.op.hash), stored.signature, key->second))
            report(stored.op.record, name_of(stored) + " has a signature that is not the desk's");
    }

    void check_feed()
    {
        std::vector<const stored_operation*> feed;
        for (const auto& stored : m_operations)
            if (stored.place.revision != 0) feed.push_back(&stored);
        std::sort(feed.begin(), feed.end(), [](const auto* a, const auto* b) {
            return a->place.revision < b->place.revision;
        });
        std::int64_t last = 0;
        std::vector<std::string> hashes{
            feed_head{}.hash}; // what the entry before has, and what it should have
        for (const auto* stored : feed) {
            const auto revision = stored->place.revision;
            if (revision != last + 1) {
                check_gap(last + 1, revision);
                hashes = {stored->entry_hash};
            } else {
                hashes = hashes_after(*stored, last, hashes);
            }
            last = revision;
        }
    }

    void check_gap(std::int64_t from, std::int64_t to)
    {
        for (auto revision = from; revision < to; ++revision)
            if (!m_revisions.contains(revision))
                return report("", "feed revision " + std::to_string(revision) + " is missing");
    }

    /// A damaged hash is told of its own entry only, so the next one may follow from what it should
    /// have been.
    std::vector<std::string> hashes_after(
        const stored_operation& stored, std::int64_t last, const std::vector<std::string>& before
    )
    {
        std::vector<std::string> after{stored.entry_hash};
        for (const auto& hash : before) {
            auto computed = next_entry_hash({last, hash}, stored.op.hash, stored.verdict_text);
            if (computed == stored.entry_hash) return {stored.entry_hash};
            after.push_back(std::move(computed));
        }
        report(
            stored.op.record,
            "feed revision " + std::to_string(last + 1) + " was changed: its hash does not follow"
        );
        return after;
    }

    /// Folds the log again in a database of its own and compares.
    status check_folded()
    {
        TRY(const auto fresh, open_in_memory());
        TRY_STATUS(migrate(*fresh, "log", m_known.folder() + "/sql/log"));
        TRY_STATUS(replay(*fresh));
        TRY(const auto records,
            fresh->query("SELECT record FROM record WHERE office = $1 ORDER BY record", {m_office})
        );
        for (const auto& row : records)
            check_record(*fresh, row.text(0));
        TRY_STATUS(check_search_keys(*fresh));
        m_report.records = static_cast<std::int64_t>(records.size());
        check_surplus(*fresh);
        for (const char* table :
             {"number_book",
              "number_free",
              "number_block",
              "register_book",
              "void_number",
              "person_judgement",
              "account"})
            if (rows_of(*fresh, table) != rows_of(m_db, table))
                report("", std::string("the table ") + table + " is not what the log gives");
        return {};
    }

    status replay(sql_connection& fresh)
    {
        operation_log log(fresh, m_office);
        projection view(fresh, m_known, m_office);
        auto in_order = std::vector<const stored_operation*>();
        for (const auto& stored : m_operations)
            in_order.push_back(&stored);
        std::stable_sort(in_order.begin(), in_order.end(), [](const auto* a, const auto* b) {
            const auto place_of = [](const auto* s) {
                return std::pair(s->place.revision == 0, s->place.revision);
            };
            return place_of(a) < place_of(b);
        });
        TRY(auto transaction, write_transaction::begin(fresh));
        for (const auto* stored : in_order) {
            TRY_STATUS(log.append(stored->op, stored->signature));
            std::optional<verdict> decided;
            if (stored->place.revision != 0) {
                TRY_STATUS(log.decide(
                    {stored->place.revision,
                     stored->op.desk,
                     stored->op.seq,
                     "",
                     stored->op.hash,
                     stored->verdict_text,
                     stored->entry_hash}
                ));
                auto parsed = parse_verdict(stored->verdict_text);
                if (parsed)
                    decided = std::move(*parsed); // a changed one was reported with the feed
            }
            if (const auto applied = view.apply(log, stored->op, decided); !applied)
                report(stored->op.record, "cannot be folded again: " + applied.error().detail);
        }
        return transaction.commit();
    }

    void check_record(sql_connection& fresh, const std::string& record)
    {
        for (const auto* query :
             {"SELECT event, state, book, year, reg_no, reg_date, title, words, folded FROM record "
              "WHERE office = $1 AND record = $2",
              "SELECT claim_key FROM claim WHERE office = $1 AND record = $2 ORDER BY claim_key",
              "SELECT role, full_name, name_key, birth_date, gender, pin, document FROM person "
              "WHERE office = $1 AND record = $2 ORDER BY role",
              "SELECT kind, a_role, b_role, from_date, active, ended_on FROM person_relation "
              "WHERE office = $1 AND record = $2 ORDER BY kind, a_role, b_role",
              "SELECT role, flag, since FROM person_flag WHERE office = $1 AND record = $2 ORDER "
              "BY role, flag",
              "SELECT compared, dup_keys FROM duplicate_data WHERE office = $1 AND record = $2",
              "SELECT source_office, source_record, kind, state FROM annotation_notice WHERE "
              "office = $1 AND record = $2 ORDER BY source_office, source_record, kind"}) {
            if (rows_as_text(fresh, query, {m_office, record})
                != rows_as_text(m_db, query, {m_office, record}))
                report(record, "what is kept of the record is not what its operations give");
        }
    }

    /// Key by key: there is no index of them by record, and a damaged page costs the keys on it.
    status check_search_keys(sql_connection& fresh)
    {
        const std::string keys =
            "SELECT word, record FROM search_key WHERE office = $1 ORDER BY word, record";
        const std::string key =
            "SELECT 1 FROM search_key WHERE office = $1 AND word = $2 AND record = $3";
        std::set<std::string> told;
        const auto compare = [&](const std::vector<sql_row>& rows, sql_connection& other) {
            for (const auto& row : rows) {
                const auto found = other.query(key, {m_office, row.text(0), row.text(1)});
                if ((!found || found->empty()) && told.insert(row.text(1)).second)
                    report(row.text(1), "it is not found by what its operations give");
            }
        };
        TRY(const auto expected, fresh.query(keys, {m_office}));
        compare(expected, m_db);
        const auto kept = m_db.query(keys, {m_office});
        if (!kept) {
            report("", "the search keys cannot be read: " + kept.error().detail);
            return {};
        }
        compare(*kept, fresh);
        return {};
    }

    void check_surplus(sql_connection& fresh)
    {
        const auto rows = m_db.query("SELECT record FROM record WHERE office = $1", {m_office});
        if (!rows) return report("", "the list of records cannot be read: " + rows.error().detail);
        for (const auto& row : *rows) {
            const auto known = fresh.query(
                "SELECT 1 FROM record WHERE office = $1 AND record = $2", {m_office, row.text(0)}
            );
            if (known && known->empty()) report(row.text(0), "a record that no operation makes");
        }
    }

    std::optional<std::string> rows_of(sql_connection& db, const std::string& table)
    {
        const auto* order = table == "person_judgement" ? "1, 2, 3, 4, 5" : "1, 2, 3, 4";
        return rows_as_text(
            db, "SELECT * FROM " + table + " WHERE office = $1 ORDER BY " + order, {m_office}
        );
    }

    /// All columns of all rows as one text; nothing where they cannot be read.
    static std::optional<std::string> rows_as_text(
        sql_connection& db, const std::string& query, std::vector<sql_value> values
    )
    {
        const auto rows = db.query(query, std::span<const sql_value>(values));
        if (!rows) return std::nullopt;
        std::string text;
        for (const auto& row : *rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                text += row.text(i) + "|" + std::to_string(row.integer(i)) + "\n";
        return text;
    }

    sql_connection& m_db;
    const definitions& m_known;
    std::string m_office;
    const desk_keys& m_keys;
    std::set<std::pair<std::string, std::int64_t>> m_places; ///< of all operations, readable or not
    std::set<std::int64_t> m_revisions;
    std::vector<stored_operation> m_operations;
    verify_report m_report;
};

} // namespace

result<verify_report> verify_office(
    sql_connection& db, const definitions& known, const std::string& office, const desk_keys& keys
)
{
    return office_verifier(db, known, office, keys).run();
}

result<desk_keys> enrolled_desks(sql_connection& db, const std::string& office)
{
    const auto desk = std::string(server_desk);
    // As verify_office reads: from the covering index or, where that is what is damaged, from the
    // table; row by row.
    auto places = db.query(
        "SELECT seq FROM operation INDEXED BY operation_by_record WHERE office = $1 AND desk = $2",
        {office, desk}
    );
    if (!places)
        places = db.query(
            "SELECT seq FROM operation NOT INDEXED WHERE office = $1 AND desk = $2", {office, desk}
        );
    if (!places) return places.error();
    desk_keys keys;
    for (const auto& place : *places) {
        const auto rows = db.query(
            "SELECT body FROM operation WHERE office = $1 AND desk = $2 AND seq = $3",
            {office, desk, place.integer(0)}
        );
        if (!rows || rows->empty()) continue; // verify_office tells of it
        const auto op = parse_operation(rows->front().text(0));
        if (op && op->kind == operation_kind::desk_enrolled)
            keys[std::string(text_at(op->payload, "desk"))] =
                std::string(text_at(op->payload, "public_key"));
    }
    return keys;
}

} // namespace hotich
