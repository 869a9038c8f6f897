// The commands of `hotich`, one function each. They do what the desktop does, through the same
// register.
#pragma once

#include "desktop/tool/context.h"

#include <string>

namespace hotich::tool {

// register_commands.cpp
exit_code check(
    context& in, const std::string& event, const std::string& data_file, const std::string& office
);

struct registration_files
{
    std::string data;
    std::string overrides;
    std::string record; ///< a rejected or held record that is sent again
};

exit_code register_event(context& in, const std::string& event, const registration_files& files);
exit_code withdraw(context& in, const std::string& record, const std::string& reason);
exit_code confirm_distinct(context& in, const std::string& record, const std::string& reason);
exit_code example(context& in, const std::string& event);
exit_code schema(context& in, const std::string& event);

// look_commands.cpp
exit_code show(context& in, const std::string& record);
exit_code search(context& in, const std::string& text, int limit);
exit_code book(context& in, const std::string& event, int year, const std::string& pdf);
exit_code verify(context& in);

// print_commands.cpp
struct print_request
{
    std::string record;
    std::string certificate;
    std::string pdf;
    bool on_blank = false;
};

exit_code print(context& in, const print_request& request);
/// Starts what painting needs: an application without a display, and the fonts.
status prepare_painting();

// line_commands.cpp
exit_code enrol(context& in, const std::string& server, const std::string& code);
exit_code synchronise(context& in);
exit_code take_numbers(context& in, const std::string& event, int count);
exit_code list_numbers(context& in);
exit_code return_numbers(context& in, const std::string& block);

/// "12/2026" or null.
json::value number_value(const std::optional<registration_number>& number);
/// A finding with its sentence.
json::object finding_value(const context& in, const finding& item, const event_definition* event);

} // namespace hotich::tool
