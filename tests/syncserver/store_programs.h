// Desks that work with hotich-server itself from threads of their own. Used by the tests of the
// program over its stores.
#pragma once

#include "common/register/verify.h"
#include "common/sql/sqlcipher_connection.h"
#include "common/sync/enrol_code.h"
#include "syncserver/services/clock.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"
#include "tests/syncserver/https_client.h"
#include "tests/syncserver/server_program.h"

namespace hotich::test {

/// A desk that registers and sends to whichever server chance names, in a thread of its own.
class busy_desk
{
public:
    busy_desk(std::uint64_t seed, QByteArray certificate)
        : m_random(seed),
          m_seed(seed),
          m_certificate(std::move(certificate)),
          m_register(made(m_db, m_random))
    {}

    void enrol(const std::vector<std::unique_ptr<serving>>& servers, const QByteArray& code)
    {
        const auto parts = must(parse_enrol_code(code.toStdString()));
        const auto body = to_text(json::object{
            {"secret", parts.secret}, {"public_key", m_register->key().public_hex}});
        https_client client(servers[0]->port(), m_certificate);
        const auto answer = client.ask({"POST", "/v1/enrol", {}, QByteArray::fromStdString(body)});
        const auto told = must(parse_json_object(answer.body.toStdString()));
        must(m_register->complete_enrolment(
            {std::string(text_at(told, "office")),
             std::string(text_at(told, "desk")),
             "",
             "",
             std::string(text_at(told, "server_key"))}
        ));
        while (!is_settled_after_exchange(servers)) { // it must know its office to register
        }
    }

    /// One more exchange; false where it did not come about or something is left.
    bool is_settled_after_exchange(const std::vector<std::unique_ptr<serving>>& servers)
    {
        const auto port = servers[m_random.below(servers.size())]->port();
        if (port == 0) return false;
        https_client client(port, m_certificate);
        const auto nonce = "nonce-" + std::to_string(m_seed) + "-" + std::to_string(++m_asked);
        const auto request = must(
            load_outbox(*m_register, batch_limits{.max_operations = 5, .show_after = m_show_after})
        );
        const auto body = QByteArray::fromStdString(encode(request));
        const auto answer = client.ask(signed_question(*m_register, body, nonce));
        if (answer.status != 200) {
            ++refused;
            return false;
        }
        const auto response = must(decode_response(answer.body.toStdString()));
        m_show_after = response.show_after;
        if (m_show_after) return false;
        const auto report = must(take_in_answer(*m_register, response, m_now));
        for (const auto& own : report.own)
            if (own.result_kind != outcome::accepted) qFatal("%s", to_text(own.reasons).c_str());
        return !response.more && report.unsent_left == 0;
    }

    void register_one()
    {
        constexpr int births_of_a_desk = 10'000;
        auto data = made_birth(static_cast<int>(m_seed % 9) * births_of_a_desk + ++registered);
        data.erase("gcs_code"); // of a day that is not this birth's
        data.erase("gcs_date");
        // The program's clock is the true one, and so is this desk's.
        constexpr std::int64_t a_week_ms = 7ll * 24 * 3600 * 1000;
        const auto born = to_iso(date_in_vietnam({m_now.ms - a_week_ms}));
        set_path(data, "child.birth_date", json::value(born));
        const auto outcome =
            must(m_register->register_event(birth(), {std::move(data), {}, "", ""}, m_now));
        if (!outcome.is_stored()) qFatal("%s", as_text(outcome.findings).c_str());
    }

    std::vector<record_line> book() const
    {
        return must(m_register->book("BIRTH", date_in_vietnam(m_now).year));
    }

    desk_register& at() { return *m_register; }

    /// What verification finds wrong.
    std::size_t problems()
    {
        const auto& office = m_register->identity().office;
        const auto keys = must(enrolled_desks(*m_db, office));
        return must(verify_office(*m_db, real_definitions(), office, keys)).problems.size();
    }

    int registered = 0;
    int refused = 0; ///< exchanges that were not answered with 200

private:
    static std::unique_ptr<desk_register> made(sql_connection*& db, random_source& random)
    {
        auto memory = must(open_in_memory());
        db = memory.get();
        return must(
            desk_register::over(std::move(memory), "Lê Thị Hộ Tịch", real_definitions(), random)
        );
    }

    instant m_now = wall_clock().now();
    seeded_random m_random;
    std::uint64_t m_seed;
    QByteArray m_certificate;
    sql_connection* m_db = nullptr; ///< the register's
    std::unique_ptr<desk_register> m_register;
    int m_asked = 0;
    std::optional<std::int64_t> m_show_after; ///< the server was put back and asks
};

} // namespace hotich::test
