#include "desktop/accounts/session_lock.h"

#include <QCoreApplication>
#include <QEvent>

#ifdef HOTICH_WITH_DBUS
#include <QDBusConnection>
#endif

namespace hotich {

session_lock::session_lock(int idle_ms)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idle_ms);
    connect(&m_idle, &QTimer::timeout, this, &session_lock::lock);
    QCoreApplication::instance()->installEventFilter(this);
    listen_to_system();
}

/// logind tells of a locked screen and of sleep; where there is none, the idle time alone locks.
void session_lock::listen_to_system()
{
#ifdef HOTICH_WITH_DBUS
    auto bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) return;
    const QString service = "org.freedesktop.login1";
    bus.connect(service, {}, service + ".Session", "Lock", this, SLOT(lock()));
    bus.connect(
        service,
        "/org/freedesktop/login1",
        service + ".Manager",
        "PrepareForSleep",
        this,
        SLOT(lock_before_sleep(bool))
    );
#endif
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
