// What desks and servers send each other, and what a log holds.
#include "common/accounts/account.h"
#include "common/sync/messages.h"
#include "common/sync/request_signature.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

void take(std::string_view bytes)
{
    if (const auto request = decode_request(bytes))
        for (const auto& body : request->bodies)
            (void)parse_operation(body).has_value();
    if (const auto response = decode_response(bytes))
        for (const auto& entry : response->entries)
            (void)parse_verdict(entry.verdict_text).has_value();
    if (const auto op = parse_operation(std::string(bytes))) {
        static const admin_units no_units;
        (void)fold_account({{*op, 1, verdict()}}, no_units).has_value();
        (void)fold_record(op->record, std::vector<log_entry>{{*op, 1, verdict()}}).has_value();
    }
    (void)parse_authorization(bytes).has_value();
    (void)decompress(bytes).has_value();
}
