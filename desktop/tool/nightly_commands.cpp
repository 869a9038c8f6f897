// What a scheduler starts, and how a desk stands: the copies of every day, `nightly`, `status`.
#include "common/base/text.h"
#include "common/register/backup.h"
#include "common/register/desk_accounts.h"
#include "common/register/remembered_password.h"
#include "desktop/tool/commands.h"
#include "desktop/tool/keeping_commands.h"

namespace hotich::tool {

namespace {

json::object backup_value(const made_backup& made)
{
    return {
        {"file", made.file},
        {"bytes", made.bytes},
        {"operations", made.operations},
        {"scans", made.scans},
        {"removed", made.removed}};
}

std::string backup_text(const context& in, const made_backup& made)
{
    return replace_placeholders(
        in.words("tool", "backed_up"),
        {{"file", made.file},
         {"operations", std::to_string(made.operations)},
         {"megabytes", std::to_string(made.bytes / 1'000'000 + 1)}}
    );
}

json::value moment(const std::optional<instant>& at)
{
    return at ? json::value(to_iso(*at)) : json::value();
}

json::object state_value(const backup_state& state, std::string_view warning)
{
    return {
        {"folder", state.plan.folder},
        {"kept", static_cast<std::int64_t>(state.plan.kept)},
        {"is_there", state.is_folder_there},
        {"last_at", moment(state.last_at)},
        {"last_file", state.last_file},
        {"warning", warning}};
}

/// The next nights need nobody who types it.
exit_code remember_for_nights(context& in)
{
    const auto password = ask_password(in.words("tool", "password"));
    in.use_password(password);
    if (const auto desk = in.desk(); !desk) return in.fail(desk.error());
    const auto kept =
        remember_password(in.chosen().register_file, password, in.store(), in.random());
    if (!kept) return in.fail(kept.error());
    in.print({{"remembered", true}}, in.words("tool", "password_remembered"));
    return done;
}

exit_code forget_for_nights(context& in)
{
    if (!in.has_register()) return in.fail(no_register);
    const auto gone = forget_password(in.chosen().register_file);
    if (!gone) return in.fail(gone.error());
    in.print({{"remembered", false}}, in.words("tool", "password_forgotten"));
    return done;
}

/// A file that the environment names comes first, then what was remembered, then a person.
status use_remembered_password(context& in)
{
    if (!in.has_register() || names_password_file()) return {};
    TRY(auto password, remembered_password(in.chosen().register_file, in.store()));
    if (password) in.use_password(std::move(*password));
    return {};
}

} // namespace

exit_code back_up(context& in, const keeping_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto made = options.to.empty()
        ? back_up_as_planned(**desk, in.now())
        : hotich::back_up(**desk, {options.to, options.kept}, in.now());
    if (!made) return in.fail(made.error());
    in.print(backup_value(*made), backup_text(in, *made));
    return done;
}

exit_code plan_backups(context& in, const keeping_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto folder = options.to == "none" ? std::string() : options.to;
    const auto planned = hotich::plan_backups(**desk, {folder, options.kept});
    if (!planned) return in.fail(planned.error());
    in.print(
        {{"folder", folder}, {"kept", static_cast<std::int64_t>(options.kept)}},
        replace_placeholders(
            in.words("tool", folder.empty() ? "backups_ended" : "backups_planned"),
            {{"folder", folder}}
        )
    );
    return done;
}

exit_code nightly(context& in, const keeping_options& options)
{
    if (options.forget) return forget_for_nights(in);
    if (options.remember) return remember_for_nights(in);
    if (const auto found = use_remembered_password(in); !found) return in.fail(found.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto sum = run_sync(in, **desk);
    const auto synchronised = sum ? done : in.fail(sum.error());
    // What could not be sent is in the copy.
    const auto made = back_up_as_planned(**desk, in.now());
    const auto copied = made ? done : in.fail(made.error());
    const auto state = backups_of(**desk);
    if (!state) return in.fail(state.error());
    in.print(
        {{"synchronised", sum.has_value()},
         {"pulled", sum ? sum->all.pulled : 0},
         {"backup", made ? json::value(backup_value(*made)) : json::value()},
         {"backups", state_value(*state, backup_warning(*state, in.now()))}},
        made ? backup_text(in, *made) : in.words("tool", "not_backed_up")
    );
    return copied == done ? synchronised : copied;
}

exit_code show_status(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto overview = (*desk)->overview();
    if (!overview) return in.fail(overview.error());
    const auto state = backups_of(**desk);
    if (!state) return in.fail(state.error());
    const auto keys = read_key_file(in.chosen().register_file);
    if (!keys) return in.fail(keys.error());
    const auto days_left = days_left_offline(**desk, in.now());
    const auto warning = backup_warning(*state, in.now());
    const auto& who = (*desk)->identity();
    std::string text = replace_placeholders(
        in.words("tool", "status"),
        {{"desk", who.desk},
         {"revision", std::to_string(overview->revision)},
         {"unsent", std::to_string(overview->unsent)},
         {"days", std::to_string(days_left)},
         {"last_sync", overview->last_sync_at ? to_iso(*overview->last_sync_at) : "-"},
         {"backup", state->last_at ? to_iso(*state->last_at) + " " + state->last_file : "-"}}
    );
    if (const auto& held_back = (*desk)->session().held_back; !held_back.empty())
        text += "\n" + in.words("findings", held_back);
    if (!warning.empty()) text += "\n" + in.words("findings", warning);
    in.print(
        {{"office", who.office},
         {"desk", who.desk},
         {"revision", overview->revision},
         {"unsent", overview->unsent},
         {"last_sync_at", moment(overview->last_sync_at)},
         {"days_left", days_left},
         {"held_back", (*desk)->session().held_back},
         {"backups", state_value(*state, warning)},
         {"machine_key", keys->machine.kept},
         {"key_will_change", keys->must_rotate}},
        text
    );
    return done;
}

} // namespace hotich::tool
