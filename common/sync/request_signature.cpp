#include "common/sync/request_signature.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace hotich {

namespace {

constexpr std::size_t max_desk_letters = 64;
constexpr std::size_t min_nonce_letters = 8;
constexpr std::size_t max_nonce_letters = 64;
constexpr std::size_t signature_digits = 128;

bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
        || c == '_';
}

/// Takes an exact text off the front.
bool take(std::string_view& rest, std::string_view expected)
{
    if (!rest.starts_with(expected)) return false;
    rest.remove_prefix(expected.size());
    return true;
}

/// Takes a quoted word of plain letters off the front.
std::optional<std::string> take_quoted(std::string_view& rest)
{
    if (!take(rest, "\"")) return std::nullopt;
    const auto end = rest.find('"');
    if (end == std::string_view::npos) return std::nullopt;
    const auto word = rest.substr(0, end);
    if (!std::all_of(word.begin(), word.end(), is_plain)) return std::nullopt;
    rest.remove_prefix(end + 1);
    return std::string(word);
}

std::optional<std::int64_t> take_number(std::string_view& rest)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc()) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return number;
}

bool has_fitting_sizes(const request_authorization& read)
{
    return !read.desk.empty() && read.desk.size() <= max_desk_letters
        && read.nonce.size() >= min_nonce_letters && read.nonce.size() <= max_nonce_letters
        && read.signature.size() == signature_digits;
}

} // namespace

std::string request_message(const request_facts& request)
{
    std::string text = "hotich-request-1\n";
    text.append(request.method).append(" ").append(request.path).append("\n");
    text.append(std::to_string(request.at_ms)).append("\n");
    text.append(request.nonce).append("\n");
    return text + sha256_hex(request.body);
}

std::string authorization_header(
    std::string_view desk, const request_facts& request, const signing_key& key
)
{
    std::string text = "Hotich desk=\"";
    text.append(desk).append("\", at=").append(std::to_string(request.at_ms));
    text.append(", nonce=\"").append(request.nonce).append("\", signature=\"");
    return text + sign_hex(request_message(request), key) + "\"";
}

result<request_authorization> parse_authorization(std::string_view header)
{
    const failure misshapen{
        failure_code::invalid_input, R"(expected: Hotich desk="", at=0, nonce="", signature="")"};
    if (header.size() > max_authorization_bytes || !take(header, "Hotich desk=")) return misshapen;
    const auto desk = take_quoted(header);
    if (!desk || !take(header, ", at=")) return misshapen;
    const auto at_ms = take_number(header);
    if (!at_ms || !take(header, ", nonce=")) return misshapen;
    const auto nonce = take_quoted(header);
    if (!nonce || !take(header, ", signature=")) return misshapen;
    const auto signature = take_quoted(header);
    if (!signature || !header.empty()) return misshapen;
    request_authorization read{*desk, *at_ms, *nonce, *signature};
    if (!has_fitting_sizes(read)) return misshapen;
    return read;
}

} // namespace hotich
