// What the desk's register gives and takes: who the desk is, what came of registering, drafts, what
// waits, papers.
#pragma once

#include "common/base/instant.h"
#include "common/records/record.h"
#include "common/register/machine_secret.h"
#include "common/rules/check.h"

#include <optional>
#include <string>
#include <vector>

namespace hotich {

/// Who this desk is. Empty office: not enrolled yet.
struct desk_identity
{
    std::string office;
    std::string desk;
    std::string server_url;
    std::string server_fingerprint;    ///< sha256 of the server's certificate, hex
    std::string server_key;            ///< the key that signs the feed
    std::string next_fingerprint = {}; ///< of the certificate it will show next, or ""
};

/// Who writes an operation.
struct operation_signer
{
    std::string user;
    std::string account;
};

/// What holds for as long as a register is open.
struct desk_session
{
    operation_signer by;
    std::optional<register_key> files; ///< nothing where the register is over a connection
    /// Why nothing may be written: "contact_needed", "password_must_be_changed",
    /// "machine_key_needed".
    std::string held_back;
    /// How far others were told that this desk has seen the feed.
    std::int64_t told_revision = 0;
};

/// What is to be registered, with the reasons for what was found.
struct registration_request
{
    json::object data;
    std::vector<override_reason> overrides;
    std::string record_id; ///< a dossier, or a rejected or held record that is sent again
    std::string draft_id;  ///< goes in the same transaction
};

/// What came of checking or registering.
struct registration_outcome
{
    std::string record; ///< "" where nothing was stored
    record_state state = record_state::pending;
    std::optional<registration_number> number;
    std::vector<finding> findings;
    json::object data;                      ///< cleaned, automatic fields filled
    std::vector<std::string> joint_records; ///< of a joint event: all its records

    [[nodiscard]] bool is_stored() const { return !record.empty(); }
};

struct draft
{
    std::string id; ///< "" makes a new one
    std::string event;
    std::string record; ///< the rejected or held record it corrects, or ""
    json::object data;
    std::string title;
    instant updated_at;
};

/// What waits, for the home page.
struct desk_overview
{
    std::int64_t unsent = 0;
    std::optional<instant> oldest_unsent_at;
    std::int64_t pending = 0;
    std::int64_t held = 0;
    std::int64_t rejected = 0;
    std::int64_t drafts = 0;
    std::optional<instant> last_sync_at;
    std::int64_t revision = 0;
};

/// A paper that may be printed: its content goes through common/papers.
struct paper_issue
{
    record content;
    std::string certificate;
    std::string token; ///< opaque, for the QR code
    instant at;
    std::string number;     ///< of the paper: "12/2026/TLKT"
    std::string book_no;    ///< "01/2026"
    std::string blank = {}; ///< the serial of the blank it goes on; "" for plain paper
};

} // namespace hotich
