// The entries whose person is to get a personal number (domain §5.2, §5.3), and how far each
// request is. Queued in the transaction that accepts the entry; what is sent and answered goes
// through host. No I/O but SQL: the line to the population database is syncserver/exchange. Used by
// host.
//
// Nothing is asked for twice: a request is written down as in doubt before it is sent, and while it
// is in doubt the next step is a question whether the other side has it.
#pragma once

#include "common/definitions/definitions.h"
#include "common/register/operation_log.h"

#include <optional>
#include <string>
#include <vector>

namespace hotich {

inline constexpr std::int64_t first_pin_retry_ms = 30ll * 1000;
inline constexpr std::int64_t max_pin_retry_ms = 4ll * 3600 * 1000;
/// A request that is being worked on is asked after more often than one that nobody answers.
inline constexpr std::int64_t max_pin_wait_ms = 15ll * 60 * 1000;
/// How long nobody else takes up a request that somebody is sending.
inline constexpr std::int64_t pin_lease_ms = 10ll * 60 * 1000;
inline constexpr std::int64_t max_pins_at_once = 100;

enum class pin_state { queued, sent, issued, refused, conflict };
const char* name_of(pin_state state);

/// A row of the table: its columns say what each member is (0004_pins.sql).
struct pin_request
{
    std::string office;
    std::string record;
    std::string person;
    std::string request;
    pin_state state = pin_state::queued;
    std::int64_t round = 1;
    std::int64_t attempts = 0;
    bool in_doubt = false;
    instant queued_at;
    instant next_at;
    std::optional<instant> told_at;
    std::string pin;
    std::string other_pin;
    std::string code;
    std::string text;

    [[nodiscard]] bool is_open() const
    {
        return state == pin_state::queued || state == pin_state::sent;
    }
};

/// For metrics: how many stand where; when the oldest open one was queued.
struct pin_counts
{
    std::int64_t queued = 0;
    std::int64_t sent = 0;
    std::int64_t refused = 0;
    std::int64_t conflicts = 0;
    std::optional<instant> oldest_open;
};

/// Doubles with every attempt up to `longest`, and a quarter of it up or down by chance, so that
/// what failed together is not tried together.
std::int64_t pin_delay_ms(std::int64_t attempts, std::int64_t longest, random_source& random);

class pin_queue
{
public:
    explicit pin_queue(sql_connection& db) : m_db(db) {}

    /// Queues what a decided operation makes necessary, takes back what it makes needless.
    /// `folded` is the operation's record as it stands after it.
    status queue_after(
        const definitions& known,
        const record& folded,
        const operation& op,
        const verdict& decided,
        instant now
    );
    /// Open requests whose time has come, the longest waiting first.
    result<std::vector<pin_request>> due(instant now, std::int64_t limit);
    result<std::optional<pin_request>> find(const std::string& office, const std::string& record);
    status save(const pin_request& request);
    status remove(const pin_request& request);
    /// Whether another entry has been given this number.
    result<bool> is_given_elsewhere(const pin_request& request, const std::string& pin);
    result<pin_counts> counts();

private:
    sql_connection& m_db;
};

} // namespace hotich
