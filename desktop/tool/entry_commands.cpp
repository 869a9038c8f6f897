// Commands about entries that stand: notes on them, mending the same day, notes of other offices,
// people.
#include "common/base/text.h"
#include "common/papers/notes.h"
#include "common/records/annotation.h"
#include "common/register/desk_entries.h"
#include "common/register/people_view.h"
#include "common/register/reading_log.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

/// "00070:marriage:12/2026" names an entry of another office; anything else is looked up here.
result<entry_name> named_entry(context& in, desk_register& desk, const std::string& typed)
{
    const auto first = typed.find(':');
    const auto second = first == std::string::npos ? first : typed.find(':', first + 1);
    if (second != std::string::npos) {
        entry_name out;
        out.office_code = typed.substr(0, first);
        out.event = typed.substr(first + 1, second - first - 1);
        out.number = typed.substr(second + 1);
        TRY([[maybe_unused]] const auto event, in.event(out.event));
        return out;
    }
    TRY(const auto id, desk.resolve(typed));
    TRY(const auto entry, desk.load(id));
    return name_of_entry(in.known(), entry, desk.office());
}

json::object notice_value(
    const context& in, const record& entry, const event_definition* event, std::size_t notice
)
{
    const auto& told = entry.notices[notice].get_object();
    return {
        {"record", entry.id},
        {"notice", notice},
        {"state", text_at(told, "state")},
        {"kind", text_at(told, "kind")},
        {"office", text_at(told, "source.office")},
        {"text",
         event == nullptr ? std::string()
                          : note_text(in.known(), *event, told, in.chosen().language)}};
}

exit_code done_with(const context& in, const status& acted, const std::string& record)
{
    if (!acted) return in.fail(acted.error());
    in.print({{"record", record}}, record);
    return done;
}

} // namespace

exit_code events(context& in)
{
    json::array list;
    std::string text;
    for (const auto* event : in.known().events()) {
        json::array papers;
        for (const auto& paper : event->papers)
            papers.push_back(json::value(paper.certificate));
        const auto* book = event->main_book();
        list.push_back(json::object{
            {"event", event->event},
            {"title", event->title.in(in.chosen().language)},
            {"group", event->group},
            {"book", book == nullptr ? json::value() : json::value(book->kind)},
            {"papers", std::move(papers)}});
        text += event->event + "\t" + (book == nullptr ? "-" : book->kind) + "\t"
            + event->title.in(in.chosen().language) + "\n";
    }
    in.print({{"events", std::move(list)}}, text);
    return done;
}

exit_code annotate(
    context& in,
    const std::string& typed,
    const std::string& event_name,
    const registration_files& files
)
{
    const auto event = in.event(event_name);
    if (!event) return in.fail(event.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto target = named_entry(in, **desk, typed);
    if (!target) return in.fail(target.error());
    if ((*event)->annotates.empty() && !(*event)->copies_of)
        return in.fail({failure_code::invalid_input, event_name + " notes nothing on an entry"});
    auto data = read_record(files.data);
    if (!data) return in.fail(data.error());
    fill_target(**event, *target, *data);
    return register_data(in, **event, std::move(*data), files);
}

exit_code fix(
    context& in,
    const std::string& typed,
    const std::vector<std::string>& settings,
    const std::string& reason
)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto id = (*desk)->resolve(typed);
    if (!id) return in.fail(id.error());
    std::vector<entry_change> changes;
    for (const auto& setting : settings) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos)
            return in.fail({failure_code::invalid_input, "FIELD=VALUE is expected: " + setting});
        changes.push_back({setting.substr(0, equals), setting.substr(equals + 1)});
    }
    return done_with(in, fix_entry(**desk, *id, changes, reason, in.now()), *id);
}

exit_code list_notices(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto lines = (*desk)->with_waiting_notices(1000);
    if (!lines) return in.fail(lines.error());
    json::array list;
    std::string text;
    for (const auto& line : *lines) {
        const auto entry = (*desk)->load(line.record);
        if (!entry) return in.fail(entry.error());
        for (std::size_t i = 0; i < entry->notices.size(); ++i) {
            if (text_at(entry->notices[i].get_object(), "state") != "waiting") continue;
            auto value = notice_value(in, *entry, in.known().find_event(entry->event), i);
            text += line.record + "\t" + std::to_string(i) + "\t"
                + (line.number ? to_display(*line.number) : "-") + "\t"
                + std::string(text_at(value, "text")) + "\n";
            list.push_back(std::move(value));
        }
    }
    in.print({{"notices", std::move(list)}}, text);
    return done;
}

exit_code answer_notice(
    context& in, const std::string& typed, int notice, const std::optional<std::string>& declined
)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto id = (*desk)->resolve(typed);
    if (!id) return in.fail(id.error());
    const auto which = static_cast<std::size_t>(std::max(notice, 0));
    const auto acted = declined ? decline_annotation(**desk, *id, which, *declined, in.now())
                                : confirm_annotation(**desk, *id, which, in.now());
    return done_with(in, acted, *id);
}

exit_code person(context& in, const std::string& text)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (const auto noted = note_look(**desk, {reading_act::person_seen, "", text}, in.now());
        !noted)
        return in.fail(noted.error());
    const auto found =
        find_people((*desk)->connection(), (*desk)->identity().office, text, max_people_shown);
    if (!found) return in.fail(found.error());
    json::array list;
    std::string lines;
    for (const auto& view : *found) {
        const auto& who = view.who;
        lines += who.full_name + "\t" + who.birth_date + "\t"
            + (who.pin.empty() ? who.document : who.pin) + "\n";
        for (const auto* facts :
             {&view.entries, &view.spouses, &view.parents, &view.children, &view.probably_same})
            for (const auto& fact : *facts)
                lines += "    " + fact.event + " " + fact.number + " " + fact.role + " "
                    + fact.other_name + "\n";
        list.push_back(to_json(view));
    }
    in.print({{"people", std::move(list)}}, lines);
    return done;
}

exit_code judge_person(
    context& in, const std::string& a, const std::string& b, bool is_same, const std::string& reason
)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto naming_of = [](const std::string& typed) {
        const auto colon = typed.find(':');
        return naming{
            typed.substr(0, colon), colon == std::string::npos ? "" : typed.substr(colon + 1)};
    };
    const auto acted = is_same
        ? judge_same_person(**desk, naming_of(a), naming_of(b), reason, in.now())
        : judge_distinct_person(**desk, naming_of(a), naming_of(b), reason, in.now());
    return done_with(in, acted, naming_of(a).record);
}

} // namespace hotich::tool
