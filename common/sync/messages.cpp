#include "common/sync/messages.h"

#include "common/register/reading_log.h"

#include <map>

namespace hotich {

namespace {

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

/// The last operation of each desk in a message: the next one's "prev" is its hash, and need not
/// be told. A body's own members come before anything a clerk typed, where quotes are escaped.
class chain_links
{
public:
    std::string without_link(const std::string& body, const std::string& desk) const
    {
        const auto known = m_last.find(desk);
        const auto at = body.find(link_begin);
        if (known == m_last.end() || at == std::string::npos) return body;
        const auto begin = at + link_begin.size();
        if (body.compare(begin, known->second.size() + 1, known->second + "\"") != 0) return body;
        return body.substr(0, begin) + body.substr(begin + known->second.size());
    }

    std::string with_link(std::string body, const std::string& desk) const
    {
        const auto known = m_last.find(desk);
        const auto at = body.find(link_begin);
        if (known == m_last.end() || at == std::string::npos) return body;
        if (body.compare(at + link_begin.size(), 1, "\"") == 0)
            body.insert(at + link_begin.size(), known->second);
        return body;
    }

    void note(const std::string& desk, std::string hash) { m_last[desk] = std::move(hash); }

private:
    static constexpr std::string_view link_begin = R"("prev":")";

    std::map<std::string, std::string> m_last;
};

json::object full_line(const feed_entry& entry)
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
    return line;
}

json::object lean_line(const feed_entry& entry, chain_links& links)
{
    json::object line{
        {"rev", entry.revision},
        {"desk", entry.desk},
        {"seq", entry.seq},
        {"verdict", entry.verdict_text},
    };
    if (entry.body.empty()) return line;
    line["body"] = links.without_link(entry.body, entry.desk);
    links.note(entry.desk, entry.operation_hash);
    return line;
}

std::string lines_of(const std::vector<feed_entry>& entries, bool is_lean)
{
    std::string text;
    chain_links links;
    for (const auto& entry : entries)
        text += to_text(is_lean ? lean_line(entry, links) : full_line(entry)) + "\n";
    return text;
}

json::object shown_header(const shown_feed& shown)
{
    return {
        {"after", shown.before.revision},
        {"hash", shown.before.hash},
        {"entries", shown.entries.size()},
        {"signature", shown.signature}};
}

result<std::string> text_or_nothing(const json::object& line, std::string_view name)
{
    if (!line.contains(name)) return std::string();
    return string_member(line, name);
}

result<std::int64_t> number_or_nothing(const json::object& line, std::string_view name)
{
    if (!line.contains(name)) return 0;
    TRY(const auto number, integer_member(line, name));
    if (number >= 0) return number;
    return failure{failure_code::invalid_input, std::string(name) + " must not be below 0"};
}

result<bool> flag_or_nothing(const json::object& line, std::string_view name)
{
    if (!line.contains(name)) return false;
    return boolean_member(line, name);
}

