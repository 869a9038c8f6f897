// The server's side of the courier: decides what a bundle brings as an exchange decides it, and
// packs the answer. Every step may be repeated: what is known is not decided again. Used by
// `hotich-server bundle` and the simulation.
#pragma once

#include "common/sync/bundle.h"
#include "common/sync/desk_exchange.h"
#include "common/sync/host.h"

namespace hotich {

/// A bundle that is made and not yet written.
struct host_bundle
{
    bundle_label label;
    std::string file;
    std::int64_t entries = 0;
    bool more = false; ///< it ends before the feed does: the rest goes with the next
};

/// What came of a bundle. Of an old copy of the desk's register nothing is taken: the answer brings
/// what the desk has lost, after which it sends its work again. Where the desk has seen a feed that
/// this server does not know, nothing is taken either: the answer asks to be shown it.
enum class bundle_fate { taken, old_copy, must_be_shown };

struct taken_bundle
{
    bundle_label label;
    std::vector<exchange_report::decided_record> decided; ///< each operation in it, in its order
    std::int64_t known = 0; ///< of its operations those that were decided before
    bundle_fate fate = bundle_fate::taken;
    host_bundle answer;
};

class bundle_host
{
public:
    bundle_host(host& service, sql_connection& db, const signing_key& key)
        : m_service(service), m_db(db), m_key(key)
    {}

    /// Everything in it is proved before anything is decided; then each of its messages is one
    /// transaction, as over the line. not_allowed: the desk is unknown or shut out, or another key
    /// signed, or what it shows is another history; corrupt_data: it was changed; conflict: what it
    /// follows on is not known here; busy: the store was put back, and other desks are waited for.
    result<taken_bundle> take_in(std::string_view file, instant now, bundle_limits limits = {});

    /// What a desk has not seen, as far as its bundles told. not_allowed: unknown or shut out.
    result<host_bundle> pack_for_desk(
        const std::string& office, const std::string& desk, instant now, bundle_limits limits = {}
    );

private:
    struct carried_operation
    {
        std::int64_t seq = 0;
        std::string record;
        std::string kind;
    };

    class request_proof;

    status take_shown(const std::vector<std::string>& messages, instant now);
    result<std::optional<sync_response>> question_for(const sync_request& ask, instant now);
    status decide(const std::vector<std::string>& messages, const bundle_label& label, instant now);
    status must_follow(const bundle_label& label, const std::vector<carried_operation>& carried);
    status tell_decided(const std::vector<carried_operation>& carried, taken_bundle& out);
    result<host_bundle> pack_question(
        const sync_response& question, bundle_label label, const std::string& desk_key
    );
    result<host_bundle> pack_after(
        std::int64_t cursor,
        bundle_label label,
        const std::string& desk_key,
        bundle_limits limits,
        std::vector<reading> readings
    );
    status keep_cursor(const bundle_label& label);
    result<std::int64_t> cursor_of(const std::string& office, const std::string& desk);
    result<std::int64_t> next_number(const std::string& office, const std::string& desk);

    host& m_service;
    sql_connection& m_db;
    const signing_key& m_key;
};

} // namespace hotich
