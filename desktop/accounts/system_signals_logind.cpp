// Linux: logind, by D-Bus.
#include "desktop/accounts/session_lock.h"
#include "desktop/accounts/system_signals.h"

#include <QDBusConnection>

namespace hotich {

std::shared_ptr<void> listen_to_system(session_lock& lock)
{
    auto bus = QDBusConnection::systemBus();
    if (!bus.isConnected()) return {};
    const QString service = "org.freedesktop.login1";
    bus.connect(service, {}, service + ".Session", "Lock", &lock, SLOT(lock()));
    bus.connect(
        service,
        "/org/freedesktop/login1",
        service + ".Manager",
        "PrepareForSleep",
        &lock,
        SLOT(lock_before_sleep(bool))
    );
    return {};
}

} // namespace hotich
