// Commands about dossiers before their registration.
#include "common/register/desk_dossiers.h"
#include "common/rules/due_date.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

json::object dossier_value(const definitions& known, const record& entry)
{
    const auto due = due_on(known, entry);
    return {
        {"record", entry.id},
        {"event", entry.event},
        {"state", name_of(entry.state)},
        {"due_on", due ? json::value(to_iso(*due)) : json::value()},
        {"dossier", entry.dossier}};
}

exit_code tell(context& in, desk_register& desk, const std::string& id)
{
    const auto entry = desk.load(id);
    if (!entry) return in.fail(entry.error());
    const auto value = dossier_value(in.known(), *entry);
    in.print(value, to_text(value));
    return done;
}

} // namespace

exit_code receive_dossier(context& in, const dossier_options& options)
{
    const auto event = in.event(options.event);
    if (!event) return in.fail(event.error());
    auto data = read_record(options.data);
    if (!data) return in.fail(data.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    dossier_receipt receipt{std::move(*data), options.channel, {}};
    for (const auto& name : options.papers)
        receipt.papers.push_back({name, "", false});
    const auto id = hotich::receive_dossier(**desk, **event, receipt, in.now());
    return id ? tell(in, **desk, *id) : in.fail(id.error());
}

exit_code list_dossiers(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto lines = (*desk)->in_state(record_state::received, 1000);
    if (!lines) return in.fail(lines.error());
    json::array list;
    std::string text;
    for (const auto& line : *lines) {
        const auto entry = (*desk)->load(line.record);
        if (!entry) return in.fail(entry.error());
        auto value = dossier_value(in.known(), *entry);
        text += line.record + "\t" + line.event + "\t" + line.title + "\t"
            + std::string(text_at(value, "due_on")) + "\n";
        list.push_back(std::move(value));
    }
    in.print({{"dossiers", std::move(list)}}, text);
    return done;
}

exit_code act_on_dossier(context& in, const std::string& action, const dossier_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto id = (*desk)->resolve(options.record);
    if (!id) return in.fail(id.error());
    status acted;
    if (action == "pause") acted = pause_dossier(**desk, *id, options.reason, in.now());
    if (action == "resume") acted = resume_dossier(**desk, *id, in.now());
    if (action == "ask-papers")
        acted = ask_for_papers(**desk, *id, options.papers, options.reason, in.now());
    if (action == "refuse") acted = refuse_dossier(**desk, *id, options.reason, in.now());
    if (action == "delay") {
        const auto due = parse_typed_date(options.due_on);
        if (!due || !due->is_full())
            return in.fail({failure_code::invalid_input, "--due: a date is expected"});
        acted = delay_dossier(**desk, *id, for_age_test(*due), options.reason, in.now());
    }
    return acted ? tell(in, **desk, *id) : in.fail(acted.error());
}

} // namespace hotich::tool
