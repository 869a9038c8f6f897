// Hashes and signatures against published vectors; keys wrapped by passwords; codes that people
// type.
#include "common/accounts/credential.h"
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/crypto/crypto.h"
#include "common/crypto/process_guard.h"
#include "common/crypto/seal.h"
#include "common/register/key_file.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <sodium.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};

std::span<const std::uint8_t> bytes_of(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

wrapped_key some_wrapped_key(const secret_key& key)
{
    seeded_random random(1);
    return must(wrap_key(key, "mật khẩu", random, cheap));
}

std::string changed(std::string hex, std::size_t at)
{
    hex[at] = hex[at] == '0' ? '1' : '0';
    return hex;
}

} // namespace

class CryptoTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    // FIPS 180-2, appendix B.
    void sha256_gives_the_published_hashes()
    {
        QCOMPARE(
            sha256_hex("abc"),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        );
        QCOMPARE(
            sha256_hex(""),
            std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        );
        QCOMPARE(
            sha256_hex(std::string(1'000'000, 'a')),
            std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        );
    }

    // RFC 8032, 7.1, tests 1 and 2.
    void ed25519_gives_the_published_signatures()
    {
        const std::string public_1 =
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        const std::string seed_1 =
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        const std::string signature_1 =
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc"
            "61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
        QCOMPARE(sign_hex("", {public_1, seed_1 + public_1}), signature_1);
        QVERIFY(is_signed_by("", signature_1, public_1));
        const std::string public_2 =
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
        const std::string seed_2 =
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
        const auto signature_2 = sign_hex("\x72", {public_2, seed_2 + public_2});
        QCOMPARE(signature_2.substr(0, 32), std::string("92a009a9f0d4cab8720e820b5f642540"));
        QVERIFY(is_signed_by("\x72", signature_2, public_2));
    }

    // RFC 6234, 8.5: the tests of SHA-256 that are whole bytes and short.
    void sha256_gives_the_hashes_of_rfc_6234()
    {
        QCOMPARE(
            sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        );
        QCOMPARE(
            sha256_hex("\x19"),
            std::string("68aa2e2ee5dff96e3355e6c7ee373e3d6a4e17f75f9518d843709c0c9bc3e3d4")
        );
    }

    // The reference implementation of Argon2 (RFC 9106), test.c: version 0x13, 2 passes, 64 MiB.
    void argon2id_gives_the_published_hash()
    {
        const std::string hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                                 "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        QVERIFY(is_password_of("password", hash));
        QVERIFY(!is_password_of("differentpassword", hash));
    }

    // draft-irtf-cfrg-xchacha-03, A.3.1: the library's algorithm is the published one, and what we
    // seal is that, with its nonce in front and nothing bound to it.
    void xchacha20_poly1305_gives_the_published_text()
    {
        const auto raw = [](const char* hex) { return must(bytes_of_hex(hex)); };
        const std::string text = "Ladies and Gentlemen of the class of '99: If I could offer you "
                                 "only one tip for the future, sunscreen would be it.";
        const auto bound = raw("50515253c0c1c2c3c4c5c6c7");
        const auto nonce = raw("404142434445464748494a4b4c4d4e4f5051525354555657");
        const auto key = must(
            secret_key_of_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f")
        );
        const auto encrypted = [&](std::string_view bound_to) {
            std::string out(text.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES, '\0');
            crypto_aead_xchacha20poly1305_ietf_encrypt(
                reinterpret_cast<std::uint8_t*>(out.data()),
                nullptr,
                bytes_of(text).data(),
                text.size(),
                bytes_of(bound_to).data(),
                bound_to.size(),
                nullptr,
                bytes_of(nonce).data(),
                key.data()
            );
            return out;
        };
        QCOMPARE(
            to_hex(bytes_of(encrypted(bound))),
            std::string("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b"
                        "4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b"
                        "69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b"
                        "13b52ec0875924c1c7987947deafd8780acf49")
        );
        QCOMPARE(must(open_content(nonce + encrypted(""), key)), text);
    }

    /// What an earlier version wrote opens for ever: tests/data/crypto/kept.json was made once.
    void what_was_sealed_before_still_opens()
    {
        const auto kept =
            must(read_json_file(HOTICH_SOURCE "/tests/data/crypto/kept.json")).as_object();
        const auto text = [&kept](const char* path) { return std::string(text_at(kept, path)); };
        const auto key = must(secret_key_of_hex(text("key")));
        const auto receiver = signing_key_of(must(secret_key_of_hex(text("receiver_seed"))));
        QCOMPARE(receiver.public_hex, text("receiver"));
        QVERIFY(must(open_box(text("box"), receiver)) == key);
        QCOMPARE(must(open_content(must(bytes_of_hex(text("content"))), key)), text("text"));
        const sealed_pieces pieces{
            text("pieces.key_box"),
            text("pieces.stream_head"),
            {must(bytes_of_hex(text("pieces.first"))), must(bytes_of_hex(text("pieces.last")))}};
        QCOMPARE(
            must(open_pieces(pieces, "bound", receiver)),
            (std::vector<std::string>{text("text"), "2"})
        );
        const auto wrapped = must(parse_wrapped_key(kept.at("wrapped").as_object()));
        QVERIFY(must(unwrap_key(wrapped, "mật khẩu")) == key);
        const auto recovery = must(open_recovery_key(to_text(kept.at("recovery")), "một câu dài"));
        QCOMPARE(recovery.public_hex, text("recovery.public"));
        QVERIFY(is_password_of("mật khẩu", text("hash")));
    }

    /// Of both versions, and with the PC's secret.
    void key_files_of_before_still_open()
    {
        const auto kept =
            must(read_json_file(HOTICH_SOURCE "/tests/data/crypto/kept.json")).as_object();
        const auto key = must(secret_key_of_hex(text_at(kept, "key")));
        const auto machine = must(secret_key_of_hex(text_at(kept, "machine")));
        const QTemporaryDir folder;
        const auto file = folder.filePath("a.hotich").toStdString();
        for (const auto* version : {"key_file_1", "key_file_2"}) {
            must(replace_file(key_file_of(file), to_text(kept.at(version))));
            const auto keys = must(read_key_file(file));
            const auto opened = must(open_key(keys, "Lan", "mật khẩu", machine));
            QVERIFY(opened.key == key);
            const auto recovery =
                must(open_recovery_key(to_text(kept.at("recovery")), "một câu dài"));
            const auto box = keys.keys.empty() ? keys.recovery_box : keys.keys.front().recovery_box;
            QVERIFY(must(open_box(box, recovery)) == key);
        }
    }

    void a_key_is_wiped_when_it_goes()
    {
        alignas(secret_key) std::array<std::uint8_t, sizeof(secret_key)> place{};
        seeded_random random(12);
        auto* key = new (place.data()) secret_key(new_secret_key(random));
        QVERIFY(to_hex(place) != std::string(64, '0'));
        key->~secret_key();
        QCOMPARE(to_hex(place), std::string(64, '0'));
    }

    void a_kept_key_is_the_key()
    {
        seeded_random random(13);
        const auto key = new_secret_key(random);
        const kept_key kept(key);
        const auto again = kept; // NOLINT: a copy holds the same
        QVERIFY(*kept == key && *again == key);
    }

