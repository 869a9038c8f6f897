#include "common/sync/messages.h"

#include <zstd.h>

#include <memory>

namespace hotich {

namespace {

constexpr int compression_level = 6;

/// Takes lines off a text one by one and knows which it is at.
class line_reader
{
public:
    explicit line_reader(std::string_view text) : m_rest(text) {}

    /// The next line; the failure says where the message is cut.
    result<std::string_view> next()
    {
        ++m_line;
        const auto end = m_rest.find('\n');
        if (end == std::string_view::npos) return at("the message is cut here");
        const auto line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + 1);
        return line;
    }

    result<json::object> next_object()
    {
        TRY(const auto line, next());
        auto object = parse_json_object(line);
        if (!object) return at(object.error().detail);
        return object;
    }

    status at_end() const
    {
        if (m_rest.empty()) return {};
        return at("more follows than was announced");
    }

    failure at(const std::string& what) const
    {
        return {failure_code::invalid_input, "line " + std::to_string(m_line) + ": " + what};
    }

private:
    std::string_view m_rest;
    int m_line = 0;
};

status check_protocol(const json::object& header)
{
    TRY(const auto version, integer_member(header, "protocol"));
    if (version == protocol_version) return {};
    return failure{
        failure_code::not_allowed,
        "protocol version " + std::to_string(version) + " is not spoken here, only "
            + std::to_string(protocol_version)};
}

result<std::int64_t> count_of(const json::object& header, std::string_view name, std::int64_t limit)
{
    TRY(const auto count, integer_member(header, name));
    if (count < 0 || count > limit)
        return failure{
            failure_code::invalid_input,
            std::string(name) + " must be 0 to " + std::to_string(limit)};
    return count;
}

std::string entry_line(const feed_entry& entry)
{
    json::object line{
        {"rev", entry.revision},
        {"desk", entry.desk},
        {"seq", entry.seq},
        {"hash", entry.operation_hash},
        {"verdict", entry.verdict_text},
        {"entry", entry.entry_hash},
    };
    if (!entry.body.empty()) line["body"] = entry.body;
    return to_text(line);
}

result<feed_entry> entry_of(const json::object& line)
{
    feed_entry entry;
    TRY(entry.revision, integer_member(line, "rev"));
    TRY(entry.desk, string_member(line, "desk"));
    TRY(entry.seq, integer_member(line, "seq"));
    TRY(entry.operation_hash, string_member(line, "hash"));
    TRY(entry.verdict_text, string_member(line, "verdict"));
    TRY(entry.entry_hash, string_member(line, "entry"));
    if (line.contains("body")) {
        TRY(entry.body, string_member(line, "body"));
    }
    return entry;
}

} // namespace

std::string encode(const sync_request& request)
{
    auto text = to_text(json::object{
                    {"protocol", protocol_version},
                    {"office", request.office},
                    {"desk", request.desk},
                    {"cursor", request.cursor},
                    {"operations", request.bodies.size()},
                    {"signature", request.signature},
                })
        + "\n";
    for (const auto& body : request.bodies)
        text += body + "\n";
    return text;
}

std::string encode(const sync_response& response)
{
    auto text = to_text(json::object{
                    {"protocol", protocol_version},
                    {"entries", response.entries.size()},
                    {"known_seq", response.known_seq},
                    {"more", response.more},
                    {"head",
                     {{"revision", response.head.revision},
                      {"hash", response.head.hash},
                      {"signature", response.head_signature}}},
                })
        + "\n";
    for (const auto& entry : response.entries)
        text += entry_line(entry) + "\n";
    return text;
}

result<sync_request> decode_request(std::string_view text)
{
    line_reader lines(text);
    TRY(const auto header, lines.next_object());
    TRY_STATUS(check_protocol(header));
    sync_request request;
    TRY(request.office, string_member(header, "office"));
    TRY(request.desk, string_member(header, "desk"));
    TRY(request.cursor, integer_member(header, "cursor"));
    TRY(request.signature, string_member(header, "signature"));
    TRY(const auto count, count_of(header, "operations", max_operations_per_batch));
    for (std::int64_t i = 0; i < count; ++i) {
        TRY(const auto line, lines.next());
        request.bodies.emplace_back(line);
    }
    TRY_STATUS(lines.at_end());
    return request;
}

result<sync_response> decode_response(std::string_view text)
{
    line_reader lines(text);
    TRY(const auto header, lines.next_object());
    TRY_STATUS(check_protocol(header));
    sync_response response;
    TRY(response.known_seq, integer_member(header, "known_seq"));
    TRY(response.more, boolean_member(header, "more"));
    const auto* head = header.if_contains("head");
    if (head == nullptr || !head->is_object()) return lines.at("member \"head\" must be an object");
    TRY(response.head.revision, integer_member(head->get_object(), "revision"));
    TRY(response.head.hash, string_member(head->get_object(), "hash"));
    TRY(response.head_signature, string_member(head->get_object(), "signature"));
    TRY(const auto count, count_of(header, "entries", max_entries_per_batch));
    for (std::int64_t i = 0; i < count; ++i) {
        TRY(const auto line, lines.next_object());
        auto entry = entry_of(line);
        if (!entry) return lines.at(entry.error().detail);
        response.entries.push_back(std::move(*entry));
    }
    TRY_STATUS(lines.at_end());
    return response;
}

std::string feed_message(const std::string& office, const feed_head& head)
{
    return "hotich-feed-1\n" + office + "\n" + std::to_string(head.revision) + "\n" + head.hash;
}

std::string compress(std::string_view text)
{
    std::string out(ZSTD_compressBound(text.size()), '\0');
    const auto size =
        ZSTD_compress(out.data(), out.size(), text.data(), text.size(), compression_level);
    out.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return out;
}

result<std::string> decompress(std::string_view bytes)
{
    const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(
        ZSTD_createDStream(), &ZSTD_freeDStream
    );
    std::string out;
    std::string chunk(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    std::size_t hint = 1;
    while (in.pos < in.size) {
        ZSTD_outBuffer piece{chunk.data(), chunk.size(), 0};
        hint = ZSTD_decompressStream(stream.get(), &piece, &in);
        if (ZSTD_isError(hint) != 0)
            return failure{failure_code::invalid_input, "the compressed message is damaged"};
        out.append(chunk, 0, piece.pos);
        if (out.size() > max_message_bytes)
            return failure{failure_code::invalid_input, "the message is too large"};
    }
    if (hint != 0) return failure{failure_code::invalid_input, "the compressed message is cut"};
    return out;
}

} // namespace hotich
