#include "desktop/app/sample_desk.h"

#include "common/base/json.h"
#include "common/records/scan.h"
#include "common/register/desk_dossiers.h"
#include "common/register/desk_printed.h"
#include "desktop/app/sample_world.h"

#include <memory>
#include <vector>

namespace hotich {

namespace {

constexpr const char* other_commune = "00025";
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t draft_age_ms = 40 * minute_ms;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

status add_drafts(
    desk_register& desk, const event_definition& event, const std::vector<std::string>& names
)
{
    auto at = sample_morning;
    for (const auto& name : names) {
        at.ms -= draft_age_ms;
        auto begun = desk.new_form(event, at);
        set_path(begun, "child.full_name", json::value(name));
        TRY([[maybe_unused]] const auto kept,
            desk.save_draft({"", event.event, "", std::move(begun), "", {}}, at));
    }
    return {};
}

/// The example of a correction, about this birth: its mother is named otherwise.
json::object correction_of(
    const event_definition& correction, const record& birth, const std::string& mother
)
{
    auto data = correction.example;
    set_path(data, "target.no", json::value(to_display(*birth.number)));
    set_path(data, "target.date", json::value(text_at(birth.data, "reg_date")));
    set_path(data, "target.office_code", json::value(birth.office));
    set_path(data, "target.record", json::value(birth.id));
    data["items"] = json::array{json::object{
        {"field_id", "mother.full_name"},
        {"old_value", text_at(birth.data, "mother.full_name")},
        {"new_value", mother}}};
    for (const auto* path :
         {"reg_date", "reg_office", "signer_name", "signer_title", "officer_name"})
        data.erase(path);
    return data;
}

/// One birth is corrected here; of another one, a commune elsewhere tells that it was.
status add_corrections(
    sample_world& world, desk_register& desk, const definitions& known, const std::string& mother
)
{
    const auto* correction = known.find_event("correction");
    if (correction == nullptr) return failure{failure_code::not_found, "no correction"};
    TRY(const auto births, desk.in_state(record_state::registered, 3));
    if (births.size() < 2) return failure{failure_code::not_found, "no births"};
    TRY(const auto first, desk.load(births[0].record));
    TRY(const auto second, desk.load(births[1].record));
    TRY_STATUS(
        add_sample(desk, *correction, correction_of(*correction, first, mother), sample_morning)
    );
    TRY_STATUS(world.exchange(desk, sample_morning));
    TRY(auto elsewhere, world.new_desk(other_commune));
    TRY_STATUS(add_sample(
        *elsewhere, *correction, correction_of(*correction, second, mother), sample_morning
    ));
    TRY_STATUS(world.exchange(*elsewhere, sample_morning));
    return world.exchange(desk, sample_morning);
}

/// A paper of the first birth; its bytes are on another PC.
status add_scan(desk_register& desk, const std::string& name)
{
    TRY(const auto births, desk.in_state(record_state::registered, 1));
    if (births.empty()) return failure{failure_code::not_found, "no births"};
    const scan paper{
        name, "application/pdf", 412'000, sha256_hex(name), sha256_hex(name + "*"), sha256_hex("")};
    return desk.append(
        operation_kind::attach_scan, births.front().record, paper.to_json(), sample_morning
    );
}

/// One dossier of last week, which is late, and one of today.
status add_dossiers(
    desk_register& desk, const definitions& known, const std::vector<std::string>& names
)
{
    instant at{sample_morning.ms - 7 * day_ms};
    const std::vector<std::pair<const char*, std::string>> received{
        {"correction", names.front()}, {"parent_child", names.back()}};
    for (const auto& [event_name, who] : received) {
        const auto* event = known.find_event(event_name);
        if (event == nullptr) continue;
        json::object data;
        set_path(data, "requester.full_name", json::value(who));
        TRY([[maybe_unused]] const auto made,
            receive_dossier(
                desk,
                *event,
                dossier_receipt{std::move(data), "1", {{event->title.vi, "0", true}}},
                at
            ));
        at = sample_morning;
    }
    return {};
}

/// Blanks in hand, and three certificates on their way to the citizen.
status add_papers(desk_register& desk, const json::object& people)
{
    constexpr const char* certificate = "birth_certificate";
    TRY(const auto blanks, blank_range_of("KS0012301", "KS0012400"));
    TRY_STATUS(write_blank_move(
        desk,
        {certificate, blanks, blank_fate::received, std::string(text_at(people, "blanks_from"))},
        sample_morning
    ));
    const std::vector<paper_state> states{
        paper_state::sent, paper_state::came_out, paper_state::is_signed};
    TRY(const auto births, desk.in_state(record_state::registered, 1 + std::ssize(states)));
    auto serial = blanks.first;
    for (std::size_t i = 0; i < states.size() && i + 1 < births.size(); ++i, ++serial.number) {
        TRY(const auto sheet,
            desk.issue_paper(births[i + 1].record, certificate, sample_morning, to_text(serial)));
        if (states[i] == paper_state::sent) continue;
        TRY_STATUS(tell_paper_step(desk, sheet.token, {states[i]}, sample_morning));
    }
    return {};
}

} // namespace

result<std::unique_ptr<desk_register>> make_sample_desk(
    const definitions& known, random_source& random
)
{
    const auto* event = known.find_event("birth");
    if (event == nullptr) return failure{failure_code::not_found, "no birth event"};
    TRY(const auto people, read_sample_people());
    sample_world world(known, people, random, sample_morning);
    TRY_STATUS(world.prepare({sample_commune, other_commune}));
    TRY(auto desk, world.new_desk(sample_commune));
    TRY(auto other, world.new_desk(sample_commune));
    const auto day = [](int of_month) { return to_iso(civil_date{2026, 11, of_month}); };
    int count = 1;
    for (const auto& child : sample_names(people, "registered")) {
        TRY_STATUS(add_sample(
            *desk,
            *event,
            sample_birth(*event, child, day(count), count),
            instant{sample_morning.ms - day_ms}
        ));
        ++count;
    }
    TRY_STATUS(world.exchange(*desk, instant{sample_morning.ms - day_ms}));
    // Registered at both desks on the same birth notice: the second is held.
    const auto twice = sample_birth(*event, std::string(text_at(people, "held")), day(12), 900);
    TRY_STATUS(add_sample(*other, *event, twice, sample_morning));
    TRY_STATUS(world.exchange(*other, sample_morning));
    TRY_STATUS(add_sample(*desk, *event, twice, sample_morning));
    // Written by a PC whose clock was a day ahead: the server does not accept it.
    const auto early = sample_birth(*event, std::string(text_at(people, "rejected")), day(13), 901);
    TRY_STATUS(add_sample(*desk, *event, early, instant{sample_morning.ms + day_ms}));
    TRY_STATUS(world.exchange(*desk, sample_morning));
    TRY_STATUS(
        add_corrections(world, *desk, known, std::string(text_at(people, "mother_corrected")))
    );
    TRY_STATUS(add_dossiers(*desk, known, sample_names(people, "dossiers")));
    TRY_STATUS(add_scan(*desk, std::string(text_at(people, "scan"))));
    TRY_STATUS(add_papers(*desk, people));
    TRY_STATUS(world.exchange(*desk, sample_morning));
    for (const auto& child : sample_names(people, "waiting")) {
        const instant at{sample_morning.ms - 3 * 60 * minute_ms};
        TRY_STATUS(add_sample(*desk, *event, sample_birth(*event, child, day(14), ++count), at));
    }
    TRY_STATUS(desk->set_meta("last_sync_at", std::to_string(sample_morning.ms - 200 * minute_ms)));
    TRY_STATUS(add_drafts(*desk, *event, sample_names(people, "drafts")));
    return desk;
}

} // namespace hotich
