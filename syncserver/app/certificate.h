// The server's own TLS certificate, made at init: a desk pins its fingerprint at enrolment, so no
// authority is needed.
#pragma once

#include "common/base/instant.h"
#include "common/base/result.h"

#include <string>
#include <vector>

namespace hotich {

struct tls_identity
{
    std::string certificate_pem;
    std::string key_pem;
};

/// EC P-256, ten years, for localhost, its addresses and the hosts (names or addresses).
result<tls_identity> make_self_signed(const std::vector<std::string>& hosts, instant now);

/// SHA-256 of the first certificate of a PEM text, as lower-case hex; corrupt_data where there is
/// none.
result<std::string> certificate_fingerprint(const std::string& certificate_pem);

} // namespace hotich
