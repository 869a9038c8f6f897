#include "desktop/accounts/manager_line.h"

#include <set>

namespace hotich {

namespace {

constexpr std::string_view told_by_server = "server: ";

/// The reason alone, as the texts of the pages know it.
failure plain(failure why)
{
    if (why.detail.starts_with(told_by_server)) why.detail.erase(0, told_by_server.size());
    return why;
}

} // namespace

result<account> account_told(const json::object& source, const admin_units& units)
{
    account out;
    TRY(out.id, string_member(source, "id"));
    TRY(out.name, string_member(source, "name"));
    TRY(out.full_name, string_member(source, "full_name"));
    TRY(const auto state, string_member(source, "state"));
    for (const auto known : {account_state::active, account_state::suspended, account_state::ended})
        if (state == name_of(known)) out.state = known;
    const auto* must_change = source.if_contains("must_change_password");
    out.proof.must_change =
        must_change != nullptr && must_change->is_bool() && must_change->get_bool();
    for (const auto& item : rows_at(source, "grants")) {
        if (!item.is_object()) continue;
        const auto& told = item.get_object();
        account_grant grant;
        TRY(grant.role, string_member(told, "role"));
        TRY(grant.unit, parse_unit(units, text_at(told, "unit")));
        const auto from = parse_date(text_at(told, "from"));
        if (!from) return failure{failure_code::invalid_input, "a right has no first day"};
        grant.from = *from;
        grant.until = parse_date(text_at(told, "until"));
        out.grants.push_back(std::move(grant));
    }
    return out;
}

void manager_line::sign_in(const sign_in_words& words, std::function<void(const status&)> done)
{
    m_client = std::make_unique<server_client>(words.server, words.fingerprint);
    m_token.clear();
    json::object body{{"name", words.name}, {"password", words.password}};
    if (!words.code.empty()) body["code"] = words.code;
    ask("POST", "/v1/session", body, [this, done = std::move(done)](const auto& answer) {
        if (!answer) return done(answer.error());
        const auto token = string_member(*answer, "token");
        const auto* told = object_at(*answer, "account");
        if (!token || told == nullptr)
            return done(failure{failure_code::offline, "unexpected answer"});
        auto who = account_told(*told, m_known.units());
        if (!who) return done(who.error());
        m_token = *token;
        m_who = std::move(*who);
        done({});
    });
}

void manager_line::change_password(
    const std::string& old_one, const std::string& new_one, std::function<void(const status&)> done
)
{
    ask("POST",
        "/v1/password",
        {{"old", old_one}, {"new", new_one}},
        [this, done = std::move(done)](const auto& answer) {
            if (answer) m_who.proof.must_change = false;
            done(answer ? status() : status(answer.error()));
        });
}

void manager_line::sign_out()
{
    if (m_client && !m_token.empty()) ask("DELETE", "/v1/session", {}, [](const auto&) {});
    m_token.clear();
    m_who = {};
}

std::vector<unit_ref> manager_line::reach(const civil_date& today) const
{
    std::vector<unit_ref> out;
    for (const auto& grant : m_who.grants) {
        if (!grant.holds(today) || !may(m_who, "accounts.read", {grant.unit, today}, book()))
            continue;
        const auto* now = unit_on(m_known.units(), grant.unit, grant.from, today); // may be merged
        out.push_back(now == nullptr ? grant.unit : unit_ref{grant.unit.level, now->code});
    }
    return out;
}

std::string manager_line::province(const civil_date& today) const
{
    for (const auto& unit : reach(today))
        if (unit.level == "province") return unit.code;
    return {};
}

std::vector<std::string> manager_line::roles_to_give(const civil_date& today) const
{
    std::set<std::string> out;
    for (const auto& grant : m_who.grants) {
        const auto* role = m_known.roles().find(grant.role);
        if (role != nullptr && grant.holds(today) && role->may.contains("accounts.manage"))
            out.insert(role->gives.begin(), role->gives.end());
    }
    return {out.begin(), out.end()};
}

void manager_line::ask(
    const char* method, const std::string& target, const json::object& body, answered done
)
{
    line_question question{method, target, {}, body.empty() ? std::string() : to_text(body)};
    if (!question.body.empty()) question.headers.emplace_back("Content-Type", "application/json");
    if (!m_token.empty()) question.headers.emplace_back("Authorization", "Bearer " + m_token);
    send(question, std::move(done));
}

void manager_line::send(const line_question& question, answered done)
{
    if (m_answers) return done(m_answers(question));
    const bool is_signed_in = !m_token.empty();
    m_client->ask_plainly(
        question,
        [this, is_signed_in, done = std::move(done)](const result<line_reply>& reply) {
            if (!reply) {
                const auto why = plain(reply.error());
                if (is_signed_in && why.detail == "the session has ended") emit ended();
                return done(why);
            }
            if (reply->is_cut) return done(failure{failure_code::offline, "the answer was cut"});
            done(parse_json_object(reply->body));
        }
    );
}

} // namespace hotich

#include "moc_manager_line.cpp"
