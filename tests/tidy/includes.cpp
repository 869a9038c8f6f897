#include "tests/tidy/checks.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace tidy {
namespace {

constexpr std::size_t max_uses = 8;

struct module_rule
{
    std::string_view name;
    std::array<std::string_view, max_uses> uses; // besides itself
};

// common/<name> may include these folders of common. A new folder gets its line here first.
constexpr std::array common_modules{
    module_rule{"base", {}},
    module_rule{"crypto", {"base"}},
    module_rule{"sql", {"base", "crypto"}},
    module_rule{"definitions", {"base"}},
    module_rule{"records", {"base", "crypto", "definitions"}},
    module_rule{"rules", {"base", "crypto", "definitions", "records"}},
    module_rule{"accounts", {"base", "crypto", "definitions", "records", "sql"}},
    module_rule{
        "register", {"base", "crypto", "definitions", "records", "rules", "sql", "accounts"}},
    module_rule{
        "sync",
        {"base", "crypto", "definitions", "records", "rules", "sql", "register", "accounts"}},
    module_rule{"papers", {"base", "definitions", "records", "rules"}},
    module_rule{"reports", {"base", "definitions", "records"}},
};

struct include
{
    std::size_t offset;
    bool quoted;
    std::string_view target;
};

std::vector<include> includes_of(const source_text& source)
{
    std::vector<include> result;
    const std::string_view text = source.text;
    for (std::size_t at = source.code.find('#'); at != std::string::npos;
         at = source.code.find('#', at + 1)) {
        auto word = at + 1;
        while (word < text.size() && text[word] == ' ')
            ++word;
        if (!text.substr(word).starts_with("include")) continue;
        const auto open = text.find_first_of("\"<\n", word);
        if (open == std::string_view::npos || text[open] == '\n') continue;
        const auto close = text.find_first_of("\">\n", open + 1);
        if (close == std::string_view::npos) continue;
        result.push_back({at, text[open] == '"', text.substr(open + 1, close - open - 1)});
    }
    return result;
}

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

/// "common/base/result.h" -> "base"; a file directly in common -> "".
std::string_view common_module(std::string_view path)
{
    path.remove_prefix(std::string_view("common/").size());
    const auto slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

bool is_qt(std::string_view target)
{
    return target.size() > 1 && target[0] == 'Q'
        && std::isalpha(static_cast<unsigned char>(target[1])) != 0;
}

bool is_asio(std::string_view target)
{
    return target.starts_with("boost/asio") || target.starts_with("boost/beast")
        || target.starts_with("asio");
}

void check_library(const source_text& source, const include& one, findings& found)
{
    const bool desktop = source.is_in("desktop/");
    const bool common = source.is_in("common/");
    if ((common || source.is_in("syncserver/")) && is_qt(one.target))
        source.report(found, one.offset, "Qt belongs to desktop/ only");
    if ((common || desktop) && is_asio(one.target))
        source.report(found, one.offset, "Asio and Beast belong to syncserver/ only");
}

void check_arrow_in_common(const source_text& source, const include& one, findings& found)
{
    const auto from = common_module(source.path);
    const auto to = common_module(one.target);
    if (from == to) return;
    const auto rule = std::ranges::find(common_modules, from, &module_rule::name);
    if (rule == common_modules.end()) {
        source.report(
            found,
            one.offset,
            "common/" + std::string(from) + " has no line in tests/tidy/includes.cpp"
        );
    } else if (to.empty() || std::ranges::find(rule->uses, to) == rule->uses.end()) {
        source.report(
            found,
            one.offset,
            "common/" + std::string(from) + " may not include common/" + std::string(to)
        );
    }
}

void check_ours(const source_text& source, const include& one, findings& found)
{
    const auto from = first_folder(source.path);
    const auto to = first_folder(one.target);
    if (one.target.starts_with("moc_") || one.target.ends_with(".moc")) return;
    if (to != "common" && to != "desktop" && to != "syncserver" && to != "tests") {
        source.report(
            found, one.offset, "our includes are written from the root: \"common/base/result.h\""
        );
    } else if (from == "tests" || (from == to && from != "common")) {
        return;
    } else if (to != "common") {
        source.report(
            found, one.offset, std::string(from) + "/ may not include " + std::string(to) + "/"
        );
    } else if (from == "common") {
        check_arrow_in_common(source, one, found);
    }
}

} // namespace

void check_includes(const source_text& source, findings& found)
{
    if (!source.is_cpp()) return;
    for (const auto& one : includes_of(source)) {
        if (one.quoted)
            check_ours(source, one, found);
        else
            check_library(source, one, found);
    }
}

} // namespace tidy
