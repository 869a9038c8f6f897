#include "syncserver/app/office_profiles.h"

#include "common/base/text.h"
#include "common/crypto/crypto.h"
#include "common/records/scan.h"

namespace hotich {

namespace {

constexpr std::size_t max_signers = 20;

result<signatory> parse_signer(const std::string& text)
{
    const auto parting = text.find(';');
    signatory signer;
    if (parting != std::string::npos) {
        signer.name = clean_name(text.substr(0, parting));
        signer.title = clean_text(text.substr(parting + 1));
    }
    if (signer.name.empty() || signer.title.empty())
        return failure{failure_code::invalid_input, "--signer \"NAME;TITLE\" <> \"" + text + "\""};
    return signer;
}

} // namespace

status apply(const office_changes& changes, office_profile& profile)
{
    if (changes.signers.size() > max_signers)
        return failure{failure_code::invalid_input, "more than 20 signers"};
    std::vector<signatory> signers;
    for (const auto& text : changes.signers) {
        TRY(auto signer, parse_signer(text));
        signers.push_back(std::move(signer));
    }
    if (!signers.empty()) profile.signatories = std::move(signers);
    if (changes.allow_certificate_without_pin)
        profile.allow_certificate_without_pin = *changes.allow_certificate_without_pin;
    if (changes.copies_are_numbered_in_their_book)
        profile.copies_are_numbered_in_their_book = *changes.copies_are_numbered_in_their_book;
    if (changes.scans_between) {
        const auto window = *changes.scans_between == "any" ? "" : *changes.scans_between;
        if (!is_scan_window(window))
            return failure{failure_code::invalid_input, "scans: HH:MM-HH:MM, or any"};
        profile.scans_between = window;
    }
    if (changes.machine_key) profile.machine_key = *changes.machine_key;
    if (changes.offline_days) profile.offline_days = *changes.offline_days;
    if (changes.recovery_key) {
        const auto key = *changes.recovery_key == "none" ? std::string() : *changes.recovery_key;
        if (!key.empty() && !secret_key_of_hex(key))
            return failure{failure_code::invalid_input, "recovery key: 64 hex digits, or none"};
        profile.recovery_key = key;
    }
    return {};
}

} // namespace hotich
