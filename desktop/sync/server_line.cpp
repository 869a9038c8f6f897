#include "desktop/sync/server_line.h"

#include "common/crypto/crypto.h"
#include "common/register/desk_accounts.h"

#include <algorithm>
#include <utility>

namespace hotich {

server_line::server_line(register_thread& desk, const wall_clock& time, scan_folder scans)
    : m_desk(desk), m_time(time), m_scans(std::move(scans))
{
    m_settle.setSingleShot(true);
    connect(&m_interval, &QTimer::timeout, this, &server_line::synchronise_now);
    connect(&m_settle, &QTimer::timeout, this, &server_line::synchronise_now);
}

void server_line::connect_desk()
{
    m_desk.ask(
        this,
        [](desk_register& desk) -> result<desk_facts> {
            TRY(const auto overview, desk.overview());
            auto dictionary = wire_dictionary::load(desk.known().folder());
            return desk_facts{
                desk.identity(),
                desk.key(),
                overview.last_sync_at,
                {line_of(desk), dictionary ? std::move(*dictionary) : wire_dictionary()},
                clock_skew_of(desk),
                traffic_of(desk)};
        },
        [this](result<desk_facts> facts) {
            if (facts && !facts->identity.desk.empty()) begin(*facts);
        }
    );
}

void server_line::begin(const desk_facts& facts)
{
    m_report.last_at = facts.last_at;
    m_report.clock_skew_ms = facts.clock_skew_ms;
    m_meter = facts.meter;
    m_driver = std::make_unique<sync_driver>(
        facts.identity,
        facts.key,
        access(),
        facts.line,
        [this] { return m_time.now(); },
        std::make_unique<system_random>()
    );
    connect(m_driver.get(), &sync_driver::phase_changed, this, &server_line::take_phase);
    connect(m_driver.get(), &sync_driver::exchanged, this, [this](const exchange_report& report) {
        const auto progress = m_driver->progress();
        m_report.revision = progress.here;
        m_report.feed_revision = progress.feed;
        emit changed();
        if (report.pulled > 0) emit records_changed();
    });
    m_carrier = std::make_unique<scan_carrier>(
        facts.identity,
        facts.key,
        scan_access(),
        [this] { return m_time.now(); },
        std::make_unique<system_random>()
    );
    connect(m_carrier.get(), &scan_carrier::finished, this, [this](const carried_scans& carried) {
        if (carried.traffic.total() > 0) keep(std::nullopt, carried.traffic);
        if (carried.fetched > 0) emit records_changed();
    });
    m_interval.start(line_interval_ms);
    listen(facts);
    look_at_clock();
    synchronise_now();
}

void server_line::listen(const desk_facts& facts)
{
    m_listener = std::make_unique<notice_listener>(
        facts.identity,
        facts.key,
        [this] { return m_time.now(); },
        std::make_unique<system_random>()
    );
    connect(m_listener.get(), &notice_listener::noticed, this, &server_line::take_notice);
    connect(m_listener.get(), &notice_listener::listening_changed, this, [this](bool is_listening) {
        m_interval.start(is_listening ? listening_line_interval_ms : line_interval_ms);
    });
    m_listener->start();
}

/// What is on its way here already needs no exchange of its own: while one runs, its end decides.
void server_line::take_notice(std::int64_t revision)
{
    m_noticed = std::max(m_noticed, revision);
    if (m_driver->phase() == sync_phase::working) return;
    m_desk.ask(
        this,
        [](desk_register& desk) -> result<std::int64_t> {
            TRY(const auto head, desk.log().head_of_feed());
            return head.revision;
        },
        [this](result<std::int64_t> cursor) {
            // Once a notice: a server that promises more than it has is not asked for ever.
            if (cursor && *cursor < std::exchange(m_noticed, 0)) synchronise_now();
        }
    );
}

sync_driver::register_access server_line::access()
{
    return {
        [this](const batch_limits& limits, std::function<void(result<sync_request>)> loaded) {
            m_desk.ask(
                this, [limits](desk_register& desk) { return load_outbox(desk, limits); }, loaded
            );
        },
        [this](sync_response response, std::function<void(result<exchange_report>)> applied) {
            const auto now = m_time.now();
            m_desk.ask(
                this,
                [response = std::move(response), now](desk_register& desk) {
                    return take_in_answer(desk, response, now);
                },
                applied
            );
        },
        [this](const learned_line& learned, const line_traffic& moved) { keep(learned, moved); },
        [this](const server_word& word) { take(word); },
    };
}

scan_carrier::register_access server_line::scan_access()
{
    return {
        [this](std::int64_t limit, auto told) {
            m_desk.ask(
                this, [limit](desk_register& desk) { return scans_to_carry(desk, limit); }, told
            );
        },
        [this](const scan_task& task, auto told) {
            m_desk.ask(
                this,
                [task, folder = m_scans](desk_register& desk) {
                    return scan_was_carried(desk, folder, task);
                },
                told
            );
        },
        [this](const scan_task& task, std::size_t offset, std::string piece, auto told) {
            m_desk.ask(
                this,
                [task, offset, piece = std::move(piece), folder = m_scans](desk_register&) {
                    const auto size = static_cast<std::size_t>(task.sealed_bytes);
                    return folder.put({task.sealed, size, offset, piece});
                },
                told
            );
        },
        [this](const scan_task& task, std::size_t offset, std::size_t most, auto told) {
            m_desk.ask(
                this,
                [task, offset, most, folder = m_scans](desk_register&) {
                    return folder.read(task.sealed, offset, most);
                },
                told
            );
        },
    };
}

void server_line::take(const server_word& word)
{
    m_report.clock_skew_ms = word.clock_skew_ms.value_or(m_report.clock_skew_ms);
    if (word.clock_skew_ms && !is_clock_wrong(*word.clock_skew_ms)) clock_is_right();
    m_desk.ask(
        this,
        [word](desk_register& desk) -> result<bool> {
            TRY_STATUS(take_word(desk, word));
            return true;
        },
        [this](const result<bool>& taken) {
            if (taken) return;
            m_report.reason = taken.error().detail;
            emit changed();
        }
    );
}

/// After the entries, and only when the office lets scans travel.
void server_line::carry_scans()
{
    m_desk.ask(
        this,
        [now = m_time.now()](desk_register& desk) -> result<bool> {
            return is_scan_time(desk.office(), now);
        },
        [this](const result<bool>& may_travel) {
            if (may_travel && *may_travel && m_carrier) m_carrier->carry();
        }
    );
}

void server_line::count_days_left()
{
    m_desk.ask(
        this,
        [now = m_time.now()](desk_register& desk) -> result<std::int64_t> {
            return days_left_offline(desk, now);
        },
        [this](const result<std::int64_t>& days) {
            const auto few =
                days && *days <= offline_warning_days ? std::optional(*days) : std::nullopt;
            if (std::exchange(m_report.days_left, few) != few) emit changed();
        }
    );
}

void server_line::look_at_clock()
{
    m_desk.ask(
        this,
        [now = m_time.now()](desk_register& desk) { return watch_clock(desk, now); },
        [this](const result<std::optional<clock_jump>>& jump) {
            if (!jump || *jump == m_report.jump) return;
            m_report.jump = *jump;
            emit changed();
        }
    );
}

void server_line::clock_is_right()
{
    if (!m_report.jump) return;
    m_desk.ask(
        this,
        [](desk_register& desk) { return settle_clock(desk); },
        [this](const status&) { look_at_clock(); }
    );
}

void server_line::keep(const std::optional<learned_line>& learned, const line_traffic& moved)
{
    const auto now = m_time.now();
    const auto today = to_iso(date_in_vietnam(now));
    m_meter.add(today, moved);
    m_report.today_bytes = m_meter.during(today).total();
    m_report.month_bytes = m_meter.during(today.substr(0, 7)).total();
    m_desk.ask(
        this,
        [learned, moved, now](desk_register& desk) -> result<bool> {
            TRY_STATUS(keep_line(desk, learned.value_or(line_of(desk)), moved, now));
            return true;
        },
        [](const result<bool>&) {} // a count that is lost is no reason to trouble anyone
    );
}

void server_line::synchronise_now()
{
    if (m_driver) m_driver->synchronise();
}

void server_line::take_phase(sync_phase phase, const std::optional<failure>& why)
{
    switch (phase) {
    case sync_phase::working:
        m_report.state = line_state::synchronising;
        break;
    case sync_phase::idle:
        m_report.state = line_state::up_to_date;
        m_report.last_at = m_time.now();
        break;
    case sync_phase::waiting:
        m_report.state =
            why && why->code == failure_code::busy ? line_state::put_off : line_state::offline;
        break;
    case sync_phase::stopped:
        m_report.state = line_state::refused;
        break;
    }
    m_report.trouble = why ? std::optional(why->code) : std::nullopt;
    m_report.reason = why ? why->detail : "";
    emit changed();
    if (phase != sync_phase::working) {
        look_at_clock();
        count_days_left();
    }
    if (phase == sync_phase::idle) carry_scans();
    if (phase == sync_phase::idle && m_noticed > 0) take_notice(m_noticed);
}

} // namespace hotich
