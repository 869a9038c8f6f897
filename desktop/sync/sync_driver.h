// Carries out what the sync engine asks: loads from and writes to the register, sends over the
// line, waits. Knows nothing of what is synchronised. The register is reached through two
// functions, because `hotich` has it at hand and the desktop has it on another thread.
#pragma once

#include "common/sync/desk_exchange.h"
#include "common/sync/engine.h"
#include "desktop/sync/line_exchange.h"
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
        std::function<void(const batch_limits&, std::function<void(result<sync_request>)>)> load;
        std::function<void(sync_response, std::function<void(result<exchange_report>)>)> apply;
        /// What is known of the line now, and what went over it since the last call.
        std::function<void(const learned_line&, const line_traffic&)> keep;
        /// What the server said beside its answers, each time it is something new.
        std::function<void(const server_word&)> take_word = {};
    };

    /// What is known of the line at the start.
    struct line_knowledge
    {
        learned_line learned;
        wire_dictionary dictionary;
    };

    sync_driver(
        const desk_identity& identity,
        signing_key key,
        register_access access,
        line_knowledge line,
        std::function<instant()> now,
        std::unique_ptr<random_source> random,
        QObject* parent = nullptr
    );

    void synchronise();

    [[nodiscard]] sync_phase phase() const { return m_engine.phase(); }

    [[nodiscard]] feed_progress progress() const { return m_engine.progress(); }

signals:
    void phase_changed(hotich::sync_phase phase, const std::optional<hotich::failure>& why);
    void exchanged(const hotich::exchange_report& report);

private:
    void tell(const sync_input& input);
    void carry_out(const sync_effect& effect);
    void send(const sync_request& request);
    void apply(const sync_response& response);
    void report(const report_phase& told);

    std::unique_ptr<random_source> m_random;
    sync_engine m_engine;
    server_client m_client;
    line_exchange m_exchange;
    request_signer m_signer;
    line_traffic m_kept;
    server_word m_heard;
    register_access m_access;
    std::function<instant()> m_now;
    QTimer m_wake;
};

} // namespace hotich
