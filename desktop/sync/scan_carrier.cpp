#include "desktop/sync/scan_carrier.h"

#include "common/base/ids.h"
#include "desktop/sync/line_exchange.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t tasks_at_once = 50;

} // namespace

scan_carrier::scan_carrier(
    const desk_identity& identity,
    signing_key key,
    register_access access,
    std::function<instant()> now,
    std::unique_ptr<random_source> random,
    QObject* parent
)
    : QObject(parent),
      m_random(std::move(random)),
      m_client(identity),
      m_signer{
          identity.desk,
          std::move(key),
          [this, now = std::move(now)] {
              return request_signer::stamp{now(), new_uuid(now(), *m_random)};
          }},
      m_office(identity.office),
      m_access(std::move(access)),
      m_piece_bytes(first_piece_bytes)
{}

void scan_carrier::carry()
{
    if (m_is_carrying) return;
    m_is_carrying = true;
    m_put_off.clear();
    m_done = {};
    next();
}

void scan_carrier::next()
{
    const auto limit = tasks_at_once + static_cast<std::int64_t>(m_put_off.size());
    m_access.waiting(limit, [this](result<std::vector<scan_task>> waiting) {
        if (!waiting) return end(waiting.error());
        const auto task = std::find_if(waiting->begin(), waiting->end(), [this](const auto& item) {
            return !m_put_off.contains(item.sealed);
        });
        if (task == waiting->end()) return end(std::nullopt);
        m_task = *task;
        if (m_task.way == scan_way::send) return ask_server(0, "");
        m_access.put(m_task, 0, "", [this](result<std::size_t> here) {
            if (!here) return end(here.error());
            fetch_from(*here);
        });
    });
}

std::size_t scan_carrier::whole() const { return static_cast<std::size_t>(m_task.sealed_bytes); }

std::string scan_carrier::target(std::size_t offset) const
{
    return "/v1/offices/" + m_office + "/scans?record=" + m_task.record + "&sha256=" + m_task.sealed
        + "&offset=" + std::to_string(offset);
}

/// An empty piece asks how much is there.
void scan_carrier::ask_server(std::size_t offset, std::string piece)
{
    const auto size = static_cast<std::int64_t>(piece.size());
    m_client.ask(
        {"PUT", target(offset), {{"Content-Type", "application/octet-stream"}}, std::move(piece)},
        m_signer,
        [this, size](const result<line_reply>& answer) {
            if (!answer) return take_refusal(answer.error());
            const auto document = parse_json_object(answer->body);
            const auto there = document ? integer_member(*document, "have") : document.error();
            if (!there || *there < 0)
                return take_refusal({failure_code::offline, "the answer was cut"});
            m_done.bytes += size;
            if (size > 0) m_piece_bytes = std::min(m_piece_bytes * 2, most_piece_bytes);
            send_from(static_cast<std::size_t>(*there));
        }
    );
}

void scan_carrier::send_from(std::size_t there)
{
    if (there >= whole()) {
        ++m_done.sent;
        return mark_carried();
    }
    m_access.read(m_task, there, m_piece_bytes, [this, there](result<std::string> piece) {
        if (piece && !piece->empty()) return ask_server(there, std::move(*piece));
        // It is not here any more: the register came from a copy. Perhaps the server has it.
        if (!piece && piece.error().code == failure_code::not_found) return mark_carried();
        end(piece ? failure{failure_code::corrupt_data, "the scan is shorter than it was"}
                  : piece.error());
    });
}

void scan_carrier::fetch_from(std::size_t here)
{
    if (here >= whole()) {
        ++m_done.fetched;
        return mark_carried();
    }
    m_client.ask(
        {"GET",
         target(here) + "&most=" + std::to_string(m_piece_bytes),
         {{"Accept-Encoding", "identity"}},
         ""},
        m_signer,
        [this, here](const result<line_reply>& answer) {
            if (!answer) return take_refusal(answer.error());
            take_piece(here, *answer);
        }
    );
}

/// What came of a piece that was cut is as good as any other piece.
void scan_carrier::take_piece(std::size_t offset, const line_reply& reply)
{
    if (reply.body.empty()) return take_refusal({failure_code::offline, "the line was cut"});
    m_done.bytes += static_cast<std::int64_t>(reply.body.size());
    const bool was_cut = reply.is_cut;
    m_access.put(m_task, offset, reply.body, [this, was_cut](result<std::size_t> here) {
        if (!here && here.error().code == failure_code::invalid_input)
            return take_refusal(here.error()); // came together wrong: from its beginning, next time
        if (!here) return end(here.error());
        if (was_cut) return take_refusal({failure_code::offline, "the line was cut"});
        m_piece_bytes = std::min(m_piece_bytes * 2, most_piece_bytes);
        fetch_from(*here);
    });
}

/// A line that is down or a server that is busy ends the run; what concerns this scan only puts it
/// off.
void scan_carrier::take_refusal(const failure& why)
{
    const bool concerns_all = why.code == failure_code::offline || why.code == failure_code::busy
        || why.code == failure_code::not_allowed || why.code == failure_code::wrong_key;
    if (why.code == failure_code::offline)
        m_piece_bytes = std::max(m_piece_bytes / 2, least_piece_bytes);
    if (concerns_all) return end(why);
    m_put_off.insert(m_task.sealed);
    ++m_done.left;
    next();
}

void scan_carrier::mark_carried()
{
    m_access.carried(m_task, [this](const status& marked) {
        if (!marked) return end(marked.error());
        next();
    });
}

void scan_carrier::end(std::optional<failure> why)
{
    const auto& all = m_client.traffic();
    m_done.traffic = {all.sent - m_counted.sent, all.received - m_counted.received};
    m_counted = all;
    m_is_carrying = false;
    emit finished(m_done, why);
}

} // namespace hotich
