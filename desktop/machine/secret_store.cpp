#include "desktop/machine/secret_store.h"

#include <QSemaphore>
#include <QString>
#include <QThread>
#include <qt6keychain/keychain.h>

#include <memory>

namespace hotich {

namespace {

constexpr const char* service = "hotich";
/// Long enough for somebody to unlock the store when the system asks him.
constexpr int patience_ms = 120'000;

/// QtKeychain runs one job at a time and notes its end in the thread that asked first: where that
/// is gone, the third job waits for ever. So all are asked from one thread, which never ends. Not
/// from the caller's: the store answers through an event loop, and what calls must not be entered
/// again while it waits.
QObject* asking_place()
{
    static QObject* const place = [] {
        auto* const thread = new QThread;
        auto* const made = new QObject;
        made->moveToThread(thread);
        thread->start();
        return made;
    }();
    return place;
}

struct store_answer
{
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
    QSemaphore is_there; ///< it may come after patience has ended
};

template <class Job>
std::shared_ptr<store_answer> ask(const std::string& name, const std::function<void(Job&)>& prepare)
{
    auto answer = std::make_shared<store_answer>();
    const auto start = [answer, prepare, name] {
        auto* const job = new Job(service); // deletes itself
        job->setInsecureFallback(false);
        job->setKey(QString::fromStdString(name));
        prepare(*job);
        QObject::connect(job, &QKeychain::Job::finished, job, [job, answer] {
            answer->error = job->error();
            if constexpr (std::is_same_v<Job, QKeychain::ReadPasswordJob>)
                answer->text = job->textData();
            answer->is_there.release();
        });
        job->start();
    };
    QMetaObject::invokeMethod(asking_place(), start, Qt::QueuedConnection);
    if (answer->is_there.tryAcquire(1, patience_ms)) return answer;
    return std::make_shared<store_answer>();
}

result<std::optional<secret_key>> find(const std::string& name)
{
    const auto answer = ask<QKeychain::ReadPasswordJob>(name, [](QKeychain::ReadPasswordJob&) {});
    if (answer->error == QKeychain::EntryNotFound) return std::optional<secret_key>();
    if (answer->error != QKeychain::NoError)
        return failure{failure_code::not_allowed, machine_store_closed};
    TRY(const auto secret, secret_key_of_hex(answer->text.toStdString()));
    return std::optional(secret);
}

status keep(const std::string& name, const secret_key& secret)
{
    const auto answer =
        ask<QKeychain::WritePasswordJob>(name, [secret](QKeychain::WritePasswordJob& job) {
            job.setTextData(QString::fromStdString(to_hex(secret)));
        });
    if (answer->error != QKeychain::NoError)
        return failure{failure_code::not_allowed, machine_key_needed};
    // A store that forgets would shut everybody out: what was kept is read back.
    TRY(const auto kept, find(name));
    if (kept != secret) return failure{failure_code::not_allowed, machine_key_needed};
    return {};
}

} // namespace

machine_store store_of_this_pc() { return {find, keep}; }

} // namespace hotich
