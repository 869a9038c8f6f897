// The bundle: messages of the protocol in a file that a courier carries, for an office without a
// line. Sealed to its receiver and signed by its sender; what it carries is the same as over the
// line (messages.h). Made and read by bundle_desk and bundle_host; schemas/protocol/bundle.md.
//
// "hotich-bundle-1\n"
// {"kind":"to_server"|"to_desk","office":…,"desk":…,"number":n,"cursor":revision,"made_at":ms,
//  "sender":public key,"receiver":key id,"key_box":hex,"stream":hex,"pieces":n,"bytes":n} "\n"
// n pieces, `bytes` in all: length (4 bytes, big end first), then one sealed zstd message
// the sender's Ed25519 signature over everything before it, 128 hex digits; nothing follows
#pragma once

#include "common/base/instant.h"
#include "common/crypto/crypto.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hotich {

enum class bundle_kind { to_server, to_desk };

/// What stands on the outside.
struct bundle_label
{
    bundle_kind kind = bundle_kind::to_server;
    std::string office;
    std::string desk;
    std::int64_t number = 0; ///< counted by its sender, for people and file names
    std::int64_t cursor = 0; ///< to_server: what the desk has; to_desk: what is told follows it
    instant made_at;
};

struct bundle_limits
{
    std::size_t messages = 1000;
    std::size_t bytes = 64u * 1024u * 1024u; ///< of the whole file
};

/// Collects messages for one bundle, as many as a bundle holds.
class bundle_content
{
public:
    explicit bundle_content(bundle_limits limits) : m_limits(limits) {}

    /// False where the bundle is full: the message waits for the next one.
    bool add(std::string_view message);

    [[nodiscard]] const std::vector<std::string>& messages() const { return m_messages; }

private:
    bundle_limits m_limits;
    std::size_t m_bytes = 0;
    std::vector<std::string> m_messages;
};

/// The whole file. invalid_input where there is no message in it.
result<std::string> make_bundle(
    const bundle_label& label,
    const bundle_content& content,
    const signing_key& sender,
    std::string_view receiver_public_hex
);

/// What it says of itself, to know whose signature it must bear: nothing of it is proved yet.
/// invalid_input: it is no bundle, is cut or too large; not_allowed: of another version.
result<bundle_label> read_bundle_label(std::string_view file, bundle_limits limits = {});

/// Its messages, compressed as they travelled. not_allowed: the sender or the receiver is another
/// one; corrupt_data: something in it was changed.
result<std::vector<std::string>> open_bundle(
    std::string_view file,
    std::string_view sender_public_hex,
    const signing_key& receiver,
    bundle_limits limits = {}
);

/// "hotich_00004_00004-1_000012_to-server.bundle"
std::string bundle_file_name(const bundle_label& label);

/// Writes it whole or not at all: to the named file, or into the named folder under its own name.
/// Gives where it is. storage_unavailable: the medium is full, or gone.
result<std::string> write_bundle_file(
    const std::string& to, const bundle_label& label, std::string_view file
);

/// not_found, invalid_input (too large for a bundle), storage_unavailable.
result<std::string> read_bundle_file(const std::string& path);

} // namespace hotich
