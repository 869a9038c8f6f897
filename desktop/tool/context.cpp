#include "desktop/tool/context.h"

#include "common/base/files.h"
#include "common/base/text.h"
#include "common/register/desk_accounts.h"
#include "desktop/printing/practice_mark.h"

#include <iostream>

namespace hotich::tool {

namespace {

constexpr std::size_t max_input_bytes = max_json_bytes;

result<std::string> read_standard_input()
{
    std::string text(max_input_bytes + 1, '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::cin.gcount()));
    if (text.size() > max_input_bytes)
        return failure{failure_code::invalid_input, "the input is larger than 4 MiB"};
    return text;
}

} // namespace

exit_code exit_code_of(failure_code code)
{
    switch (code) {
    case failure_code::invalid_input:
    case failure_code::not_found:
        return wrong_input;
    case failure_code::not_allowed:
        return not_permitted;
    case failure_code::offline:
        return unreachable;
    case failure_code::corrupt_data:
    case failure_code::wrong_key:
        return damaged;
    default:
        return other_failure;
    }
}

result<desk_register*> context::desk()
{
    if (m_desk) return m_desk.get();
    if (!has_register()) return failure{failure_code::invalid_input, "--register FILE is needed"};
    const auto password = m_password ? *m_password : ask_password(words("tool", "password"));
    TRY(m_desk,
        desk_register::open(
            m_options.register_file, m_options.user, password, m_known, m_random, m_store
        ));
    leave_practice_unbound(*m_desk);
    TRY(const auto terms, begin_session(*m_desk, now()));
    if (m_desk->is_enrolled() && terms.days_left <= offline_warning_days)
        say(replace_placeholders(
            words("tool", "contact_soon"), {{"days", std::to_string(terms.days_left)}}
        ));
    return m_desk.get();
}

result<desk_register*> context::new_desk()
{
    if (!has_register()) return failure{failure_code::invalid_input, "--register FILE is needed"};
    std::error_code error;
    if (std::filesystem::exists(file_path(m_options.register_file), error)) {
        TRY(auto* const present, desk());
        if (present->is_enrolled())
            return failure{failure_code::conflict, "this register is enrolled already"};
        return present;
    }
    const auto password = ask_password(words("tool", "new_password"));
    if (password.empty()) return failure{failure_code::invalid_input, "a password is needed"};
    const auto user = m_options.user.empty() ? words("tool", "default_user") : m_options.user;
    TRY(m_desk,
        desk_register::create(
            m_options.register_file, user, password, m_known, m_random, {}, m_store
        ));
    return m_desk.get();
}

result<const event_definition*> context::event(const std::string& name) const
{
    const auto* found = m_known.find_event(name);
    if (found == nullptr)
        return failure{failure_code::invalid_input, "no kind of event is called \"" + name + "\""};
    return found;
}

result<const book_definition*> context::book(const std::string& name) const
{
    const auto* event_of_name = m_known.find_event(name);
    const auto* found =
        event_of_name == nullptr ? m_known.find_book(name) : event_of_name->main_book();
    if (found == nullptr)
        return failure{failure_code::invalid_input, "no book belongs to \"" + name + "\""};
    return found;
}

void context::print(const json::object& document, const std::string& text) const
{
    std::cout << (m_options.as_json ? to_text(document) : text) << std::endl;
}

void context::say(const std::string& text) const { std::cerr << text << std::endl; }

exit_code context::fail(const failure& why) const
{
    const auto own = words("findings", why.detail);
    const bool has_own = own != why.detail;
    say(has_own ? own : words("failures", name_of(why.code)) + " (" + why.detail + ")");
    return exit_code_of(why.code);
}

std::string context::words(std::string_view group, std::string_view id) const
{
    return m_known.message(group, id).in(m_options.language);
}

result<json::value> read_input(const std::string& file)
{
    if (file != "-") return read_json_file(file);
    TRY(const auto text, read_standard_input());
    return parse_json(text);
}

} // namespace hotich::tool
