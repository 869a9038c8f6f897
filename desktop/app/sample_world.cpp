#include "desktop/app/sample_world.h"

#include "common/sql/sqlcipher_connection.h"
#include "common/sync/desk_exchange.h"
#include "desktop/app/qt_text.h"

#include <QFile>

namespace hotich {

result<json::object> read_sample_people()
{
    QFile file(":/sample/sample_people.json");
    if (!file.open(QIODevice::ReadOnly))
        return failure{failure_code::not_found, "the sample's people"};
    const auto text = file.readAll();
    return parse_json_object({text.constData(), std::size_t(text.size())});
}

std::vector<std::string> sample_names(const json::object& people, std::string_view group)
{
    std::vector<std::string> names;
    if (const auto* list = people.if_contains(group); list != nullptr && list->is_array())
        for (const auto& name : list->get_array())
            names.emplace_back(name.get_string());
    return names;
}

json::object sample_birth(
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

status add_sample(desk_register& desk, const event_definition& event, json::object data, instant at)
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

status sample_world::prepare(const std::vector<std::string>& communes)
{
    TRY(auto store, open_in_memory());
    TRY_STATUS(take_up(std::move(store), new_signing_key(m_random)));
    return put_offices(communes);
}

status sample_world::take_up(std::unique_ptr<sql_connection> store, signing_key key)
{
    m_db = std::move(store);
    TRY_STATUS(host::prepare_store(*m_db, m_known.folder()));
    m_host = std::make_unique<host>(*m_db, m_known, std::move(key));
    return {};
}

status sample_world::put_offices(const std::vector<std::string>& communes)
{
    for (const auto& code : communes)
        TRY_STATUS(put_office(code));
    return {};
}

status sample_world::put_office(const std::string& code)
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
        m_at
    );
}

result<std::unique_ptr<desk_register>> sample_world::new_desk(const std::string& office)
{
    TRY(auto db, open_in_memory());
    TRY(auto desk, desk_register::over(std::move(db), name("officer"), m_known, m_random));
    TRY_STATUS(enrol(*desk, office));
    return desk;
}

status sample_world::enrol(desk_register& desk, const std::string& office)
{
    TRY(const auto code, m_host->new_enrol_code(office, m_at, m_random));
    TRY(const auto who, m_host->enrol(code, desk.key().public_hex, m_at));
    TRY_STATUS(
        desk.complete_enrolment({who.office, who.desk, "https://localhost", "", who.server_key})
    );
    return exchange(desk, m_at);
}

status sample_world::exchange(desk_register& desk, instant at)
{
    while (true) {
        TRY(const auto request, load_outbox(desk, max_operations_per_batch));
        TRY(const auto answer, m_host->exchange(request, at));
        TRY(const auto report, take_in_answer(desk, answer, at));
        if (!answer.more && report.unsent_left == 0) return {};
    }
}

std::string sample_world::name(std::string_view of) const
{
    return std::string(text_at(m_people, of));
}

} // namespace hotich
