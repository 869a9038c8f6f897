#include "desktop/app/practice_desk.h"

#include "common/base/files.h"
#include "common/register/reading_log.h"
#include "common/register/register_file.h"
#include "desktop/app/sample_world.h"

#include <algorithm>
#include <filesystem>

namespace hotich {

namespace {

/// Nobody has to know it: what it guards is made up.
constexpr const char* practice_password = "practice";
constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr int numbers_in_hand = 100;
constexpr std::int64_t most_looked_at = 2000;

std::string day_before(instant now, int days)
{
    return to_iso(date_in_vietnam(instant{now.ms - days * day_ms}));
}

status fill_desk(sample_world& world, desk_register& desk, const json::object& people, instant now)
{
    const auto* birth = desk.known().find_event("birth");
    if (birth == nullptr) return failure{failure_code::not_found, "no birth event"};
    int count = 0;
    for (const auto& child : sample_names(people, "registered")) {
        ++count;
        TRY_STATUS(add_sample(
            desk,
            *birth,
            sample_birth(*birth, child, day_before(now, 7 + count), count),
            instant{now.ms - day_ms}
        ));
    }
    TRY_STATUS(world.exchange(desk, instant{now.ms - day_ms}));
    for (const auto* book : desk.known().books()) {
        TRY([[maybe_unused]] const auto block,
            desk.request_block(book->kind, numbers_in_hand, now));
    }
    return world.exchange(desk, now);
}

/// The server goes when the desk is ready; what is written from then on stays here.
result<std::unique_ptr<desk_register>> make_practice_desk(
    const std::string& file, const definitions& known, random_source& random, instant now
)
{
    TRY(const auto people, read_sample_people());
    TRY(auto desk,
        desk_register::create(
            file,
            std::string(text_at(people, "officer")),
            practice_password,
            known,
            random,
            {1, 8192}
        ));
    sample_world world(known, people, random, instant{now.ms - day_ms});
    TRY_STATUS(world.prepare({sample_commune}));
    TRY_STATUS(world.enrol(*desk, sample_commune));
    TRY_STATUS(fill_desk(world, *desk, people, now));
    return desk;
}

/// The step that an own operation is.
std::string step_of(desk_register& desk, const operation& op)
{
    if (op.kind == operation_kind::issue_paper) return "print";
    if (op.kind == operation_kind::receive_dossier) return "dossier";
    if (op.kind != operation_kind::registration) return {};
    const auto entry = desk.load(op.record);
    if (!entry) return {};
    const auto* event = desk.known().find_event(entry->event);
    if (entry->event == "birth") return "birth";
    return event != nullptr && !event->annotates.empty() ? "note" : "";
}

std::string step_of(const reading& look)
{
    if (look.act == reading_act::searched) return "search";
    if (look.act != reading_act::listed) return {};
    return look.record.find('/') == std::string::npos ? "day" : "book";
}

} // namespace

result<std::unique_ptr<desk_register>> open_practice_desk(
    const std::string& file, const definitions& known, random_source& random, instant now
)
{
    std::error_code error;
    if (std::filesystem::exists(file_path(file), error))
        return desk_register::open(file, "", practice_password, known, random);
    auto made = make_practice_desk(file, known, random, now);
    if (!made) remove_register_file(file); // half a practice is of no use
    return made;
}

result<std::vector<std::string>> done_in_practice(desk_register& desk)
{
    std::vector<std::string> steps;
    // What the practice began with is decided; nothing else ever is.
    TRY(const auto own, desk.log().undecided(desk.identity().desk, most_looked_at));
    for (const auto& op : own)
        steps.push_back(step_of(desk, op));
    TRY(const auto looks, readings(desk, "", most_looked_at));
    for (const auto& look : looks)
        steps.push_back(step_of(look));
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    std::erase(steps, std::string());
    return steps;
}

} // namespace hotich
