// The commands of hotich-server, one function each: options in, exit code out. What a script reads
// goes to stdout, what a person reads to stderr. Called by app/command_line.
#pragma once

#include "syncserver/app/office_profiles.h"
#include "syncserver/app/texts.h"

#include <string>
#include <variant>
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
    std::string data = "/var/lib/hotich"; ///< of the Debian package
    std::vector<std::string> hosts;
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

struct keeping_options
{
    std::string data;
    std::string to;        ///< where backups go
    std::size_t kept = 14; ///< of them
    std::string from;      ///< the backup that is put back
    std::string file;      ///< the province's recovery key
    std::vector<std::string> hosts;
    std::int64_t days = 30; ///< a desk that was not here since is not waited for
    bool is_forced = false;
    std::string office;
    std::string desk;
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
/// init, recovery and the first administrator, asked for one by one.
int run_setup(const init_options& options, const command_context& context);
/// Makes the province's recovery key: the file that is kept offline; gives its public half, or the
/// exit code that was reported.
std::variant<std::string, int> make_recovery_key(
    const std::string& file, const command_context& context
);
int run_recovery(const std::string& file, const command_context& context);
int run_backup(const keeping_options& options, const command_context& context);
int run_restore(const keeping_options& options, const command_context& context);
/// The server's word for the certificate it shows now: for a desk that has missed a switch.
int run_certificate_show(const keeping_options& options, const command_context& context);
int run_certificate_next(const keeping_options& options, const command_context& context);
int run_certificate_switch(const keeping_options& options, const command_context& context);
int run_desk_list(const keeping_options& options, const command_context& context);
int run_desk_shut_out(const keeping_options& options, const command_context& context);
int run_migrate_store(const migrate_options& options, const command_context& context);

} // namespace hotich
