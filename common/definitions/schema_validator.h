// Pure JSON Schema (draft-07) checks by valijson, hidden here because its headers are heavy. Used
// by rules and by the tests that hold messages against schemas/protocol.
#pragma once

#include "common/base/json.h"

#include <memory>
#include <string>
#include <vector>

namespace hotich {

class schema_validator
{
public:
    /// The schema must be bundled (no $ref). Keywords "format" are annotations of ours and are not
    /// checked here.
    static result<std::shared_ptr<const schema_validator>> compile(const json::object& schema);

    schema_validator(const schema_validator&) = delete;
    schema_validator& operator=(const schema_validator&) = delete;
    ~schema_validator();

    /// True only where misfits has nothing to say, and far cheaper; false where it must be asked.
    [[nodiscard]] bool surely_fits(const json::object& document) const;

    /// Dotted paths of the places that do not fit, "" for the document itself; empty when all fits.
    [[nodiscard]] std::vector<std::string> misfits(const json::value& document) const;

private:
    struct compiled;
    explicit schema_validator(std::unique_ptr<compiled> state);
    std::unique_ptr<compiled> m_state;
};

} // namespace hotich
