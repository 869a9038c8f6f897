// One server and some desks in memory, joined by nothing but function calls: what most tests of the
// core stand on.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/desk_exchange.h"
#include "common/sync/engine.h"
#include "common/sync/host.h"

#include <QtGlobal>

#include <memory>
#include <random>

namespace hotich::test {

/// Chance that can be repeated.
class seeded_random final : public random_source
{
public:
    explicit seeded_random(std::uint64_t seed) : m_engine(seed) {}

    void fill(std::span<std::uint8_t> bytes) override
    {
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

/// The project's own schemas, read once.
const definitions& real_definitions();

/// 2026-11-23 08:00 in Vietnam.
inline constexpr instant monday_morning{1'795'395'600'000};

/// An office of Hà Nội with a signer; no personal number needed on certificates.
office_profile ba_dinh();
office_profile office_of(const std::string& commune_code);

/// The definition's example, registered on Monday morning's day.
json::object lawful_birth();

struct server
{
    explicit server(std::uint64_t seed = 1, const definitions& known = real_definitions());
    /// Over a store that is open: a file, for instance.
    server(
        std::uint64_t seed,
        const definitions& known,
        std::unique_ptr<sql_connection> store,
        writers others = writers::one
    );

    const definitions& known;
    seeded_random random;
    std::unique_ptr<sql_connection> db;
    host service;
};

/// A new desk, enrolled at the office.
std::unique_ptr<desk_register> enrolled_desk(
    server& at, const std::string& office, random_source& random
);

/// Enrols a register that is there already, and fetches what the office has.
void enrol(server& at, desk_register& desk, const std::string& office);

/// Exchanges until nothing is left to send or to fetch; gives what happened, or the first failure.
result<exchange_report> synchronise(
    desk_register& desk, server& with, instant now = monday_morning
);

/// Fails loudly where a result is a failure: for arranging tests.
template <class T>
T must(result<T> value)
{
    if (!value) qFatal("unexpected failure: %s", value.error().detail.c_str());
    return std::move(value).value();
}

void must(const status& done);

} // namespace hotich::test
