#include "desktop/app/practice_line.h"

#include "desktop/app/practice_desk.h"

namespace hotich {

namespace {

constexpr int settle_ms = 700; ///< one sees that an entry waits before it is decided

} // namespace

practice_line::practice_line(register_thread& desk, const wall_clock& time)
    : m_desk(desk), m_time(time), m_server(std::make_shared<std::unique_ptr<sample_world>>())
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settle_ms);
    connect(&m_settle, &QTimer::timeout, this, &practice_line::synchronise_now);
}

void practice_line::open(
    const std::string& file,
    const definitions& known,
    random_source& random,
    std::function<void(status)> opened
)
{
    m_desk.open(
        this,
        [file, &known, &random, now = m_time.now(), server = m_server](
        ) -> result<std::unique_ptr<desk_register>> {
            TRY(auto made, open_practice(file, known, random, now));
            *server = std::move(made.server);
            return std::move(made.desk);
        },
        [this, opened = std::move(opened)](const status& done) {
            opened(done);
            if (done) synchronise_now(); // what was written just before it was closed
        }
    );
}

void practice_line::synchronise_now()
{
    m_desk.ask(
        this,
        [server = m_server, now = m_time.now()](desk_register& desk) -> result<bool> {
            if (*server == nullptr) return failure{failure_code::offline, "no practice is open"};
            TRY_STATUS((*server)->exchange(desk, now));
            return true;
        },
        [this](const result<bool>& done) {
            m_report.state = done ? line_state::up_to_date : line_state::refused;
            m_report.trouble = done ? std::nullopt : std::optional(done.error().code);
            if (done) m_report.last_at = m_time.now();
            emit changed();
            emit records_changed();
        }
    );
}

} // namespace hotich

#include "moc_practice_line.cpp"
