#include "desktop/worker/register_thread.h"

#include <QMetaObject>

namespace hotich {

register_thread::register_thread() : m_there(new QObject)
{
    m_thread.setObjectName("register");
    m_there->moveToThread(&m_thread);
    m_thread.start();
}

register_thread::~register_thread()
{
    // Asked last, so it runs after all other work; quitting from outside would overtake it.
    post([this] {
        m_desk.reset();
        m_there->deleteLater(); // happens when the thread finishes
        m_thread.quit();
    });
    m_thread.wait();
}

void register_thread::open(QObject* receiver, opener make, std::function<void(status)> done)
{
    post([this,
          guard = QPointer<QObject>(receiver),
          make = std::move(make),
          done = std::move(done)] {
        status given;
        try {
            auto opened = make();
            if (opened)
                m_desk = std::move(*opened);
            else
                given = opened.error();
        } catch (const std::exception& error) {
            given = failure{failure_code::corrupt_data, std::string("unexpected: ") + error.what()};
        }
        reply([guard, given, done] {
            if (guard) done(given);
        });
    });
}

void register_thread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_there, std::move(job), Qt::QueuedConnection);
}

void register_thread::reply(std::function<void()> job)
{
    QMetaObject::invokeMethod(&m_here, std::move(job), Qt::QueuedConnection);
}

} // namespace hotich
