#include "common/register/receipt.h"

namespace hotich {

namespace {

constexpr int receipt_version = 1;

const failure proves_nothing{failure_code::corrupt_data, "receipt_wrong"};

struct signed_head
{
    std::int64_t revision = 0;
    std::string signature;
};

result<signed_head> first_signed_head(
    sql_connection& db, const std::string& office, std::int64_t from
)
{
    TRY(const auto rows,
        db.query(
            "SELECT revision, signature FROM signed_head WHERE office = $1 AND revision >= $2 "
            "ORDER BY revision LIMIT 1",
            {office, from}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no_signed_head"};
    return signed_head{rows.front().integer(0), rows.front().text(1)};
}

/// The entry that registered the record: the last one that was accepted.
result<std::int64_t> registering_revision(
    sql_connection& db, const std::string& office, const std::string& record
)
{
    TRY(const auto entries, operation_log(db, office).entries_of(record));
    std::int64_t found = 0;
    for (const auto& entry : entries) {
        const bool registers = entry.op.record == record
            && (entry.op.kind == operation_kind::registration
                || entry.op.kind == operation_kind::confirm_distinct);
        if (registers && entry.decided && entry.decided->result_kind == outcome::accepted)
            found = entry.revision;
    }
    if (found == 0) return failure{failure_code::not_found, "no_receipt_yet"};
    return found;
}

} // namespace

std::string feed_message(const std::string& office, const feed_head& head)
{
    return "hotich-feed-1\n" + office + "\n" + std::to_string(head.revision) + "\n" + head.hash;
}

status keep_signed_head(
    sql_connection& db, const std::string& office, const feed_head& head, std::string_view signature
)
{
    TRY([[maybe_unused]] const auto rows,
        db.execute(
            "INSERT INTO signed_head (office, revision, signature) VALUES ($1, $2, $3) ON CONFLICT "
            "DO NOTHING",
            {office, head.revision, std::string(signature)}
        ));
    return {};
}

result<json::object> make_receipt(
    sql_connection& db,
    const std::string& office,
    const std::string& server_key,
    const std::string& record
)
{
    TRY(const auto revision, registering_revision(db, office, record));
    TRY(const auto head, first_signed_head(db, office, revision));
    if (head.revision - revision > max_receipt_links)
        return failure{failure_code::not_found, "no_signed_head"};
    TRY(const auto before, operation_log(db, office).hash_of_entry(revision - 1));
    if (!before) return failure{failure_code::corrupt_data, "the feed has a gap"};
    TRY(const auto entries,
        operation_log(db, office).entries_after(revision - 1, head.revision - revision + 1));
    json::array path;
    for (std::size_t i = 1; i < entries.size(); ++i)
        path.push_back({{"hash", entries[i].operation_hash}, {"verdict", entries[i].verdict_text}});
    return json::object{
        {"v", receipt_version},
        {"office", office},
        {"server_key", server_key},
        {"revision", revision},
        {"before", *before},
        {"body", entries.front().body},
        {"verdict", entries.front().verdict_text},
        {"path", std::move(path)},
        {"head", head.revision},
        {"signature", head.signature}};
}

result<proven_entry> check_receipt(const json::object& receipt, const std::string& server_key)
{
    TRY(const auto version, integer_member(receipt, "v"));
    if (version != receipt_version)
        return failure{failure_code::invalid_input, "a receipt of an unknown version"};
    if (text_at(receipt, "server_key") != server_key)
        return failure{failure_code::wrong_key, "receipt_of_another_server"};
    TRY(const auto office, string_member(receipt, "office"));
    TRY(const auto body, string_member(receipt, "body"));
    TRY(const auto verdict_text, string_member(receipt, "verdict"));
    proven_entry out;
    TRY(out.revision, integer_member(receipt, "revision"));
    TRY(out.op, parse_operation(body));
    TRY(out.decided, parse_verdict(verdict_text));
    if (out.op.office != office) return proves_nothing;
    feed_head head{out.revision - 1, std::string(text_at(receipt, "before"))};
    head = {out.revision, next_entry_hash(head, out.op.hash, verdict_text)};
    const auto& path = rows_at(receipt, "path");
    if (path.size() > std::size_t(max_receipt_links)) return proves_nothing;
    for (const auto& item : path) {
        if (!item.is_object()) return proves_nothing;
        const auto& link = item.get_object();
        head = {
            head.revision + 1,
            next_entry_hash(head, text_at(link, "hash"), text_at(link, "verdict"))};
    }
    TRY(const auto last, integer_member(receipt, "head"));
    if (last != head.revision) return proves_nothing;
    if (!is_signed_by(feed_message(office, head), text_at(receipt, "signature"), server_key))
        return proves_nothing;
    return out;
}

} // namespace hotich
