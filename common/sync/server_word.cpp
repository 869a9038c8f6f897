#include "common/sync/server_word.h"

#include "common/register/shut_out.h"

#include <cstdlib>

namespace hotich {

namespace {

constexpr const char* skew_name = "clock_skew_ms";
/// What is less is the line's own delay.
constexpr std::int64_t skew_worth_keeping_ms = 10'000;

std::string certificate_message(std::string_view fingerprint)
{
    return "hotich-certificate-1\n" + std::string(fingerprint);
}

std::string shut_out_message(const std::string& office, const std::string& desk)
{
    return "hotich-shut-out-1\n" + office + "\n" + desk;
}

status keep(desk_register& desk, const char* name, const std::string& value)
{
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY_STATUS(desk.set_meta(name, value));
    return transaction.commit();
}

status keep_skew(desk_register& desk, std::int64_t skew_ms)
{
    if (std::abs(skew_ms - clock_skew_of(desk)) < skew_worth_keeping_ms) return {};
    return keep(desk, skew_name, std::to_string(skew_ms));
}

/// Both certificates are good until the server shows the new one; then the old one is none any
/// more.
status keep_certificates(desk_register& desk, const server_word& word)
{
    auto identity = desk.identity();
    if (!word.next_certificate.empty()) {
        const auto announced = announced_certificate(word.next_certificate, identity.server_key);
        if (announced && *announced != identity.server_fingerprint)
            identity.next_fingerprint = *announced;
    }
    if (!identity.next_fingerprint.empty() && word.certificate == identity.next_fingerprint)
        identity.server_fingerprint = std::exchange(identity.next_fingerprint, {});
    const auto& before = desk.identity();
    const bool is_new = identity.next_fingerprint != before.next_fingerprint
        || identity.server_fingerprint != before.server_fingerprint;
    return is_new ? desk.complete_enrolment(identity) : status();
}

} // namespace

std::string next_certificate_word(const std::string& fingerprint, const signing_key& feed_key)
{
    return fingerprint + " " + sign_hex(certificate_message(fingerprint), feed_key);
}

result<std::string> announced_certificate(std::string_view word, const std::string& server_key)
{
    const auto space = word.find(' ');
    const failure wrong{failure_code::corrupt_data, "the announced certificate is not signed"};
    if (space == std::string_view::npos) return wrong;
    const auto fingerprint = word.substr(0, space);
    const bool is_announced =
        is_signed_by(certificate_message(fingerprint), word.substr(space + 1), server_key);
    return is_announced ? result<std::string>(std::string(fingerprint)) : wrong;
}

std::string shut_out_word(
    const std::string& office, const std::string& desk, const signing_key& feed_key
)
{
    return sign_hex(shut_out_message(office, desk), feed_key);
}

std::int64_t clock_skew_of(const desk_register& desk)
{
    const auto kept = desk.meta(skew_name);
    return kept ? std::strtoll(kept->c_str(), nullptr, 10) : 0;
}

status take_word(desk_register& desk, const server_word& word)
{
    const auto& who = desk.identity();
    if (word.clock_skew_ms) TRY_STATUS(keep_skew(desk, *word.clock_skew_ms));
    TRY_STATUS(keep_certificates(desk, word));
    const bool is_out = !word.shut_out.empty()
        && is_signed_by(shut_out_message(who.office, who.desk), word.shut_out, who.server_key);
    return is_out ? shut_out(desk) : status();
}

} // namespace hotich
