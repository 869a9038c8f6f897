#include "common/accounts/account.h"

#include <algorithm>
#include <array>
#include <set>

namespace hotich {

namespace {

constexpr std::array<const char*, 3> state_names{"active", "suspended", "ended"};
constexpr std::size_t min_name_letters = 3;
constexpr std::size_t max_name_letters = 40;
constexpr std::size_t max_full_name_bytes = 200;

result<account_state> state_of(std::string_view name)
{
    for (std::size_t i = 0; i < state_names.size(); ++i)
        if (name == state_names.at(i)) return static_cast<account_state>(i);
    return failure{failure_code::invalid_input, "member \"state\" is no state of an account"};
}

json::object grant_to_json(const account_grant& grant)
{
    json::object out{
        {"role", grant.role}, {"unit", to_text(grant.unit)}, {"from", to_iso(grant.from)}};
    if (grant.until) out["until"] = to_iso(*grant.until);
    return out;
}

result<account_grant> parse_grant(const json::object& source, const admin_units& units)
{
    account_grant out;
    TRY(out.role, string_member(source, "role"));
    TRY(const auto unit, string_member(source, "unit"));
    TRY(out.unit, parse_unit(units, unit));
    const auto from = parse_date(text_at(source, "from"));
    if (!from) return failure{failure_code::invalid_input, "member \"from\" must be a day"};
    out.from = *from;
    out.until = parse_date(text_at(source, "until"));
    if (!out.until && source.contains("until"))
        return failure{failure_code::invalid_input, "member \"until\" must be a day"};
    return out;
}

} // namespace

const char* name_of(account_state state) { return state_names.at(static_cast<std::size_t>(state)); }

json::object account::to_json() const
{
    json::array all;
    for (const auto& grant : grants)
        all.push_back(grant_to_json(grant));
    return {
        {"id", id},
        {"name", name},
        {"full_name", full_name},
        {"state", name_of(state)},
        {"grants", std::move(all)},
        {"credential", proof.to_json()}};
}

result<account> parse_account(const json::object& source, const admin_units& units)
{
    account out;
    TRY(out.id, string_member(source, "id"));
    TRY(out.name, string_member(source, "name"));
    if (!is_account_name(out.name))
        return failure{failure_code::invalid_input, "member \"name\" is no name to sign in with"};
    TRY(out.full_name, string_member(source, "full_name"));
    if (out.full_name.empty() || out.full_name.size() > max_full_name_bytes)
        return failure{failure_code::invalid_input, "member \"full_name\" is empty or too long"};
    TRY(const auto state, string_member(source, "state"));
    TRY(out.state, state_of(state));
    const auto& grants = rows_at(source, "grants");
    if (grants.size() > max_account_grants)
        return failure{failure_code::invalid_input, "an account has too many rights"};
    for (const auto& item : grants) {
        if (!item.is_object())
            return failure{failure_code::invalid_input, "member \"grants\" must hold objects"};
        TRY(auto grant, parse_grant(item.get_object(), units));
        out.grants.push_back(std::move(grant));
    }
    const auto* proof = object_at(source, "credential");
    if (proof == nullptr)
        return failure{failure_code::invalid_input, "member \"credential\" must be an object"};
    TRY(out.proof, parse_credential(*proof));
    return out;
}

bool is_account_name(std::string_view text)
{
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto fits = [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    };
    return text.size() >= min_name_letters && text.size() <= max_name_letters
        && is_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
}

std::optional<account> fold_account(const std::vector<log_entry>& entries, const admin_units& units)
{
    std::optional<account> folded;
    for (const auto& entry : entries) {
        if (entry.decided && entry.decided->result_kind != outcome::accepted) continue;
        if (entry.op.kind == operation_kind::account) {
            const auto* told = object_at(entry.op.payload, "account");
            auto read = told == nullptr ? result<account>(failure{}) : parse_account(*told, units);
            if (read) folded = std::move(*read);
        }
        const auto* proof = object_at(entry.op.payload, "credential");
        if (entry.op.kind != operation_kind::change_password || !folded || proof == nullptr)
            continue;
        auto read = parse_credential(*proof);
        if (read && read->generation > folded->proof.generation) folded->proof = std::move(*read);
    }
    return folded;
}

std::vector<std::string> feeds_of(const account& who)
{
    std::set<std::string> feeds;
    for (const auto& grant : who.grants)
        feeds.insert(feed_of(grant.unit));
    return {feeds.begin(), feeds.end()};
}

} // namespace hotich
