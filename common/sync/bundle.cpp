#include "common/sync/bundle.h"

#include "common/base/files.h"
#include "common/base/json.h"
#include "common/crypto/seal.h"
#include "common/sync/messages.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::string_view magic = "hotich-bundle-";
constexpr std::string_view version = "1";
constexpr std::size_t max_header_bytes = 2048;
constexpr std::size_t signature_digits = 128;
constexpr std::size_t length_bytes = 4;
constexpr std::size_t max_name_length = 64;
/// What a file holds besides its pieces.
constexpr std::size_t outside_bytes = 32 + max_header_bytes + signature_digits;

const char* name_of(bundle_kind kind)
{
    return kind == bundle_kind::to_server ? "to_server" : "to_desk";
}

failure unreadable(const std::string& what) { return {failure_code::invalid_input, what}; }

/// A file as its parts; the views lie in the file's text.
struct bundle_parts
{
    bundle_label label;
    std::string sender;
    std::string receiver;
    sealed_pieces seal; ///< without its pieces
    std::int64_t pieces = 0;
    std::string_view body;
    std::string_view signed_text;
    std::string_view signature;
};

/// Offices and desks become parts of file names and of what is shown.
result<std::string> name_member(const json::object& header, std::string_view name)
{
    TRY(auto value, string_member(header, name));
    const bool is_plain = std::ranges::all_of(value, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '_' || c == '-';
    });
    if (value.empty() || value.size() > max_name_length || !is_plain)
        return unreadable("the bundle's " + std::string(name) + " is no name");
    return value;
}

result<std::int64_t> count_member(const json::object& header, std::string_view name)
{
    TRY(const auto value, integer_member(header, name));
    if (value < 0) return unreadable("the bundle's " + std::string(name) + " is below 0");
    return value;
}

result<bundle_label> label_of(const json::object& header)
{
    bundle_label label;
    TRY(const auto kind, string_member(header, "kind"));
    if (kind == name_of(bundle_kind::to_desk))
        label.kind = bundle_kind::to_desk;
    else if (kind != name_of(bundle_kind::to_server))
        return unreadable("the bundle is of no known kind");
    TRY(label.office, name_member(header, "office"));
    TRY(label.desk, name_member(header, "desk"));
    TRY(label.number, count_member(header, "number"));
    TRY(label.cursor, count_member(header, "cursor"));
    TRY(label.made_at.ms, count_member(header, "made_at"));
    return label;
}

/// The first line, off the file.
status take_magic(std::string_view& rest)
{
    const auto end = rest.substr(0, magic.size() + 16).find('\n');
    if (!rest.starts_with(magic) || end == std::string_view::npos)
        return unreadable("the file is no bundle");
    const auto named = rest.substr(magic.size(), end - magic.size());
    if (named != version)
        return failure{
            failure_code::not_allowed, "bundles of this version are not read here, only of 1"};
    rest.remove_prefix(end + 1);
    return {};
}

result<bundle_parts> parts_of(std::string_view file, bundle_limits limits)
{
    if (file.size() > limits.bytes)
        return unreadable("the file is larger than " + std::to_string(limits.bytes) + " bytes");
    auto rest = file;
    TRY_STATUS(take_magic(rest));
    const auto end = rest.substr(0, max_header_bytes).find('\n');
    if (end == std::string_view::npos) return unreadable("the bundle is cut in its header");
    auto header = parse_json_object(rest.substr(0, end));
    if (!header) return unreadable("the bundle's header: " + header.error().detail);
    rest.remove_prefix(end + 1);
    bundle_parts parts;
    TRY(parts.label, label_of(*header));
    TRY(parts.sender, string_member(*header, "sender"));
    TRY(parts.receiver, string_member(*header, "receiver"));
    TRY(parts.seal.key_box, string_member(*header, "key_box"));
    TRY(parts.seal.stream_head, string_member(*header, "stream"));
    TRY(parts.pieces, count_member(*header, "pieces"));
    TRY(const auto bytes, count_member(*header, "bytes"));
    if (static_cast<std::uint64_t>(parts.pieces) > limits.messages)
        return unreadable("the bundle has more messages than " + std::to_string(limits.messages));
    // `rest` is within the limit of the file, so nothing overflows here.
    if (static_cast<std::uint64_t>(bytes) > rest.size()
        || rest.size() - static_cast<std::size_t>(bytes) < signature_digits)
        return unreadable("the bundle is cut: part of it is missing");
    if (rest.size() - static_cast<std::size_t>(bytes) > signature_digits)
        return unreadable("more follows than the bundle holds");
    parts.body = rest.substr(0, static_cast<std::size_t>(bytes));
    parts.signature = rest.substr(parts.body.size());
    parts.signed_text = file.substr(0, file.size() - signature_digits);
    return parts;
}

