// The server's half of a WebSocket (RFC 6455) as values, without sockets: the answer to a client's
// key, frames out, frames in. Only what a live notice needs: we send tiny texts, the client sends
// nothing but control frames. So a listener costs no buffers, and what else a client sends ends it.
// Used by http/connection_listening and routes/notice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// The largest control frame there is.
inline constexpr std::size_t max_websocket_payload = 125;

/// What a server answers in Sec-WebSocket-Accept; nothing where the key is no key.
std::optional<std::string> websocket_accept(std::string_view key);

enum class websocket_kind : std::uint8_t { text = 1, close = 8, ping = 9, pong = 10 };

/// One whole frame as a server sends it: not masked. At most max_websocket_payload bytes.
std::string websocket_frame(websocket_kind kind, std::string_view payload);

/// The payload of a close frame.
std::string websocket_goodbye(std::uint16_t code);
inline constexpr std::uint16_t websocket_going_away = 1001;
inline constexpr std::uint16_t websocket_not_understood = 1002;

struct websocket_message
{
    websocket_kind kind = websocket_kind::ping;
    std::string payload;
};

class websocket_reader
{
public:
    /// Takes what came from the line; gives the frames that are whole. Nothing: this is no frame
    /// of a client that only listens, and the connection must end.
    std::optional<std::vector<websocket_message>> put(std::string_view bytes);

private:
    std::string m_pending; ///< less than one frame
};

} // namespace hotich
