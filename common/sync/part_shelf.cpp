#include "common/sync/part_shelf.h"

#include "common/crypto/crypto.h"

namespace hotich {

namespace {

constexpr std::size_t sha256_digits = 64;

bool is_sha256(std::string_view text)
{
    return text.size() == sha256_digits
        && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

result<std::size_t> part_shelf::put(const std::string& owner, const piece& given, instant now)
{
    if (!is_sha256(given.sha256))
        return failure{failure_code::invalid_input, "sha256 must have 64 hex digits"};
    if (given.size == 0 || given.size > m_limits.part_bytes)
        return failure{
            failure_code::invalid_input,
            "size must be 1 to " + std::to_string(m_limits.part_bytes)};
    const std::lock_guard turn(m_mutex);
    forget_old(now);
    const part_key key{owner, given.sha256};
    auto place = m_parts.find(key);
    if (place == m_parts.end()) {
        if (given.bytes.empty()) return std::size_t(0);
        place = m_parts.try_emplace(key, part{"", given.size, now}).first;
    }
    const auto here = place->second.body.size();
    place->second.touched_at = now;
    if (given.offset != here || given.bytes.empty()) return here; // it goes on from what is here
    if (place->second.size != given.size || here + given.bytes.size() > given.size) {
        forget(place);
        return failure{failure_code::invalid_input, "the part is longer than it said"};
    }
    make_room(owner, given.bytes.size(), key);
    place->second.body.append(given.bytes);
    m_bytes += given.bytes.size();
    const auto now_here = place->second.body.size();
    if (now_here < given.size || sha256_hex(place->second.body) == given.sha256) return now_here;
    forget(place);
    return failure{failure_code::invalid_input, "the part is not what its sha256 says"};
}

std::string part_shelf::keep(const std::string& owner, const std::string& body, instant now)
{
    if (body.size() > m_limits.part_bytes || body.empty()) return {};
    auto name = sha256_hex(body);
    const std::lock_guard turn(m_mutex);
    forget_old(now);
    const part_key key{owner, name};
    if (const auto present = m_parts.find(key); present != m_parts.end()) forget(present);
    make_room(owner, body.size(), key);
    m_parts[key] = {body, body.size(), now};
    m_bytes += body.size();
    return name;
}

result<std::string> part_shelf::rest(
    const std::string& owner, const std::string& sha256, std::size_t offset, instant now
)
{
    const std::lock_guard turn(m_mutex);
    forget_old(now);
    const auto place = m_parts.find({owner, sha256});
    if (place == m_parts.end() || place->second.body.size() != place->second.size)
        return failure{failure_code::not_found, "the part is not here, or not whole"};
    if (offset > place->second.size)
        return failure{failure_code::invalid_input, "the part ends before this offset"};
    return place->second.body.substr(offset);
}

std::size_t part_shelf::bytes() const
{
    const std::lock_guard turn(m_mutex);
    return m_bytes;
}

void part_shelf::forget_old(instant now)
{
    for (auto place = m_parts.begin(); place != m_parts.end();) {
        const auto next = std::next(place);
        if (now.ms - place->second.touched_at.ms > m_limits.lifetime_ms) forget(place);
        place = next;
    }
}

/// The oldest parts go first: those of the owner while it has too many, anybody's while all are
/// too large.
void part_shelf::make_room(const std::string& owner, std::size_t bytes, const part_key& spared)
{
    for (;;) {
        std::size_t of_owner = 0;
        auto oldest = m_parts.end();
        auto oldest_of_owner = m_parts.end();
        const auto is_older = [this](auto place, auto than) {
            return than == m_parts.end()
                || place->second.touched_at.ms < than->second.touched_at.ms;
        };
        for (auto place = m_parts.begin(); place != m_parts.end(); ++place) {
            if (place->first == spared) continue;
            if (is_older(place, oldest)) oldest = place;
            if (place->first.first != owner) continue;
            ++of_owner;
            if (is_older(place, oldest_of_owner)) oldest_of_owner = place;
        }
        if (of_owner >= m_limits.parts_of_owner)
            forget(oldest_of_owner);
        else if (m_bytes + bytes > m_limits.all_bytes && oldest != m_parts.end())
            forget(oldest);
        else
            return;
    }
}

void part_shelf::forget(std::map<part_key, part>::iterator place)
{
    m_bytes -= place->second.body.size();
    m_parts.erase(place);
}

} // namespace hotich
