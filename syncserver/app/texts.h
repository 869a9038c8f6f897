// What the program says to the one who runs it, in Vietnamese or English, from
// schemas/messages.json, group "server". The journal is not here: it is English. Used by the
// commands.
#pragma once

#include "common/base/json.h"

#include <string>
#include <utility>
#include <vector>

namespace hotich {

enum class language { vi, en };

class texts
{
public:
    using arguments = std::vector<std::pair<std::string, std::string>>;

    static result<texts> load(const std::string& schemas_folder, language spoken);

    /// The sentence with its "{name}" replaced; its id where there is none.
    [[nodiscard]] std::string say(std::string_view id, const arguments& values = {}) const;

    [[nodiscard]] language spoken() const { return m_language; }

private:
    texts(json::object group, language spoken) : m_group(std::move(group)), m_language(spoken) {}

    json::object m_group;
    language m_language;
};

int exit_code_of(failure_code code);

/// Tells a failure on stderr; the exit code of the program for it.
int report(const texts& words, const failure& error);

} // namespace hotich
