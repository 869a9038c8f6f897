// Hashes and signatures against published vectors; keys wrapped by passwords; codes that people
// type.
#include "common/crypto/crypto.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

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