#ifdef __linux__
    void a_guarded_process_is_not_dumped()
    {
        guard_process();
        rlimit cores{1, 1};
        getrlimit(RLIMIT_CORE, &cores);
        QCOMPARE(cores.rlim_max, rlim_t(0));
#ifndef __SANITIZE_ADDRESS__
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
#endif
    }
#endif

    void a_signature_holds_for_its_message_and_key_only()
    {
        seeded_random random(2);
        const auto key = new_signing_key(random);
        const auto other = new_signing_key(random);
        const auto signature = sign_hex("message", key);
        QVERIFY(is_signed_by("message", signature, key.public_hex));
        QVERIFY(!is_signed_by("messagf", signature, key.public_hex));
        QVERIFY(!is_signed_by("message", signature, other.public_hex));
        for (std::size_t i = 0; i < signature.size(); i += 7)
            QVERIFY(!is_signed_by("message", changed(signature, i), key.public_hex));
        for (const auto& bad :
             {std::string(), signature.substr(2), signature + "00", "x" + signature.substr(1)})
            QVERIFY(!is_signed_by("message", bad, key.public_hex));
        for (const auto& bad :
             {std::string(), std::string(64, '0'), std::string(63, 'a'), std::string(64, 'g')})
            QVERIFY(!is_signed_by("message", signature, bad));
        QCOMPARE(sign_hex("message", {key.public_hex, "00"}), std::string());
    }

    void a_wrapped_key_opens_with_its_password_only()
    {
        seeded_random random(3);
        const auto key = new_secret_key(random);
        const auto wrapped = some_wrapped_key(key);
        QVERIFY(must(unwrap_key(wrapped, "mật khẩu")) == key);
        for (const auto* wrong : {"", "mat khau", "mật khẩu ", "MẬT KHẨU"})
            QCOMPARE(failure_of(unwrap_key(wrapped, wrong)), std::string("wrong_key"));
    }

    void the_same_password_never_wraps_alike()
    {
        seeded_random random(4);
        const auto key = new_secret_key(random);
        const auto first = must(wrap_key(key, "mật khẩu", random, cheap));
        const auto second = must(wrap_key(key, "mật khẩu", random, cheap));
        QVERIFY(
            first.salt != second.salt && first.nonce != second.nonce
            && first.cipher != second.cipher
        );
        QVERIFY(!holds(first.cipher, to_hex(key).substr(0, 8)));
    }

    void a_damaged_wrapped_key_is_told_from_a_wrong_password_data()
    {
        QTest::addColumn<QString>("damage");
        for (const auto* damage :
             {"short salt",
              "odd nonce",
              "no hex",
              "long cipher",
              "no operations",
              "endless operations",
              "endless memory",
              "no memory"})
            QTest::newRow(damage) << damage;
    }

    void a_damaged_wrapped_key_is_told_from_a_wrong_password()
    {
        QFETCH(QString, damage);
        auto wrapped = some_wrapped_key(secret_key{});
        if (damage == "short salt") wrapped.salt.resize(30);
        if (damage == "odd nonce") wrapped.nonce.pop_back();
        if (damage == "no hex") wrapped.cipher[5] = 'x';
        if (damage == "long cipher") wrapped.cipher += "00";
        if (damage == "no operations") wrapped.cost.operations = 0;
        if (damage == "endless operations") wrapped.cost.operations = 4'000'000'000;
        if (damage == "endless memory") wrapped.cost.memory_bytes = 1ull << 50;
        if (damage == "no memory") wrapped.cost.memory_bytes = 0;
        QCOMPARE(failure_of(unwrap_key(wrapped, "mật khẩu")), std::string("corrupt_data"));
    }

    void a_changed_digit_of_a_wrapped_key_opens_nothing()
    {
        const auto wrapped = some_wrapped_key(secret_key{});
        for (std::size_t i = 0; i < wrapped.cipher.size(); i += 5) {
            auto damaged = wrapped;
            damaged.cipher = changed(wrapped.cipher, i);
            QCOMPARE(failure_of(unwrap_key(damaged, "mật khẩu")), std::string("wrong_key"));
        }
    }

    void a_key_is_64_hex_digits()
    {
        const auto hex = std::string(62, 'a') + "01";
        QCOMPARE(to_hex(must(secret_key_of_hex(hex))), hex);
        for (const auto& bad :
             {std::string(),
              hex + "00",
              hex.substr(2),
              hex.substr(1),
              "g" + hex.substr(1),
              " " + hex.substr(1)})
            QCOMPARE(failure_of(secret_key_of_hex(bad)), std::string("corrupt_data"));
    }

    void a_password_hash_knows_its_password()
    {
        const auto hash = must(password_hash("mật khẩu", cheap));
        QVERIFY(is_password_of("mật khẩu", hash));
        QVERIFY(!is_password_of("mat khau", hash));
        for (const auto& bad :
             {std::string(), std::string("$argon2id$"), std::string(500, 'a'), hash.substr(0, 40)})
            QVERIFY(!is_password_of("mật khẩu", bad));
    }

    void bytes_survive_the_way_through_a_code()
    {
        seeded_random random(5);
        for (std::size_t size = 0; size < 40; ++size) {
            std::string bytes(size, '\0');
            for (auto& byte : bytes)
                byte = char(random.below(256));
            const auto code = to_base32(bytes_of(bytes));
            QVERIFY(
                code.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos
            );
            QCOMPARE(must(bytes_of_base32(code)), bytes);
        }
    }

    void a_code_forgives_what_people_confuse()
    {
        QCOMPARE(must(bytes_of_base32("O0-oI l1L")), must(bytes_of_base32("0001111")));
        QCOMPARE(must(bytes_of_base32("ab cd-ef")), must(bytes_of_base32("ABCDEF")));
        for (const auto* bad : {"U", "ABu", "AB!", "ÂB", "A_B"})
            QCOMPARE(failure_of(bytes_of_base32(bad)), std::string("invalid_input"));
    }

    void chance_that_is_seeded_repeats_and_the_systems_does_not()
    {
        seeded_random first(6);
        seeded_random second(6);
        QVERIFY(new_secret_key(first) == new_secret_key(second));
        system_random system;
        QVERIFY(new_secret_key(system) != new_secret_key(system));
        for (int i = 0; i < 1000; ++i)
            QVERIFY(first.below(7) < 7);
    }
};

QTEST_GUILESS_MAIN(CryptoTest)
#include "crypto_test.moc"
