#include "common/base/copies.h"

#include <algorithm>

namespace hotich {

namespace fs = std::filesystem;

std::string name_of_moment(instant when)
{
    auto text = to_iso(when);
    std::erase(text, ':');
    return text;
}

failure disk_trouble(const std::error_code& error)
{
    return {failure_code::storage_unavailable, error.message()};
}

result<std::int64_t> copy_missing(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    std::int64_t copied = 0;
    if (!fs::exists(from, error)) return copied;
    for (const auto& entry : fs::recursive_directory_iterator(from, error)) {
        if (!entry.is_regular_file() || entry.path().extension() == unfinished_ends) continue;
        const auto there = to / fs::relative(entry.path(), from, error);
        if (fs::exists(there, error)) continue;
        fs::create_directories(there.parent_path(), error);
        auto unfinished = there;
        unfinished += unfinished_ends;
        fs::copy_file(entry.path(), unfinished, fs::copy_options::overwrite_existing, error);
        if (!error) fs::rename(unfinished, there, error);
        if (error) {
            std::error_code ignored;
            fs::remove(unfinished, ignored);
            return disk_trouble(error);
        }
        ++copied;
    }
    if (error) return disk_trouble(error);
    return copied;
}

std::vector<std::string> outdated(
    std::vector<std::string> copies, const std::string& made, std::size_t kept
)
{
    // All lie in one folder, which need not be written the same way.
    const auto name = [](const std::string& copy) { return file_path(copy).filename(); };
    const auto is_earlier = [&](const auto& a, const auto& b) { return name(a) < name(b); };
    std::erase_if(copies, [&](const auto& copy) { return name(copy) == name(made); });
    std::sort(copies.begin(), copies.end(), is_earlier);
    const auto later = std::upper_bound(copies.begin(), copies.end(), made, is_earlier);
    std::rotate(copies.begin(), later, copies.end());
    const auto others = std::max<std::size_t>(kept, 1) - 1;
    copies.resize(copies.size() > others ? copies.size() - others : 0);
    return copies;
}

} // namespace hotich
