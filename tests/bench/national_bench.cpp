// The nation's 33 months (letter 3911/BTP-CNTT): every registration through the protocol as a desk
// speaks it (lean, asking for what is new behind its last answer), eight communes at a time,
// through the server's own service and store: unpacked, its batch's signature proved, every rule
// asked, durable, the answer packed. The reference is fed in the same run with the very rows that
// our store has made of each batch: plain SQLite, the same tables and indexes, transactions of
// 1,000 registrations. Making the registrations and reading the rows back is outside both clocks.
#include "common/base/ids.h"
#include "common/sql/sqlcipher_connection.h"
#include "syncserver/services/exchange_service.h"
#include "tests/bench/bench.h"
#include "tests/bench/letter_mix.h"
#include "tests/bench/reference_store.h"

#include <cstdio>
#include <thread>

namespace hotich::bench {

namespace {

using namespace hotich::test;

constexpr int registrations_of_a_batch = 366; ///< two batches are a commune's 33 months
constexpr std::size_t communes_at_once = 8;   ///< who are at the server in one moment
constexpr int days_of_birth = 28;             ///< moulds of one kind

using mould_shelf = std::map<std::string, std::vector<registration_mould>>;

struct commune_desk
{
    std::string office;
    std::string desk;
    signing_key key;
    chain_head head;
    std::int64_t cursor = 0; ///< of its last answer
};

struct part_of_history
{
    double registrations = 0;
    double seconds = 0;

    void operator+=(const part_of_history& more)
    {
        registrations += more.registrations;
        seconds += more.seconds;
    }

