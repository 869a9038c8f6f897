// The people of a desk: who may open its register, a sign-in, a new password. The office's feed
// says who they are; the key file follows it, so that whoever got a right can open every desk of
// the office after its next synchronisation, and whoever lost it cannot. Used by the desktop,
// `hotich` and the exchange.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

/// How a session stands that has just begun.
struct session_terms
{
    bool must_change_password = false; ///< somebody else chose it
    bool must_synchronise = false;     ///< too long without the server: nothing else until then
    std::int64_t days_left = 0;        ///< until that, 0 where it is so
};

/// From then on the clerk is told how many days are left.
inline constexpr std::int64_t offline_warning_days = 7;

// Why nothing may be written for now (desk_session::held_back).
inline constexpr const char* contact_needed = "contact_needed";
inline constexpr const char* password_must_be_changed = "password_must_be_changed";

/// How many days of work are left without the server; below zero the time is over.
std::int64_t days_left_offline(const desk_register& desk, instant now);

/// Called once after a register was opened; work that is under way is never stopped by it.
/// not_allowed "account_not_allowed": the account was
/// suspended or has no right here any more, as far as this desk knows.
result<session_terms> begin_session(desk_register& desk, instant now);

/// Who acts at this desk.
struct desk_actor
{
    std::optional<account> who; ///< whose password it was
    bool trusts_all = false;    ///< without an account: the office has none
};

result<desk_actor> actor_at(desk_register& desk);

/// Whether who signed in may do an action here, or what an operation of this kind is. An office
/// without accounts trusts its desks. not_allowed: "account_needed", "account_not_allowed", or what
/// holds writing back.
status may_do(desk_register& desk, std::string_view action, instant now);
status may_write(desk_register& desk, std::string_view operation_kind, instant now);

/// Lets writing go on where this is what held it back.
void release(desk_register& desk, std::string_view why);

/// Gives a key to every account that has a right in the office today, takes it from all others; the
/// users of this desk only keep theirs until an account has signed in here. Gives one to the
/// province's recovery key as well. Where the office has no accounts, nobody's is taken.
status align_holders(desk_register& desk, instant now);

/// Who is to open a register again, on this desk only.
struct new_holder
{
    std::string user;
    std::string password;
    random_source& random;
    password_cost cost = {};
};

/// Opens a register that nobody can open any more, or that another PC is bound to, with the
/// province's recovery key: its holder gives it a password. The register has another key as soon as
/// somebody signs in. not_found "no_recovery_box"; wrong_key: another province's key.
status recover_register(
    const std::string& file, const signing_key& recovery, const new_holder& who
);

/// Of who is signed in: here at once, elsewhere when it has synchronised. wrong_key: the old
/// password is not the one; invalid_input: the new one is too easy (credential.h); not_allowed: a
/// user of this desk only.
status change_own_password(
    desk_register& desk,
    const std::string& old_password,
    const std::string& new_password,
    instant now
);

} // namespace hotich
