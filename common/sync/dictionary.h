// zstd with a dictionary trained on what desks and servers say to each other
// (schemas/protocol/dictionary-N.zdict, made by hotich-train-dictionary): a single registration
// becomes a fifth of what it is without. Who does not have the dictionary that a message names
// refuses it, and the sender goes on in plain zstd. Used by the desk's network client and
// hotich-server's routes.
#pragma once

#include "common/base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace hotich {

inline constexpr int dictionary_version = 1;
inline constexpr std::size_t max_dictionary_bytes = 64u * 1024u;
inline constexpr const char* dictionary_header = "Hotich-Dictionary"; ///< its value: the version

class wire_dictionary
{
public:
    /// None: what is compressed is plain zstd.
    wire_dictionary() = default;

    /// not_found; corrupt_data: the file is not the one that was fixed as this version.
    static result<wire_dictionary> load(const std::string& schemas_folder);

    /// For trials: whatever a file holds, as the version of today.
    static result<wire_dictionary> of(std::string_view bytes);

    [[nodiscard]] bool is_there() const { return m_state != nullptr; }

    [[nodiscard]] std::string compress(std::string_view text) const;
    [[nodiscard]] result<std::string> decompress(std::string_view bytes) const;

private:
    struct state;
    std::shared_ptr<const state> m_state;
};

} // namespace hotich
