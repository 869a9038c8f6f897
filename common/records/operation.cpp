#include "common/records/operation.h"

namespace hotich {

namespace {

result<seen_feed> seen_in(const json::object& source)
{
    const auto* seen = source.if_contains("seen");
    if (seen == nullptr) return seen_feed();
    const auto* list = seen->if_array();
    const bool fits = list != nullptr && list->size() == 2 && list->at(0).is_int64()
        && list->at(1).is_string() && list->at(1).get_string().size() == seen_hash_digits;
    if (!fits) return failure{failure_code::invalid_input, "member \"seen\" is misshapen"};
    return seen_feed{list->at(0).get_int64(), std::string(list->at(1).get_string())};
}

} // namespace

operation make_operation(operation_draft draft, const chain_head& after)
{
    json::object body;
    body["v"] = 1;
    body["office"] = draft.office;
    body["desk"] = draft.desk;
    body["seq"] = after.seq + 1;
    body["prev"] = after.hash;
    body["kind"] = draft.kind;
    body["record"] = draft.record;
    body["at"] = draft.at.ms;
    body["user"] = draft.user;
    if (!draft.account.empty()) body["account"] = draft.account;
    if (draft.seen.revision > 0) body["seen"] = {draft.seen.revision, draft.seen.hash};
    body["payload"] = draft.payload;
    auto text = to_text(body);
    auto hash = operation_hash(text);
    return {
        std::move(draft.office),
        std::move(draft.desk),
        after.seq + 1,
        after.hash,
        std::move(draft.kind),
        std::move(draft.record),
        draft.at,
        std::move(draft.user),
        std::move(draft.account),
        std::move(draft.seen),
        std::move(draft.payload),
        std::move(text),
        std::move(hash),
    };
}

result<operation> parse_operation(std::string body)
{
    auto hash = operation_hash(body);
    return parse_operation(std::move(body), std::move(hash));
}

result<operation> parse_operation(std::string body, std::string hash)
{
    if (body.size() > max_operation_bytes)
        return failure{failure_code::invalid_input, "operation is too large"};
    TRY(auto object, parse_json_object(body));
    TRY(const auto version, integer_member(object, "v"));
    if (version != 1)
        return failure{failure_code::invalid_input, "operation of an unknown version"};
    operation op;
    TRY(op.office, string_member(object, "office"));
    TRY(op.desk, string_member(object, "desk"));
    TRY(op.seq, integer_member(object, "seq"));
    if (op.seq < 1) return failure{failure_code::invalid_input, "member \"seq\" must be 1 or more"};
    TRY(op.prev, string_member(object, "prev"));
    TRY(op.kind, string_member(object, "kind"));
    TRY(op.record, string_member(object, "record"));
    TRY(op.at.ms, integer_member(object, "at"));
    TRY(op.user, string_member(object, "user"));
    op.account = std::string(text_at(object, "account"));
    TRY(op.seen, seen_in(object));
    auto* payload = object.if_contains("payload");
    if (payload == nullptr || !payload->is_object())
        return failure{failure_code::invalid_input, "member \"payload\" must be an object"};
    op.payload = std::move(payload->get_object());
    op.hash = std::move(hash);
    op.body = std::move(body);
    return op;
}

std::string operation_hash(std::string_view body)
{
    return sha256_hex("hotich-operation-1\n" + std::string(body));
}

std::string head_message(std::string_view hash) { return "hotich-head-1\n" + std::string(hash); }

} // namespace hotich
