// Sealed scans as files, each under the SHA-256 of its bytes. One that is on its way grows as
// HASH.part and takes its place when it is whole and is what its name says; a cut, on the line or
// of the power, leaves the part to go on from. Desk and server use the same: a desk beside its
// register, a server one folder an office. Several servers may share a folder: the same hash is the
// same bytes, whoever writes them.
#pragma once

#include "common/base/result.h"

#include <string>
#include <string_view>

namespace hotich {

class scan_folder
{
public:
    explicit scan_folder(std::string path) : m_path(std::move(path)) {}

    struct piece
    {
        std::string sha256; ///< of the whole
        std::size_t size = 0;
        std::size_t offset = 0;
        std::string_view bytes;
    };

    /// Takes a piece that goes on where the part ends here; gives how many bytes are here now. An
    /// empty piece asks only; a piece at another offset is not taken. invalid_input: too large, or
    /// the whole is not what its name says: it is forgotten then. storage_unavailable.
    [[nodiscard]] result<std::size_t> put(const piece& given) const;

    /// A whole one at once.
    [[nodiscard]] status keep(const std::string& sha256, std::string_view bytes) const;

    /// At most so many bytes from an offset. not_found: it is not here, or not whole yet.
    [[nodiscard]] result<std::string> read(
        const std::string& sha256, std::size_t offset, std::size_t most
    ) const;

    [[nodiscard]] bool has(const std::string& sha256) const;

private:
    [[nodiscard]] std::string file_of(const std::string& sha256) const;
    [[nodiscard]] status make_folder_of(const std::string& sha256) const;
    [[nodiscard]] result<std::size_t> finish(const piece& given) const;

    std::string m_path;
};

/// Where a desk keeps its scans.
inline scan_folder scans_beside(const std::string& register_file)
{
    return scan_folder(register_file + ".scans");
}

} // namespace hotich
