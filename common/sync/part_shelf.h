// Large bodies on their way, piece by piece: each is known by the SHA-256 of the whole, so that a
// body that was cut goes on where it stopped. The server keeps what a desk is sending and what it
// was answered; nothing here is the only copy of anything, so a part that is gone is sent again.
// Used by hotich-server's routes; safe from several threads.
#pragma once

#include "common/base/instant.h"
#include "common/base/result.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace hotich {

struct shelf_limits
{
    std::size_t part_bytes = 16u * 1024u * 1024u;  ///< one body
    std::size_t all_bytes = 256u * 1024u * 1024u;  ///< all bodies; the oldest makes room
    std::size_t parts_of_owner = 3;                ///< the oldest makes room
    std::int64_t lifetime_ms = 24ll * 3600 * 1000; ///< since the last piece
};

class part_shelf
{
public:
    explicit part_shelf(shelf_limits limits = {}) : m_limits(limits) {}

    struct piece
    {
        std::string sha256; ///< of the whole body
        std::size_t size = 0;
        std::size_t offset = 0;
        std::string_view bytes;
    };

    /// Takes a piece that goes on where the part ends here; gives how many bytes are here now. An
    /// empty piece asks only. invalid_input: too large, or the whole is not what its name says: it
    /// is forgotten then.
    result<std::size_t> put(const std::string& owner, const piece& given, instant now);

    /// A whole body, for its owner to fetch; gives its name. "" where it is too large to keep.
    std::string keep(const std::string& owner, const std::string& body, instant now);

    /// From an offset to the end. not_found: unknown, not whole, or too old.
    result<std::string> rest(
        const std::string& owner, const std::string& sha256, std::size_t offset, instant now
    );

    /// A whole body, off the shelf's books only when it is forgotten: a request may come twice.
    result<std::string> whole(const std::string& owner, const std::string& sha256, instant now)
    {
        return rest(owner, sha256, 0, now);
    }

    [[nodiscard]] std::size_t bytes() const;

private:
    struct part
    {
        std::string body;
        std::size_t size = 0;
        instant touched_at;
    };

    using part_key = std::pair<std::string, std::string>; ///< owner, sha256

    void forget_old(instant now);
    void make_room(const std::string& owner, std::size_t bytes, const part_key& spared);
    void forget(std::map<part_key, part>::iterator place);

    shelf_limits m_limits;
    mutable std::mutex m_mutex;
    std::map<part_key, part> m_parts;
    std::size_t m_bytes = 0;
};

} // namespace hotich
