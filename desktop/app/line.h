// How the line to the server stands, as the home page and the status line show it. The
// synchronisation's driver implements it; without one (tests, pictures) idle_line says what it was
// told to say.
#pragma once

#include "common/base/instant.h"
#include "common/base/result.h"
#include "common/register/clock_watch.h"

#include <QObject>

#include <optional>

namespace hotich {

/// put_off: the server is there, and says why it takes nothing in for now.
enum class line_state { not_tried, synchronising, up_to_date, offline, put_off, refused };

struct line_report
{
    line_state state = line_state::not_tried;
    std::optional<instant> last_at;      ///< the last synchronisation that succeeded
    std::optional<failure_code> trouble; ///< why it is put off or refused
    std::int64_t revision = 0;           ///< of the office's feed that is here
    std::int64_t feed_revision = 0;      ///< of the feed on the server; both 0: not told yet
    std::int64_t today_bytes = 0;        ///< over the line, both ways
    std::int64_t month_bytes = 0;
    std::int64_t clock_skew_ms = 0; ///< of this PC, as the server told; above 0: it is fast
    std::string reason = {};        ///< of "findings" in messages.json, where the server gave one
    /// Of work without the server, once they are few; below zero the time is over.
    std::optional<std::int64_t> days_left;
    std::optional<clock_jump> jump; ///< of this PC's clock, while it is to be told
};

class line : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] virtual line_report report() const = 0;
    /// Returns at once; what comes of it is signalled.
    virtual void synchronise_now() = 0;
    /// Something new waits in the outbox.
    virtual void work_waits() = 0;
    /// Somebody says that this PC's clock is right.
    virtual void clock_is_right() = 0;

signals:
    void changed();
    /// Records, numbers or the office changed: lists read again.
    void records_changed();
};

/// A line that stays as it is set.
class idle_line final : public line
{
    Q_OBJECT

public:
    [[nodiscard]] line_report report() const override { return m_report; }

    void synchronise_now() override { ++m_asked; }

    void work_waits() override {}

    void clock_is_right() override
    {
        m_report.jump.reset();
        emit changed();
    }

    void set(line_report report)
    {
        m_report = report;
        emit changed();
    }

    [[nodiscard]] int times_asked() const { return m_asked; }

private:
    line_report m_report;
    int m_asked = 0;
};

} // namespace hotich
