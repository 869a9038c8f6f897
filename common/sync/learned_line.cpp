#include "common/sync/learned_line.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t least_sample_bytes = 2 * 1024; ///< below, a time is the line's delay only

std::int64_t within(std::int64_t bytes)
{
    return std::clamp(bytes, least_batch_bytes, most_batch_bytes);
}

std::int64_t adapted(std::int64_t limit, std::int64_t used, std::int64_t carried, std::int64_t ms)
{
    if (carried < used / 2) return limit;
    if (ms <= short_exchange_ms) return within(std::max(limit, used * 2));
    if (ms >= long_exchange_ms) return within(std::min(limit, used / 2));
    return limit;
}

} // namespace

learned_line learned_line::within_limits() const
{
    return {within(batch_bytes), within(answer_bytes), std::max<std::int64_t>(bytes_per_second, 0)};
}

learned_line learned_line::at_first() const
{
    return {
        std::min(batch_bytes, first_batch_bytes),
        std::min(answer_bytes, first_batch_bytes),
        bytes_per_second};
}

void learned_line::learn(
    const carried_bytes& carried, const learned_line& limits, const line_sample& sample
)
{
    if (sample.elapsed_ms <= 0) return;
    if (sample.wire_bytes >= least_sample_bytes) {
        const auto rate = sample.wire_bytes * 1000 / sample.elapsed_ms;
        bytes_per_second = bytes_per_second == 0 ? rate : (bytes_per_second * 3 + rate) / 4;
    }
    batch_bytes = adapted(batch_bytes, limits.batch_bytes, carried.up, sample.elapsed_ms);
    answer_bytes = adapted(answer_bytes, limits.answer_bytes, carried.down, sample.elapsed_ms);
}

void learned_line::shrink()
{
    batch_bytes = within(batch_bytes / 2);
    answer_bytes = within(answer_bytes / 2);
}

json::object learned_line::to_json() const
{
    return {
        {"batch_bytes", batch_bytes},
        {"answer_bytes", answer_bytes},
        {"bytes_per_second", bytes_per_second}};
}

learned_line parse_learned_line(std::string_view text)
{
    const auto document = parse_json_object(text);
    if (!document) return {};
    const auto batch = integer_member(*document, "batch_bytes");
    const auto answer = integer_member(*document, "answer_bytes");
    const auto rate = integer_member(*document, "bytes_per_second");
    if (!batch || !answer || !rate) return {};
    return learned_line{*batch, *answer, *rate}.within_limits();
}

} // namespace hotich
