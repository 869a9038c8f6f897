// TLS that trusts no authority: a server is known by the fingerprint of its certificate, which the
// caller compares. Used by server_client and notice_listener.
#pragma once

class QSslConfiguration;

namespace hotich {

QSslConfiguration pinned_tls();

} // namespace hotich
