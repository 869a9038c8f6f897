// People's accounts, for those who manage them.
//
// GET  /v1/accounts?after=NAME&limit=n&unit=…  → {"accounts":[…],"more":bool}: those in reach, by
// name POST /v1/accounts {"name","full_name","role","unit","from"?,"until"?}
//     → {"account":{…},"password","second_factor"?}: the two are told once
// GET  /v1/accounts/{account}           → {"account":{…}}
// GET  /v1/accounts/{account}/history   → {"history":[{"at","change","by","by_name"?,"reason"?}]}
// POST /v1/accounts/check {"accounts":[…]}: what is wrong with each, nothing is done
//     → {"troubles":["" or why not]}
// POST /v1/accounts/{account}           a wish of common/accounts/account_wish.h
//     → {"account":{…},"password"?,"second_factor"?}
#include "syncserver/routes/account_json.h"
#include "syncserver/routes/answers.h"
#include "syncserver/routes/json_body.h"
#include "syncserver/routes/part_names.h"

namespace hotich {

namespace {

constexpr std::size_t max_account_bytes = 16u * 1024u;
constexpr std::int64_t max_accounts_at_once = 200;
constexpr std::size_t max_checked_accounts = 200;
constexpr std::size_t max_check_bytes = 256u * 1024u;

http_response answer_of(const result<handed_over>& done)
{
    return done ? json_answer(handed_over_json(*done)) : failure_answer(done.error());
}

} // namespace

http_response get_accounts(const route_call& call)
{
    const auto& target = call.request.target;
    const auto limit = std::min<std::int64_t>(
        static_cast<std::int64_t>(query_number(target, "limit").value_or(max_accounts_at_once)),
        max_accounts_at_once
    );
    accounts_asked asked{std::string(query_value(target, "after")), limit + 1};
    if (const auto text = query_value(target, "unit"); !text.empty()) {
        const auto unit = parse_unit(call.services.accounts.known().units(), text);
        if (!unit) return failure_answer(unit.error());
        asked.unit = *unit;
    }
    const auto found = call.services.accounts.readable(*call.who, asked);
    if (!found) return failure_answer(found.error());
    json::array list;
    for (const auto& one : *found)
        if (std::ssize(list) < limit) list.push_back(account_json(one));
    const bool is_more = std::ssize(*found) > limit;
    return json_answer({{"accounts", std::move(list)}, {"more", is_more}});
}

http_response post_account(const route_call& call)
{
    const auto source = read_json_body(call.request, max_account_bytes);
    if (!source) return failure_answer(source.error());
    const auto wanted = call.services.accounts.read_new(*source);
    if (!wanted) return failure_answer(wanted.error());
    return answer_of(call.services.accounts.create(*call.who, *wanted));
}

http_response get_account(const route_call& call)
{
    const auto found = call.services.accounts.readable_one(*call.who, std::string(call.parameter));
    if (!found) return failure_answer(found.error());
    return json_answer({{"account", account_json(*found)}});
}

http_response get_account_history(const route_call& call)
{
    const auto found = call.services.accounts.history(*call.who, std::string(call.parameter));
    if (!found) return failure_answer(found.error());
    json::array list;
    for (const auto& one : *found) {
        json::object line{{"at", one.at.ms}, {"change", one.change}, {"by", one.by}};
        if (!one.by_name.empty()) line["by_name"] = one.by_name;
        if (!one.reason.empty()) line["reason"] = one.reason;
        list.push_back(std::move(line));
    }
    return json_answer({{"history", std::move(list)}});
}

http_response post_accounts_check(const route_call& call)
{
    const auto source = read_json_body(call.request, max_check_bytes);
    if (!source) return failure_answer(source.error());
    std::vector<json::object> wanted;
    for (const auto& one : rows_at(*source, "accounts"))
        if (const auto* object = one.if_object()) wanted.push_back(*object);
    if (wanted.empty() || wanted.size() > max_checked_accounts)
        return failure_answer(
            {failure_code::invalid_input,
             "accounts must be 1 to " + std::to_string(max_checked_accounts)}
        );
    const auto troubles = call.services.accounts.check(call.who, wanted);
    if (!troubles) return failure_answer(troubles.error());
    json::array list(troubles->begin(), troubles->end());
    return json_answer({{"troubles", std::move(list)}});
}

http_response post_account_change(const route_call& call)
{
    const auto source = read_json_body(call.request, max_account_bytes);
    if (!source) return failure_answer(source.error());
    const auto wish = call.services.accounts.read_wish(*source);
    if (!wish) return failure_answer(wish.error());
    return answer_of(call.services.accounts.change(*call.who, std::string(call.parameter), *wish));
}

} // namespace hotich
