// The receipt of an entry: proof for a court, without a line and without this office, that the
// server took the entry in as it is, at its place in the office's feed. It holds the operation,
// what the server decided of it, and the links of the chain up to the next head that the server
// signed. Made from a desk's log, checked by anybody who knows the server's public key.
//
// {"v":1,"office","server_key","revision":n,"before":hash of entry n-1,"body":text,"verdict":text,
//  "path":[{"hash":of the operation,"verdict":text},…],"head":revision,"signature":hex}
#pragma once

#include "common/records/record.h"
#include "common/register/operation_log.h"

namespace hotich {

inline constexpr std::int64_t max_receipt_links = 2000;

/// The text that the server signs for the head of an office's feed.
std::string feed_message(const std::string& office, const feed_head& head);

/// Keeps what the server has signed, so that receipts can be made. Within a transaction.
status keep_signed_head(
    sql_connection& db, const std::string& office, const feed_head& head, std::string_view signature
);

/// Of the operation that registered a record. not_found: it is not decided yet, or no signed head
/// follows it (registers of before this was kept: after the next synchronisation there is one).
result<json::object> make_receipt(
    sql_connection& db,
    const std::string& office,
    const std::string& server_key,
    const std::string& record
);

/// What a receipt proves.
struct proven_entry
{
    operation op;
    verdict decided;
    std::int64_t revision = 0;
};

/// invalid_input: no receipt; corrupt_data: it proves nothing (a changed byte, another signature);
/// wrong_key: another server's.
result<proven_entry> check_receipt(const json::object& receipt, const std::string& server_key);

} // namespace hotich
