// What a desk has learned of its line: how much one exchange should carry each way so that it takes
// some seconds, neither one nor a hundred. Kept in the register between two starts. Used by the
// engine.
//
// kept as {"batch_bytes":n,"answer_bytes":n,"bytes_per_second":n}
#pragma once

#include "common/base/json.h"

#include <cstdint>

namespace hotich {

/// What an exchange moved and how long it took; elapsed_ms 0: not measured.
struct line_sample
{
    std::int64_t wire_bytes = 0; ///< both ways
    std::int64_t elapsed_ms = 0;
};

/// Bytes of operations as text, before they are compressed.
struct carried_bytes
{
    std::int64_t up = 0;
    std::int64_t down = 0;
};

inline constexpr std::int64_t least_batch_bytes = 8 * 1024;
inline constexpr std::int64_t most_batch_bytes = 4 * 1024 * 1024;
inline constexpr std::int64_t first_batch_bytes = 32 * 1024;
/// An exchange below the first time makes the next one larger, one above the second smaller.
inline constexpr std::int64_t short_exchange_ms = 5'000;
inline constexpr std::int64_t long_exchange_ms = 20'000;

struct learned_line
{
    std::int64_t batch_bytes = 256 * 1024;
    std::int64_t answer_bytes = 256 * 1024;
    std::int64_t bytes_per_second = 0; ///< 0: not measured yet

    [[nodiscard]] learned_line within_limits() const;
    /// For the first exchange of a session.
    [[nodiscard]] learned_line at_first() const;

    /// `limits` were those of the exchange. One that carried less than half of what it might have
    /// says nothing of how much it could carry.
    void learn(const carried_bytes& carried, const learned_line& limits, const line_sample& sample);
    /// An exchange was lost.
    void shrink();

    [[nodiscard]] json::object to_json() const;

    bool operator==(const learned_line&) const = default;
};

/// The line of a new desk where nothing sound was kept.
learned_line parse_learned_line(std::string_view text);

} // namespace hotich
