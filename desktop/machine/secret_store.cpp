#include "desktop/machine/secret_store.h"

#include <QEventLoop>
#include <QString>
#include <QThread>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>

namespace hotich {

namespace {

constexpr const char* service = "hotich";
/// Long enough for somebody to unlock the store when the system asks him.
constexpr int patience_ms = 120'000;

/// In a thread of its own: the store answers through an event loop, and what calls must not be
/// entered again while it waits.
template <class Job>
QKeychain::Error finished(
    const QString& name, const std::function<void(Job&)>& prepare, QString& text
)
{
    auto error = QKeychain::OtherError;
    const std::unique_ptr<QThread> asking(QThread::create([&] {
        QEventLoop loop;
        auto* const job = new Job(service); // an answer may come after patience has ended
        job->setAutoDelete(false);
        job->setInsecureFallback(false);
        job->setKey(name);
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
            error = job->error();
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>) text = job->textData();
            job->deleteLater();
            loop.quit();
        });
        QTimer::singleShot(patience_ms, &loop, &QEventLoop::quit);
        job->start();
        loop.exec();
    }));
    asking->start();
    asking->wait();
    return error;
}

result<std::optional<secret_key>> find(const std::string& name)
{
    QString text;
    const auto error = finished<QKeychain::ReadPasswordJob>(
        QString::fromStdString(name), [](QKeychain::ReadPasswordJob&) {}, text
    );
    if (error == QKeychain::EntryNotFound) return std::optional<secret_key>();
    if (error != QKeychain::NoError)
        return failure{failure_code::not_allowed, machine_store_closed};
    TRY(const auto secret, secret_key_of_hex(text.toStdString()));
    return std::optional(secret);
}

status keep(const std::string& name, const secret_key& secret)
{
    QString none;
    const auto error = finished<QKeychain::WritePasswordJob>(
        QString::fromStdString(name),
        [&secret](QKeychain::WritePasswordJob& job) {
            job.setTextData(QString::fromStdString(to_hex(secret)));
        },
        none
    );
    if (error != QKeychain::NoError) return failure{failure_code::not_allowed, machine_key_needed};
    // A store that forgets would shut everybody out: what was kept is read back.
    TRY(const auto kept, find(name));
    if (kept != secret) return failure{failure_code::not_allowed, machine_key_needed};
    return {};
}

} // namespace

machine_store store_of_this_pc() { return {find, keep}; }

} // namespace hotich
