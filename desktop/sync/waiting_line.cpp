#include "desktop/sync/waiting_line.h"

#include "common/sync/desk_line.h"
#include "common/sync/server_word.h"

#include <QEventLoop>

namespace hotich {

namespace {

sync_driver::register_access access_to(
    desk_register& desk, const std::function<instant()>& now, status& heard
)
{
    return {
        [&desk](const batch_limits& limits, auto loaded) { loaded(load_outbox(desk, limits)); },
        [&desk, now](const sync_response& response, auto applied) {
            applied(take_in_answer(desk, response, now()));
        },
        [&desk, now](const learned_line& learned, const line_traffic& moved) {
            // A count that cannot be kept stops nobody's work.
            (void)keep_line(desk, learned, moved, now()).has_value();
        },
        [&desk, &heard](const server_word& word) { heard = take_word(desk, word); },
    };
}

} // namespace

result<synchronisation> synchronise_and_wait(
    desk_register& desk,
    wire_dictionary dictionary,
    const std::function<instant()>& now,
    const std::function<void(const feed_progress&)>& exchanged
)
{
    if (!desk.is_enrolled()) return failure{failure_code::not_allowed, "this desk is not enrolled"};
    synchronisation sum;
    std::optional<failure> trouble;
    status heard;
    QEventLoop loop;
    sync_driver driver(
        desk.identity(),
        desk.key(),
        access_to(desk, now, heard),
        {line_of(desk), std::move(dictionary)},
        now,
        std::make_unique<system_random>()
    );
    QObject::connect(&driver, &sync_driver::exchanged, &loop, [&](const exchange_report& report) {
        sum.progress = driver.progress();
        sum.all.add(report);
        if (exchanged) exchanged(sum.progress);
    });
    QObject::connect(
        &driver,
        &sync_driver::phase_changed,
        &loop,
        [&](sync_phase phase, const std::optional<failure>& why) {
            if (phase == sync_phase::working) return;
            trouble = why;
            loop.quit();
        }
    );
    QMetaObject::invokeMethod(
        &driver, [&driver] { driver.synchronise(); }, Qt::QueuedConnection
    );
    loop.exec();
    if (!heard) return heard.error();
    if (trouble) return *trouble;
    return sum;
}

result<server_client::enrolled_desk> enrol_and_wait(
    const std::string& server, const enrol_code_parts& code, const std::string& public_key
)
{
    server_client client(QUrl(QString::fromStdString(server)), code.fingerprint_prefix_hex);
    result<server_client::enrolled_desk> answer = failure{failure_code::cancelled, "no answer"};
    QEventLoop loop;
    const auto ask = [&] {
        client.enrol(code.secret, public_key, [&](result<server_client::enrolled_desk> given) {
            answer = std::move(given);
            loop.quit();
        });
    };
    QMetaObject::invokeMethod(&loop, ask, Qt::QueuedConnection);
    loop.exec();
    return answer;
}

} // namespace hotich
