#include "syncserver/http/websocket.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::string_view key_suffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, 1.3
constexpr std::size_t key_letters = 24;
constexpr unsigned final_bit = 0x80;
constexpr unsigned mask_bit = 0x80;
constexpr std::size_t head_bytes = 6; ///< two bytes and the mask

bool is_base64(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+'
        || c == '/' || c == '=';
}

unsigned byte_at(std::string_view bytes, std::size_t at)
{
    return static_cast<unsigned char>(bytes[at]);
}

/// Control frames are whole, masked and small; nothing else comes from a client that listens.
bool is_control_head(std::string_view frame)
{
    const auto first = byte_at(frame, 0);
    const bool is_known =
        first == (final_bit | 8u) || first == (final_bit | 9u) || first == (final_bit | 10u);
    const auto second = byte_at(frame, 1);
    return is_known && (second & mask_bit) != 0 && (second & 0x7fu) <= max_websocket_payload;
}

} // namespace

std::optional<std::string> websocket_accept(std::string_view key)
{
    if (key.size() != key_letters || !std::all_of(key.begin(), key.end(), is_base64)) return {};
    const auto text = std::string(key).append(key_suffix);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned digest_bytes = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &digest_bytes, EVP_sha1(), nullptr)
        != 1)
        return {};
    std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> encoded{};
    const auto letters =
        EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest_bytes));
    return std::string(encoded.begin(), encoded.begin() + letters);
}

std::string websocket_frame(websocket_kind kind, std::string_view payload)
{
    const auto size = std::min(payload.size(), max_websocket_payload);
    std::string frame;
    frame += static_cast<char>(final_bit | static_cast<unsigned>(kind));
    frame += static_cast<char>(size);
    return frame.append(payload.substr(0, size));
}

std::string websocket_goodbye(std::uint16_t code)
{
    return {static_cast<char>(code >> 8u), static_cast<char>(code & 0xffu)};
}

std::optional<std::vector<websocket_message>> websocket_reader::put(std::string_view bytes)
{
    m_pending.append(bytes);
    std::vector<websocket_message> out;
    while (m_pending.size() >= 2) {
        if (!is_control_head(m_pending)) return {};
        const std::size_t size = byte_at(m_pending, 1) & 0x7fu;
        if (m_pending.size() < head_bytes + size) break;
        websocket_message message{static_cast<websocket_kind>(byte_at(m_pending, 0) & 0x0fu), {}};
        for (std::size_t i = 0; i < size; ++i)
            message.payload += static_cast<char>(
                byte_at(m_pending, head_bytes + i) ^ byte_at(m_pending, 2 + i % 4)
            );
        out.push_back(std::move(message));
        m_pending.erase(0, head_bytes + size);
    }
    if (m_pending.empty()) m_pending = std::string();
    return out;
}

} // namespace hotich
