#include "common/register/shut_out.h"

#include "common/crypto/seal.h"

namespace hotich {

namespace {

/// The province's box only: behind the door nobody is left.
status take_keys(const register_key& files, const std::string& kept_for)
{
    TRY(auto keys, read_key_file(files.file));
    if (keys.holders.empty()) return {};
    sealed_key for_province;
    TRY(for_province.recovery_box, box_key(*files.key, kept_for));
    key_file left;
    left.keys = {std::move(for_province)};
    left.recovery_key = kept_for;
    return write_key_file(files.file, left);
}

} // namespace

status shut_out(desk_register& desk)
{
    desk.session().held_back = desk_shut_out;
    const auto& province = desk.office().recovery_key;
    if (desk.session().files)
        TRY_STATUS(take_keys(
            *desk.session().files, province.empty() ? desk.identity().server_key : province
        ));
    return failure{failure_code::not_allowed, desk_shut_out};
}

} // namespace hotich
