// Windows: messages to a top-level window that is never shown. WM_WTSSESSION_CHANGE comes to a
// window that asked for it; WM_POWERBROADCAST and WM_QUERYENDSESSION come to every top-level one,
// but not to a message-only window.
#include "desktop/accounts/session_lock.h"
#include "desktop/accounts/system_signals.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QWindow>
#include <windows.h>
#include <wtsapi32.h>

namespace hotich {

namespace {

bool must_lock(const MSG& message)
{
    switch (message.message) {
    case WM_WTSSESSION_CHANGE:
        return message.wParam == WTS_SESSION_LOCK || message.wParam == WTS_CONSOLE_DISCONNECT
            || message.wParam == WTS_REMOTE_DISCONNECT || message.wParam == WTS_SESSION_LOGOFF;
    case WM_POWERBROADCAST:
        return message.wParam == PBT_APMSUSPEND;
    case WM_QUERYENDSESSION:
        return true;
    default:
        return false;
    }
}

class windows_signals final : public QAbstractNativeEventFilter
{
public:
    explicit windows_signals(session_lock& lock) : m_lock(lock)
    {
        m_window.create();
        WTSRegisterSessionNotification(handle(), NOTIFY_FOR_THIS_SESSION);
        QCoreApplication::instance()->installNativeEventFilter(this);
    }

    windows_signals(const windows_signals&) = delete;
    windows_signals& operator=(const windows_signals&) = delete;

    ~windows_signals() override
    {
        QCoreApplication::instance()->removeNativeEventFilter(this);
        WTSUnRegisterSessionNotification(handle());
    }

    /// Nothing is answered: the session may end, and Qt sees every message too.
    bool nativeEventFilter(const QByteArray& kind, void* message, qintptr*) override
    {
        if (kind == "windows_generic_MSG" && must_lock(*static_cast<const MSG*>(message)))
            m_lock.lock();
        return false;
    }

private:
    [[nodiscard]] HWND handle() { return reinterpret_cast<HWND>(m_window.winId()); }

    session_lock& m_lock;
    QWindow m_window;
};

} // namespace

std::shared_ptr<void> listen_to_system(session_lock& lock)
{
    return std::make_shared<windows_signals>(lock);
}

} // namespace hotich
