// Made-up offices, people and a server in one place, joined by function calls: what the pictures'
// desk and the practice are made of. Never a real person.
#pragma once

#include "common/register/desk_register.h"
#include "common/sync/host.h"

namespace hotich {

inline constexpr const char* sample_commune = "00004";

/// The made-up names, kept outside C++ as all Vietnamese is.
result<json::object> read_sample_people();
std::vector<std::string> sample_names(const json::object& people, std::string_view group);

/// The example of a birth under another name, on another day, of another birth notice.
json::object sample_birth(
    const event_definition& event,
    const std::string& child,
    const std::string& birth_date,
    int notice
);
/// invalid_input: it is not lawful.
status add_sample(
    desk_register& desk, const event_definition& event, json::object data, instant at
);

class sample_world
{
public:
    sample_world(const definitions& known, json::object people, random_source& random, instant at)
        : m_known(known), m_people(std::move(people)), m_random(random), m_at(at)
    {}

    /// A server in memory, with the offices of these communes.
    status prepare(const std::vector<std::string>& communes);
    /// A server over a store, new or from an earlier day, whose feeds are signed by the key.
    status take_up(std::unique_ptr<sql_connection> store, signing_key key);
    status put_offices(const std::vector<std::string>& communes);
    /// In memory.
    result<std::unique_ptr<desk_register>> new_desk(const std::string& office);
    /// A register that is there already becomes a desk of the office.
    status enrol(desk_register& desk, const std::string& office);
    status exchange(desk_register& desk, instant at);

private:
    status put_office(const std::string& code);
    [[nodiscard]] std::string name(std::string_view of) const;

    const definitions& m_known;
    json::object m_people;
    random_source& m_random;
    instant m_at;
    std::unique_ptr<sql_connection> m_db;
    std::unique_ptr<host> m_host;
};

} // namespace hotich
