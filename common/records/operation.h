// An operation: the only thing anyone writes. Immutable, numbered per desk, chained by hash to the
// desk's previous one. The body is JSON text made once and kept byte for byte; everything else is
// read out of it.
//
// body
// {"v":1,"office":…,"desk":…,"seq":n,"prev":hash,"kind":…,"record":uuid,"at":ms,"user":…,
//  "account":uuid?,"seen":[revision,16 hex]?,"payload":{…}}
// hash   sha256("hotich-operation-1\n" + body); prev of the first operation of a desk is 64 zeros
// signed the desk signs "hotich-head-1\n" + hash: one signature holds for the operation and all
// before it
#pragma once

#include "common/base/instant.h"
#include "common/base/json.h"
#include "common/crypto/crypto.h"

#include <string>
#include <string_view>

namespace hotich {

inline constexpr std::size_t max_operation_bytes = 256u * 1024u;
inline constexpr const char* server_desk =
    "server"; ///< the desk name of what the server writes itself

/// What can be done. A name here is a name in the log for ever.
namespace operation_kind {
inline constexpr const char* registration = "register";
inline constexpr const char* confirm_distinct =
    "confirm_distinct";                             ///< a held one is not the event it resembles
inline constexpr const char* withdraw = "withdraw"; ///< a held or rejected one is given up
inline constexpr const char* issue_paper = "issue_paper";
inline constexpr const char* paper_step =
    "paper_step"; ///< came out well, spoiled, signed, handed over
inline constexpr const char* move_blanks = "move_blanks"; ///< pre-printed blanks in, or written off
inline constexpr const char* attach_scan = "attach_scan"; ///< of a paper of the record
inline constexpr const char* request_block = "request_block";
inline constexpr const char* return_block = "return_block";
inline constexpr const char* office_profile = "office_profile"; ///< by the server
inline constexpr const char* desk_enrolled = "desk_enrolled";   ///< by the server
inline constexpr const char* desk_shut_out = "desk_shut_out";   ///< by the server
// what lives on an entry that stands (domain §4.5, §4.6)
inline constexpr const char* fix = "in_register_fix"; ///< the same day, before its paper is out
inline constexpr const char* annotation_notice =
    "annotation_notice"; ///< by the server: another office noted something on this entry
inline constexpr const char* notice_answered =
    "notice_answered"; ///< by the server: what the other office did with this one's note
inline constexpr const char* confirm_annotation = "confirm_annotation";
inline constexpr const char* decline_annotation = "decline_annotation";
// personal numbers (domain §5): by the server, but for the wish to ask again
inline constexpr const char* pin_requested = "pin_requested";
inline constexpr const char* pin_issued = "pin_issued";
inline constexpr const char* pin_refused = "pin_refused";
inline constexpr const char* ask_pin_again = "ask_pin_again";
// books (domain §4.3, §4.4)
inline constexpr const char* open_book = "open_book";
inline constexpr const char* close_book = "close_book";
inline constexpr const char* void_number = "void_number";
// people who were proposed as the same
inline constexpr const char* same_person = "same_person";
inline constexpr const char* distinct_person = "distinct_person";
// a dossier before its registration (domain §3.0.4)
inline constexpr const char* receive_dossier = "receive_dossier";
inline constexpr const char* pause_dossier = "pause_dossier";
inline constexpr const char* resume_dossier = "resume_dossier";
inline constexpr const char* ask_for_papers = "ask_for_papers";
inline constexpr const char* delay_dossier = "delay_dossier";
inline constexpr const char* refuse_dossier = "refuse_dossier";
// people who sign in (common/accounts/account.h)
inline constexpr const char* account = "account"; ///< by the server
inline constexpr const char* change_password = "change_password";
} // namespace operation_kind

inline constexpr std::size_t seen_hash_digits = 16;

/// How far a desk had seen the office's feed when it wrote, with the beginning of that entry's
/// hash: said once for each place. Other desks compare it with theirs.
struct seen_feed
{
    std::int64_t revision = 0; ///< 0: not said
    std::string hash;
};

struct operation
{
    std::string office;
    std::string desk;
    std::int64_t seq = 0;
    std::string prev;
    std::string kind;
    std::string record;  ///< what it is about: a record, a number block, an office
    instant at;          ///< the writer's clock: evidence, never an order
    std::string user;    ///< by name, as papers and histories tell it
    std::string account; ///< who signed in; "" in an office without accounts
    seen_feed seen;
    json::object payload;

    std::string body;
    std::string hash;
};

/// Where a desk's chain stands.
struct chain_head
{
    std::int64_t seq = 0;
    std::string hash = std::string(64, '0');
};

/// What a writer decides; the chain gives the rest.
struct operation_draft
{
    std::string office;
    std::string desk;
    std::string kind;
    std::string record;
    instant at;
    std::string user;
    json::object payload;
    std::string account = {};
    seen_feed seen = {};
};

operation make_operation(operation_draft draft, const chain_head& after);

/// Reads a body; the failure names the member.
result<operation> parse_operation(std::string body);
/// The same where the body's hash is known.
result<operation> parse_operation(std::string body, std::string hash);

std::string operation_hash(std::string_view body);

/// The text a desk signs for a chain that ends in this hash.
std::string head_message(std::string_view hash);

} // namespace hotich
