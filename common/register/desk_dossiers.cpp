#include "common/register/desk_dossiers.h"

#include "common/base/ids.h"
#include "common/base/text.h"
#include "common/rules/due_date.h"

namespace hotich {

namespace {

/// The operation, where the dossier is open and a reason is given if one is needed.
status append_to_open(
    desk_register& desk,
    const char* kind,
    const std::string& record_id,
    json::object payload,
    instant now
)
{
    TRY(const auto entry, desk.load(record_id));
    if (entry.state != record_state::received)
        return failure{failure_code::not_allowed, "not_resolvable"};
    return desk.append(kind, record_id, std::move(payload), now);
}

result<std::string> needed_reason(const std::string& reason)
{
    auto clean = clean_text(reason);
    if (clean.empty()) return failure{failure_code::not_allowed, "reason_needed"};
    return clean;
}

} // namespace

result<std::string> receive_dossier(
    desk_register& desk, const event_definition& event, const dossier_receipt& receipt, instant now
)
{
    if (!receipt.record.empty() && desk.load(receipt.record)) return receipt.record;
    auto data = receipt.data;
    clean_data(event, data);
    json::array papers;
    for (const auto& paper : receipt.papers)
        papers.push_back(json::object{
            {"name", clean_text(paper.name)}, {"kind", paper.kind}, {"compared", paper.is_compared}}
        );
    json::object payload{{"event", event.event}, {"channel", receipt.channel}};
    const auto* processing = processing_of(event, data, date_in_vietnam(now));
    if (processing != nullptr) payload["due_on"] = to_iso(due_on(desk.known(), *processing, now));
    payload["papers"] = std::move(papers);
    payload["data"] = std::move(data);
    auto record_id = receipt.record.empty() ? new_uuid(now, desk.random()) : receipt.record;
    TRY_STATUS(desk.append(operation_kind::receive_dossier, record_id, std::move(payload), now));
    return record_id;
}

status pause_dossier(
    desk_register& desk, const std::string& record_id, const std::string& reason, instant now
)
{
    TRY(const auto why, needed_reason(reason));
    return append_to_open(desk, operation_kind::pause_dossier, record_id, {{"reason", why}}, now);
}

status resume_dossier(desk_register& desk, const std::string& record_id, instant now)
{
    return append_to_open(desk, operation_kind::resume_dossier, record_id, {}, now);
}

status ask_for_papers(
    desk_register& desk,
    const std::string& record_id,
    const std::vector<std::string>& papers,
    const std::string& reason,
    instant now
)
{
    json::array missing;
    for (const auto& paper : papers)
        missing.push_back(json::value(clean_text(paper)));
    return append_to_open(
        desk,
        operation_kind::ask_for_papers,
        record_id,
        {{"papers", std::move(missing)}, {"reason", clean_text(reason)}},
        now
    );
}

status delay_dossier(
    desk_register& desk,
    const std::string& record_id,
    const civil_date& due_on,
    const std::string& reason,
    instant now
)
{
    TRY(const auto why, needed_reason(reason));
    return append_to_open(
        desk,
        operation_kind::delay_dossier,
        record_id,
        {{"due_on", to_iso(due_on)}, {"reason", why}},
        now
    );
}

status refuse_dossier(
    desk_register& desk, const std::string& record_id, const std::string& reason, instant now
)
{
    TRY(const auto why, needed_reason(reason));
    return append_to_open(desk, operation_kind::refuse_dossier, record_id, {{"reason", why}}, now);
}

} // namespace hotich
