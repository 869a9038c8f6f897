// A whole server in this process, on a free port of loopback, with its data in a folder that goes
// with it. Its clock stands at Monday morning. What an operator would do from the command line goes
// through a connection of its own.
#pragma once

#include "syncserver/app/data_folder.h"
#include "syncserver/http/server.h"
#include "syncserver/routes/dispatcher.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

#include <deque>
#include <thread>

namespace hotich::test {

class fixed_clock final : public clock
{
public:
    [[nodiscard]] instant now() const override { return monday_morning; }
};

class running_server
{
public:
    explicit running_server(http_limits limits = {}, desk_rates rates = {});
    running_server(const running_server&) = delete;
    running_server& operator=(const running_server&) = delete;
    ~running_server();

    [[nodiscard]] quint16 port() const { return m_port; }

    [[nodiscard]] QByteArray certificate_pem() const
    {
        return QByteArray::fromStdString(m_identity.certificate_pem);
    }

    part_shelf& parts() { return m_parts; }

    metrics& counters() { return m_counters; }

    [[nodiscard]] std::string fingerprint() const
    {
        return must(certificate_fingerprint(m_identity.certificate_pem));
    }

    /// As if the office's feed had grown.
    void tell(const std::string& office, std::int64_t revision)
    {
        m_server->tell_growth(office, revision);
    }

    /// What the handlers use; a test may call them without a line.
    exchange_service& exchanges() { return *m_exchanges; }

    account_service& accounts() { return *m_accounts; }

    sql_connection& operators_db() { return *m_operators_db; }

    /// A one-time secret for a desk of the office, which is made where it is new.
    std::string new_secret(const std::string& office);
    /// A desk with its register in memory, enrolled without the network; it knows its office.
    std::unique_ptr<desk_register> enrolled_desk(const std::string& office);

    /// One exchange without the network.
    result<sync_response> exchange(const sync_request& request)
    {
        return m_exchanges->exchange(request);
    }

    random_source& chance() { return m_random; }

    /// Made births of another desk of the office, decided.
    void fill(const std::string& office, int records);
    /// Begins to stop; true when it has ended within the time.
    bool stops_within(std::chrono::milliseconds time);

private:
    status synchronise(desk_register& desk);

    QTemporaryDir m_folder;
    tls_identity m_identity;
    seeded_random m_random{7};
    std::deque<seeded_random> m_desk_chances; ///< one a desk: desks work in threads of their own
    fixed_clock m_clock;
    metrics m_counters;
    event_log m_journal{log_level::off};
    nonce_window m_nonces;
    wire_dictionary m_dictionary;
    part_shelf m_parts;
    desk_budget m_budget;
    look_budget m_looks{usual_looks_per_hour};
    notice_watch m_notices;
    std::unique_ptr<data_folder> m_data;
    std::unique_ptr<sql_connection> m_operators_db;
    std::unique_ptr<exchange_service> m_exchanges;
    std::unique_ptr<account_service> m_accounts;
    std::unique_ptr<server_services> m_services;
    std::unique_ptr<https_server> m_server;
    quint16 m_port = 0;
    std::atomic<bool> m_has_ended = false;
    std::thread m_thread;
};

} // namespace hotich::test
