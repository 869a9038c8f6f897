// What keeps a register and proves its entries: a copy put back, the province's recovery key, a new
// key, receipts.
#include "desktop/tool/keeping_commands.h"

#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/base/text.h"
#include "common/register/backup.h"
#include "common/register/desk_accounts.h"
#include "common/register/key_rotation.h"
#include "common/register/receipt.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

constexpr std::size_t max_recovery_file_bytes = 64u * 1024u;

} // namespace

exit_code restore(context& in, const keeping_options& options)
{
    if (!in.has_register()) return in.fail(no_register);
    const auto restored = restore_backup(options.file, in.chosen().register_file);
    if (!restored) return in.fail(restored.error());
    in.print({{"register", in.chosen().register_file}}, in.words("tool", "restored"));
    return done;
}

exit_code recover(context& in, const keeping_options& options)
{
    const auto& chosen = in.chosen();
    if (!in.has_register()) return in.fail(no_register);
    const auto text = read_file(options.key, max_recovery_file_bytes);
    if (!text) return in.fail(text.error());
    const auto passphrase =
        ask_secret("HOTICH_RECOVERY_PASSPHRASE_FILE", in.words("tool", "passphrase"));
    const auto key = open_recovery_key(*text, passphrase);
    if (!key) return in.fail(key.error());
    const auto user = chosen.user.empty() ? in.words("tool", "default_user") : chosen.user;
    const auto password = ask_secret("HOTICH_NEW_PASSWORD_FILE", in.words("tool", "new_password"));
    if (const auto fits = check_new_password(password, {user}); !fits) return in.fail(fits.error());
    const auto recovered =
        recover_register(chosen.register_file, *key, {user, password, in.random()});
    if (!recovered) return in.fail(recovered.error());
    in.print({{"user", user}}, in.words("tool", "recovered"));
    return done;
}

exit_code rotate_key(context& in)
{
    if (!in.has_register()) return in.fail(no_register);
    const auto password = ask_password(in.words("tool", "password"));
    const auto& chosen = in.chosen();
    const auto changed =
        change_register_key(chosen.register_file, chosen.user, password, in.random(), in.store());
    if (!changed) return in.fail(changed.error());
    const bool is_done = *changed == key_change::done;
    in.print(
        {{"register", chosen.register_file}, {"done", is_done}},
        in.words("tool", is_done ? "key_rotated" : "key_will_be_rotated")
    );
    return done;
}

exit_code receipt(context& in, const std::string& record, const keeping_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto id = (*desk)->resolve(record);
    if (!id) return in.fail(id.error());
    const auto& who = (*desk)->identity();
    const auto made = make_receipt((*desk)->connection(), who.office, who.server_key, *id);
    if (!made) return in.fail(made.error());
    const auto text = to_text(*made);
    if (options.to.empty()) {
        in.print(*made, text);
        return done;
    }
    const auto written = replace_file(options.to, text + "\n");
    if (!written) return in.fail(written.error());
    in.print({{"file", options.to}}, options.to);
    return done;
}

exit_code verify_receipt(context& in, const keeping_options& options)
{
    const auto source = read_input(options.file);
    if (!source) return in.fail(source.error());
    if (!source->is_object())
        return in.fail({failure_code::invalid_input, "an object is expected"});
    const auto& given = source->get_object();
    // Without a key of one's own the receipt proves that it is whole, not whose it is: that is
    // told.
    const auto key = options.key.empty() ? std::string(text_at(given, "server_key")) : options.key;
    const auto proven = check_receipt(given, key);
    if (!proven) return in.fail(proven.error());
    const auto& number = proven->decided.number;
    const json::object document{
        {"office", proven->op.office},
        {"record", proven->op.record},
        {"number", number_value(number)},
        {"revision", proven->revision},
        {"server_key", key},
        {"key_was_given", !options.key.empty()},
        {"data", proven->op.payload}};
    in.print(
        document,
        replace_placeholders(
            in.words("tool", options.key.empty() ? "receipt_whole" : "receipt_proven"),
            {{"number", number ? to_display(*number) : "-"},
             {"office", proven->op.office},
             {"key", key}}
        )
    );
    return done;
}

} // namespace hotich::tool
