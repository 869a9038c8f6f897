// One exchange over a line that may be cut at any byte: packs the request with the dictionary where
// the server has it, sends a large one in pieces that go on where they stopped, and fetches what is
// missing of an answer. Used by sync_driver and by enrolment; one exchange at a time.
#pragma once

#include "common/sync/dictionary.h"
#include "common/sync/learned_line.h"
#include "common/sync/messages.h"
#include "desktop/sync/server_client.h"

#include <QElapsedTimer>
#include <QPointer>

#include <optional>

namespace hotich {

inline constexpr std::size_t least_piece_bytes = 16u * 1024u;
inline constexpr std::size_t first_piece_bytes = 128u * 1024u;
inline constexpr std::size_t most_piece_bytes = 1024u * 1024u;
/// Cuts that are mended at once, as long as each brings something; then the engine waits.
inline constexpr int max_mended_cuts = 20;

class line_exchange : public QObject
{
    Q_OBJECT

public:
    line_exchange(server_client& client, wire_dictionary dictionary, QObject* parent = nullptr)
        : QObject(parent), m_client(client), m_dictionary(std::move(dictionary))
    {}

    using answered = std::function<void(result<sync_response>)>;
    void run(const sync_request& request, const request_signer& signer, answered done);

    /// Of the last exchange.
    [[nodiscard]] const line_sample& measured() const { return m_measured; }

private:
    struct cut_answer
    {
        std::int64_t cursor = 0; ///< of the request it answers
        line_reply reply;
    };

    void send();
    void put_piece(const std::string& body, std::size_t offset, std::size_t size);
    void take_piece_answer(const std::string& body, const result<line_reply>& answer);
    void post(const std::string& body, const std::string& name);
    void take_answer(result<line_reply> answer);
    void fetch_rest();
    void take_rest(const result<line_reply>& rest);
    void finish(result<sync_response> how);
    void finish_with(const line_reply& whole);
    [[nodiscard]] std::string path(const char* resource) const;
    [[nodiscard]] bool uses_dictionary() const;

    server_client& m_client;
    wire_dictionary m_dictionary;
    bool m_server_has_dictionary = true; ///< until it says that it does not
    bool m_server_takes_parts = true;
    std::size_t m_piece_bytes = first_piece_bytes;
    std::optional<cut_answer> m_cut;
    int m_mended = 0;
    sync_request m_request;
    request_signer m_signer;
    answered m_done;
    QElapsedTimer m_clock;
    std::int64_t m_traffic_before = 0;
    line_sample m_measured;
};

} // namespace hotich
