#include "common/records/fold_steps.h"

namespace hotich {

namespace {

void begin_pause(json::object& dossier, const log_entry& entry)
{
    auto& pauses = dossier["pauses"];
    if (!pauses.is_array()) pauses.emplace_array();
    pauses.get_array().push_back(json::object{
        {"from", to_iso(date_in_vietnam(entry.op.at))},
        {"reason", text_at(entry.op.payload, "reason")}});
    dossier["state"] = "paused";
}

void end_pause(json::object& dossier, const log_entry& entry)
{
    auto* pauses = dossier.if_contains("pauses");
    if (pauses == nullptr || !pauses->is_array() || pauses->get_array().empty()) return;
    pauses->get_array().back().get_object()["to"] = to_iso(date_in_vietnam(entry.op.at));
    dossier["state"] = "open";
}

} // namespace

bool was_refused(const log_entry& entry)
{
    return entry.decided && entry.decided->result_kind != outcome::accepted;
}

/// Domain §5.2: asked for, given, or refused with a reason the clerk can mend.
void apply_pin(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    const auto& payload = entry.op.payload;
    auto& pin = folded.pin;
    const auto& kind = entry.op.kind;
    if (kind == operation_kind::ask_pin_again) {
        pin["state"] = "queued";
        return;
    }
    pin["at"] = entry.op.at.ms;
    if (kind == operation_kind::pin_requested) pin["state"] = "sent";
    if (kind == operation_kind::pin_refused) {
        pin["state"] = "refused";
        pin["code"] = text_at(payload, "code");
        pin["text"] = text_at(payload, "text");
    }
    if (kind != operation_kind::pin_issued) return;
    pin.erase("code");
    pin.erase("text");
    pin["state"] = "issued";
    pin["number"] = text_at(payload, "pin");
    const auto field = std::string(text_at(payload, "person")) + ".pin";
    json::object note{{"kind", "pin"}, {"on_copies", false}, {"state", "effective"}};
    note["changes"] =
        json::array{json::object{{"field", field}, {"old", ""}, {"new", text_at(payload, "pin")}}};
    note["on"] = to_iso(date_in_vietnam(entry.op.at));
    folded.annotations.push_back(std::move(note));
}

/// A dossier before its registration; once registered it changes no more.
void apply_dossier(record& folded, const log_entry& entry)
{
    if (was_refused(entry)) return;
    const auto& kind = entry.op.kind;
    const auto& payload = entry.op.payload;
    auto& dossier = folded.dossier;
    if (kind == operation_kind::receive_dossier) {
        if (!folded.event.empty()) return;
        folded.event = std::string(text_at(payload, "event"));
        if (const auto* data = object_at(payload, "data")) folded.data = *data;
        folded.state = record_state::received;
        folded.confirmed = entry.decided.has_value();
        dossier = payload;
        dossier.erase("data");
        dossier["number"] = entry.op.desk + "-" + std::to_string(entry.op.seq);
        dossier["received_at"] = entry.op.at.ms;
        dossier["received_by"] = entry.op.user;
        dossier["state"] = "open";
    }
    if (folded.state != record_state::received) return;
    if (kind == operation_kind::pause_dossier) begin_pause(dossier, entry);
    if (kind == operation_kind::resume_dossier) end_pause(dossier, entry);
    if (kind == operation_kind::ask_for_papers) {
        begin_pause(dossier, entry);
        dossier["missing"] = rows_at(payload, "papers");
    }
    if (kind == operation_kind::delay_dossier) {
        dossier["delay_reason"] = text_at(payload, "reason");
        dossier["new_due_on"] = text_at(payload, "due_on");
    }
    if (kind == operation_kind::refuse_dossier) {
        dossier["state"] = "refused";
        dossier["refusal"] = text_at(payload, "reason");
        folded.state = record_state::refused;
    }
}

} // namespace hotich
