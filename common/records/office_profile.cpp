#include "common/records/office_profile.h"

#include "common/base/text.h"

namespace hotich {

json::object office_profile::to_json() const
{
    json::array signers;
    for (const auto& signer : signatories)
        signers.push_back({{"name", signer.name}, {"title", signer.title}});
    return {
        {"code", code},
        {"name", name},
        {"commune_name", commune_name},
        {"province_code", province_code},
        {"province_name", province_name},
        {"signatories", std::move(signers)},
        {"allow_certificate_without_pin", allow_certificate_without_pin},
        {"copies_are_numbered_in_their_book", copies_are_numbered_in_their_book},
        {"offline_days", offline_days},
        {"recovery_key", recovery_key},
        {"machine_key", machine_key},
        {"scans_between", scans_between},
    };
}

result<office_profile> parse_office_profile(const json::object& source)
{
    office_profile out;
    TRY(out.code, string_member(source, "code"));
    TRY(out.name, string_member(source, "name"));
    TRY(out.commune_name, string_member(source, "commune_name"));
    TRY(out.province_code, string_member(source, "province_code"));
    TRY(out.province_name, string_member(source, "province_name"));
    TRY(out.allow_certificate_without_pin, boolean_member(source, "allow_certificate_without_pin"));
    const auto* own_numbers = source.if_contains("copies_are_numbered_in_their_book");
    out.copies_are_numbered_in_their_book =
        own_numbers != nullptr && *own_numbers == json::value(true);
    out.offline_days = integer_or(source, "offline_days", default_offline_days);
    out.recovery_key = std::string(text_at(source, "recovery_key"));
    if (text_at(source, "machine_key") == "file") out.machine_key = "file";
    out.scans_between = std::string(text_at(source, "scans_between"));
    const auto* signers = source.if_contains("signatories");
    if (signers == nullptr || !signers->is_array()) return out;
    for (const auto& signer : signers->get_array())
        if (signer.is_object())
            out.signatories.push_back(
                {std::string(text_at(signer.get_object(), "name")),
                 std::string(text_at(signer.get_object(), "title"))}
            );
    return out;
}

result<office_profile> profile_of_commune(
    const admin_units& units, const std::string& code, const civil_date& on
)
{
    const auto* commune = units.find(unit_level::commune, code, on);
    if (commune == nullptr)
        return failure{failure_code::not_found, "no commune has the code " + code};
    const auto* province = units.find(unit_level::province, commune->parent, on);
    if (province == nullptr)
        return failure{
            failure_code::corrupt_data, "admin_units.csv: commune " + code + " has no province"};
    office_profile profile;
    profile.code = code;
    profile.name = "UBND " + lower_first(commune->name);
    profile.commune_name = commune->name;
    profile.province_code = province->code;
    profile.province_name = province->name;
    return profile;
}

} // namespace hotich
