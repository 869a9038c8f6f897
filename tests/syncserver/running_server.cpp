#include "tests/syncserver/running_server.h"

#include "common/base/ids.h"
#include "tests/support/made_births.h"

namespace hotich::test {

running_server::running_server(http_limits limits, desk_rates rates) : m_budget(rates)
{
    const auto& known = real_definitions();
    m_identity =
        must(make_self_signed({}, wall_clock().now())); // Qt checks it against the true time
    m_data = std::make_unique<data_folder>(m_folder.filePath("data").toStdString());
    must(m_data->create(m_identity, known.folder(), m_random));
    m_operators_db = must(m_data->open_store(open_mode::existing));
    auto db = must(m_data->open_store(open_mode::existing));
    must(db->execute_script("PRAGMA busy_timeout = 1500")); // tests need not wait as long as desks
    m_exchanges = std::make_unique<exchange_service>(
        std::move(db), known, must(m_data->feed_key()), m_clock, m_counters
    );
    m_accounts = std::make_unique<account_service>(
        *m_exchanges, known, must(m_data->secrets_key()), m_clock, m_random
    );
    m_dictionary = must(wire_dictionary::load(known.folder()));
    m_services.reset(new server_services{
        *m_exchanges,
        *m_accounts,
        m_nonces,
        m_budget,
        m_looks,
        m_notices,
        m_counters,
        m_journal,
        m_clock,
        m_dictionary,
        m_parts,
        (m_folder.path() + "/scans").toStdString()});
    server_settings settings;
    settings.listen = "127.0.0.1:0";
    settings.certificate_pem = m_identity.certificate_pem;
    settings.key_pem = m_identity.key_pem;
    settings.limits = limits;
    const auto handler = [this](const http_request& request) {
        return dispatch(request, *m_services);
    };
    m_server =
        must(https_server::open(std::move(settings), handler, m_notices, m_counters, m_journal));
    const auto address = m_server->address();
    m_port = static_cast<quint16>(std::stoi(address.substr(address.rfind(':') + 1)));
    m_notices.start(
        std::chrono::milliseconds(100),
        [this](const std::string& office) { return m_exchanges->feed_revision(office); },
        [this](const std::string& office, std::int64_t revision) {
            m_server->tell_growth(office, revision);
        }
    );
    m_thread = std::thread([this] {
        m_server->run();
        m_has_ended = true;
    });
}

running_server::~running_server()
{
    m_notices.stop();
    m_server->stop();
    m_thread.join();
}

std::string running_server::new_secret(const std::string& office)
{
    host operators(*m_operators_db, real_definitions(), must(m_data->feed_key()));
    if (!operators.office(office)) must(operators.put_office(office_of(office), monday_morning));
    return must(operators.new_enrol_code(office, monday_morning, m_random));
}

std::unique_ptr<desk_register> running_server::enrolled_desk(const std::string& office)
{
    auto& chance = m_desk_chances.emplace_back(1000 + m_desk_chances.size());
    auto desk = must(
        desk_register::over(must(open_in_memory()), "Lê Thị Hộ Tịch", real_definitions(), chance)
    );
    const auto enrolled = must(m_exchanges->enrol(new_secret(office), desk->key().public_hex));
    must(desk->complete_enrolment(
        {enrolled.office, enrolled.desk, "https://localhost", "", enrolled.server_key}
    ));
    must(synchronise(*desk));
    return desk;
}

void running_server::fill(const std::string& office, int records)
{
    const auto desk = enrolled_desk(office);
    const auto& birth = *real_definitions().find_event("birth");
    const auto example = desk->check(birth, made_birth(0), monday_morning).data;
    auto head = must(desk->log().head_of_desk(desk->identity().desk));
    for (int n = 0; n < records;) {
        sync_request request{office, desk->identity().desk, 0, "", {}};
        request.answer_bytes = 1;
        for (; n < records && request.bodies.size() < std::size_t(max_operations_per_batch); ++n) {
            auto data = example;
            for (const auto& [key, value] : made_birth(n))
                data[key] = value;
            const auto op = make_operation(
                {office,
                 desk->identity().desk,
                 operation_kind::registration,
                 new_uuid(monday_morning, m_random),
                 monday_morning,
                 "Clerk",
                 {{"event", "birth"}, {"data", std::move(data)}, {"overrides", json::array()}}},
                head
            );
            head = {op.seq, op.hash};
            request.bodies.push_back(op.body);
            request.signature = sign_hex(head_message(op.hash), desk->key());
        }
        must(m_exchanges->exchange(request));
    }
}

status running_server::synchronise(desk_register& desk)
{
    TRY(const auto request, load_outbox(desk, max_operations_per_batch));
    TRY(const auto answer, m_exchanges->exchange(request));
    TRY([[maybe_unused]] const auto report, take_in_answer(desk, answer, monday_morning));
    return {};
}

bool running_server::stops_within(std::chrono::milliseconds time)
{
    m_server->stop();
    const auto until = std::chrono::steady_clock::now() + time;
    while (!m_has_ended && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return m_has_ended;
}

} // namespace hotich::test
