#include "common/register/desk_accounts.h"
#include "common/register/reading_log.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

/// Typed twice where no file tells it; invalid_input where the two differ.
result<std::string> ask_new_password(const context& in)
{
    if (auto given = secret_of_file("HOTICH_NEW_PASSWORD_FILE")) return std::move(*given);
    auto typed = ask_typed_password(in.words("tool", "new_password"));
    if (typed != ask_typed_password(in.words("tool", "new_password_again")))
        return failure{failure_code::invalid_input, "passwords_differ"};
    return typed;
}

} // namespace

exit_code change_password(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto old_one = ask_password(in.words("tool", "password"));
    const auto new_one = ask_new_password(in);
    if (!new_one) return in.fail(new_one.error());
    const auto changed = change_own_password(**desk, old_one, *new_one, in.now());
    if (!changed) return in.fail(changed.error());
    in.print({{"user", (*desk)->user()}}, in.words("tool", "password_changed"));
    return done;
}

exit_code users(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto keys = read_key_file(in.chosen().register_file);
    if (!keys) return in.fail(keys.error());
    json::array list;
    std::string text;
    for (const auto& holder : keys->holders) {
        list.push_back({{"user", holder.user}, {"account", holder.account}});
        text += (text.empty() ? "" : "\n") + holder.user;
    }
    in.print({{"users", std::move(list)}}, text);
    return done;
}

exit_code list_readings(context& in, const std::string& record, int limit)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (const auto may = may_do(**desk, "readings.read", in.now()); !may)
        return in.fail(may.error());
    const auto id = record.empty() ? result<std::string>(record) : (*desk)->resolve(record);
    if (!id) return in.fail(id.error());
    const auto found = readings(**desk, *id, limit);
    if (!found) return in.fail(found.error());
    account_book accounts((*desk)->connection(), in.known().units(), (*desk)->identity().office);
    json::array list;
    std::string text;
    for (const auto& one : *found) {
        const auto who = accounts.find(one.who);
        const auto name = who && *who ? (*who)->full_name : one.who;
        list.push_back(
            {{"at", one.at.ms},
             {"who", one.who},
             {"name", name},
             {"act", one.act},
             {"record", one.record},
             {"words", one.words}}
        );
        text += to_iso(one.at) + "\t" + name + "\t" + in.words("reading_acts", one.act) + "\t"
            + (one.words.empty() ? one.record : one.words) + "\n";
    }
    in.print({{"readings", std::move(list)}}, text);
    return done;
}

} // namespace hotich::tool