    [[nodiscard]] double rate() const { return registrations / seconds; }
};

commune_desk enrolled(server& at, int n, random_source& random)
{
    auto profile = ba_dinh();
    profile.code = std::to_string(100'000 + n);
    must(at.service.put_office(profile, monday_morning));
    const auto code = must(at.service.new_enrol_code(profile.code, monday_morning, random));
    commune_desk out{profile.code, "", new_signing_key(random), {}};
    out.desk = must(at.service.enrol(code, out.key.public_hex, monday_morning)).desk;
    return out;
}

/// Packed as it is on the wire.
std::string batch_of(
    commune_desk& from,
    std::int64_t first,
    int count,
    const mould_shelf& moulds,
    random_source& random,
    std::vector<std::string>& records
)
{
    sync_request request{from.office, from.desk, from.cursor, "", {}};
    request.is_lean = true;
    records.clear();
    for (std::int64_t n = first; n < first + count; ++n) {
        records.push_back(new_uuid(monday_morning, random));
        const auto& of_kind = moulds.at(letter_kind(n));
        auto payload =
            of_kind.at(static_cast<std::size_t>(n) % of_kind.size()).payload(n, from.office);
        const auto op = make_operation(
            {from.office,
             from.desk,
             operation_kind::registration,
             records.back(),
             monday_morning,
             "Clerk",
             std::move(payload)},
            from.head
        );
        from.head = {op.seq, op.hash};
        request.bodies.push_back(op.body);
    }
    request.signature = sign_hex(head_message(from.head.hash), from.key);
    return compress(encode(request, wire_form::short_links));
}

class standing_clock final : public hotich::clock
{
public:
    [[nodiscard]] instant now() const override { return monday_morning; }
};

/// A commune's batch on its way.
struct travelling_batch
{
    commune_desk* desk = nullptr;
    int count = 0;
    std::string packed;
    std::string answer;
    std::vector<std::string> records;
};

struct outcomes
{
    std::int64_t accepted = 0;
    std::int64_t other = 0;
};

outcomes count_outcomes(sql_connection& db)
{
    outcomes out;
    for (const auto& row :
         must(db.query("SELECT state, count(*) FROM record GROUP BY state ORDER BY state"))) {
        (row.text(0) == "registered" ? out.accepted : out.other) += row.integer(1);
        std::printf("  %s: %lld\n", row.text(0).c_str(), static_cast<long long>(row.integer(1)));
    }
    return out;
}

/// One run: communes take turns until all is in.
class history
{
public:
    explicit history(std::int64_t total, int communes)
        : m_total(total),
          m_at(
              1,
              real_definitions(),
              must(open_sqlcipher(
                  m_folder.file("server.db"), new_secret_key(m_random), open_mode::create
              ))
          )
    {
        must(m_at.service.put_office(ba_dinh(), monday_morning));
        for (const auto& kind : letter_kinds())
            for (int days = 0; days < days_of_birth; ++days)
                m_moulds[kind].emplace_back(m_at, kind, days);
        for (int n = 0; n < communes; ++n)
            m_desks.push_back(enrolled(m_at, n, m_random));
        m_plain = std::make_unique<reference_store>(m_folder.file("plain.db"), *m_at.db);
        m_service = std::make_unique<exchange_service>(
            std::move(m_at.db), real_definitions(), new_signing_key(m_random), m_clock, m_counters
        );
    }

    void live()
    {
        std::size_t next = 0;
        for (std::int64_t n = 0; n < m_total;) {
            std::vector<travelling_batch> group;
            const auto first = n;
            const auto most = std::min(communes_at_once, m_desks.size());
            for (; group.size() < most && n < m_total; n += group.back().count) {
                const auto left = std::min<std::int64_t>(registrations_of_a_batch, m_total - n);
                auto& one = group.emplace_back();
                one.desk = &m_desks[next++ % m_desks.size()];
                one.count = static_cast<int>(left);
                one.packed = batch_of(*one.desk, n, one.count, m_moulds, m_random, one.records);
            }
            take_in(first, group);
            for (const auto& one : group)
                m_reference += m_plain->take(one.desk->office, one.records);
        }
        m_reference += m_plain->finish();
    }

    [[nodiscard]] std::vector<measure> told()
    {
        const auto made = static_cast<double>(m_total);
        const auto accepted = static_cast<double>(count_outcomes(m_plain->ours()).accepted);
        return {
            {"the nation's registrations, every check, durable",
             "records/s",
             made / m_ours.wall,
             made / m_reference.wall,
             m_reference.wall / m_ours.wall,
             "plain SQLite, the same rows",
             ">= 0.4"},
            {"the same, of the processors",
             "us/record",
             1e6 * m_ours.cpu / made,
             1e6 * m_reference.cpu / made,
             m_reference.cpu / m_ours.cpu,
             "plain SQLite, the same rows",
             ""},
            {"the whole history at this rate",
             "minutes",
             double(letter_registrations) / (made / m_ours.wall) / 60,
             0,
             0,
             "",
             "<= 5"},
            {"the last tenth against the first",
             "records/s",
             m_last_tenth.rate(),
             m_first_tenth.rate(),
             m_last_tenth.rate() / m_first_tenth.rate(),
             "the first tenth",
             ">= 0.9"},
            {"rows a registration", "rows", double(m_plain->rows()) / made, 0, 0, "", ""},
            {"one registration on the wire", "bytes", m_bytes / made, 0, 0, "", "<= 201"},
            {"accepted", "records", accepted, made, accepted / made, "all", "1"},
        };
    }

private:
    /// All at once, as they come to a server: each on a handler of its own.
    void take_in(std::int64_t first, std::vector<travelling_batch>& group)
    {
        const auto taken = time_of([&] {
            std::vector<std::thread> handlers;
            for (auto& one : group)
                handlers.emplace_back([this, &one] {
                    const auto request = must(decode_request(must(decompress(one.packed))));
                    one.answer = compress(encode(must(m_service->exchange(request))));
                });
            for (auto& handler : handlers)
                handler.join();
        });
        m_ours += taken;
        auto end = first;
        for (auto& one : group) {
            one.desk->cursor = must(decode_response(must(decompress(one.answer)))).head.revision;
            m_bytes += static_cast<double>(one.packed.size());
            end += one.count;
        }
        // At a small scale a tenth is less than what comes at once.
        if (first * 10 < m_total) m_first_tenth += {double(end - first), taken.wall};
        if (end * 10 > m_total * 9) m_last_tenth += {double(end - first), taken.wall};
    }

    std::int64_t m_total;
    scratch_folder m_folder;
    system_random m_random;
    server m_at;
    mould_shelf m_moulds;
    std::vector<commune_desk> m_desks;
    standing_clock m_clock;
    metrics m_counters;
    std::unique_ptr<reference_store> m_plain;
    std::unique_ptr<exchange_service> m_service;
    taken_time m_ours;
    taken_time m_reference;
    double m_bytes = 0;
    part_of_history m_first_tenth;
    part_of_history m_last_tenth;
};

} // namespace

std::vector<measure> national(const settings& chosen)
{
    history run(
        static_cast<std::int64_t>(double(letter_registrations) * chosen.scale),
        std::max(1, static_cast<int>(letter_communes * chosen.scale))
    );
    run.live();
    return run.told();
}

} // namespace hotich::bench
