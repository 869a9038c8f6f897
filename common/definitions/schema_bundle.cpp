#include "common/definitions/schema_bundle.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr int max_reference_depth = 12;

failure at(const std::string& place, const std::string& what)
{
    return {failure_code::invalid_input, place + ": " + what};
}

const json::value* by_pointer(const json::value& document, std::string_view pointer)
{
    const json::value* at = &document;
    while (!pointer.empty()) {
        pointer.remove_prefix(1); // the "/"
        const auto end = std::min(pointer.find('/'), pointer.size());
        if (!at->is_object()) return nullptr;
        at = at->get_object().if_contains(pointer.substr(0, end));
        if (at == nullptr) return nullptr;
        pointer.remove_prefix(end);
    }
    return at;
}

std::string folder_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? "" : path.substr(0, slash + 1);
}

/// Makes a schema self-contained. `base` is the folder of the file it stands in, for relative
/// references.
class reference_inliner
{
public:
    explicit reference_inliner(const block_loader& load) : m_load(load) {}

    result<json::value> bundle(const json::value& schema, const std::string& file, int depth = 0)
        const
    {
        if (depth > max_reference_depth) return at(file, "$ref goes too deep");
        if (const auto* array = schema.if_array()) {
            json::array out;
            for (const auto& item : *array) {
                TRY(auto bundled, bundle(item, file, depth));
                out.push_back(std::move(bundled));
            }
            return json::value(std::move(out));
        }
        const auto* object = schema.if_object();
        if (object == nullptr) return schema;
        if (const auto* reference = object->if_contains("$ref");
            reference != nullptr && reference->is_string())
            return resolve(std::string(reference->get_string()), file, depth);
        json::object out;
        for (const auto& [name, member] : *object) {
            TRY(auto bundled, bundle(member, file, depth));
            out[name] = std::move(bundled);
        }
        TRY_STATUS(include_blocks(out, file, depth));
        return json::value(std::move(out));
    }

private:
    /// "include": ["../blocks/entry.json"] gives an object schema the block's properties; its own
    /// win.
    status include_blocks(json::object& schema, const std::string& file, int depth) const
    {
        const auto* named = schema.if_contains("include");
        if (named == nullptr || !named->is_array()) return {};
        const auto files = named->get_array();
        schema.erase("include");
        auto& properties = schema["properties"];
        if (!properties.is_object()) properties.emplace_object();
        for (const auto& item : files) {
            if (!item.is_string()) return at(file, "\"include\" takes names of files");
            TRY(const auto block,
                resolve(std::string(item.get_string()) + "#/schema", file, depth));
            const auto* shared =
                block.is_object() ? block.get_object().if_contains("properties") : nullptr;
            if (shared == nullptr || !shared->is_object())
                return at(file, "an included block has no properties");
            for (const auto& [name, member] : shared->get_object())
                if (!properties.get_object().contains(name)) properties.get_object()[name] = member;
        }
        return {};
    }

    result<json::value> resolve(const std::string& reference, const std::string& file, int depth)
        const
    {
        const auto hash = std::min(reference.find('#'), reference.size());
        const auto target = hash == 0 ? file : folder_of(file) + reference.substr(0, hash);
        const auto document = m_load(target);
        if (!document) return at(file, "$ref \"" + reference + "\": " + document.error().detail);
        const auto* found = by_pointer(
            *document, std::string_view(reference).substr(std::min(hash + 1, reference.size()))
        );
        if (found == nullptr) return at(file, "$ref \"" + reference + "\" points to nothing");
        return bundle(*found, target, depth + 1);
    }

    const block_loader& m_load;
};

} // namespace

result<json::value> bundle_schema(
    const json::value& schema, const std::string& file, const block_loader& load
)
{
    return reference_inliner(load).bundle(schema, file);
}

} // namespace hotich
