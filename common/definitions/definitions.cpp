#include "common/definitions/definitions.h"

#include "common/base/files.h"
#include "common/definitions/joint_event.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_list_bytes = 8u * 1024u * 1024u;
constexpr std::size_t max_drawing_bytes = 1024u * 1024u;

failure in_file(const fs::path& file, const failure& error)
{
    return {error.code, utf8_of(file.filename()) + ": " + error.detail};
}

std::vector<fs::path> files_with(const fs::path& folder, const char* extension)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

result<definitions> definitions::load(const std::string& schemas_folder)
{
    definitions out;
    out.m_folder = schemas_folder;
    auto messages = read_json_file(schemas_folder + "/messages.json");
    if (!messages) return in_file("messages.json", messages.error());
    if (!messages->is_object())
        return failure{failure_code::invalid_input, "messages.json: an object is expected"};
    out.m_messages = std::move(messages->get_object());
    TRY_STATUS(out.load_lists());
    TRY_STATUS(out.load_events());
    TRY_STATUS(out.load_dossier());
    TRY_STATUS(out.load_roles());
    return out;
}

status definitions::load_lists()
{
    for (const auto& file : files_with(file_path(m_folder + "/code_lists"), ".csv")) {
        TRY(const auto csv, read_file(utf8_of(file), max_list_bytes));
        if (file.stem() == "admin_units") {
            auto units = parse_admin_units(csv);
            if (!units) return in_file(file, units.error());
            m_units = std::move(*units);
            continue;
        }
        auto list = parse_code_list(csv);
        if (!list) return in_file(file, list.error());
        m_lists.emplace(utf8_of(file.stem()), std::move(*list));
    }
    return {};
}

status definitions::load_events()
{
    std::map<std::string, json::value> read; // a block is named by many fields; it is read once
    const block_loader load_block = [this,
                                     &read](const std::string& relative) -> result<json::value> {
        const auto base = relative.rfind("events/", 0) == 0 ? file_path(m_folder)
                                                            : file_path(m_folder) / "events";
        const auto file = utf8_of((base / file_path(relative)).lexically_normal());
        if (const auto known = read.find(file); known != read.end()) return known->second;
        auto document = read_json_file(file);
        if (!document) return in_file(file_path(file), document.error());
        return read.emplace(file, std::move(*document)).first->second;
    };
    for (const auto& file : files_with(file_path(m_folder + "/events"), ".json")) {
        auto source = read_json_file(utf8_of(file));
        if (!source) return in_file(file, source.error());
        if (!source->is_object())
            return in_file(file, {failure_code::invalid_input, "an object is expected"});
        auto event = parse_event_definition(source->get_object(), load_block);
        if (!event) return in_file(file, event.error());
        add_event(std::move(*event));
    }
    for (auto& [name, event] : m_events) {
        if (!event.is_joint()) continue;
        const auto completed = complete_joint_event(event, [this](const std::string& part) {
            return find_event(part);
        });
        if (!completed) return in_file(file_path(name + ".json"), completed.error());
    }
    return {};
}

status definitions::load_dossier()
{
    const auto source = read_json_file(m_folder + "/dossier.json");
    if (!source) return in_file("dossier.json", source.error());
    if (!source->is_object())
        return in_file("dossier.json", {failure_code::invalid_input, "an object is expected"});
    const auto* papers = source->get_object().if_contains("papers");
    if (papers == nullptr || !papers->is_array()) return {};
    for (const auto& item : papers->get_array()) {
        if (!item.is_object()) continue;
        auto paper = parse_paper_definition(item.get_object());
        if (!paper) return in_file("dossier.json", paper.error());
        m_dossier_papers.push_back(std::move(*paper));
    }
    return {};
}

status definitions::load_roles()
{
    const auto source = read_json_file(m_folder + "/accounts/roles.json");
    if (!source) return in_file("roles.json", source.error());
    if (!source->is_object())
        return in_file("roles.json", {failure_code::invalid_input, "an object is expected"});
    auto roles = role_table::parse(source->get_object());
    if (!roles) return in_file("roles.json", roles.error());
    m_roles = std::move(*roles);
    return {};
}

const paper_definition* definitions::find_paper(
    const event_definition& event, std::string_view certificate
) const
{
    if (const auto* own = event.find_paper(certificate)) return own;
    for (const auto& paper : m_dossier_papers)
        if (paper.certificate == certificate) return &paper;
    return nullptr;
}

void definitions::add_event(event_definition event)
{
    const auto name = event.event;
    m_events.insert_or_assign(name, std::move(event));
}

const event_definition* definitions::find_event(std::string_view event) const
{
    const auto found = m_events.find(event);
    return found == m_events.end() ? nullptr : &found->second;
}

const book_definition* definitions::find_book(std::string_view book_kind) const
{
    const event_definition* first = nullptr;
    const book_definition* found = nullptr;
    for (const auto& [name, event] : m_events)
        for (const auto& book : event.books) {
            if (book.kind != book_kind || (first != nullptr && first->order <= event.order))
                continue;
            first = &event;
            found = &book;
        }
    return found;
}

std::vector<const book_definition*> definitions::books() const
{
    std::vector<const book_definition*> out;
    for (const auto* event : events())
        for (const auto& book : event->books) {
            const bool is_told = std::any_of(out.begin(), out.end(), [&book](const auto* other) {
                return other->kind == book.kind;
            });
            if (!is_told) out.push_back(&book);
        }
    return out;
}

std::vector<const event_definition*> definitions::events() const
{
    std::vector<const event_definition*> out;
    for (const auto& [name, event] : m_events)
        out.push_back(&event);
    std::stable_sort(out.begin(), out.end(), [](const auto* a, const auto* b) {
        return a->order < b->order;
    });
    return out;
}

const code_list& definitions::list(std::string_view name) const
{
    static const code_list none;
    const auto found = m_lists.find(name);
    return found == m_lists.end() ? none : found->second;
}

bilingual definitions::message(std::string_view group, std::string_view id) const
{
    const auto path = std::string(group) + "." + std::string(id);
    const auto* found = find_path(m_messages, path);
    if (found == nullptr || !found->is_object()) return {std::string(id), std::string(id)};
    return {
        std::string(text_at(found->get_object(), "vi")),
        std::string(text_at(found->get_object(), "en"))};
}

bilingual definitions::article(std::string_view rule) const
{
    const auto path = "findings." + std::string(rule) + ".article";
    return {
        std::string(text_at(m_messages, path + ".vi")),
        std::string(text_at(m_messages, path + ".en"))};
}

result<std::string> definitions::drawing(const std::string& certificate) const
{
    return read_file(m_folder + "/certificates/" + certificate + ".svg", max_drawing_bytes);
}

std::string default_schemas_folder(const std::string& program_path)
{
    if (const char* named = std::getenv("HOTICH_SCHEMAS"); named != nullptr && *named != '\0')
        return named;
    std::error_code error;
    const auto program = fs::weakly_canonical(file_path(program_path), error);
    const auto above = program.parent_path().parent_path();
    const auto installed = above / "share" / "hotich" / "schemas";
    // Where it was built, the folder of the sources is the build folder's own.
    if (!fs::exists(installed / "messages.json", error)
        && fs::exists(above / "CMakeCache.txt", error))
        return utf8_of(above.parent_path() / "schemas");
    return utf8_of(installed);
}

} // namespace hotich
