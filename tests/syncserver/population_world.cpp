#include "tests/syncserver/population_world.h"

#include "common/sql/sqlcipher_connection.h"

namespace hotich::test {

namespace {

constexpr std::int64_t quarter_of_an_hour_ms = 15ll * 60 * 1000;

office_profile wants_pins()
{
    auto profile = office_of("00004");
    profile.allow_certificate_without_pin = false;
    return profile;
}

} // namespace

running_simulator::running_simulator(population_simulator& simulator, const std::string& listen)
    : m_server(must(simulator_server::open(listen, simulator, std::chrono::milliseconds(0)))),
      m_thread([this] { m_server->run(); })
{}

running_simulator::~running_simulator()
{
    m_server->stop();
    m_thread.join();
}

population_world::population_world(simulator_options options)
    : simulator(std::move(options)), line(std::make_unique<running_simulator>(simulator))
{
    const auto& known = real_definitions();
    auto db = must(open_in_memory());
    must(host::prepare_store(*db, known.folder()));
    const auto key = new_signing_key(random);
    host operators(*db, known, key);
    must(operators.put_office(wants_pins(), time.now()));
    const auto secret = must(operators.new_enrol_code("00004", time.now(), random));
    exchanges = std::make_unique<exchange_service>(std::move(db), known, key, time, counters);
    desk = must(desk_register::over(must(open_in_memory()), "Lê Thị Hộ Tịch", known, random));
    const auto enrolled = must(exchanges->enrol(secret, desk->key().public_hex));
    must(desk->complete_enrolment(
        {enrolled.office, enrolled.desk, "https://localhost", "", enrolled.server_key}
    ));
    sync();
    connect_to({"http://" + line->address()});
}

std::string population_world::born(const std::string& name)
{
    const auto record = register_birth(*desk, name).record;
    sync();
    return record;
}

void population_world::sync()
{
    for (bool more = true; more;) {
        const auto answer =
            must(exchanges->exchange(must(load_outbox(*desk, max_operations_per_batch))));
        more = must(take_in_answer(*desk, answer, time.now())).unsent_left > 0 || answer.more;
    }
}

void population_world::connect_to(const population_settings& settings)
{
    database = must(open_population_http(settings));
}

void population_world::use(std::unique_ptr<population_database> other)
{
    database = std::move(other);
}

bool population_world::work(int rounds)
{
    bool is_answered = true;
    for (int i = 0; i < rounds; ++i) {
        is_answered = new_worker()->run_round() && is_answered;
        time.wait(quarter_of_an_hour_ms);
    }
    sync();
    return is_answered;
}

std::unique_ptr<population_worker> population_world::new_worker()
{
    return std::make_unique<population_worker>(population_worker::parts{
        *exchanges, *database, random, counters, journal, std::chrono::milliseconds(20)});
}

std::string population_world::state_of(const std::string& record)
{
    return std::string(text_at(must(desk->load(record)).pin, "state"));
}

std::string population_world::number_of(const std::string& record)
{
    return std::string(text_at(must(desk->load(record)).pin, "number"));
}

QString population_world::metrics_text()
{
    must(exchanges->measure());
    return QString::fromStdString(counters.to_text("0"));
}

} // namespace hotich::test
