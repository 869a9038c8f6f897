#include "common/register/operation_log.h"

#include "common/records/annotation.h"
#include "common/register/kept_rows.h"

#include <array>

namespace hotich {

namespace {

sql_value text_or_null(std::string_view text)
{
    return text.empty() ? sql_value() : sql_value(std::string(text));
}

/// Of a row of body, revision, verdict.
result<log_entry> entry_of(const sql_row& row)
{
    TRY(auto op, parse_operation(row.text(0)));
    log_entry entry{std::move(op), row.integer(1), std::nullopt};
    if (!row.is_null(2)) {
        TRY(entry.decided, parse_verdict(row.text(2)));
    }
    return entry;
}

} // namespace

std::string next_entry_hash(
    const feed_head& before, std::string_view operation_hash, std::string_view verdict_text
)
{
    return sha256_hex(
        "hotich-entry-1\n" + before.hash + "\n" + std::to_string(before.revision + 1) + "\n"
        + std::string(operation_hash) + "\n" + std::string(verdict_text)
    );
}

status operation_log::append(const operation& op, std::string_view signature)
{
    TRY([[maybe_unused]] const auto rows,
        m_db->execute(
            "INSERT INTO operation (office, desk, seq, record, body, hash, signature) VALUES ($1, "
            "$2, $3, $4, $5, $6, $7)",
            {m_office, op.desk, op.seq, op.record, op.body, op.hash, text_or_null(signature)}
        ));
    return link_targets(op);
}

status operation_log::append_decided(
    const operation& op, std::string_view signature, const feed_entry& entry
)
{
    static constexpr std::array<std::string_view, 10> columns{
        "office",
        "desk",
        "seq",
        "record",
        "body",
        "hash",
        "signature",
        "revision",
        "verdict",
        "entry_hash"};
    const std::array<sql_value, 10> values{
        m_office,
        op.desk,
        op.seq,
        op.record,
        op.body,
        op.hash,
        text_or_null(signature),
        entry.revision,
        entry.verdict_text,
        entry.entry_hash};
    TRY_STATUS(m_db->insert_rows("operation", columns, values));
    note_row(*m_db, row_key::record, op.record);
    return link_targets(op);
}

status operation_log::link_targets(const operation& op)
{
    for (const auto& target : own_targets(op)) {
        note_row(*m_db, row_key::record, target);
        TRY([[maybe_unused]] const auto linked,
            stored(*m_db).execute(
                "INSERT INTO annotation_link (office, target, source) VALUES ($1, $2, $3) "
                "ON CONFLICT (office, target, source) DO NOTHING",
                {m_office, target, op.record}
            ));
    }
    return {};
}

status operation_log::decide(const feed_entry& entry)
{
    TRY(const auto rows,
        m_db->execute(
            "UPDATE operation SET revision = $4, verdict = $5, entry_hash = $6 "
            "WHERE office = $1 AND desk = $2 AND seq = $3 AND revision IS NULL",
            {m_office, entry.desk, entry.seq, entry.revision, entry.verdict_text, entry.entry_hash}
        ));
    if (rows != 1) return failure{failure_code::conflict, "the operation to decide is not waiting"};
    return {};
}

status operation_log::remove_undecided(const std::string& desk, std::int64_t from_seq)
{
    TRY([[maybe_unused]] const auto rows,
        m_db->execute(
            "DELETE FROM operation WHERE office = $1 AND desk = $2 AND seq >= $3 AND revision IS "
            "NULL",
            {m_office, desk, from_seq}
        ));
    return {};
}

result<chain_head> operation_log::head_of_desk(const std::string& desk)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT seq, hash FROM operation WHERE office = $1 AND desk = $2 ORDER BY seq DESC "
            "LIMIT 1",
            {m_office, desk}
        ));
    if (rows.empty()) return chain_head{};
    return chain_head{rows.front().integer(0), rows.front().text(1)};
}

result<feed_head> operation_log::head_of_feed()
{
    TRY(const auto rows,
        m_db->query(
            "SELECT revision, entry_hash FROM operation WHERE office = $1 AND revision IS NOT NULL "
            "ORDER BY revision DESC LIMIT 1",
            {m_office}
        ));
    if (rows.empty()) return feed_head{};
    return feed_head{rows.front().integer(0), rows.front().text(1)};
}

result<std::string> operation_log::hash_at(const std::string& desk, std::int64_t seq)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT hash FROM operation WHERE office = $1 AND desk = $2 AND seq = $3",
            {m_office, desk, seq}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no such operation"};
    return rows.front().text(0);
}

result<std::optional<std::string>> operation_log::hash_of_entry(std::int64_t revision)
{
    if (revision == 0) return std::optional(feed_head{}.hash);
    TRY(const auto rows,
        m_db->query(
            "SELECT entry_hash FROM operation WHERE office = $1 AND revision = $2",
            {m_office, revision}
        ));
    if (rows.empty()) return std::optional<std::string>();
    return std::optional(rows.front().text(0));
}

