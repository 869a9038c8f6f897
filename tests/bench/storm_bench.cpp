// After an outage every desk is back at once: N desks, each with three days of work, connect within
// ten seconds to the real program over TLS and the real protocol. The work is signed before the
// clock runs. The line is slow: each flight of a client (connect, hello, request) leaves 300 ms
// after it was made, so that every round trip takes that long; the server's own flights are not
// held. Clients come again when Retry-After says. The reference is the same desks doing nothing but
// the TLS handshake, against the same program.
#include "common/base/ids.h"
#include "common/sync/request_signature.h"
#include "tests/bench/bench.h"
#include "tests/bench/storm_line.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <boost/asio/io_context.hpp>

#include <cstdio>
#include <random>

namespace hotich::bench {

namespace {

using namespace hotich::test;
namespace asio = boost::asio;
using steady = std::chrono::steady_clock;

constexpr double full_desks = 11'160;
constexpr int registrations_per_desk = 12;
constexpr int registrations_in_first = 4;
constexpr int desks_per_office = 3;
constexpr double arrival_window_s = 10;
constexpr auto longest_storm = std::chrono::seconds(300);

/// A desk with its work: signed, waiting to be sent.
struct waiting_desk
{
    std::string office;
    std::string desk;
    signing_key key;
    std::array<sync_request, 2> batches;
};

std::array<sync_request, 2> work_of(
    const waiting_desk& of, desk_register& form, int first_birth, random_source& random
)
{
    const auto& birth = *real_definitions().find_event("birth");
    std::array<sync_request, 2> batches;
    chain_head head;
    for (int n = 0; n < registrations_per_desk; ++n) {
        auto& batch = batches[n < registrations_in_first ? 0 : 1];
        auto checked = form.check(birth, made_birth(first_birth + n), monday_morning);
        checked.data["signer_name"] = "Trần Thị Người Ký";
        checked.data["signer_title"] = "Chủ tịch";
        const auto op = make_operation(
            {of.office,
             of.desk,
             operation_kind::registration,
             new_uuid(monday_morning, random),
             monday_morning,
             "Clerk",
             {{"event", "birth"}, {"data", checked.data}, {"overrides", json::array()}}},
            head
        );
        head = {op.seq, op.hash};
        batch.office = of.office;
        batch.desk = of.desk;
        batch.bodies.push_back(op.body);
        batch.signature = sign_hex(head_message(op.hash), of.key);
    }
    return batches;
}

std::vector<waiting_desk> prepare(storm_server& server, int desks)
{
    system_random random;
    auto store = server.open_store();
    must(store->execute_script("PRAGMA synchronous = OFF")); // nothing is measured yet
    host operators(*store, real_definitions(), server.feed_key());
    auto form =
        must(desk_register::over(must(open_in_memory()), "Clerk", real_definitions(), random));
    std::vector<waiting_desk> out;
    std::string office;
    for (int n = 0; n < desks; ++n) {
        if (n % desks_per_office == 0) {
            auto profile = ba_dinh();
            office = profile.code = "S" + std::to_string(10'000 + n / desks_per_office);
            must(operators.put_office(profile, monday_morning));
        }
        waiting_desk one{office, "", new_signing_key(random), {}};
        const auto code = must(operators.new_enrol_code(office, monday_morning, random));
        const auto enrolled = must(operators.enrol(code, one.key.public_hex, monday_morning));
        one.desk = enrolled.desk;
        if (n == 0)
            must(form->complete_enrolment(
                {enrolled.office, enrolled.desk, "", "", enrolled.server_key}
            ));
        one.batches = work_of(one, *form, n * registrations_per_desk, random);
        out.push_back(std::move(one));
    }
    return out;
}

/// What a client lived through, in seconds since it began to connect.
struct storm_times
{
    std::vector<double> first_receipts;
    std::vector<double> ends;
    int finished = 0;
    int sent_away = 0; ///< told to come again
    int lines_lost = 0;
    int refused = 0; ///< answers that no client of ours should get
};

class storm_desk
{
public:
    storm_desk(storm_lines& lines, const waiting_desk* work, storm_times& times, unsigned number)
        : m_work(work),
          m_times(times),
          m_line(
              lines,
              number,
              {[this] { ready(); },
               [this](storm_answer answer) { take(answer); },
               [this] { lost(); }}
          )
    {}

    void begin()
    {
        m_begun = steady::now();
        m_line.connect();
    }

private:
    [[nodiscard]] double passed() const
    {
        return std::chrono::duration<double>(steady::now() - m_begun).count();
    }

    void ready()
    {
        if (m_work != nullptr && m_next < m_work->batches.size()) return send();
        if (m_is_done) return;
        m_is_done = true;
        ++m_times.finished;
        m_times.ends.push_back(passed());
    }

    void send()
    {
        system_random random;
        auto request = m_work->batches[m_next];
        request.cursor = m_cursor;
        const auto body = compress(encode(request));
        const auto path = "/v1/offices/" + request.office + "/sync";
        const auto nonce = new_uuid(monday_morning, random);
        const auto header = authorization_header(
            request.desk, {"POST", path, monday_morning.ms, nonce, body}, m_work->key
        );
        m_line.send(
            "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: zstd\r\n"
            + "Accept-Encoding: zstd\r\nAuthorization: " + header
            + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body
        );
    }

    void take(const storm_answer& answer)
    {
        if (answer.status == 503 || answer.status == 429) {
            ++m_times.sent_away;
            return m_line.after(std::chrono::seconds(answer.retry_after_s), [this] { again(); });
        }
        const auto text = decompress(answer.body);
        if (answer.status != 200 || !text) {
            ++m_times.refused;
            return;
        }
        const auto head = must(parse_json_object(text->substr(0, text->find('\n'))));
        m_cursor = must(integer_member(head.at("head").as_object(), "revision"));
        if (m_next++ == 0) m_times.first_receipts.push_back(passed());
        ready();
    }

    void again() { m_line.is_open() ? send() : m_line.connect(); }

    void lost()
    {
        if (m_is_done) return;
        ++m_times.lines_lost;
        m_line.after(std::chrono::seconds(2), [this] { m_line.connect(); });
    }

    const waiting_desk* m_work; ///< none: only the handshake
    storm_times& m_times;
    storm_line m_line;
    std::size_t m_next = 0;
    std::int64_t m_cursor = 0;
    bool m_is_done = false;
    steady::time_point m_begun;
};

struct storm_outcome
{
    storm_times times;
    double all_done_s = 0;
    double server_cpu_s = 0;
    double memory_kb_per_line = 0;
};

/// All desks come within the window; ends when all are done, with their lines still open.
storm_outcome storm(
    storm_server& server, const std::vector<waiting_desk>& desks, std::size_t count, bool with_work
)
{
    asio::io_context io(1);
    storm_lines lines(io, server.port());
    storm_outcome out;
    std::vector<std::unique_ptr<storm_desk>> all;
    std::vector<std::unique_ptr<asio::steady_timer>> starts;
    std::mt19937 chance(1);
    std::uniform_real_distribution<double> when(0, arrival_window_s);
    for (std::size_t n = 0; n < count; ++n) {
        const auto* work = with_work ? &desks[n] : nullptr;
        all.push_back(std::make_unique<storm_desk>(lines, work, out.times, static_cast<unsigned>(n))
        );
        starts.push_back(std::make_unique<asio::steady_timer>(
            io, std::chrono::milliseconds(static_cast<int>(1000 * when(chance)))
        ));
        starts.back()->async_wait([desk = all.back().get()](const auto&) { desk->begin(); });
    }
    const auto memory_before = server.memory_kb();
    const auto cpu_before = server.cpu_s();
    const auto begun = steady::now();
    while (out.times.finished < static_cast<int>(count) && steady::now() < begun + longest_storm)
        io.run_for(std::chrono::milliseconds(20));
    out.all_done_s = std::chrono::duration<double>(steady::now() - begun).count();
    io.run_for(std::chrono::seconds(1)); // what the server still does for them
    out.server_cpu_s = server.cpu_s() - cpu_before;
    out.memory_kb_per_line = (server.memory_kb() - memory_before) / static_cast<double>(count);
    return out;
}

/// Operations that the store does not have exactly once, decided.
double lost_operations(storm_server& server, std::size_t desks)
{
    auto store = server.open_store();
    const auto rows = must(store->query(
        "SELECT count(*), count(verdict), count(DISTINCT record) FROM operation WHERE office LIKE "
        "'S%' AND body LIKE '%\"kind\":\"register\"%'",
        {}
    ));
    const auto expected = static_cast<double>(desks) * registrations_per_desk;
    double worst = 0;
    for (std::size_t column = 0; column < 3; ++column) {
        const auto found = static_cast<double>(rows.front().integer(column));
        worst = std::max(worst, std::abs(expected - found));
    }
    return worst;
}

} // namespace

std::vector<measure> storm(const settings& chosen)
{
    const auto count = static_cast<std::size_t>(std::max(50.0, full_desks * chosen.scale));
    const scratch_folder folder;
    storm_server server(folder.file("data"));
    const auto desks = prepare(server, static_cast<int>(count));
    server.start();
    const auto greeting = storm(server, desks, count, false);
    server.restart(); // its memory begins anew
    const auto full = storm(server, desks, count, true);
    server.stop();
    const auto n = static_cast<double>(count);
    const auto& times = full.times;
    const double handshake_ms = 1000 * greeting.server_cpu_s / n;
    std::fprintf(
        stderr,
        "storm: %zu desks, %d told to come again, %d lines lost, %d unexpected answers, "
        "unfinished %d\n",
        count,
        times.sent_away,
        times.lines_lost,
        times.refused,
        static_cast<int>(count) - times.finished
    );
    return {
        {"first receipt, median", "s", percentile(times.first_receipts, 0.5), 0, 0, "", ""},
        {"first receipt, p95", "s", percentile(times.first_receipts, 0.95), 0, 0, "", "<= 10"},
        {"all done, from the first to the last", "s", full.all_done_s, 0, 0, "", "<= 60"},
        {"told to come again, a desk", "times", times.sent_away / n, 0, 0, "", ""},
        {"operations lost or doubled", "", lost_operations(server, count), 0, 0, "", "0"},
        {"server memory, an idle TLS connection",
         "KB",
         greeting.memory_kb_per_line,
         15.0,
         greeting.memory_kb_per_line / 15.0,
         "nginx, measurements.md",
         "<= 1"},
        {"server memory after the storm, a connection",
         "KB",
         full.memory_kb_per_line,
         0,
         0,
         "",
         ""},
        {"server CPU, a desk",
         "ms",
         1000 * full.server_cpu_s / n,
         handshake_ms,
         1000 * full.server_cpu_s / n / handshake_ms,
         "its TLS handshake alone",
         "<= 1.15 handshakes + work"},
    };
}

} // namespace hotich::bench
