// hotich-server user …: people's accounts from the server's own console, where the first ones are
// made; and readings …: who read what. What is told once (a password, a second factor) goes to
// stdout and nowhere else.
#include "common/accounts/account_import.h"
#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "syncserver/app/certificate.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/routes/account_json.h"
#include "syncserver/routes/reading_json.h"
#include "syncserver/services/clock.h"

#include <iostream>

namespace hotich {

namespace {

constexpr std::size_t max_import_bytes = 4u * 1024u * 1024u;

/// The store of a server that may be serving at the same time, and the service over it.
class open_accounts
{
public:
    static result<std::unique_ptr<open_accounts>> at(
        const std::string& data, const command_context& context
    )
    {
        const data_folder folder(data);
        TRY(const auto config, folder.config());
        std::unique_ptr<open_accounts> out(new open_accounts);
        TRY(out->m_known, definitions::load(context.schemas_folder));
        TRY(auto kept, folder.open_shared_store(config, context.schemas_folder));
        TRY(auto feed_key, folder.feed_key());
        TRY(const auto secrets, folder.secrets_key());
        out->m_exchanges = std::make_unique<exchange_service>(
            std::move(kept), out->m_known, std::move(feed_key), out->m_time, out->m_counters
        );
        out->m_service = std::make_unique<account_service>(
            *out->m_exchanges, out->m_known, secrets, out->m_time, out->m_random
        );
        return out;
    }

    account_service& service() { return *m_service; }

    [[nodiscard]] const definitions& known() const { return m_known; }

    result<std::vector<told_reading>> readings(const unit_ref& unit, const readings_asked& asked)
    {
        return reading_service(*m_exchanges, *m_service, m_time).readings_by_operator(unit, asked);
    }

private:
    open_accounts() = default;

    definitions m_known;
    wall_clock m_time;
    metrics m_counters;
    system_random m_random;
    std::unique_ptr<exchange_service> m_exchanges;
    std::unique_ptr<account_service> m_service;
};

void set_where_given(json::object& source, const char* member, const std::string& value)
{
    if (!value.empty()) source[member] = value;
}

json::object wish_of(const account_options& options)
{
    json::object wish;
    set_where_given(wish, "change", options.change);
    set_where_given(wish, "name", options.name);
    set_where_given(wish, "full_name", options.full_name);
    set_where_given(wish, "role", options.role);
    set_where_given(wish, "unit", options.unit);
    set_where_given(wish, "from", options.from);
    set_where_given(wish, "until", options.until);
    set_where_given(wish, "reason", options.reason);
    return wish;
}

void print_handed_over(const handed_over& given, const account_options& options, const texts& words)
{
    if (options.as_json) {
        std::cout << to_text(handed_over_json(given)) << std::endl;
        return;
    }
    std::cerr << words.say("user_done", {{"name", given.made.who.name}}) << "\n";
    if (!given.made.password.empty()) {
        std::cerr << words.say("user_password") << "\n";
        std::cout << given.made.password << std::endl;
    }
    if (!given.second_factor_uri.empty()) {
        std::cerr << words.say("user_second_factor") << "\n";
        std::cout << given.second_factor_uri << std::endl;
        // With it he signs in at the server itself, from a PC that does not know it yet.
        const auto identity = data_folder(options.data).identity();
        const auto print = identity ? certificate_fingerprint(identity->certificate_pem)
                                    : result<std::string>(identity.error());
        if (print) std::cerr << words.say("user_server_code", {{"code", *print}}) << "\n";
    }
}

std::string grants_text(const account& who)
{
    std::string text;
    for (const auto& grant : who.grants)
        text += (text.empty() ? "" : ", ") + grant.role + " " + to_text(grant.unit) + " "
            + to_iso(grant.from) + ".." + (grant.until ? to_iso(*grant.until) : "");
    return text;
}

void print_list(const std::vector<account>& list, bool as_json)
{
    json::array all;
    for (const auto& one : list) {
        if (as_json)
            all.push_back(account_json(one));
        else
            std::cout << one.name << "\t" << name_of(one.state) << "\t" << one.full_name << "\t"
                      << grants_text(one) << "\n";
    }
    if (as_json) std::cout << to_text(json::object{{"accounts", std::move(all)}}) << "\n";
    std::cout.flush();
}

/// Why an account is impossible, in a sentence where it has one.
std::string sentence_of(const texts& words, const std::string& why)
{
    const auto id = "user_" + why;
    auto sentence = words.say(id);
    return sentence == id ? why : sentence;
}

/// A refusal that has a sentence of its own is told in it.
int refuse(const texts& words, const failure& why)
{
    const auto sentence = sentence_of(words, why.detail);
    if (sentence == why.detail) return report(words, why);
    std::cerr << sentence << "\n";
    return exit_code_of(why.code);
}

constexpr const char* import_header = "line,name,password,second_factor,error\n";

/// What stands in the way of each line is told; how many those are.
std::size_t tell_troubles(
    const std::vector<imported_account>& lines, const command_context& context
)
{
    std::size_t count = 0;
    for (const auto& one : lines) {
        if (one.trouble.empty()) continue;
        if (count++ == 0) std::cout << import_header;
        std::cout << one.line << "," << csv_field(text_at(one.wanted, "name")) << ",,,"
                  << csv_field(sentence_of(context.words, one.trouble)) << "\n";
    }
    return count;
}

/// Each line is an account of its own; those in whose way something stands are passed over.
int import_lines(
    const std::vector<imported_account>& lines,
    account_service& service,
    const command_context& context
)
{
    int code = exit_code::done;
    for (const auto& one : lines) {
        if (!one.trouble.empty()) continue;
        const auto wanted = service.read_new(one.wanted);
        const auto made =
            wanted ? service.create_by_operator(*wanted) : result<handed_over>(wanted.error());
        std::cout << one.line << "," << csv_field(text_at(one.wanted, "name")) << ",";
        if (made) {
            std::cout << made->made.password << "," << csv_field(made->second_factor_uri) << ",\n";
            continue;
        }
        std::cout << ",," << csv_field(sentence_of(context.words, made.error().detail)) << "\n";
        code = exit_code::wrong_input;
    }
    std::cout.flush();
    return code;
}

status find_troubles(std::vector<imported_account>& lines, account_service& service)
{
    std::vector<json::object> wanted;
    for (const auto& one : lines)
        wanted.push_back(one.wanted);
    TRY(const auto troubles, service.check(nullptr, wanted));
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].trouble.empty()) lines[i].trouble = troubles[i];
    return {};
}

} // namespace

