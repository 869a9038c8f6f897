// Carries sealed scans between a desk and its server, one after the other, piece by piece: each
// goes on where it stopped, on this line or the next one. Those that exist here only go first. It
// begins after an exchange, when the office lets scans travel; entries never wait for it. The
// register and the files are reached through functions, because `hotich` has them at hand and the
// desktop has them on another thread.
#pragma once

#include "common/register/desk_scans.h"
#include "desktop/sync/server_client.h"

#include <functional>
#include <optional>
#include <set>

namespace hotich {

/// What one run carried.
struct carried_scans
{
    std::int64_t sent = 0;
    std::int64_t fetched = 0;
    std::int64_t bytes = 0; ///< of pieces, both ways
    std::int64_t left = 0;  ///< put off: the server has not got them yet, or refuses them
    line_traffic traffic;   ///< what went over the line for it
};

class scan_carrier : public QObject
{
    Q_OBJECT

public:
    struct register_access
    {
        template <class T>
        using told = std::function<void(result<T>)>;

        std::function<void(std::int64_t limit, told<std::vector<scan_task>>)> waiting;
        std::function<void(const scan_task&, std::function<void(status)>)> carried;
        /// scan_folder::put with bytes of its own, and scan_folder::read.
        std::function<void(const scan_task&, std::size_t offset, std::string, told<std::size_t>)>
            put;
        std::function<
            void(const scan_task&, std::size_t offset, std::size_t most, told<std::string>)>
            read;
    };

    scan_carrier(
        const desk_identity& identity,
        signing_key key,
        register_access access,
        std::function<instant()> now,
        std::unique_ptr<random_source> random,
        QObject* parent = nullptr
    );

    /// Everything that waits; nothing where it is at it already. Then `finished`.
    void carry();

    [[nodiscard]] bool is_carrying() const { return m_is_carrying; }

signals:
    /// With why it could not go on: offline, busy, storage_unavailable …
    void finished(const hotich::carried_scans& done, const std::optional<hotich::failure>& why);

private:
    void next();
    void ask_server(std::size_t offset, std::string piece);
    void send_from(std::size_t there);
    void fetch_from(std::size_t here);
    void take_piece(std::size_t offset, const line_reply& reply);
    void take_refusal(const failure& why);
    void mark_carried();
    void end(std::optional<failure> why);
    [[nodiscard]] std::string target(std::size_t offset) const;
    [[nodiscard]] std::size_t whole() const;

    std::unique_ptr<random_source> m_random;
    server_client m_client;
    request_signer m_signer;
    std::string m_office;
    register_access m_access;
    scan_task m_task;
    std::set<std::string> m_put_off; ///< in this run
    std::size_t m_piece_bytes;
    carried_scans m_done;
    line_traffic m_counted;
    bool m_is_carrying = false;
};

} // namespace hotich
