// A build without QtKeychain: a register is bound where its office allows a file, and refused
// elsewhere.
#include "desktop/machine/secret_store.h"

namespace hotich {

machine_store store_of_this_pc()
{
    return {
        [](const std::string&) -> result<std::optional<secret_key>> {
            return failure{failure_code::not_allowed, machine_store_closed};
        },
        [](const std::string&, const secret_key&) -> status {
            return failure{failure_code::not_allowed, machine_key_needed};
        }};
}

} // namespace hotich
