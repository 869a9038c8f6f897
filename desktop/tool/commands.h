// The commands of `hotich`, one function each. They do what the desktop does, through the same
// register.
#pragma once

#include "desktop/sync/waiting_line.h"
#include "desktop/tool/context.h"

#include <optional>
#include <string>
#include <vector>

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

/// The record in a data file: an object.
result<json::object> read_record(const std::string& file);
/// Registers data that are read already; tells the outcome.
exit_code register_data(
    context& in, const event_definition& event, json::object data, const registration_files& files
);

// entry_commands.cpp
exit_code events(context& in);
exit_code annotate(
    context& in,
    const std::string& record,
    const std::string& event,
    const registration_files& files
);
exit_code fix(
    context& in,
    const std::string& record,
    const std::vector<std::string>& settings,
    const std::string& reason
);
exit_code list_notices(context& in);
/// Confirms the notice, or declines it with a reason.
exit_code answer_notice(
    context& in, const std::string& record, int notice, const std::optional<std::string>& declined
);
exit_code person(context& in, const std::string& text);
exit_code judge_person(
    context& in, const std::string& a, const std::string& b, bool is_same, const std::string& reason
);

// book_commands.cpp
struct book_options
{
    std::string book;
    int year = 0;
    int after = 0;
    int number = 0;
    bool next_volume = false;
    int pages_used = 0;
    int blank_pages = 0;
    std::string head;
    std::string reason;
    std::string day;
    std::string pdf;
};

exit_code open_book(context& in, const book_options& options);
exit_code close_book(context& in, const book_options& options);
exit_code void_number(context& in, const book_options& options);
exit_code show_day(context& in, const book_options& options);

// dossier_commands.cpp
struct dossier_options
{
    std::string event;
    std::string data;
    std::string record;
    std::string channel = "1";
    std::vector<std::string> papers;
    std::string due_on;
    std::string reason;
};

exit_code receive_dossier(context& in, const dossier_options& options);
exit_code list_dossiers(context& in);
/// pause, resume, ask-papers, delay or refuse.
exit_code act_on_dossier(context& in, const std::string& action, const dossier_options& options);

// licences.cpp: prints them and ends the command line's reading.
void show_licences();

// look_commands.cpp
exit_code show(context& in, const std::string& record);
exit_code search(context& in, const std::string& text, int limit);
exit_code book(
    context& in,
    const std::string& event,
    int year,
    const std::string& pdf,
    const std::string& paper
);
exit_code verify(context& in);

// print_commands.cpp
struct print_request
{
    std::string record;
    std::string certificate;
    std::string pdf;
    bool on_blank = false;
    std::vector<std::string> blanks; ///< the serials they go on, sheet by sheet
};

exit_code print(context& in, const print_request& request);
/// Prints a declaration (tờ khai) from a file, before anything is registered.
exit_code declare(
    context& in, const std::string& event, const std::string& data_file, const std::string& pdf
);
/// What painting needs: an application without a display, the fonts, and on every page the mark of
/// the practice where the register is the practice's.
status prepare_painting(context& in);

// line_commands.cpp
/// Sends and fetches until nothing is left, telling how far it is.
result<synchronisation> run_sync(context& in, desk_register& desk);
/// `scans`: "as-set" by the office, "now", or "later".
exit_code synchronise(context& in, const std::string& scans);
/// What went over the line, and what was learned of it.
exit_code show_line(context& in);
/// The next certificate, in the server's signed word, for a desk that has missed its announcement.
exit_code take_certificate(context& in, const std::string& word);
exit_code take_numbers(context& in, const std::string& event, int count);
exit_code list_numbers(context& in);
exit_code return_numbers(context& in, const std::string& block);

// scan_commands.cpp
struct scan_options
{
    std::string record;
    std::string file;
    std::string name;
    int number = 0;
};

exit_code attach_scan(context& in, const scan_options& options);
exit_code list_scans(context& in, const scan_options& options);
exit_code save_scan(context& in, const scan_options& options);
/// Carries what waits between this desk and the server; tells what it did.
result<json::object> carry_scans(context& in, desk_register& desk);

// bundle_commands.cpp
/// Writes what the server has not decided for a courier: into a file, or a folder.
exit_code export_bundle(context& in, const std::string& to);
exit_code import_bundle(context& in, const std::string& file);

/// "12/2026" or null.
json::value number_value(const std::optional<registration_number>& number);
/// A finding with its sentence.
json::object finding_value(const context& in, const finding& item, const event_definition* event);

// account_commands.cpp
/// A new password of who signs in, from the file HOTICH_NEW_PASSWORD_FILE or typed twice.
exit_code change_password(context& in);
/// Who may open this desk.
exit_code users(context& in);
/// Who read what on this desk; of one record where it is named.
exit_code list_readings(context& in, const std::string& record, int limit);

} // namespace hotich::tool
