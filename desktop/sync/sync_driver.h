// Carries out what the sync engine asks: loads from and writes to the register, sends over the
// line, waits. Knows nothing of what is synchronised. The register is reached through two
// functions, because `hotich` has it at hand and the desktop has it on another thread.
#pragma once

#include "common/sync/desk_exchange.h"
#include "common/sync/engine.h"
#include "desktop/sync/server_client.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace hotich {

class sync_driver : public QObject
{
    Q_OBJECT

public:
    /// How the driver reaches the register; each calls back on the driver's thread.
    struct register_access
    {
        std::function<void(std::int64_t max_operations, std::function<void(result<sync_request>)>)>
            load;
        std::function<void(sync_response, std::function<void(result<exchange_report>)>)> apply;
    };

    sync_driver(
        const desk_identity& identity,
        signing_key key,
        register_access access,
        std::function<instant()> now,
        std::unique_ptr<random_source> random,
        QObject* parent = nullptr
    );

    void synchronise();

    [[nodiscard]] sync_phase phase() const { return m_engine.phase(); }

    [[nodiscard]] const server_client& line() const { return m_client; }

signals:
    void phase_changed(hotich::sync_phase phase, const std::optional<hotich::failure>& why);
    void exchanged(const hotich::exchange_report& report);

private:
    void tell(const sync_input& input);
    void carry_out(const sync_effect& effect);
    void send(const sync_request& request);
    void apply(const sync_response& response);

    std::unique_ptr<random_source> m_random;
    sync_engine m_engine;
    server_client m_client;
    signing_key m_key;
    register_access m_access;
    std::function<instant()> m_now;
    QTimer m_wake;
};

} // namespace hotich
