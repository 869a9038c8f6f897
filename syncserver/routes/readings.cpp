// Looking beyond the own office, and the log of who read what.
//
// POST /v1/lookup {"reason", and a question of common/sync/wide_lookup.h}
//     → {"lines":[{"office","record","event","number","registered_on","role"?,"title",
//        "birth_date"?}],"more":bool}: written into the log before it is answered
// POST /v1/lookup/{record} {"office","reason"}
//     → {"record","office","event","state","number"?,"current":{…}}
// Both count, and answer 429 to an account that looks too often.
// GET  /v1/readings?unit=commune:00004&record=…&skip=n&limit=n
//     → {"readings":[{"at","received_at","desk","who","account"?,"act","record"?,"event"?,
//        "number"?,"reason"?}],"more":bool}, newest first; names of people stand in none of it
#include "syncserver/routes/answers.h"
#include "syncserver/routes/json_body.h"
#include "syncserver/routes/part_names.h"
#include "syncserver/routes/reading_json.h"

namespace hotich {

namespace {

constexpr std::size_t max_question_bytes = 4096;
constexpr std::size_t max_readings_at_once = 200;

reading_service service_of(const route_call& call)
{
    return {call.services.exchanges, call.services.accounts, call.services.time};
}

json::object line_json(const wide_line& line)
{
    json::object out{
        {"office", line.office},
        {"record", line.record},
        {"event", line.event},
        {"number", line.number},
        {"registered_on", line.registered_on},
        {"title", line.title}};
    if (!line.role.empty()) out["role"] = line.role;
    if (!line.birth_date.empty()) out["birth_date"] = line.birth_date;
    return out;
}

std::optional<http_response> looked_too_often(const route_call& call)
{
    const auto later = call.services.looks.take(call.who->id, std::chrono::steady_clock::now());
    if (!later) return std::nullopt;
    return too_many_answer(*later, "this account has looked beyond its office too often");
}

} // namespace

http_response post_lookup(const route_call& call)
{
    if (auto later = looked_too_often(call)) return std::move(*later);
    const auto source = read_json_body(call.request, max_question_bytes);
    if (!source) return failure_answer(source.error());
    const auto found = service_of(call).look_up(*call.who, *source);
    if (!found) return failure_answer(found.error());
    json::array lines;
    for (const auto& line : found->lines)
        lines.push_back(line_json(line));
    return json_answer({{"lines", std::move(lines)}, {"more", found->more}});
}

http_response post_lookup_record(const route_call& call)
{
    if (auto later = looked_too_often(call)) return std::move(*later);
    const auto source = read_json_body(call.request, max_question_bytes);
    if (!source) return failure_answer(source.error());
    const auto found = service_of(call).open(*call.who, std::string(call.parameter), *source);
    if (!found) return failure_answer(found.error());
    json::object out{
        {"record", found->id},
        {"office", found->office},
        {"event", found->event},
        {"state", name_of(found->state)},
        {"current", current_data(*found)}};
    if (found->number) out["number"] = to_display(*found->number);
    return json_answer(out);
}

http_response get_readings(const route_call& call)
{
    const auto& target = call.request.target;
    const auto unit =
        parse_unit(call.services.accounts.known().units(), query_value(target, "unit"));
    if (!unit) return failure_answer(unit.error());
    const auto limit = std::min(
        query_number(target, "limit").value_or(max_readings_at_once), max_readings_at_once
    );
    const auto found = service_of(call).readings(
        *call.who,
        *unit,
        {std::string(query_value(target, "record")),
         static_cast<std::int64_t>(query_number(target, "skip").value_or(0)),
         static_cast<std::int64_t>(limit) + 1}
    );
    if (!found) return failure_answer(found.error());
    json::array list;
    for (const auto& one : *found)
        if (list.size() < limit) list.push_back(reading_json(one));
    return json_answer({{"readings", std::move(list)}, {"more", found->size() > limit}});
}

} // namespace hotich
