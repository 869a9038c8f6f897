#include "common/base/files.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <sstream>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace hotich {

namespace {

using file_handle = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

enum class readers { everybody, owner };

file_handle open_for_writing(const std::filesystem::path& path, [[maybe_unused]] readers who)
{
#ifdef _WIN32
    return {_wfopen(path.c_str(), L"wb"), std::fclose};
#else
    const mode_t mode = who == readers::owner ? 0600 : 0666;
    const int opened = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
    if (opened < 0) return {nullptr, std::fclose};
    return {fdopen(opened, "wb"), std::fclose};
#endif
}

bool flush_to_disk(std::FILE* file)
{
    if (std::fflush(file) != 0) return false;
#ifdef _WIN32
    return _commit(_fileno(file)) == 0;
#else
    return fsync(fileno(file)) == 0;
#endif
}

/// The new name is on the disk too, not only the file: a stick may be pulled the next moment. Where
/// the system cannot say so of a folder, nothing is lost but that.
void flush_folder_of([[maybe_unused]] const std::filesystem::path& file)
{
#ifndef _WIN32
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    fsync(opened);
    close(opened);
#endif
}

status replace_file_for(const std::string& path, std::string_view text, readers who)
{
    const auto target = file_path(path);
    const auto fresh = file_path(path + ".new");
    bool written = false;
    {
        const auto file = open_for_writing(fresh, who);
        if (!file) return failure{failure_code::storage_unavailable, "cannot write the file"};
        written = std::fwrite(text.data(), 1, text.size(), file.get()) == text.size()
            && flush_to_disk(file.get());
    }
    std::error_code error;
    if (written) std::filesystem::rename(fresh, target, error);
    if (written && !error) {
        flush_folder_of(target);
        return {};
    }
    std::error_code ignored; // the rest of a failed attempt is of no use
    std::filesystem::remove(fresh, ignored);
    if (!written)
        return failure{
            failure_code::storage_unavailable, "cannot write the file: the disk may be full"};
    return failure{
        failure_code::storage_unavailable, "cannot replace the file: " + error.message()};
}

} // namespace

std::filesystem::path file_path(std::string_view utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

std::string utf8_of(const std::filesystem::path& path)
{
    const auto text = path.generic_u8string();
    return {text.begin(), text.end()};
}

result<std::string> read_file(const std::string& path, std::size_t max_bytes)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file_path(path), error);
    if (error) return failure{failure_code::not_found, "cannot read file: " + error.message()};
    if (size > max_bytes)
        return failure{
            failure_code::invalid_input,
            "file is larger than " + std::to_string(max_bytes) + " bytes"};
    std::ifstream in(file_path(path), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return failure{failure_code::storage_unavailable, "cannot read file"};
    return text.str();
}

status replace_file(const std::string& path, std::string_view text)
{
    return replace_file_for(path, text, readers::everybody);
}

status replace_private_file(const std::string& path, std::string_view text)
{
    return replace_file_for(path, text, readers::owner);
}

} // namespace hotich