std::string length_prefix(std::size_t size)
{
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>(size >> shift & 0xffu));
    return out;
}

status take_piece(std::string_view& rest, std::vector<std::string>& pieces)
{
    if (rest.size() < length_bytes) return unreadable("the bundle is cut between two messages");
    std::size_t size = 0;
    for (std::size_t i = 0; i < length_bytes; ++i)
        size = size << 8u | static_cast<std::uint8_t>(rest[i]);
    rest.remove_prefix(length_bytes);
    if (size > rest.size()) return unreadable("the bundle is cut inside a message");
    pieces.emplace_back(rest.substr(0, size));
    rest.remove_prefix(size);
    return {};
}

result<std::vector<std::string>> pieces_of(const bundle_parts& parts)
{
    std::vector<std::string> pieces;
    auto rest = parts.body;
    for (std::int64_t i = 0; i < parts.pieces; ++i)
        TRY_STATUS(take_piece(rest, pieces));
    if (!rest.empty()) return unreadable("more follows than was announced");
    return pieces;
}

/// What the sealed messages belong to: they cannot be put under another label.
std::string binding_of(const bundle_label& label)
{
    return std::string("hotich-bundle-1 ") + name_of(label.kind) + " " + label.office + " "
        + label.desk + " " + std::to_string(label.number) + " " + std::to_string(label.cursor);
}

/// Capital digits would be the same signature in other bytes.
bool is_lower_hex(std::string_view text)
{
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

} // namespace

bool bundle_content::add(std::string_view message)
{
    auto compressed = compress(message);
    const auto size = length_bytes + compressed.size() + sealed_piece_overhead;
    if (m_messages.size() >= m_limits.messages) return false;
    if (m_bytes + size + outside_bytes > m_limits.bytes) return false;
    m_bytes += size;
    m_messages.push_back(std::move(compressed));
    return true;
}

result<std::string> make_bundle(
    const bundle_label& label,
    const bundle_content& content,
    const signing_key& sender,
    std::string_view receiver_public_hex
)
{
    TRY(const auto sealed, seal_pieces(content.messages(), binding_of(label), receiver_public_hex));
    std::string body;
    for (const auto& piece : sealed.pieces)
        body += length_prefix(piece.size()) + piece;
    auto file = std::string(magic) + std::string(version) + "\n"
        + to_text(json::object{
            {"kind", name_of(label.kind)},
            {"office", label.office},
            {"desk", label.desk},
            {"number", label.number},
            {"cursor", label.cursor},
            {"made_at", label.made_at.ms},
            {"sender", sender.public_hex},
            {"receiver", key_id(receiver_public_hex)},
            {"key_box", sealed.key_box},
            {"stream", sealed.stream_head},
            {"pieces", sealed.pieces.size()},
            {"bytes", body.size()},
        })
        + "\n" + body;
    file += sign_hex(file, sender);
    return file;
}

result<bundle_label> read_bundle_label(std::string_view file, bundle_limits limits)
{
    TRY(auto parts, parts_of(file, limits));
    return std::move(parts.label);
}

result<std::vector<std::string>> open_bundle(
    std::string_view file,
    std::string_view sender_public_hex,
    const signing_key& receiver,
    bundle_limits limits
)
{
    TRY(auto parts, parts_of(file, limits));
    if (parts.sender != sender_public_hex)
        return failure{
            failure_code::not_allowed, "the bundle is signed with a key that is not its sender's"};
    if (!is_lower_hex(parts.signature)
        || !is_signed_by(parts.signed_text, parts.signature, sender_public_hex))
        return failure{
            failure_code::corrupt_data,
            "the bundle was changed on its way: the signature does not fit"};
    if (parts.receiver != key_id(receiver.public_hex))
        return failure{failure_code::not_allowed, "the bundle is for another receiver"};
    TRY(parts.seal.pieces, pieces_of(parts));
    return open_pieces(parts.seal, binding_of(parts.label), receiver);
}

std::string bundle_file_name(const bundle_label& label)
{
    auto number = std::to_string(label.number);
    if (number.size() < 6) number.insert(0, 6 - number.size(), '0');
    return "hotich_" + label.office + "_" + label.desk + "_" + number
        + (label.kind == bundle_kind::to_server ? "_to-server.bundle" : "_to-desk.bundle");
}

result<std::string> write_bundle_file(
    const std::string& to, const bundle_label& label, std::string_view file
)
{
    std::error_code ignored;
    const bool is_folder = std::filesystem::is_directory(file_path(to), ignored);
    auto path = is_folder ? utf8_of(file_path(to) / bundle_file_name(label)) : to;
    TRY_STATUS(replace_file(path, file));
    return path;
}

result<std::string> read_bundle_file(const std::string& path)
{
    return read_file(path, bundle_limits().bytes);
}

} // namespace hotich
