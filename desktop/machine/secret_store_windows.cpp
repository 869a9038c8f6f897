// Windows: DPAPI encrypts each secret with what Windows keeps for the signed-in user of this PC.
//
// %LOCALAPPDATA%\hotich\keys\NAME: the blob of CryptProtectData over the 64 hex digits of the
// secret, with NAME as its entropy.
#include "common/base/files.h"
#include "desktop/machine/secret_store.h"

#include <QDir>
#include <QStandardPaths>
#include <windows.h>

namespace hotich {

namespace {

constexpr std::size_t max_blob_bytes = 4096;

/// What Windows has given back, emptied before it is freed.
struct given_blob
{
    DATA_BLOB blob{};

    given_blob() = default;
    given_blob(const given_blob&) = delete;
    given_blob& operator=(const given_blob&) = delete;

    ~given_blob()
    {
        if (blob.pbData == nullptr) return;
        SecureZeroMemory(blob.pbData, blob.cbData);
        LocalFree(blob.pbData);
    }

    [[nodiscard]] std::string_view text() const
    {
        return {reinterpret_cast<const char*>(blob.pbData), blob.cbData};
    }
};

/// Windows only reads it.
DATA_BLOB blob_of(std::string_view text)
{
    auto* const bytes = reinterpret_cast<BYTE*>(const_cast<char*>(text.data()));
    return {static_cast<DWORD>(text.size()), bytes};
}

/// The system's own folder of the user, not the register's: a copied register comes without it.
std::string file_of(const std::string& name)
{
    const QDir local(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
    local.mkpath("hotich/keys");
    return local.filePath("hotich/keys/").toStdString() + name;
}

result<std::optional<secret_key>> find(const std::string& name)
{
    const auto kept = read_file(file_of(name), max_blob_bytes);
    if (!kept && kept.error().code == failure_code::not_found) return std::optional<secret_key>();
    if (!kept) return failure{failure_code::not_allowed, machine_store_closed};
    auto sealed = blob_of(*kept);
    auto entropy = blob_of(name);
    given_blob opened;
    if (!CryptUnprotectData(
            &sealed, nullptr, &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &opened.blob
        ))
        return failure{failure_code::not_allowed, machine_store_closed};
    TRY(const auto secret, secret_key_of_hex(std::string(opened.text())));
    return std::optional(secret);
}

status keep(const std::string& name, const secret_key& secret)
{
    auto hex = to_hex(secret);
    auto plain = blob_of(hex);
    auto entropy = blob_of(name);
    given_blob sealed;
    const bool done = CryptProtectData(
        &plain, L"hotich", &entropy, nullptr, nullptr, CRYPTPROTECT_UI_FORBIDDEN, &sealed.blob
    );
    wipe(hex);
    if (!done || !replace_private_file(file_of(name), sealed.text()))
        return failure{failure_code::not_allowed, machine_key_needed};
    // A store that forgets would shut everybody out: what was kept is read back.
    TRY(const auto kept, find(name));
    if (kept != secret) return failure{failure_code::not_allowed, machine_key_needed};
    return {};
}

} // namespace

machine_store store_of_this_pc() { return {find, keep}; }

} // namespace hotich
