// The server's side of synchronisation, without sockets: takes a desk's operations in, decides
// each, appends it with its verdict to the office's feed, and gives out what the desk has not seen.
// One call is one transaction. Used by syncserver/services and by the simulation.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/office_profile.h"
#include "common/sql/sql.h"
#include "common/sync/foresight.h"
#include "common/sync/messages.h"
#include "common/sync/office_mail.h"
#include "common/sync/outcome_counts.h"
#include "common/sync/pin_message.h"

#include <optional>
#include <set>

namespace hotich {

/// What a desk learns when it is enrolled.
struct enrolment
{
    std::string office;
    std::string desk;
    std::string server_key;    ///< the public key that signs the feed
    json::object profile = {}; ///< of the office, so that work begins before the feed is here
};

inline constexpr std::int64_t enrol_code_lifetime_ms = 7ll * 24 * 3600 * 1000;

/// Letters carried in one go; the rest goes with the next exchange.
inline constexpr std::int64_t max_letters_at_once = 50;

/// A request for a personal number whose time has come, and what to do with it.
enum class pin_step { ask, question };

struct pin_task
{
    std::string office;
    std::string record;
    std::string request;
    std::int64_t round = 1;
    std::int64_t attempts = 0;
    pin_step step = pin_step::ask;
};

/// Why there is no answer: surely nothing arrived, or nobody knows.
enum class pin_silence { not_reached, no_answer };

/// What an answer did.
enum class pin_outcome {
    nothing, ///< it says what is known
    waiting,
    to_ask, ///< the database does not have it: it is asked for
    issued,
    issued_unusual, ///< its digits do not fit sex or year of birth: legal, and worth a look
    refused,
    conflict, ///< a second number, or another entry's: an incident
};

/// The id that server operations about an office stand under, made from its code.
std::string office_subject(const std::string& office);

/// Whether other servers write into the same database (PostgreSQL): what one decides is then held
/// against the others by locks (host_gates.cpp).
enum class writers { one, several };

class host
{
public:
    host(
        sql_connection& db, const definitions& known, signing_key key, writers others = writers::one
    )
        : m_db(db), m_known(known), m_key(std::move(key)), m_writers(others)
    {}

    /// Puts a new database in order.
    static status prepare_store(
        sql_connection& db, const std::string& schemas_folder, writers others = writers::one
    );

    /// Writes the office's profile into its feed; the office is made where it is new.
    status put_office(const office_profile& profile, instant now);
    /// The same within the caller's transaction.
    status write_office(const office_profile& profile, instant now);
    /// An operation of the server's own at the end of an office's feed, within the caller's
    /// transaction.
    status append_own(const std::string& office, operation_draft draft);
    /// not_found where the office has not been made.
    result<office_profile> office(const std::string& code);
    std::vector<std::string> offices();

    /// A one-time secret for one desk of the office; kept as a hash.
    result<std::string> new_enrol_code(
        const std::string& office, instant now, random_source& random
    );
    /// not_allowed: the code is unknown, used by another key, or too old. The same key may ask
    /// again.
    result<enrolment> enrol(const std::string& code, const std::string& public_key, instant now);

    /// Nothing of the desk is taken in or given out from the next request on.
    status shut_out(const std::string& office, const std::string& desk, instant now);
    /// What a desk that was shut out is told (server_word.h); not_found where it was not.
    result<std::string> shut_out_word_for(const std::string& office, const std::string& desk);
    /// The public key of a desk that is not shut out; not_allowed otherwise.
    result<std::string> desk_key(const std::string& office, const std::string& desk);

    /// One exchange. conflict: the desk's history is not the one known here (restored from an old
    /// copy); invalid_input: broken chain, bad signature, malformed operation. Nothing is kept of a
    /// failed exchange.
    result<sync_response> exchange(const sync_request& request, instant now);
    /// The same where the batch has been read before the writer's turn; it is used up.
    result<sync_response> exchange(const sync_request& request, foreseen_batch& batch, instant now);

    /// Whether desks of the office are waited for (feed_standing.h): an exchange may then write.
    result<bool> is_held(const std::string& office);
    /// Whether the desk is waited for and has yet to be told that the store was put back.
    result<bool> must_be_told(const sync_request& request);

    /// What the last exchange has decided.
    [[nodiscard]] const outcome_counts& decided() const { return m_decided; }

    /// Carries waiting letters into the feeds of the offices they are for; each is its own
    /// transaction. Called after every exchange that took something in.
    status deliver_mail(instant now);

    // --- personal numbers (domain §5); host_pins.cpp
    /// Requests to be sent or asked after, the longest waiting first.
    result<std::vector<pin_task>> pins_due(instant now, std::int64_t limit);
    /// Written down before anything is sent, so that a crash leaves a doubt and not a second
    /// request. Gives the message; it is empty for a question. cancelled: somebody else has it.
    result<json::object> pin_sent(const pin_task& task, instant now);
    /// The same answer again changes nothing; a different number never overwrites.
    result<pin_outcome> pin_answered(
        const pin_task& task, const pin_answer& answer, instant now, random_source& random
    );
    status pin_unanswered(
        const pin_task& task, pin_silence why, instant now, random_source& random
    );
    result<pin_counts> pins_waiting();

private:
    result<pin_outcome> take_answer(
        pin_request& request, const pin_answer& answer, instant now, random_source& random
    );
    result<pin_outcome> take_number(pin_request& request, const std::string& pin, instant now);
    status tell_sent(pin_request& request, instant now);
    status append_pin(
        const pin_request& request, const char* kind, json::object payload, instant now
    );

    status deliver(const office_letter& letter, instant now);
    // host_accounts.cpp
    status deliver_password(const office_letter& letter, instant now);
    status take_readings(const sync_request& request, instant now);
    std::string successor_office(const std::string& code);
    status take_in(
        const sync_request& request,
        foreseen_batch& batch,
        const office_profile& profile,
        instant now
    );
    result<sync_response> take_batch(
        const sync_request& request,
        foreseen_batch& batch,
        const office_profile& profile,
        instant now
    );
    result<sync_response> give_out(const sync_request& request);
    status append_once(const std::string& office, operation_draft draft);
    // host_healing.cpp
    result<std::optional<std::int64_t>> unknown_after(
        const sync_request& request, const feed_head& head
    );
    result<bool> is_of_before(const sync_request& request);
    status hear(const sync_request& request, instant now);
    result<sync_response> take_shown(const sync_request& request, instant now);
    result<std::int64_t> held_by_desk(const sync_request& request);

    // host_gates.cpp
    status hold_feed(const std::string& office);
    status hold_claims(const sync_request& request, const foreseen_batch& batch);
    status hold_pin(const std::string& pin);
    status hold_gates(std::set<std::string> gates);
    result<bool> hold_letter(const office_letter& letter);

    sql_connection& m_db;
    const definitions& m_known;
    signing_key m_key;
    writers m_writers;
    outcome_counts m_decided;
};

} // namespace hotich