/// A lean line: what stands in no line is left empty, but for the hash of a body that is there.
result<feed_entry> lean_entry_of(const json::object& line, chain_links& links)
{
    feed_entry entry;
    TRY(entry.revision, integer_member(line, "rev"));
    TRY(entry.desk, string_member(line, "desk"));
    TRY(entry.seq, integer_member(line, "seq"));
    TRY(entry.verdict_text, string_member(line, "verdict"));
    TRY(entry.body, text_or_nothing(line, "body"));
    if (entry.body.empty()) return entry;
    entry.body = links.with_link(std::move(entry.body), entry.desk);
    entry.operation_hash = operation_hash(entry.body);
    links.note(entry.desk, entry.operation_hash);
    return entry;
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

result<std::vector<feed_entry>> entries_of(line_reader& lines, std::int64_t count, bool is_lean)
{
    std::vector<feed_entry> entries;
    chain_links links;
    for (std::int64_t i = 0; i < count; ++i) {
        TRY(const auto line, lines.next_object());
        auto entry = is_lean ? lean_entry_of(line, links) : entry_of(line);
        if (!entry) return lines.at(entry.error().detail);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

result<shown_feed> shown_of(const json::object& header, line_reader& lines)
{
    shown_feed shown;
    TRY(shown.before.revision, number_or_nothing(header, "after"));
    TRY(shown.before.hash, string_member(header, "hash"));
    TRY(shown.signature, string_member(header, "signature"));
    TRY(const auto count, count_of(header, "entries", max_entries_per_batch));
    TRY(shown.entries, entries_of(lines, count, true));
    return shown;
}

result<std::vector<reading>> readings_in(const json::object& header)
{
    std::vector<reading> out;
    const auto* told = header.if_contains("readings");
    if (told == nullptr) return out;
    const auto* list = told->if_array();
    if (list == nullptr || std::ssize(*list) > max_readings_per_exchange)
        return failure{
            failure_code::invalid_input,
            "readings must be a list of at most " + std::to_string(max_readings_per_exchange)};
    for (const auto& one : *list) {
        TRY(auto parsed, parse_reading(one));
        out.push_back(std::move(parsed));
    }
    return out;
}

} // namespace

std::string encode(const sync_request& request, wire_form form)
{
    json::object header{
        {"protocol", protocol_version},
        {"office", request.office},
        {"desk", request.desk},
        {"cursor", request.cursor},
        {"operations", request.bodies.size()},
        {"signature", request.signature},
    };
    if (request.is_lean) header["lean"] = true;
    if (request.own_seq > 0) {
        header["own"] = request.own_seq;
        header["own_hash"] = request.own_hash;
    }
    if (request.answer_bytes > 0) header["answer_bytes"] = request.answer_bytes;
    if (request.most_entries > 0) header["most_entries"] = request.most_entries;
    if (request.says_what_it_saw()) header["seen"] = request.seen_hash;
    if (request.shown) header["shown"] = shown_header(*request.shown);
    json::array looks;
    for (const auto& one : request.readings)
        looks.push_back(to_json(one));
    if (!looks.empty()) header["readings"] = std::move(looks);
    if (request.restored_at_ms) header["restored"] = *request.restored_at_ms;
    auto text = to_text(header) + "\n";
    if (request.shown) text += lines_of(request.shown->entries, true);
    chain_links links;
    for (const auto& body : request.bodies) {
        text += (form == wire_form::short_links ? links.without_link(body, "") : body) + "\n";
        if (form == wire_form::short_links) links.note("", operation_hash(body));
    }
    return text;
}

std::string encode(const sync_response& response)
{
    json::object head{{"revision", response.head.revision}, {"signature", response.head_signature}};
    if (!response.is_lean) head["hash"] = response.head.hash;
    json::object header{
        {"protocol", protocol_version},
        {"entries", response.entries.size()},
        {"known_seq", response.known_seq},
        {"more", response.more},
        {"head", std::move(head)},
    };
    if (response.feed_revision > 0) header["feed"] = response.feed_revision;
    if (response.is_lean) header["lean"] = true;
    if (response.show_after) header["show"] = *response.show_after;
    if (response.readings_taken > 0) header["readings"] = response.readings_taken;
    if (response.restored_at_ms > 0) header["restored"] = response.restored_at_ms;
    return to_text(header) + "\n" + lines_of(response.entries, response.is_lean);
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
    TRY(request.is_lean, flag_or_nothing(header, "lean"));
    TRY(request.own_seq, number_or_nothing(header, "own"));
    TRY(request.own_hash, text_or_nothing(header, "own_hash"));
    TRY(request.answer_bytes, number_or_nothing(header, "answer_bytes"));
    TRY(request.most_entries, number_or_nothing(header, "most_entries"));
    TRY(request.seen_hash, text_or_nothing(header, "seen"));
    request.seen_revision = request.cursor;
    if (const auto* shown = header.if_contains("shown")) {
        if (!shown->is_object() || count > 0) return lines.at("member \"shown\" must be an object");
        TRY(request.shown, shown_of(shown->get_object(), lines));
    }
    TRY(request.readings, readings_in(header));
    if (header.contains("restored")) {
        TRY(request.restored_at_ms, number_or_nothing(header, "restored"));
    }
    chain_links links;
    for (std::int64_t i = 0; i < count; ++i) {
        TRY(const auto line, lines.next());
        request.bodies.push_back(links.with_link(std::string(line), ""));
        links.note("", operation_hash(request.bodies.back()));
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
    TRY(response.is_lean, flag_or_nothing(header, "lean"));
    TRY(response.feed_revision, number_or_nothing(header, "feed"));
    TRY(response.readings_taken, number_or_nothing(header, "readings"));
    TRY(response.restored_at_ms, number_or_nothing(header, "restored"));
    response.head.hash.clear();
    if (!response.is_lean) {
        TRY(response.head.hash, string_member(head->get_object(), "hash"));
    }
    TRY(response.head_signature, string_member(head->get_object(), "signature"));
    if (header.contains("show")) {
        TRY(response.show_after, number_or_nothing(header, "show"));
    }
    TRY(const auto count, count_of(header, "entries", max_entries_per_batch));
    TRY(response.entries, entries_of(lines, count, response.is_lean));
    TRY_STATUS(lines.at_end());
    return response;
}

} // namespace hotich
