#include "syncserver/app/certificate.h"

#include "common/crypto/crypto.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <array>
#include <ctime>
#include <memory>

namespace hotich {

namespace {

constexpr long lifetime_days = 3653;
constexpr std::int64_t ms_per_day = 24ll * 3600 * 1000;
constexpr std::size_t max_host_letters = 253;
constexpr int serial_bits = 127;

template <auto Release>
struct releaser
{
    template <class T>
    void operator()(T* thing) const
    {
        Release(thing);
    }
};

using key_ptr = std::unique_ptr<EVP_PKEY, releaser<EVP_PKEY_free>>;
using certificate_ptr = std::unique_ptr<X509, releaser<X509_free>>;
using bio_ptr = std::unique_ptr<BIO, releaser<BIO_free_all>>;
using names_ptr = std::unique_ptr<GENERAL_NAMES, releaser<GENERAL_NAMES_free>>;
using extension_ptr = std::unique_ptr<X509_EXTENSION, releaser<X509_EXTENSION_free>>;
using number_ptr = std::unique_ptr<BIGNUM, releaser<BN_free>>;

failure not_made(const char* what)
{
    return {failure_code::storage_unavailable, std::string("OpenSSL could not make the ") + what};
}

bool is_host(const std::string& host)
{
    constexpr std::string_view allowed =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:*";
    return !host.empty() && host.size() <= max_host_letters
        && host.find_first_not_of(allowed) == std::string::npos;
}

bool add_host(GENERAL_NAMES* names, const std::string& host)
{
    auto* name = GENERAL_NAME_new();
    if (name == nullptr || sk_GENERAL_NAME_push(names, name) == 0) return false;
    if (auto* address = a2i_IPADDRESS(host.c_str()); address != nullptr) {
        GENERAL_NAME_set0_value(name, GEN_IPADD, address);
        return true;
    }
    auto* text = ASN1_IA5STRING_new();
    if (text == nullptr || ASN1_STRING_set(text, host.data(), static_cast<int>(host.size())) == 0)
        return false;
    GENERAL_NAME_set0_value(name, GEN_DNS, text);
    return true;
}

bool add_extension(X509* certificate, int id, const char* value)
{
    const extension_ptr extension(X509V3_EXT_conf_nid(nullptr, nullptr, id, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool add_names(X509* certificate, const std::vector<std::string>& hosts)
{
    const names_ptr names(GENERAL_NAMES_new());
    for (const char* own : {"localhost", "127.0.0.1", "::1"})
        if (!add_host(names.get(), own)) return false;
    for (const auto& host : hosts)
        if (!add_host(names.get(), host)) return false;
    return X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, X509V3_ADD_DEFAULT)
        == 1;
}

bool set_serial(X509* certificate)
{
    const number_ptr serial(BN_new());
    return BN_rand(serial.get(), serial_bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
        && BN_to_ASN1_INTEGER(serial.get(), X509_get_serialNumber(certificate)) != nullptr;
}

/// Valid from the day before: clocks of commune PCs are not always right.
bool set_lifetime(X509* certificate, instant now)
{
    const auto from = static_cast<std::time_t>((now.ms - ms_per_day) / 1000);
    auto base = from;
    return ASN1_TIME_set(X509_getm_notBefore(certificate), from) != nullptr
        && X509_time_adj_ex(
               X509_getm_notAfter(certificate), static_cast<int>(lifetime_days), 0, &base
           )
        != nullptr;
}

bool set_subject(X509* certificate)
{
    static constexpr unsigned char common_name[] = "hotich-server";
    auto* name = X509_get_subject_name(certificate);
    return X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, common_name, -1, -1, 0) == 1
        && X509_set_issuer_name(certificate, name) == 1;
}

std::string text_of(BIO* bio)
{
    char* data = nullptr;
    const auto size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

} // namespace

result<tls_identity> make_self_signed(const std::vector<std::string>& hosts, instant now)
{
    for (const auto& host : hosts)
        if (!is_host(host))
            return failure{failure_code::invalid_input, "not a host name or address: " + host};
    const key_ptr key(EVP_EC_gen("P-256"));
    const certificate_ptr certificate(X509_new());
    if (!key || !certificate) return not_made("key");
    const bool filled = X509_set_version(certificate.get(), X509_VERSION_3) == 1
        && set_serial(certificate.get()) && set_lifetime(certificate.get(), now)
        && set_subject(certificate.get()) && add_names(certificate.get(), hosts)
        && add_extension(certificate.get(), NID_basic_constraints, "critical,CA:FALSE")
        && add_extension(certificate.get(), NID_key_usage, "critical,digitalSignature")
        && add_extension(certificate.get(), NID_ext_key_usage, "serverAuth")
        && X509_set_pubkey(certificate.get(), key.get()) == 1;
    if (!filled || X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return not_made("certificate");
    const bio_ptr certificate_out(BIO_new(BIO_s_mem()));
    const bio_ptr key_out(BIO_new(BIO_s_mem()));
    if (PEM_write_bio_X509(certificate_out.get(), certificate.get()) != 1
        || PEM_write_bio_PrivateKey(key_out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
            != 1)
        return not_made("PEM files");
    return tls_identity{text_of(certificate_out.get()), text_of(key_out.get())};
}

result<std::string> certificate_fingerprint(const std::string& certificate_pem)
{
    const bio_ptr in(
        BIO_new_mem_buf(certificate_pem.data(), static_cast<int>(certificate_pem.size()))
    );
    const certificate_ptr certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
    std::array<std::uint8_t, 32> digest{};
    unsigned int size = 0;
    if (!certificate || X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size) != 1)
        return failure{failure_code::corrupt_data, "tls/cert.pem is no certificate"};
    return to_hex(digest);
}

} // namespace hotich