int run_account_add(const account_options& options, const command_context& context)
{
    const auto open = open_accounts::at(options.data, context);
    if (!open) return report(context.words, open.error());
    auto& service = (*open)->service();
    const auto wanted = service.read_new(wish_of(options));
    if (!wanted) return refuse(context.words, wanted.error());
    const auto made = service.create_by_operator(*wanted);
    if (!made) return refuse(context.words, made.error());
    print_handed_over(*made, options, context.words);
    return exit_code::done;
}

int run_account_change(const account_options& options, const command_context& context)
{
    const auto open = open_accounts::at(options.data, context);
    if (!open) return report(context.words, open.error());
    auto& service = (*open)->service();
    const auto wish = service.read_wish(wish_of(options));
    if (!wish) return refuse(context.words, wish.error());
    const auto made = service.change_by_operator(options.name, *wish);
    if (!made) return refuse(context.words, made.error());
    print_handed_over(*made, options, context.words);
    return exit_code::done;
}

int run_account_list(const account_options& options, const command_context& context)
{
    const auto open = open_accounts::at(options.data, context);
    if (!open) return report(context.words, open.error());
    const auto all = (*open)->service().all();
    if (!all) return report(context.words, all.error());
    print_list(*all, options.as_json);
    return exit_code::done;
}

/// Nothing is imported while a line is wrong, unless the good ones are wanted.
int run_account_import(const account_options& options, const command_context& context)
{
    const auto text = read_file(options.file, max_import_bytes);
    if (!text) return report(context.words, text.error());
    const auto open = open_accounts::at(options.data, context);
    if (!open) return report(context.words, open.error());
    auto lines = read_account_table(*text, (*open)->known());
    if (!lines) return report(context.words, lines.error());
    auto& service = (*open)->service();
    if (const auto checked = find_troubles(*lines, service); !checked)
        return report(context.words, checked.error());
    const auto wrong = tell_troubles(*lines, context);
    if (wrong > 0 && !options.good_ones) {
        std::cout.flush();
        std::cerr << context.words.say("user_import_wrong", {{"count", std::to_string(wrong)}})
                  << "\n";
        return exit_code::wrong_input;
    }
    if (wrong == 0) std::cout << import_header;
    const auto code = import_lines(*lines, service, context);
    return wrong > 0 ? exit_code::wrong_input : code;
}

int run_readings(const readings_options& options, const command_context& context)
{
    const auto open = open_accounts::at(options.data, context);
    if (!open) return report(context.words, open.error());
    const auto unit = parse_unit((*open)->known().units(), options.unit);
    if (!unit) return report(context.words, unit.error());
    const auto found = (*open)->readings(*unit, {options.record, 0, options.limit});
    if (!found) return report(context.words, found.error());
    json::array list;
    for (const auto& one : *found) {
        list.push_back(reading_json(one));
        if (options.as_json) continue;
        std::cout << to_iso(one.row.what.at) << "\t"
                  << (one.account_name.empty() ? one.row.what.who : one.account_name) << "\t"
                  << one.row.desk << "\t" << one.row.what.act << "\t" << one.row.event << "\t"
                  << (one.row.number.empty() ? one.row.what.record : one.row.number) << "\t"
                  << one.row.what.reason << "\n";
    }
    if (options.as_json) std::cout << to_text(json::object{{"readings", std::move(list)}}) << "\n";
    std::cout.flush();
    return exit_code::done;
}

} // namespace hotich
