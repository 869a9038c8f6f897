#include "tests/support/small_world.h"

#include "common/sql/sqlcipher_connection.h"

#include <QtGlobal>

namespace hotich::test {

const definitions& real_definitions()
{
    static const auto known = must(definitions::load(HOTICH_SOURCE "/schemas"));
    return known;
}

void must(const status& done)
{
    if (!done) qFatal("unexpected failure: %s", done.error().detail.c_str());
}

office_profile office_of(const std::string& commune_code)
{
    const auto& units = real_definitions().units();
    const auto* commune = units.find(unit_level::commune, commune_code, {2026, 11, 23});
    if (commune == nullptr) qFatal("no such commune");
    const auto* province = units.find(unit_level::province, commune->parent, {2026, 11, 23});
    return {
        commune_code,
        "UBND " + commune->name,
        commune->name,
        province->code,
        province->name,
        {{"Trần Thị Người Ký", "Chủ tịch"}},
        true,
    };
}

office_profile ba_dinh() { return office_of("00004"); }

json::object lawful_birth() { return real_definitions().find_event("birth")->example; }

namespace {

std::unique_ptr<sql_connection> in_order(std::unique_ptr<sql_connection> db, writers others)
{
    must(host::prepare_store(*db, real_definitions().folder(), others));
    return db;
}

} // namespace

server::server(std::uint64_t seed, const definitions& all)
    : server(seed, all, must(open_in_memory()))
{}

server::server(
    std::uint64_t seed,
    const definitions& all,
    std::unique_ptr<sql_connection> store,
    writers others
)
    : known(all),
      random(seed),
      db(in_order(std::move(store), others)),
      service(*db, known, new_signing_key(random), others)
{}

std::unique_ptr<desk_register> enrolled_desk(
    server& at, const std::string& office, random_source& random
)
{
    auto desk =
        must(desk_register::over(must(open_in_memory()), "Lê Thị Hộ Tịch", at.known, random));
    enrol(at, *desk, office);
    return desk;
}

void enrol(server& at, desk_register& desk, const std::string& office)
{
    if (!at.service.office(office)) must(at.service.put_office(office_of(office), monday_morning));
    const auto code = must(at.service.new_enrol_code(office, monday_morning, at.random));
    const auto enrolled = must(at.service.enrol(code, desk.key().public_hex, monday_morning));
    must(desk.complete_enrolment(
        {enrolled.office, enrolled.desk, "https://localhost", "", enrolled.server_key}
    ));
    must(synchronise(desk, at));
}

result<exchange_report> synchronise(desk_register& desk, server& with, instant now)
{
    exchange_report all;
    batch_limits limits;
    while (true) {
        TRY(const auto request, load_outbox(desk, limits));
        TRY(const auto sent, decode_request(encode(request)));
        TRY(const auto answer, with.service.exchange(sent, now));
        TRY(const auto received, decode_response(encode(answer)));
        const bool shows_again = received.show_after && limits.show_after == received.show_after;
        if (shows_again) return failure{failure_code::busy, "it asks for the same again"};
        limits.show_after = received.show_after;
        if (limits.show_after) continue;
        TRY(auto report, take_in_answer(desk, received, now));
        all.add(std::move(report));
        if (!answer.more && all.unsent_left == 0) return all;
    }
}

} // namespace hotich::test
