#include "desktop/sync/sync_driver.h"

#include "common/base/ids.h"

#include <algorithm>

namespace hotich {

namespace {

template <class... Handlers>
struct overloaded : Handlers...
{
    using Handlers::operator()...;
};
template <class... Handlers>
overloaded(Handlers...) -> overloaded<Handlers...>;

} // namespace

sync_driver::sync_driver(
    const desk_identity& identity,
    signing_key key,
    register_access access,
    line_knowledge line,
    std::function<instant()> now,
    std::unique_ptr<random_source> random,
    QObject* parent
)
    : QObject(parent),
      m_random(std::move(random)),
      m_engine(*m_random, line.learned),
      m_client(identity),
      m_exchange(m_client, std::move(line.dictionary)),
      m_signer{
          identity.desk,
          std::move(key),
          [this] {
              return request_signer::stamp{m_now(), new_uuid(m_now(), *m_random)};
          }},
      m_access(std::move(access)),
      m_now(std::move(now))
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, [this] { tell(sync_wanted{}); });
}

void sync_driver::synchronise()
{
    m_wake.stop();
    tell(sync_wanted{});
}

void sync_driver::tell(const sync_input& input)
{
    for (const auto& effect : m_engine.on(input, m_now()))
        carry_out(effect);
}

void sync_driver::carry_out(const sync_effect& effect)
{
    std::visit(
        overloaded{
            [this](const load_batch& load) {
                m_access.load(load.limits, [this](result<sync_request> loaded) {
                    if (loaded)
                        tell(batch_loaded{std::move(*loaded)});
                    else
                        tell(step_failed{loaded.error()});
                });
            },
            [this](const send_batch& batch) { send(batch.request); },
            [this](const apply_answer& answer) { apply(answer.response); },
            [this](const wake_at& wake) {
                m_wake.start(static_cast<int>(std::max<std::int64_t>(wake.when.ms - m_now().ms, 0))
                );
            },
            [this](const report_phase& told) { report(told); },
        },
        effect
    );
}

void sync_driver::send(const sync_request& request)
{
    m_exchange.run(request, m_signer, [this](result<sync_response> answer) {
        if (answer)
            tell(answer_received{std::move(*answer), m_exchange.measured()});
        else
            tell(step_failed{answer.error(), m_client.retry_after_ms()});
    });
}

/// What an attempt moved was paid for, whether it succeeded or not.
void sync_driver::report(const report_phase& told)
{
    if (told.phase != sync_phase::working && m_access.keep) {
        const auto& all = m_client.traffic();
        m_access.keep(m_engine.line(), {all.sent - m_kept.sent, all.received - m_kept.received});
        m_kept = all;
    }
    if (told.phase != sync_phase::working && m_access.take_word && m_heard != m_client.word()) {
        m_heard = m_client.word();
        m_access.take_word(m_heard);
    }
    emit phase_changed(told.phase, told.why);
}

void sync_driver::apply(const sync_response& response)
{
    m_access.apply(response, [this](result<exchange_report> applied) {
        if (!applied) return tell(step_failed{applied.error()});
        emit exchanged(*applied);
        tell(answer_applied{applied->unsent_left > 0});
    });
}

} // namespace hotich
