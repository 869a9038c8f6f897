#include "common/register/machine_secret.h"

#include "common/base/files.h"
#include "common/register/desk_accounts.h"

namespace hotich {

namespace {

constexpr std::size_t max_secret_file_bytes = 128;

std::filesystem::path secret_file(const std::string& register_file, const std::string& name)
{
    return file_path(register_file).parent_path() / ("hotich-machine-" + name);
}

result<std::optional<secret_key>> read_secret(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return std::optional<secret_key>();
    TRY(auto text, read_file(utf8_of(file), max_secret_file_bytes));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    TRY(auto secret, secret_key_of_hex(text));
    wipe(text);
    return std::optional(secret);
}

status write_secret(const std::filesystem::path& file, const secret_key& secret)
{
    auto text = to_hex(secret) + "\n";
    const auto written = replace_private_file(utf8_of(file), text);
    wipe(text);
    return written;
}

/// The same PC, or another place of it: the stronger one stays.
bool is_bound_well(const machine_place& place, const std::string& wanted)
{
    return place.kept == kept_in_store || place.kept == wanted;
}

status bind_anew(desk_register& desk, const std::string& wanted)
{
    auto& files = *desk.session().files;
    TRY(auto keys, read_key_file(files.file));
    if (is_bound_well(keys.machine, wanted)) return {};
    const auto before = keys.machine;
    std::array<std::uint8_t, 8> name{};
    desk.random().fill(name);
    keys.machine = {to_hex(name), wanted};
    const auto secret = new_secret_key(desk.random());
    if (wanted == kept_in_file) {
        TRY_STATUS(write_secret(secret_file(files.file, keys.machine.name), secret));
    } else {
        TRY_STATUS(files.store.keep(keys.machine.name, secret));
    }
    TRY(auto sealed, seal_key(*files.key, {*files.door, secret}, keys.recovery_key, desk.random()));
    keys.keys = {std::move(sealed)};
    TRY_STATUS(write_key_file(files.file, keys));
    std::error_code ignored;
    if (before.kept == kept_in_file)
        std::filesystem::remove(secret_file(files.file, before.name), ignored);
    return {};
}

} // namespace

result<std::optional<secret_key>> machine_secret_of(
    const machine_place& place, const std::string& register_file, const machine_store& store
)
{
    if (place.name.empty()) return std::optional<secret_key>();
    std::optional<secret_key> found;
    if (place.kept == kept_in_file) {
        TRY(found, read_secret(secret_file(register_file, place.name)));
    } else {
        const auto asked =
            store.find ? store.find(place.name) : result<std::optional<secret_key>>(failure{});
        if (!asked) return failure{failure_code::not_allowed, machine_store_closed};
        found = *asked;
    }
    if (!found) return failure{failure_code::not_allowed, other_machine};
    return found;
}

void bind_to_machine(desk_register& desk)
{
    const auto& files = desk.session().files;
    if (!files || !files->store.keep || !desk.is_enrolled()) return;
    const auto bound = bind_anew(desk, desk.office().machine_key);
    auto& held_back = desk.session().held_back;
    if (!bound && held_back.empty()) held_back = machine_key_needed;
    if (bound) release(desk, machine_key_needed);
}

} // namespace hotich
