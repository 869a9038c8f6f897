#include "common/register/clock_watch.h"

#include <algorithm>
#include <cstdlib>

namespace hotich {

namespace {

constexpr const char* seen_name = "clock_seen";
constexpr const char* jump_name = "clock_jump"; ///< {"from":ms,"to":ms,"settled":bool}

status keep(desk_register& desk, const char* name, const std::string& value)
{
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY_STATUS(desk.set_meta(name, value));
    return transaction.commit();
}

status keep_jump(desk_register& desk, const clock_jump& jump)
{
    return keep(
        desk,
        jump_name,
        to_text(json::object{
            {"from", jump.from.ms}, {"to", jump.to.ms}, {"settled", jump.is_settled}})
    );
}

} // namespace

std::optional<clock_jump> last_clock_jump(const desk_register& desk)
{
    const auto kept = desk.meta(jump_name);
    if (!kept || kept->empty()) return std::nullopt;
    const auto read = parse_json_object(*kept);
    if (!read) return std::nullopt;
    const auto* settled = read->if_contains("settled");
    return clock_jump{
        {integer_or(*read, "from", 0)},
        {integer_or(*read, "to", 0)},
        settled != nullptr && settled->is_bool() && settled->get_bool()};
}

result<std::optional<clock_jump>> watch_clock(desk_register& desk, instant now)
{
    const auto kept = desk.meta(seen_name);
    const std::int64_t seen = kept ? std::atoll(kept->c_str()) : 0;
    auto jump = last_clock_jump(desk);
    if (now.ms + clock_jump_ms < seen) {
        // A clock that goes back twice is behind the latest time of all.
        const bool is_open = jump && !jump->is_settled;
        jump = clock_jump{is_open ? std::max(jump->from, instant{seen}) : instant{seen}, now};
        TRY_STATUS(keep_jump(desk, *jump));
    } else if (jump && !jump->is_settled && now.ms >= jump->from.ms) {
        TRY_STATUS(settle_clock(desk));
        jump.reset();
    }
    if (now.ms != seen) TRY_STATUS(keep(desk, seen_name, std::to_string(now.ms)));
    return jump && !jump->is_settled ? jump : std::nullopt;
}

status settle_clock(desk_register& desk)
{
    auto jump = last_clock_jump(desk);
    if (!jump || jump->is_settled) return {};
    jump->is_settled = true;
    return keep_jump(desk, *jump);
}

} // namespace hotich
