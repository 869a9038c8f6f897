#include "common/base/result.h"

namespace hotich {

const char* name_of(failure_code code)
{
    switch (code) {
    case failure_code::not_found:
        return "not_found";
    case failure_code::conflict:
        return "conflict";
    case failure_code::invalid_input:
        return "invalid_input";
    case failure_code::not_allowed:
        return "not_allowed";
    case failure_code::storage_unavailable:
        return "storage_unavailable";
    case failure_code::corrupt_data:
        return "corrupt_data";
    case failure_code::offline:
        return "offline";
    case failure_code::wrong_key:
        return "wrong_key";
    case failure_code::busy:
        return "busy";
    case failure_code::cancelled:
        return "cancelled";
    }
    return "unknown";
}

} // namespace hotich
