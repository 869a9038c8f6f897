#include "tests/simulation/world.h"

#include "common/sql/sqlcipher_connection.h"
#include "common/sync/bundle_host.h"
#include "tests/simulation/checkers.h"
#include "tests/simulation/pin_errands.h"
#include "tests/simulation/simulated_desk.h"
#include "tests/simulation/simulated_servers.h"

#include <algorithm>

namespace hotich::test {

namespace {

constexpr std::size_t kept_events = 50;
constexpr std::int64_t answer_timeout_ms = 60'000;
constexpr std::int64_t settling_ms = 4 * 3600 * 1000;
/// 19:00 of 31 December 2026 in Vietnam: the day's work goes on into the next year's books.
constexpr instant new_years_eve{monday_morning.ms + (38 * 24 + 11) * 3600ll * 1000};

instant start_of(std::uint64_t seed) { return seed % 4 == 0 ? new_years_eve : monday_morning; }

constexpr std::uint64_t longest_ride_ms = 3 * 3600 * 1000;

class world
{
public:
    explicit world(const world_settings& settings)
        : m_settings(settings),
          m_start(start_of(settings.seed)),
          m_random(settings.seed),
          m_servers(2, m_random),
          m_pins({m_plan, m_servers, m_network, m_random, m_start})
    {
        for (const auto* office : {"00004", "00070"})
            must(m_servers.calm().put_office(office_of(office), m_start));
        for (const auto* office : {"00004", "00004", "00070"})
            enrol_desk(office);
    }

