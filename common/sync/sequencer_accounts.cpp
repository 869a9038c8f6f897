// The part of the sequencer that asks who signed an operation, and whether he may.
#include "common/accounts/rights.h"
#include "common/sync/sequencer.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* override_action = "entries.override";

bool has_overrides(const operation& op) { return !rows_at(op.payload, "overrides").empty(); }

/// The day on which the right must hold: the writer's, for work done offline keeps its day; but no
/// day that has not come yet.
civil_date day_of(const operation& op, instant now)
{
    return std::min(date_in_vietnam(op.at), date_in_vietnam(now));
}

} // namespace

result<const account*> sequencer::account_of(const std::string& id)
{
    auto known = m_accounts.find(id);
    if (known == m_accounts.end()) {
        TRY(auto found, account_book(m_db, m_known.units(), m_office.code).find(id));
        known = m_accounts.emplace(id, std::move(found)).first;
    }
    return known->second ? &*known->second : nullptr;
}

/// An office without accounts trusts its desks. What one did who was suspended since is not done:
/// nobody knows when he did it; it waits at the desk for a colleague to take it over.
result<std::optional<verdict>> sequencer::why_not_his(const operation& op, instant now)
{
    if (!m_has_accounts) {
        TRY(const auto is_empty, account_book(m_db, m_known.units(), m_office.code).is_empty());
        m_has_accounts = !is_empty;
    }
    if (!*m_has_accounts) return std::optional<verdict>();
    TRY(const auto* who, account_of(op.account));
    if (who == nullptr) return std::optional(rejected("account_needed"));
    const rights_book book{m_known.roles(), m_known.units()};
    const rights_place here{{"commune", m_office.code}, day_of(op, now)};
    if (!may(*who, m_known.roles().action_of(op.kind), here, book))
        return std::optional(rejected("account_not_allowed"));
    if (has_overrides(op) && !may(*who, override_action, here, book))
        return std::optional(rejected("override_needs_head"));
    return std::optional<verdict>();
}

/// Only one's own, only the same pair, only forward.
result<verdict> sequencer::decide_change_password(const operation& op, instant)
{
    TRY(const auto* who, account_of(op.account));
    const auto* proof = object_at(op.payload, "credential");
    if (who == nullptr || op.record != op.account || proof == nullptr)
        return rejected("account_not_allowed");
    const auto given = parse_credential(*proof);
    if (!given || given->public_key != who->proof.public_key)
        return rejected("account_not_allowed");
    if (given->generation <= who->proof.generation) return rejected("password_changed_elsewhere");
    m_accounts.erase(op.account);
    return verdict();
}

} // namespace hotich
