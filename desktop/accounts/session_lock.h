// Locks the workplace when nobody works: after some time without a key or a movement, when the
// system locks its screen, and before it sleeps. What locks is the window; the register stays open
// behind it, so that the line goes on. Used by app/application.
#pragma once

#include <QObject>
#include <QTimer>

#include <memory>

namespace hotich {

inline constexpr int idle_minutes_before_lock = 15;

class session_lock final : public QObject
{
    Q_OBJECT

public:
    explicit session_lock(int idle_ms = idle_minutes_before_lock * 60'000);

    /// From a sign-in until it is locked.
    void begin();

    /// For how long nobody has touched anything; very long behind the lock.
    [[nodiscard]] int quiet_ms() const;

    bool eventFilter(QObject* watched, QEvent* event) override;

public slots:
    /// As the system says it too.
    void lock();
    void lock_before_sleep(bool goes_to_sleep);

signals:
    void locked();

private:
    QTimer m_idle;
    bool m_is_open = false;
    std::shared_ptr<void> m_signals; ///< of the system (system_signals.h)
};

} // namespace hotich
