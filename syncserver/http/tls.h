// The TLS side of the server: TLS 1.3, and 1.2 with AEAD suites for older Windows. Used by
// http/server.
#pragma once

#include "common/base/result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace hotich {

/// wrong_key where certificate and key do not belong together.
result<std::unique_ptr<boost::asio::ssl::context>> make_tls_context(
    const std::string& certificate_pem, const std::string& key_pem
);

} // namespace hotich
