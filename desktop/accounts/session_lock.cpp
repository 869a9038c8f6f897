#include "desktop/accounts/session_lock.h"

#include "desktop/accounts/system_signals.h"

#include <QCoreApplication>
#include <QEvent>

#include <limits>

namespace hotich {

session_lock::session_lock(int idle_ms)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle_ms);
    connect(&m_idle, &QTimer::timeout, this, &session_lock::lock);
    QCoreApplication::instance()->installEventFilter(this);
    m_signals = listen_to_system(*this);
}

int session_lock::quiet_ms() const
{
    return m_is_open ? m_idle.interval() - m_idle.remainingTime() : std::numeric_limits<int>::max();
}

void session_lock::begin()
{
    m_is_open = true;
    m_idle.start();
}

bool session_lock::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        if (m_is_open) m_idle.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void session_lock::lock()
{
    if (!m_is_open) return;
    m_is_open = false;
    m_idle.stop();
    emit locked();
}

void session_lock::lock_before_sleep(bool goes_to_sleep)
{
    if (goes_to_sleep) lock();
}

} // namespace hotich

#include "moc_session_lock.cpp"
