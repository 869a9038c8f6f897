#include "common/definitions/schema_validator.h"

#include "common/definitions/schema_shape.h"

#define VALIJSON_USE_EXCEPTIONS 1 // else it aborts the program on a schema it cannot read

#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include <mutex>
#include <set>

namespace hotich {

namespace {

/// valijson reads strings for "format" from values of any type; our formats are annotations, so
/// they are left out.
json::value without_formats(const json::value& schema)
{
    if (const auto* array = schema.if_array()) {
        json::array out;
        for (const auto& item : *array)
            out.push_back(without_formats(item));
        return out;
    }
    const auto* object = schema.if_object();
    if (object == nullptr) return schema;
    json::object out;
    for (const auto& [name, member] : *object)
        if (name != "format" || !member.is_string()) out[name] = without_formats(member);
    return out;
}

/// valijson writes a place as {"<root>", "[child]", "[full_name]"}.
std::string dotted(const std::vector<std::string>& context)
{
    std::string path;
    for (std::size_t i = 1; i < context.size(); ++i) {
        auto step = context[i];
        if (step.size() >= 2 && step.front() == '[') step = step.substr(1, step.size() - 2);
        path += (path.empty() ? "" : ".") + step;
    }
    return path;
}

} // namespace

/// The validator keeps the compiled patterns, which cost far more than a check; it is not
/// thread-safe by itself.
struct schema_validator::compiled
{
    valijson::Schema schema;
    std::mutex mutex;
    valijson::Validator validator{valijson::Validator::kStrongTypes};
    std::optional<schema_shape> shape;
};

schema_validator::schema_validator(std::unique_ptr<compiled> state) : m_state(std::move(state)) {}

schema_validator::~schema_validator() = default;

result<std::shared_ptr<const schema_validator>> schema_validator::compile(const json::object& schema
)
{
    auto state = std::make_unique<compiled>();
    const auto plain = without_formats(schema);
    try {
        const valijson::adapters::BoostJsonAdapter adapter(plain);
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(adapter, state->schema);
        state->shape = schema_shape::of(schema);
    } catch (const std::exception& error) {
        return failure{failure_code::invalid_input, std::string("JSON Schema: ") + error.what()};
    }
    return std::shared_ptr<const schema_validator>(new schema_validator(std::move(state)));
}

bool schema_validator::surely_fits(const json::object& document) const
{
    return m_state->shape && m_state->shape->fits(document);
}

std::vector<std::string> schema_validator::misfits(const json::value& document) const
{
    valijson::ValidationResults results;
    const valijson::adapters::BoostJsonAdapter adapter(document);
    const std::lock_guard lock(m_state->mutex);
    if (m_state->validator.validate(m_state->schema, adapter, &results)) return {};
    std::set<std::string> paths;
    for (const auto& error : results)
        paths.insert(dotted(error.context));
    return {paths.begin(), paths.end()};
}

} // namespace hotich
