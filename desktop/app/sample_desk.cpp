#include "desktop/app/sample_desk.h"

#include "common/base/json.h"
#include "common/records/scan.h"
#include "common/register/desk_dossiers.h"
#include "common/register/desk_printed.h"
#include "common/sql/sqlcipher_connection.h"
#include "common/sync/desk_exchange.h"
#include "common/sync/host.h"
#include "desktop/app/qt_text.h"

#include <QFile>
#include <QString>

#include <memory>
#include <vector>

namespace hotich {

namespace {

constexpr const char* sample_commune = "00004";
constexpr const char* other_commune = "00025";
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t draft_age_ms = 40 * minute_ms;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

/// The made-up names, kept outside C++ as all Vietnamese is.
result<json::object> read_people()
{
    QFile file(":/sample/sample_people.json");
    if (!file.open(QIODevice::ReadOnly))
        return failure{failure_code::not_found, "the sample's people"};
    const auto text = file.readAll();
    return parse_json_object({text.constData(), std::size_t(text.size())});
}

std::vector<std::string> names_in(const json::object& people, std::string_view group)
{
    std::vector<std::string> names;
    if (const auto* list = people.if_contains(group); list != nullptr && list->is_array())
        for (const auto& name : list->get_array())
            names.emplace_back(name.get_string());
    return names;
}

/// A server and desks in one place, joined by function calls.
class sample_world
{
public:
    sample_world(const definitions& known, const json::object& people, random_source& random)
        : m_known(known), m_people(people), m_random(random)
    {}

    status prepare()
    {
        TRY(m_db, open_in_memory());
        TRY_STATUS(host::prepare_store(*m_db, m_known.folder()));
        m_host = std::make_unique<host>(*m_db, m_known, new_signing_key(m_random));
        for (const auto* code : {sample_commune, other_commune})
            TRY_STATUS(put_office(code));
        return {};
    }

    status put_office(const std::string& code)
    {
        const auto* commune = m_known.units().find_any(unit_level::commune, code);
        const auto* province = commune == nullptr
            ? nullptr
            : m_known.units().find_any(unit_level::province, commune->parent);
        if (province == nullptr) return failure{failure_code::not_found, "the sample's commune"};
        const auto committee = m_known.message("words", "committee_short").vi;
        return m_host->put_office(
            {code,
             committee + " " + commune->name,
             commune->name,
             province->code,
             province->name,
             {{name("signer"), name("signer_title")}},
             true},
            sample_morning
        );
    }

    result<std::unique_ptr<desk_register>> new_desk(const char* office = sample_commune)
    {
        TRY(const auto code, m_host->new_enrol_code(office, sample_morning, m_random));
        TRY(auto db, open_in_memory());
        TRY(auto desk, desk_register::over(std::move(db), name("officer"), m_known, m_random));
        TRY(const auto who, m_host->enrol(code, desk->key().public_hex, sample_morning));
        TRY_STATUS(desk->complete_enrolment(
            {who.office, who.desk, "https://localhost", "", who.server_key}
        ));
        TRY_STATUS(exchange(*desk, sample_morning));
        return desk;
    }

    status exchange(desk_register& desk, instant at)
    {
        while (true) {
            TRY(const auto request, load_outbox(desk, max_operations_per_batch));
            TRY(const auto answer, m_host->exchange(request, at));
            TRY(const auto report, take_in_answer(desk, answer, at));
            if (!answer.more && report.unsent_left == 0) return {};
        }
    }

private:
    [[nodiscard]] std::string name(std::string_view of) const
    {
        return std::string(text_at(m_people, of));
    }

    const definitions& m_known;
    const json::object& m_people;
    random_source& m_random;
    std::unique_ptr<sql_connection> m_db;
    std::unique_ptr<host> m_host;
};

json::object birth_of(
    const event_definition& event,
    const std::string& child,
    const std::string& birth_date,
    int notice
)
{
    auto data = event.example;
    set_path(data, "child.full_name", json::value(child));
    set_path(data, "child.birth_date", json::value(birth_date));
    set_path(
        data,
        "gcs_code",
        json::value(to_utf8(QString("01234.GCS.%1.26").arg(notice, 5, 10, QChar('0'))))
    );
    remove_path(data, "gcs_date");
    return data;
}

status add(desk_register& desk, const event_definition& event, json::object data, instant at)
{
    TRY(const auto outcome, desk.register_event(event, {std::move(data), {}, "", ""}, at));
    if (!outcome.is_stored())
        return failure{
            failure_code::invalid_input,
            "a sample entry is not lawful: " + event.event
                + (outcome.findings.empty() ? ""
                                            : " " + outcome.findings.front().rule + " "
                           + outcome.findings.front().field)};
    return {};
}

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
    TRY_STATUS(add(desk, *correction, correction_of(*correction, first, mother), sample_morning));
    TRY_STATUS(world.exchange(desk, sample_morning));
    TRY(auto elsewhere, world.new_desk(other_commune));
    TRY_STATUS(
        add(*elsewhere, *correction, correction_of(*correction, second, mother), sample_morning)
    );
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
    TRY(const auto people, read_people());
    sample_world world(known, people, random);
    TRY_STATUS(world.prepare());
    TRY(auto desk, world.new_desk());
    TRY(auto other, world.new_desk());
    const auto day = [](int of_month) { return to_iso(civil_date{2026, 11, of_month}); };
    int count = 1;
    for (const auto& child : names_in(people, "registered")) {
        TRY_STATUS(
            add(*desk,
                *event,
                birth_of(*event, child, day(count), count),
                instant{sample_morning.ms - day_ms})
        );
        ++count;
    }
    TRY_STATUS(world.exchange(*desk, instant{sample_morning.ms - day_ms}));
    // Registered at both desks on the same birth notice: the second is held.
    const auto twice = birth_of(*event, std::string(text_at(people, "held")), day(12), 900);
    TRY_STATUS(add(*other, *event, twice, sample_morning));
    TRY_STATUS(world.exchange(*other, sample_morning));
    TRY_STATUS(add(*desk, *event, twice, sample_morning));
    // Written by a PC whose clock was a day ahead: the server does not accept it.
    const auto early = birth_of(*event, std::string(text_at(people, "rejected")), day(13), 901);
    TRY_STATUS(add(*desk, *event, early, instant{sample_morning.ms + day_ms}));
    TRY_STATUS(world.exchange(*desk, sample_morning));
    TRY_STATUS(
        add_corrections(world, *desk, known, std::string(text_at(people, "mother_corrected")))
    );
    TRY_STATUS(add_dossiers(*desk, known, names_in(people, "dossiers")));
    TRY_STATUS(add_scan(*desk, std::string(text_at(people, "scan"))));
    TRY_STATUS(add_papers(*desk, people));
    TRY_STATUS(world.exchange(*desk, sample_morning));
    for (const auto& child : names_in(people, "waiting")) {
        const instant at{sample_morning.ms - 3 * 60 * minute_ms};
        TRY_STATUS(add(*desk, *event, birth_of(*event, child, day(14), ++count), at));
    }
    TRY_STATUS(desk->set_meta("last_sync_at", std::to_string(sample_morning.ms - 200 * minute_ms)));
    TRY_STATUS(add_drafts(*desk, *event, names_in(people, "drafts")));
    return desk;
}

} // namespace hotich
