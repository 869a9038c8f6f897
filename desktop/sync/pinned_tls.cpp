#include "desktop/sync/pinned_tls.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace hotich {

QSslConfiguration pinned_tls()
{
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({}); // only the fingerprint counts
    return tls;
}

} // namespace hotich
