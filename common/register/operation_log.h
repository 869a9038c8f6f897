// The log of operations in SQL: appending, deciding, reading in feed order. Desk and server use the
// same rows. Callers hold the transaction; nothing here begins or ends one.
//
// entry_hash of revision n = sha256("hotich-entry-1\n" + entry_hash of n-1 + "\n" + n + "\n" +
// operation hash + "\n" + verdict)
#pragma once

#include "common/records/record.h"
#include "common/sql/sql.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace hotich {

/// Where an office's feed stands.
struct feed_head
{
    std::int64_t revision = 0;
    std::string hash = std::string(64, '0');
};

/// One decided operation as the feed carries it. `body` is empty where the receiver has it already.
struct feed_entry
{
    std::int64_t revision = 0;
    std::string desk;
    std::int64_t seq = 0;
    std::string body;
    std::string operation_hash;
    std::string verdict_text;
    std::string entry_hash;
};

/// Operations that were read already, by desk and place in its chain.
using known_entries = std::map<std::pair<std::string, std::int64_t>, log_entry>;

/// An undecided operation as it is sent.
struct waiting_operation
{
    std::int64_t seq = 0;
    std::string hash;
    std::string body;
};

/// What the log has at one place of a desk's chain.
struct stored_operation
{
    std::string hash;
    std::string body;
};

std::string next_entry_hash(
    const feed_head& before, std::string_view operation_hash, std::string_view verdict_text
);

class operation_log
{
public:
    operation_log(sql_connection& db, std::string office) : m_db(&db), m_office(std::move(office))
    {}

    [[nodiscard]] const std::string& office() const { return m_office; }

    /// conflict: the desk's sequence number is taken.
    status append(const operation& op, std::string_view signature);
    /// The same for an operation whose place in the feed is known: the server's.
    status append_decided(const operation& op, std::string_view signature, const feed_entry& entry);
    /// Gives an appended operation its place in the feed.
    status decide(const feed_entry& entry);
    status remove_undecided(const std::string& desk, std::int64_t from_seq);

    result<chain_head> head_of_desk(const std::string& desk);
    result<feed_head> head_of_feed();
    /// The hash at one place of a desk's chain; not_found.
    result<std::string> hash_at(const std::string& desk, std::int64_t seq);
    /// The hash of the feed's entry, of revision 0 that of the empty feed; nothing where the feed
    /// does not go so far.
    result<std::optional<std::string>> hash_of_entry(std::int64_t revision);

    result<std::optional<stored_operation>> at(const std::string& desk, std::int64_t seq);

    /// Decided operations after a revision, oldest first.
    result<std::vector<feed_entry>> entries_after(std::int64_t revision, std::int64_t limit);
    /// This desk's undecided operations, oldest first.
    result<std::vector<operation>> undecided(const std::string& desk, std::int64_t limit);
    /// The same as texts, for a batch.
    result<std::vector<waiting_operation>> waiting(const std::string& desk, std::int64_t limit);
    result<std::int64_t> count_undecided(const std::string& desk);
    /// All of one record in fold order: confirmed by revision, then pending; with those of other
    /// records of the office that note something on it.
    result<std::vector<log_entry>> entries_of(const std::string& record);
    /// The same; those that are at hand are taken from there rather than read and parsed again.
    result<std::vector<log_entry>> entries_of(const std::string& record, known_entries& at_hand);
    /// The records of the office on which a record's registration notes something.
    result<std::vector<std::string>> noted_on_by(const std::string& source);
    /// The newest decided operation of the server of a kind, such as the office's profile;
    /// not_found.
    result<operation> newest_of_server(std::string_view kind, const std::string& record);

private:
    status link_targets(const operation& op);
    result<log_entry> entry_at(const std::string& desk, std::int64_t seq);

    sql_connection* m_db;
    std::string m_office;
};

} // namespace hotich
