#include "syncserver/http/tls.h"

#include <string_view>

namespace hotich {

namespace {

namespace ssl = boost::asio::ssl;

constexpr const char* suites_of_tls_1_2 =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:"
    "ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256";

constexpr const char* suites_of_tls_1_3 =
    "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";

/// Clients that offer HTTP/2 beside are told that it is 1.1.
int choose_protocol(
    SSL* /*session*/,
    const unsigned char** chosen,
    unsigned char* chosen_bytes,
    const unsigned char* offered,
    unsigned int offered_bytes,
    void* /*unused*/
)
{
    static constexpr unsigned char http_1_1[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(
            &found, chosen_bytes, http_1_1, sizeof http_1_1, offered, offered_bytes
        )
        != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

} // namespace

result<std::unique_ptr<ssl::context>> make_tls_context(
    const std::string& certificate_pem, const std::string& key_pem
)
{
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    auto* const native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_options(
        native, SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_COMPRESSION
    );
    // Thousands of desks are connected and silent: buffers go back between records, and who was
    // here is remembered in the desk's ticket, not in this process.
    SSL_CTX_set_mode(
        native,
        SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE
            | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER
    );
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(native, 1);
    SSL_CTX_set_alpn_select_cb(native, choose_protocol, nullptr);
    if (SSL_CTX_set_cipher_list(native, suites_of_tls_1_2) != 1
        || SSL_CTX_set_ciphersuites(native, suites_of_tls_1_3) != 1)
        return failure{failure_code::storage_unavailable, "this OpenSSL lacks the AEAD suites"};
    boost::system::error_code error;
    context->use_certificate_chain(boost::asio::buffer(certificate_pem), error);
    if (error) return failure{failure_code::corrupt_data, "tls/cert.pem: " + error.message()};
    context->use_private_key(boost::asio::buffer(key_pem), ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1)
        return failure{
            failure_code::wrong_key, "tls/key.pem is damaged or is not the key of tls/cert.pem"};
    return context;
}

} // namespace hotich