    world_report live()
    {
        choose_faults();
        for (int i = 0; i < m_settings.steps; ++i) {
            const auto which = m_random.below(m_desks.size());
            at(some_time(0, m_settings.day_ms), [this, which] {
                if (!m_desks[which]->work(now())) power_is_back_later(which);
            });
        }
        for (std::size_t which = 0; which < m_desks.size(); ++which)
            for (std::int64_t when = 0; when < m_settings.day_ms; when += 20 * 60'000)
                at(when + static_cast<std::int64_t>(m_random.below(20 * 60'000)),
                   [this, which] { want_sync(which); });
        plan_misfortunes();
        for (std::size_t which = 0; which < m_desks.size(); ++which)
            at(some_time(0, m_settings.day_ms), [this, which] { send_courier(which); });
        m_pins.begin();
        m_servers.begin_mail_rounds(m_plan, m_start);
        m_plan.run_until(m_settings.day_ms);
        heal();
        check_promises(m_servers.disk(), m_servers.key().public_hex, m_desks, m_settings, m_report);
        check_pins(m_servers.disk(), m_pins.given(), m_report);
        return std::move(m_report);
    }

private:
    // --- time
    void at(std::int64_t at_ms, std::function<void()> act) { m_plan.at(at_ms, std::move(act)); }

    void after(std::int64_t delay_ms, std::function<void()> act)
    {
        at(m_plan.now_ms() + delay_ms, std::move(act));
    }

    [[nodiscard]] instant now() const { return {m_start.ms + m_plan.now_ms()}; }

    void tell_event(const std::string& what)
    {
        m_report.last_events.push_back(std::to_string(m_plan.now_ms()) + " ms: " + what);
        if (m_report.last_events.size() > kept_events) m_report.last_events.pop_front();
    }

    bool happens(unsigned thousandths)
    {
        return thousandths != 0 && m_random.below(1000) < thousandths;
    }

    // --- set-up
    void enrol_desk(const std::string& office)
    {
        auto service = m_servers.calm();
        const auto code = must(service.new_enrol_code(office, now(), m_random));
        auto made = std::make_unique<simulated_desk>(
            office, std::shared_ptr<sql_connection>(must(open_in_memory())), m_random
        );
        made->start();
        const auto enrolled = must(service.enrol(code, made->desk().key().public_hex, now()));
        must(made->desk().complete_enrolment(
            {enrolled.office, enrolled.desk, "https://simulated", "", enrolled.server_key}
        ));
        m_desks.push_back(std::move(made));
    }

    /// Each world is bad in its own way; some are not bad at all.
    void choose_faults()
    {
        const auto up_to = [this](std::uint64_t most) {
            return static_cast<unsigned>(m_random.below(most + 1));
        };
        if (m_random.below(8) != 0)
            m_network = {
                up_to(300),
                up_to(200),
                up_to(150),
                1 + static_cast<std::int64_t>(m_random.below(120'000))};
        if (m_random.below(4) != 0) m_servers.faults = {up_to(20), up_to(40), up_to(40), up_to(20)};
        for (auto& desk : m_desks) {
            if (m_random.below(4) != 0) desk->faults = {up_to(20), up_to(40), up_to(40), up_to(20)};
            if (m_random.below(4) == 0)
                desk->clock_error_ms =
                    (static_cast<std::int64_t>(m_random.below(7)) - 3) * 24 * 3600 * 1000;
        }
    }

    [[nodiscard]] std::int64_t some_time(std::int64_t from_ms, std::int64_t to_ms)
    {
        return from_ms
            + static_cast<std::int64_t>(m_random.below(static_cast<std::uint64_t>(to_ms - from_ms))
            );
    }

    /// What befalls single desks: an old copy put back, a clock that jumps, being shut out.
    void plan_misfortunes()
    {
        const auto day = m_settings.day_ms;
        // What the server and all its desks have lost comes back from nowhere.
        const bool server_falls_back = m_random.below(6) == 0;
        if (server_falls_back) {
            at(some_time(0, day / 2), [this] { m_servers.back_up(); });
            at(some_time(day / 2, day), [this] { put_server_back(); });
        }
        for (std::size_t which = 0; which < m_desks.size(); ++which) {
            if (m_random.below(6) == 0 && !server_falls_back) {
                const auto copied = some_time(0, day / 2);
                at(copied, [this, which] { m_desks[which]->back_up(); });
                at(some_time(copied + 1, day), [this, which] { put_back(which); });
            }
            if (m_random.below(4) == 0)
                at(some_time(0, day), [this, which] {
                    m_desks[which]->clock_error_ms = some_time(-3, 4) * 24 * 3600 * 1000;
                });
        }
        if (m_random.below(8) == 0) at(some_time(0, day), [this] { shut_out(1); });
    }

    void put_back(std::size_t which)
    {
        tell_event("desk " + std::to_string(which) + " was restored from an old copy");
        m_waiting[which] = 0;
        m_desks[which]->restore(m_servers.disk());
        ++m_report.restored;
        start(which);
    }

    void put_server_back()
    {
        tell_event("the servers' store was restored from an old copy");
        m_servers.restore(now());
        ++m_report.servers_restored;
        for (const auto& desk : m_desks)
            if (desk->shut_out_at) // the operator does it again
                must(m_servers.calm().shut_out(desk->office(), desk->name(), now()));
    }

    void shut_out(std::size_t which)
    {
        auto& desk = *m_desks[which];
        tell_event("desk " + std::to_string(which) + " was shut out");
        desk.shut_out_at = last_signed(m_servers.disk(), desk.office(), m_desks);
        must(m_servers.calm().shut_out(desk.office(), desk.name(), now()));
        ++m_report.shut_out;
    }

    // --- desks
    void power_is_back_later(std::size_t which)
    {
        tell_event("desk " + std::to_string(which) + " lost power");
        after(1000 + static_cast<std::int64_t>(m_random.below(600'000)), [this, which] {
            start(which);
        });
    }

    void start(std::size_t which)
    {
        auto& desk = *m_desks[which];
        if (desk.is_running()) return;
        if (!desk.start() || !desk.is_running()) {
            power_is_back_later(which);
            return;
        }
        want_sync(which);
    }

    void want_sync(std::size_t which) { tell(which, sync_wanted{}); }

    void tell(std::size_t which, const sync_input& input)
    {
        for (const auto& effect : m_desks[which]->tell(input, now()))
            do_effect(which, effect);
    }

    void do_effect(std::size_t which, const sync_effect& effect)
    {
        auto& desk = *m_desks[which];
        if (!desk.is_running()) return;
        if (const auto* batch = std::get_if<send_batch>(&effect))
            return send(which, batch->request);
        if (const auto* wake = std::get_if<wake_at>(&effect)) {
            after(std::max<std::int64_t>(wake->when.ms - desk.clock(now()).ms, 1), [this, which] {
                want_sync(which);
            });
            return;
        }
        if (std::holds_alternative<report_phase>(effect)) return;
        const auto next = desk.carry_out(effect, now());
        if (!desk.is_running()) return power_is_back_later(which);
        if (!next) return;
        if (const auto* failed = std::get_if<step_failed>(&*next))
            tell_event("desk " + std::to_string(which) + " failed itself: " + failed->why.detail);
        tell(which, *next);
    }

    // --- the network
    std::int64_t delay()
    {
        return 1
            + static_cast<std::int64_t>(
                   m_random.below(static_cast<std::uint64_t>(m_network.max_delay_ms + 1))
            );
    }

    std::string maybe_cut(std::string message)
    {
        if (happens(m_network.cut)) message.resize(m_random.below(message.size()));
        return message;
    }

    void send(std::size_t which, const sync_request& request)
    {
        const int number = ++m_desks[which]->sent;
        const auto message = encode(request);
        after(answer_timeout_ms, [this, which, number] {
            if (m_desks[which]->sent == number && m_waiting[which] == number)
                fail_request(which, number);
        });
        m_waiting[which] = number;
        for (unsigned copies = happens(m_network.twice) ? 2 : 1; copies > 0; --copies)
            if (!happens(m_network.lose))
                after(delay(), [this, which, number, text = maybe_cut(message)] {
                    arrive_at_server(which, number, text);
                });
    }

    void fail_request(std::size_t which, int number)
    {
        m_waiting[which] = 0;
        tell_event(
            "desk " + std::to_string(which) + " got no answer to request " + std::to_string(number)
        );
        tell(which, step_failed{{failure_code::offline, "simulated: no answer"}});
    }

    void arrive_at_server(std::size_t which, int number, const std::string& text)
    {
        const auto request = decode_request(text);
        if (!request) return; // a cut request ends in a broken connection
        result<sync_response> answer = failure{failure_code::busy, "simulated"};
        const bool answers = m_servers.on_any(now(), [&](host& service, sql_connection&) {
            answer = service.exchange(*request, now());
        });
        if (!answers) return tell_event("no server answered");
        if (happens(m_network.lose)) return;
        after(
            delay(),
            [this,
             which,
             number,
             reply = answer ? maybe_cut(encode(*answer)) : std::string(),
             why = answer ? failure{} : answer.error()] {
                arrive_at_desk(which, number, reply, why);
            }
        );
    }

    void arrive_at_desk(std::size_t which, int number, const std::string& text, const failure& why)
    {
        if (m_waiting[which] != number || !m_desks[which]->is_running())
            return; // late, or nobody is there
        m_waiting[which] = 0;
        if (text.empty() && !why.detail.empty()) {
            tell_event("desk " + std::to_string(which) + " was refused: " + why.detail);
            return tell(which, step_failed{why});
        }
        auto response = decode_response(text);
        if (response)
            tell(which, answer_received{std::move(*response)});
        else
            tell(which, step_failed{{failure_code::offline, "simulated: cut answer"}});
    }

    // --- the courier: slow, forgetful, and what is carried may be carried twice
    void ride(const std::string& file, const std::function<void(const std::string&)>& arrive)
    {
        for (unsigned copies = happens(m_network.twice) ? 2 : 1; copies > 0; --copies)
            if (!happens(m_network.lose))
                after(
                    1 + static_cast<std::int64_t>(m_random.below(longest_ride_ms)),
                    [arrive, carried = maybe_cut(file)] { arrive(carried); }
                );
    }

    void send_courier(std::size_t which)
    {
        const bool was_running = m_desks[which]->is_running();
        const auto file = m_desks[which]->pack_bundle(now());
        if (was_running && !m_desks[which]->is_running()) return power_is_back_later(which);
        if (file.empty()) return;
        ride(file, [this, which](const std::string& carried) { bundle_at_server(which, carried); });
    }

    void bundle_at_server(std::size_t which, const std::string& file)
    {
        std::optional<result<taken_bundle>> taken;
        const bool answers = m_servers.on_any(now(), [&](host& service, sql_connection& disk) {
            taken.emplace(bundle_host(service, disk, m_servers.key()).take_in(file, now()));
        });
        if (!answers) return take_in_again(which, file);
        if (!*taken) {
            if (taken->error().code == failure_code::storage_unavailable)
                take_in_again(which, file);
            return;
        }
        ++m_report.bundles;
        ride((*taken)->answer.file, [this, which](const std::string& answer) {
            bundle_at_desk(which, answer);
        });
    }

    /// Who saw that it failed does it again.
    void take_in_again(std::size_t which, const std::string& file)
    {
        after(600'000, [this, which, file] { bundle_at_server(which, file); });
    }

    void bundle_at_desk(std::size_t which, const std::string& file)
    {
        if (!m_desks[which]->is_running()) return;
        m_desks[which]->take_bundle(file, now());
        if (!m_desks[which]->is_running()) power_is_back_later(which);
    }

    // --- the end of the day
    void heal()
    {
        m_network = {};
        m_servers.faults = {};
        m_pins.end();
        for (std::size_t which = 0; which < m_desks.size(); ++which) {
            m_desks[which]->faults = {};
            m_desks[which]->clock_error_ms = 0;
            start(which);
        }
        // Until nobody has anything to tell, also of what the last courier brought.
        for (int round = 1; round <= 8; ++round)
            for (std::size_t which = 0; which < m_desks.size(); ++which)
                after(round * settling_ms / 9, [this, which] { want_sync(which); });
        m_plan.run_until(m_plan.now_ms() + settling_ms);
        for (const auto& desk : m_desks)
            m_report.crashes += desk->crashes;
        m_report.crashes += m_servers.crashes;
    }

    world_settings m_settings;
    instant m_start;
    seeded_random m_random;
    simulated_servers m_servers;
    network_faults m_network;
    timetable m_plan;
    pin_errands m_pins;
    std::vector<std::unique_ptr<simulated_desk>> m_desks;
    std::map<std::size_t, int> m_waiting; ///< the request each desk waits for
    world_report m_report;
};

} // namespace

world_report live(const world_settings& settings) { return world(settings).live(); }

} // namespace hotich::test
