#include "common/sync/enrol_code.h"
#include "common/sync/host.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/services/clock.h"

#include <iostream>

namespace hotich {

namespace {

/// The store of a server that may be serving at the same time.
struct opened_server
{
    definitions known;
    std::unique_ptr<sql_connection> db;
    writers others = writers::one;
    signing_key feed_key;
    tls_identity identity;
};

result<opened_server> open_server(const std::string& data, const command_context& context)
{
    const data_folder folder(data);
    opened_server out;
    TRY(out.db, folder.open_store(open_mode::existing));
    TRY(out.others, folder.writers_of_store());
    TRY_STATUS(folder.prepare_store(*out.db, context.schemas_folder));
    TRY(out.feed_key, folder.feed_key());
    TRY(out.identity, folder.identity());
    TRY(out.known, definitions::load(context.schemas_folder));
    return out;
}

struct found_office
{
    office_profile profile;
    bool is_new = false;
};

/// The office as it stands in the store, else as the list of communes has it.
result<found_office> find_office(
    host& here, const definitions& known, const std::string& code, instant now
)
{
    auto existing = here.office(code);
    if (existing) return found_office{std::move(*existing), false};
    if (existing.error().code != failure_code::not_found) return existing.error();
    TRY(auto profile, profile_of_commune(known.units(), code, date_in_vietnam(now)));
    return found_office{std::move(profile), true};
}

/// Writes the office into its feed where it is new or changed.
status put_office(host& here, found_office found, const office_changes& changes, instant now)
{
    TRY_STATUS(apply(changes, found.profile));
    if (!found.is_new && changes.is_empty()) return {};
    return here.put_office(found.profile, now);
}

struct made_code
{
    std::string code;
    std::string office_name;
    instant expires;
};

result<made_code> make_code(const office_options& options, const command_context& context)
{
    TRY(auto server, open_server(options.data, context));
    host here(*server.db, server.known, server.feed_key, server.others);
    const auto now = wall_clock().now();
    TRY(auto found, find_office(here, server.known, options.office, now));
    const auto office_name = found.profile.name;
    TRY_STATUS(put_office(here, std::move(found), options.changes, now));
    TRY(const auto fingerprint, certificate_fingerprint(server.identity.certificate_pem));
    system_random random;
    TRY(const auto secret, here.new_enrol_code(options.office, now, random));
    TRY(auto code, make_enrol_code(secret, fingerprint));
    return made_code{std::move(code), office_name, {now.ms + enrol_code_lifetime_ms}};
}

result<office_profile> change_office(const office_options& options, const command_context& context)
{
    TRY(auto server, open_server(options.data, context));
    host here(*server.db, server.known, server.feed_key, server.others);
    const auto now = wall_clock().now();
    TRY(auto found, find_office(here, server.known, options.office, now));
    TRY_STATUS(put_office(here, std::move(found), options.changes, now));
    return here.office(options.office);
}

/// A code that is no commune has a sentence of its own.
int report_office(
    const office_options& options, const command_context& context, const failure& error
)
{
    const bool is_unknown =
        error.code == failure_code::not_found && error.detail.starts_with("no commune");
    if (!is_unknown) return report(context.words, error);
    std::cerr << context.words.say("office_unknown", {{"office", options.office}}) << "\n";
    return exit_code::wrong_input;
}

} // namespace

int run_enrol_code(const office_options& options, const command_context& context)
{
    const auto made = make_code(options, context);
    if (!made) return report_office(options, context, made.error());
    if (options.as_json) {
        std::cout << to_text(json::object{
            {"code", made->code}, {"office", options.office}, {"expires_at", to_iso(made->expires)}}
        ) << std::endl;
        return exit_code::done;
    }
    std::cout << made->code << std::endl;
    std::cerr << context.words.say("code_made", {{"office", made->office_name}}) << "\n";
    return exit_code::done;
}

int run_office(const office_options& options, const command_context& context)
{
    const auto profile = change_office(options, context);
    if (!profile) return report_office(options, context, profile.error());
    std::cout << to_text(profile->to_json()) << std::endl;
    return exit_code::done;
}

} // namespace hotich
