// Holds the house style where a machine can: tidy_test ROOT looks at every text file below ROOT and
// prints each violation as file:line: message. Before that it tries itself on snippets that are
// known to be bad.

#include "tests/tidy/checks.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

/// What git does not keep, at the top of the repository: its own files, build folders, results,
/// caches.
bool is_ours(const fs::path& top_entry)
{
    const std::string name = top_entry.filename().string();
    return name != ".git" && name != ".cache" && name != "var" && !name.starts_with("build");
}

std::string read_file(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

bool is_text(const std::string& content) { return content.find('\0') == std::string::npos; }

std::vector<fs::path> files_below(const fs::path& root)
{
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entry(root);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry.depth() == 0 && !is_ours(entry->path()))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file())
            files.push_back(entry->path());
    }
    std::ranges::sort(files);
    return files;
}

std::size_t check_repository(const fs::path& root)
{
    std::size_t violations = 0;
    const auto files = files_below(root);
    for (const auto& path : files) {
        auto content = read_file(path);
        if (!is_text(content)) continue;
        const auto source =
            tidy::make_source(path.lexically_relative(root).generic_string(), std::move(content));
        for (const auto& [file, line, message] : tidy::check_all(source)) {
            std::cout << file << ':' << line << ": " << message << '\n';
            ++violations;
        }
    }
    std::cout << "tidy: " << files.size() << " files, " << violations << " violations\n";
    return violations;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: tidy_test ROOT_OF_THE_REPOSITORY\n";
        return 2;
    }
    try {
        const bool sound = tidy::run_self_test() == 0;
        const bool clean = check_repository(argv[1]) == 0;
        return sound && clean ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "tidy: " << error.what() << '\n';
        return 1;
    }
}
