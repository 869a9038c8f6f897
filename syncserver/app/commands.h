// The commands of hotich-server, one function each: options in, exit code out. What a script reads
// goes to stdout, what a person reads to stderr. Called by app/command_line.
#pragma once

#include "syncserver/app/office_profiles.h"
#include "syncserver/app/texts.h"

#include <string>
#include <vector>

namespace hotich {

/// What every command has.
struct command_context
{
    const texts& words;
    std::string schemas_folder;
};

struct init_options
{
    std::string data;
    std::vector<std::string> hosts;
    std::string administrator = "admin";
    std::string store = "sqlite";
    std::string store_file; ///< "" takes PostgreSQL's connection string from the environment
};

struct serve_options
{
    std::string data;
    std::string listen; ///< "" takes the configured address
    std::string config; ///< "" takes DIR/config.toml where there is one
};

struct office_options
{
    std::string data;
    std::string office;
    office_changes changes;
    bool as_json = false;
};

struct verify_options
{
    std::string data;
    bool as_json = false;
};

struct bundle_options
{
    std::string data;
    std::string file; ///< that is taken in
    std::string to;   ///< where the bundle for the desk is written: a file, or a folder
    std::string office;
    std::string desk;
    bool as_json = false;
};

struct account_options
{
    std::string data;
    std::string change; ///< one of account_change
    std::string name;
    std::string full_name;
    std::string role;
    std::string unit; ///< "commune:00004", "province:01", "nation"
    std::string from;
    std::string until;
    std::string reason;
    std::string file;       ///< of accounts to import, CSV or XLSX
    bool good_ones = false; ///< of those, the good ones also where others are wrong
    bool as_json = false;
};

struct readings_options
{
    std::string data;
    std::string unit; ///< "commune:00004", "province:01", "nation"
    std::string record;
    std::int64_t limit = 100;
    bool as_json = false;
};

/// Stores as they are written on the command line: "sqlite:DIR", "postgres:FILE".
struct migrate_options
{
    std::string from;
    std::string to;
};

int run_init(const init_options& options, const command_context& context);
int run_serve(const serve_options& options, const command_context& context);
int run_enrol_code(const office_options& options, const command_context& context);
int run_office(const office_options& options, const command_context& context);
int run_verify(const verify_options& options, const command_context& context);
int run_bundle_import(const bundle_options& options, const command_context& context);
int run_bundle_export(const bundle_options& options, const command_context& context);
int run_account_add(const account_options& options, const command_context& context);
int run_account_change(const account_options& options, const command_context& context);
int run_account_list(const account_options& options, const command_context& context);
int run_account_import(const account_options& options, const command_context& context);
/// Who read what of a unit.
int run_readings(const readings_options& options, const command_context& context);
/// Makes the province's recovery key: the file that is kept offline, and its public half.
int run_recovery(const std::string& file, const command_context& context);
int run_migrate_store(const migrate_options& options, const command_context& context);

} // namespace hotich
