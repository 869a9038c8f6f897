// The part of the host that sees the requests for personal numbers through: each step is one
// transaction, and what the other desks must know goes down the office's feed as an operation.
#include "common/records/personal_number.h"
#include "common/register/projection.h"
#include "common/sync/host.h"

namespace hotich {

namespace {

failure no_longer_asked()
{
    return {failure_code::cancelled, "the request has been taken up or is no longer needed"};
}

/// An answer to what was asked before the clerk asked again says nothing about the new request;
/// a number that was given stays given.
bool is_of_an_earlier_round(const pin_request& request, const pin_answer& answer)
{
    return answer.round < request.round && answer.kind != pin_answer_kind::issued;
}

/// Domain §5.4: what does not fit may be lawful all the same.
bool fits_subject(const record& entry, const std::string& person, std::string_view pin)
{
    const auto data = current_data(entry);
    const auto birth = parse_partial_date(text_at(data, person + ".birth_date"));
    return birth && fits_person(pin, text_at(data, person + ".gender"), birth->year);
}

} // namespace

result<std::vector<pin_task>> host::pins_due(instant now, std::int64_t limit)
{
    TRY(const auto requests, pin_queue(m_db).due(now, limit));
    std::vector<pin_task> tasks;
    for (const auto& request : requests)
        tasks.push_back(
            {request.office,
             request.record,
             request.request,
             request.round,
             request.attempts,
             request.in_doubt ? pin_step::question : pin_step::ask}
        );
    return tasks;
}

result<json::object> host::pin_sent(const pin_task& task, instant now)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(task.office));
    pin_queue queue(m_db);
    TRY(auto request, queue.find(task.office, task.record));
    if (!request || !request->is_open() || request->attempts != task.attempts
        || request->round != task.round)
        return no_longer_asked();
    json::object message;
    if (task.step == pin_step::ask) {
        TRY(const auto entry, projection(m_db, m_known, task.office).load(task.record));
        const auto* event = m_known.find_event(entry.event);
        if (event == nullptr || !needs_personal_number(*event, entry)) {
            TRY_STATUS(queue.remove(*request));
            TRY_STATUS(transaction.commit());
            return no_longer_asked();
        }
        TRY(const auto sender, office(task.office));
        message = request_of(m_known, entry, {sender, *request});
        request->in_doubt = true;
    }
    ++request->attempts;
    request->next_at = {now.ms + pin_lease_ms};
    TRY_STATUS(queue.save(*request));
    TRY_STATUS(transaction.commit());
    return message;
}

result<pin_outcome> host::pin_answered(
    const pin_task& task, const pin_answer& answer, instant now, random_source& random
)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(task.office));
    TRY(auto request, pin_queue(m_db).find(task.office, task.record));
    if (!request) return pin_outcome::nothing;
    TRY(const auto done, take_answer(*request, answer, now, random));
    TRY_STATUS(pin_queue(m_db).save(*request));
    TRY_STATUS(transaction.commit());
    return done;
}

status host::pin_unanswered(
    const pin_task& task, pin_silence why, instant now, random_source& random
)
{
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(hold_feed(task.office));
    TRY(auto request, pin_queue(m_db).find(task.office, task.record));
    // Somebody else has taken it up since, or has its answer.
    if (!request || !request->is_open() || request->attempts != task.attempts + 1) return {};
    if (why == pin_silence::not_reached && task.step == pin_step::ask) request->in_doubt = false;
    if (why == pin_silence::no_answer) TRY_STATUS(tell_sent(*request, now));
    request->next_at = {now.ms + pin_delay_ms(request->attempts, max_pin_retry_ms, random)};
    TRY_STATUS(pin_queue(m_db).save(*request));
    return transaction.commit();
}

result<pin_counts> host::pins_waiting() { return pin_queue(m_db).counts(); }

result<pin_outcome> host::take_answer(
    pin_request& request, const pin_answer& answer, instant now, random_source& random
)
{
    if (answer.kind == pin_answer_kind::issued) return take_number(request, answer.pin, now);
    if (!request.is_open()) return pin_outcome::nothing;
    if (answer.kind == pin_answer_kind::unknown || is_of_an_earlier_round(request, answer)) {
        request.in_doubt = false;
        request.next_at = now;
        return pin_outcome::to_ask;
    }
    TRY_STATUS(tell_sent(request, now));
    if (answer.kind == pin_answer_kind::waiting) {
        request.in_doubt = true;
        request.next_at = {now.ms + pin_delay_ms(request.attempts, max_pin_wait_ms, random)};
        return pin_outcome::waiting;
    }
    request.state = pin_state::refused;
    request.in_doubt = false;
    request.code = answer.code;
    request.text = answer.text;
    TRY_STATUS(append_pin(
        request,
        operation_kind::pin_refused,
        {{"person", request.person}, {"code", answer.code}, {"text", answer.text}},
        now
    ));
    return pin_outcome::refused;
}

result<pin_outcome> host::take_number(pin_request& request, const std::string& pin, instant now)
{
    if (!is_personal_number(pin))
        return failure{failure_code::invalid_input, "a personal number has 12 digits"};
    if (request.pin == pin || request.other_pin == pin) return pin_outcome::nothing;
    TRY_STATUS(hold_pin(pin));
    TRY(const auto is_anothers, pin_queue(m_db).is_given_elsewhere(request, pin));
    // A number is for life and one person's: what contradicts that is for people to clear up.
    if (!request.pin.empty() || is_anothers) {
        request.state = pin_state::conflict;
        request.other_pin = pin;
        return pin_outcome::conflict;
    }
    TRY_STATUS(tell_sent(request, now));
    request.state = pin_state::issued;
    request.in_doubt = false;
    request.pin = pin;
    TRY_STATUS(append_pin(
        request, operation_kind::pin_issued, {{"person", request.person}, {"pin", pin}}, now
    ));
    TRY(const auto entry, projection(m_db, m_known, request.office).load(request.record));
    return fits_subject(entry, request.person, pin) ? pin_outcome::issued
                                                    : pin_outcome::issued_unusual;
}

/// The feed hears of it once a round.
status host::tell_sent(pin_request& request, instant now)
{
    if (request.told_at) return {};
    request.told_at = now;
    request.state = pin_state::sent;
    return append_pin(
        request,
        operation_kind::pin_requested,
        {{"person", request.person}, {"request", request.request}, {"round", request.round}},
        now
    );
}

status host::append_pin(
    const pin_request& request, const char* kind, json::object payload, instant now
)
{
    return append_own(
        request.office,
        {request.office, server_desk, kind, request.record, now, "", std::move(payload)}
    );
}

} // namespace hotich
