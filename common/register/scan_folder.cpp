#include "common/register/scan_folder.h"

#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "common/crypto/seal.h"
#include "common/records/scan.h"

#include <fstream>

namespace hotich {

namespace {

constexpr std::size_t max_sealed_bytes = max_scan_bytes + sealed_content_overhead;
constexpr const char* part_ending = ".part";

failure not_written() { return {failure_code::storage_unavailable, "cannot keep the scan"}; }

bool is_sha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// 0 where there is no such file.
std::size_t size_of(const std::string& file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file_path(file), error);
    return error ? 0 : static_cast<std::size_t>(size);
}

void forget(const std::string& file)
{
    std::error_code ignored; // what stays is written over by the next one
    std::filesystem::remove(file_path(file), ignored);
}

/// Written where it belongs, not merely at the end: two who send the same at once do no harm.
bool write_at(const std::string& file, std::size_t offset, std::string_view bytes)
{
    if (!std::filesystem::exists(file_path(file)))
        std::ofstream(file_path(file), std::ios::binary | std::ios::app).close();
    std::fstream out(file_path(file), std::ios::binary | std::ios::in | std::ios::out);
    out.seekp(static_cast<std::streamoff>(offset));
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    return out.good();
}

} // namespace

/// Two hundred thousand files in one folder make old file systems slow.
std::string scan_folder::file_of(const std::string& sha256) const
{
    return m_path + "/" + sha256.substr(0, 2) + "/" + sha256;
}

status scan_folder::make_folder_of(const std::string& sha256) const
{
    std::error_code error;
    std::filesystem::create_directories(file_path(file_of(sha256)).parent_path(), error);
    return error ? status(not_written()) : status();
}

bool scan_folder::has(const std::string& sha256) const
{
    return is_sha256(sha256) && std::filesystem::exists(file_path(file_of(sha256)));
}

result<std::size_t> scan_folder::put(const piece& given) const
{
    if (!is_sha256(given.sha256))
        return failure{failure_code::invalid_input, "sha256 must have 64 hex digits"};
    if (given.size == 0 || given.size > max_sealed_bytes)
        return failure{
            failure_code::invalid_input, "size must be 1 to " + std::to_string(max_sealed_bytes)};
    if (has(given.sha256)) return given.size;
    const auto part = file_of(given.sha256) + part_ending;
    const auto here = size_of(part);
    if (here > given.size) {
        forget(part);
        return std::size_t(0);
    }
    if (here == given.size) return finish(given); // whole when the power went
    if (given.offset != here || given.bytes.empty()) return here;
    if (given.bytes.size() > given.size - here)
        return failure{failure_code::invalid_input, "the scan is longer than it said"};
    TRY_STATUS(make_folder_of(given.sha256));
    if (!write_at(part, here, given.bytes)) return not_written();
    const auto now_here = here + given.bytes.size();
    return now_here < given.size ? result<std::size_t>(now_here) : finish(given);
}

result<std::size_t> scan_folder::finish(const piece& given) const
{
    const auto part = file_of(given.sha256) + part_ending;
    TRY(const auto whole, read_file(part, max_sealed_bytes));
    if (sha256_hex(whole) != given.sha256) {
        forget(part);
        return failure{failure_code::invalid_input, "the scan is not what its sha256 says"};
    }
    TRY_STATUS(replace_file(file_of(given.sha256), whole));
    forget(part);
    return given.size;
}

status scan_folder::keep(const std::string& sha256, std::string_view bytes) const
{
    TRY_STATUS(make_folder_of(sha256));
    return replace_file(file_of(sha256), bytes);
}

result<std::string> scan_folder::read(
    const std::string& sha256, std::size_t offset, std::size_t most
) const
{
    if (!has(sha256)) return failure{failure_code::not_found, "the scan is not here"};
    const auto size = size_of(file_of(sha256));
    if (offset > size)
        return failure{failure_code::invalid_input, "the scan ends before this offset"};
    std::string bytes(std::min(most, size - offset), '\0');
    std::ifstream in(file_path(file_of(sha256)), std::ios::binary);
    in.seekg(static_cast<std::streamoff>(offset));
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) return failure{failure_code::storage_unavailable, "cannot read the scan"};
    return bytes;
}

} // namespace hotich
