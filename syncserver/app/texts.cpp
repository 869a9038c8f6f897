#include "syncserver/app/texts.h"

#include "common/base/text.h"
#include "syncserver/app/exit_codes.h"

#include <iostream>

namespace hotich {

result<texts> texts::load(const std::string& schemas_folder, language spoken)
{
    TRY(const auto document, read_json_file(schemas_folder + "/messages.json"));
    const auto* group =
        document.is_object() ? document.get_object().if_contains("server") : nullptr;
    if (group == nullptr || !group->is_object())
        return failure{failure_code::corrupt_data, "messages.json: no group \"server\""};
    return texts(group->get_object(), spoken);
}

std::string texts::say(std::string_view id, const arguments& values) const
{
    const auto found =
        text_at(m_group, std::string(id) + (m_language == language::vi ? ".vi" : ".en"));
    return replace_placeholders(std::string(found.empty() ? id : found), values);
}

int exit_code_of(failure_code code)
{
    switch (code) {
    case failure_code::invalid_input:
    case failure_code::not_found:
    case failure_code::conflict:
        return exit_code::wrong_input;
    case failure_code::not_allowed:
        return exit_code::not_allowed;
    case failure_code::corrupt_data:
    case failure_code::wrong_key:
        return exit_code::damaged;
    case failure_code::storage_unavailable:
    case failure_code::offline:
    case failure_code::busy:
    case failure_code::cancelled:
        return exit_code::other;
    }
    return exit_code::other;
}

int report(const texts& words, const failure& error)
{
    const auto own = "why_" + error.detail;
    if (const auto sentence = words.say(own); sentence != own) {
        std::cerr << sentence << "\n";
        return exit_code_of(error.code);
    }
    std::cerr << words.say(std::string("error_") + name_of(error.code), {{"detail", error.detail}})
              << "\n";
    return exit_code_of(error.code);
}

} // namespace hotich