result<std::optional<stored_operation>> operation_log::at(const std::string& desk, std::int64_t seq)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT hash, body FROM operation WHERE office = $1 AND desk = $2 AND seq = $3",
            {m_office, desk, seq}
        ));
    if (rows.empty()) return std::optional<stored_operation>();
    return std::optional(stored_operation{rows.front().text(0), rows.front().text(1)});
}

result<std::vector<feed_entry>> operation_log::entries_after(
    std::int64_t revision, std::int64_t limit
)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT revision, desk, seq, body, hash, verdict, entry_hash FROM operation "
            "WHERE office = $1 AND revision > $2 ORDER BY revision LIMIT $3",
            {m_office, revision, limit}
        ));
    std::vector<feed_entry> entries;
    for (const auto& row : rows)
        entries.push_back(
            {row.integer(0),
             row.text(1),
             row.integer(2),
             row.text(3),
             row.text(4),
             row.text(5),
             row.text(6)}
        );
    return entries;
}

result<std::vector<operation>> operation_log::undecided(const std::string& desk, std::int64_t limit)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT body FROM operation WHERE office = $1 AND desk = $2 AND revision IS NULL ORDER "
            "BY seq LIMIT $3",
            {m_office, desk, limit}
        ));
    std::vector<operation> operations;
    for (const auto& row : rows) {
        TRY(auto op, parse_operation(row.text(0)));
        operations.push_back(std::move(op));
    }
    return operations;
}

result<std::vector<waiting_operation>> operation_log::waiting(
    const std::string& desk, std::int64_t limit
)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT seq, hash, body FROM operation WHERE office = $1 AND desk = $2 AND revision IS "
            "NULL ORDER BY seq LIMIT $3",
            {m_office, desk, limit}
        ));
    std::vector<waiting_operation> operations;
    for (const auto& row : rows)
        operations.push_back({row.integer(0), row.text(1), row.text(2)});
    return operations;
}

result<std::int64_t> operation_log::count_undecided(const std::string& desk)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT count(*) FROM operation WHERE office = $1 AND desk = $2 AND revision IS NULL",
            {m_office, desk}
        ));
    return rows.front().integer(0);
}

result<std::vector<log_entry>> operation_log::entries_of(const std::string& record)
{
    TRY(const auto rows,
        m_db->query(
            // One list of records: with OR, SQLite reads every operation of the office.
            "SELECT body, revision, verdict FROM operation WHERE office = $1 AND record IN "
            "(SELECT $2 UNION ALL SELECT source FROM annotation_link WHERE office = $1 AND target "
            "= $2) ORDER BY (revision IS NULL), revision, desk, seq",
            {m_office, record}
        ));
    std::vector<log_entry> entries;
    for (const auto& row : rows) {
        TRY(auto entry, entry_of(row));
        entries.push_back(std::move(entry));
    }
    return entries;
}

result<log_entry> operation_log::entry_at(const std::string& desk, std::int64_t seq)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT body, revision, verdict FROM operation WHERE office = $1 AND desk = $2 AND seq "
            "= $3",
            {m_office, desk, seq}
        ));
    if (rows.empty()) return failure{failure_code::corrupt_data, "an operation is missing"};
    return entry_of(rows.front());
}

result<std::vector<log_entry>> operation_log::entries_of(
    const std::string& record, known_entries& at_hand
)
{
    TRY(const auto rows,
        m_db->query(
            // Read from the index by record alone.
            "SELECT desk, seq FROM operation WHERE office = $1 AND record IN (SELECT $2 UNION ALL "
            "SELECT source FROM annotation_link WHERE office = $1 AND target = $2) ORDER BY "
            "(revision IS NULL), revision, desk, seq",
            {m_office, record}
        ));
    std::vector<log_entry> entries;
    for (const auto& row : rows) {
        const auto found = at_hand.find({row.text(0), row.integer(1)});
        if (found != at_hand.end()) {
            entries.push_back(std::move(found->second));
            at_hand.erase(found);
            continue;
        }
        TRY(auto entry, entry_at(row.text(0), row.integer(1)));
        entries.push_back(std::move(entry));
    }
    return entries;
}

result<std::vector<std::string>> operation_log::noted_on_by(const std::string& source)
{
    TRY(const auto rows,
        m_db->query(
            "SELECT target FROM annotation_link WHERE office = $1 AND source = $2 ORDER BY target",
            {m_office, source}
        ));
    std::vector<std::string> targets;
    for (const auto& row : rows)
        targets.push_back(row.text(0));
    return targets;
}

result<operation> operation_log::newest_of_server(std::string_view kind, const std::string& record)
{
    TRY(const auto entries, entries_of(record));
    for (auto it = entries.rbegin(); it != entries.rend(); ++it)
        if (it->op.desk == server_desk && it->op.kind == kind) return it->op;
    return failure{failure_code::not_found, "the server has written no such operation"};
}

} // namespace hotich
