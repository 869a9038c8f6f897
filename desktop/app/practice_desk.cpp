#include "desktop/app/practice_desk.h"

#include "common/base/files.h"
#include "common/register/reading_log.h"
#include "common/register/register_file.h"
#include "common/sql/sqlcipher_connection.h"
#include "desktop/printing/practice_mark.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace hotich {

namespace {

/// Nobody has to know it: what it guards is made up.
constexpr const char* practice_password = "practice";
constexpr const char* other_commune = "00025";
constexpr std::int64_t day_ms = 24ll * 3600 * 1000;
constexpr int numbers_in_hand = 100;
constexpr std::int64_t most_looked_at = 2000;
constexpr int notice_of_held = 900;
constexpr int notice_of_rejected = 901;

/// Of the store and of what the made-up server signs: always the same, as it guards nothing.
secret_key server_key()
{
    secret_key key;
    key.fill(1);
    return key;
}

std::string store_of(const std::string& register_file) { return register_file + ".server"; }

std::string day_before(instant now, int days)
{
    return to_iso(date_in_vietnam(instant{now.ms - days * day_ms}));
}

/// Another office has registered the same birth; and this PC's clock was a day ahead once.
status add_what_needs_attention(
    sample_world& world,
    desk_register& desk,
    const event_definition& birth,
    const json::object& people,
    instant now
)
{
    const auto twice = sample_birth(
        birth, std::string(text_at(people, "held")), day_before(now, 5), notice_of_held
    );
    TRY(auto elsewhere, world.new_desk(other_commune));
    TRY_STATUS(add_sample(*elsewhere, birth, twice, now));
    TRY_STATUS(world.exchange(*elsewhere, now));
    TRY_STATUS(add_sample(desk, birth, twice, now));
    const auto early = sample_birth(
        birth, std::string(text_at(people, "rejected")), day_before(now, 4), notice_of_rejected
    );
    TRY_STATUS(add_sample(desk, birth, early, instant{now.ms + day_ms}));
    return world.exchange(desk, now);
}

status fill_desk(sample_world& world, desk_register& desk, const json::object& people, instant now)
{
    const auto* birth = desk.known().find_event("birth");
    if (birth == nullptr) return failure{failure_code::not_found, "no birth event"};
    const instant yesterday{now.ms - day_ms};
    int count = 0;
    for (const auto& child : sample_names(people, "registered")) {
        ++count;
        TRY_STATUS(add_sample(
            desk, *birth, sample_birth(*birth, child, day_before(now, 7 + count), count), yesterday
        ));
    }
    TRY_STATUS(world.exchange(desk, yesterday));
    TRY_STATUS(add_what_needs_attention(world, desk, *birth, people, now));
    for (const auto* book : desk.known().books()) {
        TRY([[maybe_unused]] const auto block,
            desk.request_block(book->kind, numbers_in_hand, now));
    }
    return world.exchange(desk, now);
}

/// Where the desk stands, and what waits there for a decision.
result<json::object> beginning_of(desk_register& desk)
{
    json::array waiting;
    for (const auto state : {record_state::held, record_state::rejected}) {
        TRY(const auto lines, desk.in_state(state, 2));
        if (lines.size() != 1) return failure{failure_code::conflict, "one held, one rejected"};
        waiting.emplace_back(lines.front().record);
    }
    TRY(const auto head, desk.log().head_of_desk(desk.identity().desk));
    return json::object{{"seq", head.seq}, {"waiting", std::move(waiting)}};
}

result<practice> make_practice(
    const std::string& file, const definitions& known, random_source& random, instant now
)
{
    TRY(const auto people, read_sample_people());
    TRY(auto store, open_sqlcipher(store_of(file), server_key(), open_mode::create));
    practice out;
    out.server = std::make_unique<sample_world>(known, people, random, instant{now.ms - day_ms});
    TRY_STATUS(out.server->take_up(std::move(store), signing_key_of(server_key())));
    TRY_STATUS(out.server->put_offices({sample_commune, other_commune}));
    TRY(out.desk,
        desk_register::create(
            file,
            std::string(text_at(people, "officer")),
            practice_password,
            known,
            random,
            {1, 8192}
        ));
    TRY_STATUS(out.server->enrol(*out.desk, sample_commune));
    TRY_STATUS(fill_desk(*out.server, *out.desk, people, now));
    TRY(const auto began, beginning_of(*out.desk));
    TRY_STATUS(write_practice_mark(*out.desk, began));
    return out;
}

result<practice> go_on_practising(
    const std::string& file, std::unique_ptr<desk_register> desk, instant now
)
{
    TRY(auto people, read_sample_people());
    TRY(auto store, open_sqlcipher(store_of(file), server_key(), open_mode::existing));
    auto server =
        std::make_unique<sample_world>(desk->known(), std::move(people), desk->random(), now);
    TRY_STATUS(server->take_up(std::move(store), signing_key_of(server_key())));
    return practice{std::move(server), std::move(desk)};
}

std::string step_of(const operation& op, const definitions& known)
{
    if (op.kind == operation_kind::issue_paper) return "print";
    if (op.kind == operation_kind::receive_dossier) return "dossier";
    if (op.kind != operation_kind::registration) return {};
    const auto* event = known.find_event(text_at(op.payload, "event"));
    if (event == nullptr) return {};
    if (event->event == "birth") return "birth";
    return event->annotates.empty() ? "" : "note";
}

std::string step_of(const reading& look)
{
    if (look.act == reading_act::searched) return "search";
    if (look.act != reading_act::listed) return {};
    if (parse_date(look.record)) return "day";
    return look.record.find('/') == std::string::npos ? "" : "book";
}

} // namespace

result<practice> open_practice(
    const std::string& file, const definitions& known, random_source& random, instant now
)
{
    std::error_code error;
    if (std::filesystem::exists(file_path(file), error)) {
        // A register with another password, or without a made-up server beside it, is none of the
        // practice's: it is left alone.
        TRY(auto desk, desk_register::open(file, "", practice_password, known, random));
        if (!std::filesystem::exists(file_path(store_of(file)), error))
            return failure{failure_code::conflict, "this register is not the practice's: " + file};
        if (practice_mark(*desk)) return go_on_practising(file, std::move(desk), now);
    }
    const auto clear = [&file] {
        remove_register_file(file);
        remove_register_file(store_of(file));
    };
    clear(); // half a practice is of no use
    auto made = make_practice(file, known, random, now);
    if (!made) clear();
    return made;
}

result<std::vector<std::string>> done_in_practice(desk_register& desk)
{
    const auto began = practice_mark(desk);
    if (!began) return std::vector<std::string>();
    std::vector<std::string> steps;
    std::set<std::string> waiting;
    for (const auto& record : rows_at(*began, "waiting"))
        waiting.emplace(record.get_string());
    const auto& own = desk.identity().desk;
    TRY(const auto head, desk.log().head_of_desk(own));
    const auto first = integer_or(*began, "seq", head.seq) + 1;
    for (auto seq = first; seq <= std::min(head.seq, first + most_looked_at); ++seq) {
        TRY(const auto stored, desk.log().at(own, seq));
        if (!stored) continue;
        TRY(const auto op, parse_operation(stored->body));
        const bool is_cared_for = waiting.erase(op.record) > 0;
        if (!is_cared_for) steps.push_back(step_of(op, desk.known()));
    }
    if (waiting.empty()) steps.emplace_back("attention");
    TRY(const auto looks, readings(desk, "", most_looked_at));
    for (const auto& look : looks)
        steps.push_back(step_of(look));
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    std::erase(steps, std::string());
    return steps;
}

} // namespace hotich
