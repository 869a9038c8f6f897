#include "desktop/sync/line_exchange.h"

#include <algorithm>

namespace hotich {

namespace {

result<std::size_t> bytes_there(const std::string& answer)
{
    TRY(const auto document, parse_json_object(answer));
    TRY(const auto have, integer_member(document, "have"));
    if (have < 0) return failure{failure_code::invalid_input, "the server has less than nothing"};
    return static_cast<std::size_t>(have);
}

const failure cut_again{failure_code::offline, "the line was cut"};

} // namespace

void line_exchange::run(const sync_request& request, const request_signer& signer, answered done)
{
    m_request = request;
    m_signer = signer;
    m_done = std::move(done);
    m_mended = 0;
    m_traffic_before = m_client.traffic().total();
    m_clock.start();
    // What the server told before the line was cut is worth more than to ask again.
    if (m_cut && m_cut->cursor == request.cursor) return fetch_rest();
    m_cut.reset();
    send();
}

std::string line_exchange::path(const char* resource) const
{
    return "/v1/offices/" + m_request.office + "/" + resource;
}

bool line_exchange::uses_dictionary() const
{
    return m_server_has_dictionary && m_dictionary.is_there();
}

/// A server that has the dictionary reads short links too.
void line_exchange::send()
{
    const auto body = uses_dictionary()
        ? m_dictionary.compress(encode(m_request, wire_form::short_links))
        : compress(encode(m_request));
    if (body.size() <= m_piece_bytes || !m_server_takes_parts) return post(body, "");
    put_piece(body, 0, 0); // how much is there from before?
}

void line_exchange::put_piece(const std::string& body, std::size_t offset, std::size_t size)
{
    const auto target = path("parts") + "?sha256=" + sha256_hex(body)
        + "&size=" + std::to_string(body.size()) + "&offset=" + std::to_string(offset);
    m_client.ask(
        {"PUT", target, {{"Content-Type", "application/octet-stream"}}, body.substr(offset, size)},
        m_signer,
        [this, self = QPointer(this), body](const result<line_reply>& answer) {
            if (self) take_piece_answer(body, answer);
        }
    );
}

void line_exchange::take_piece_answer(const std::string& body, const result<line_reply>& answer)
{
    if (!answer || answer->is_cut) {
        const auto why = answer ? cut_again : answer.error();
        if (why.code == failure_code::not_found || why.code == failure_code::not_allowed) {
            m_server_takes_parts = false; // an older one
            return post(body, "");
        }
        if (why.code == failure_code::offline)
            m_piece_bytes = std::max(m_piece_bytes / 2, least_piece_bytes);
        return finish(why);
    }
    const auto there = bytes_there(answer->body);
    if (!there) return finish(there.error());
    if (*there >= body.size()) return post("", sha256_hex(body));
    m_piece_bytes = *there > 0 ? std::min(m_piece_bytes * 2, most_piece_bytes) : m_piece_bytes;
    put_piece(body, *there, m_piece_bytes);
}

void line_exchange::post(const std::string& body, const std::string& name)
{
    std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Type", "application/x-ndjson"},
        {"Content-Encoding", "zstd"},
        {"Accept-Encoding", "zstd"},
        {"Hotich-Accept-Parts", "1"}};
    const auto version = std::to_string(dictionary_version);
    if (m_dictionary.is_there()) headers.emplace_back("Hotich-Accept-Dictionary", version);
    if (uses_dictionary()) headers.emplace_back(dictionary_header, version);
    m_client.ask(
        {"POST", path("sync") + (name.empty() ? "" : "?body=" + name), std::move(headers), body},
        m_signer,
        [this, self = QPointer(this)](result<line_reply> answer) {
            if (self) take_answer(std::move(answer));
        }
    );
}

void line_exchange::take_answer(result<line_reply> answer)
{
    if (!answer) {
        // A server that cannot read this says so before it does anything: once more, in plain zstd.
        if (answer.error().code == failure_code::invalid_input && uses_dictionary()) {
            m_server_has_dictionary = false;
            return send();
        }
        return finish(answer.error());
    }
    if (!answer->is_cut) return finish_with(*answer);
    if (answer->part.empty()) return finish(cut_again);
    m_cut = cut_answer{m_request.cursor, std::move(*answer)};
    fetch_rest();
}

void line_exchange::fetch_rest()
{
    const auto& reply = m_cut->reply;
    m_client.ask(
        {"GET",
         path("parts") + "?sha256=" + reply.part + "&offset=" + std::to_string(reply.body.size()),
         {{"Accept-Encoding", "identity"}},
         ""},
        m_signer,
        [this, self = QPointer(this)](const result<line_reply>& rest) {
            if (self) take_rest(rest);
        }
    );
}

void line_exchange::take_rest(const result<line_reply>& rest)
{
    if (!rest) {
        if (rest.error().code == failure_code::offline) return finish(rest.error());
        m_cut.reset(); // it is not kept any more: ask for all of it again
        return send();
    }
    auto& reply = m_cut->reply;
    reply.body += rest->body;
    if (rest->is_cut) {
        if (rest->body.empty() || ++m_mended > max_mended_cuts) return finish(cut_again);
        return fetch_rest();
    }
    const auto whole = std::exchange(m_cut, std::nullopt)->reply;
    if (sha256_hex(whole.body) != whole.part)
        return finish(failure{failure_code::offline, "the answer came together wrong"});
    finish_with(whole);
}

void line_exchange::finish_with(const line_reply& whole)
{
    const auto text =
        whole.dictionary.empty() ? decompress(whole.body) : m_dictionary.decompress(whole.body);
    if (!text) return finish(text.error());
    finish(decode_response(*text));
}

void line_exchange::finish(result<sync_response> how)
{
    m_measured = {m_client.traffic().total() - m_traffic_before, m_clock.elapsed()};
    const auto done = std::exchange(m_done, {});
    done(std::move(how));
}

} // namespace hotich
