// The parts of the server that need no line: codes, signatures, settings, the table of routes,
// counters, the certificate.
#include "common/sync/enrol_code.h"
#include "common/sync/request_signature.h"
#include "syncserver/app/certificate.h"
#include "syncserver/app/config.h"
#include "syncserver/app/office_profiles.h"
#include "syncserver/http/codec.h"
#include "syncserver/routes/dispatcher.h"
#include "tests/support/small_world.h"

#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

const texts& words(language spoken = language::en)
{
    static const auto english = must(texts::load(HOTICH_SOURCE "/schemas", language::en));
    static const auto vietnamese = must(texts::load(HOTICH_SOURCE "/schemas", language::vi));
    return spoken == language::en ? english : vietnamese;
}

const std::string secret = "YG8S225S5YFN6JFK";
const std::string fingerprint(64, 'a');

} // namespace

class ServerPartsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void an_enrolment_code_carries_secret_and_fingerprint()
    {
        const auto code = must(make_enrol_code(secret, fingerprint));
        QCOMPARE(code.size(), std::size_t(50)); // 42 letters in groups of 5
        const auto read = must(parse_enrol_code(code));
        QCOMPARE(read.secret, secret);
        QVERIFY(is_certificate_of(read, fingerprint));
        QVERIFY(!is_certificate_of(read, "b" + fingerprint.substr(1)));
        QVERIFY(!is_certificate_of(read, fingerprint.substr(0, 32)));
    }

    void an_enrolment_code_may_be_typed_carelessly()
    {
        auto typed = QString::fromStdString(must(make_enrol_code(secret, fingerprint))).toLower();
        typed.replace('-', ' ').replace('0', 'o').replace('1', 'l');
        QCOMPARE(must(parse_enrol_code(typed.toStdString())).secret, secret);
    }

    void a_wrong_enrolment_code_is_refused_data()
    {
        QTest::addColumn<QString>("code");
        const auto whole = QString::fromStdString(must(make_enrol_code(secret, fingerprint)));
        QTest::newRow("empty") << "";
        QTest::newRow("a letter is missing") << whole.chopped(1);
        QTest::newRow("a letter too many") << whole + "A";
        QTest::newRow("a sign that is none") << QString(whole).replace(0, 1, "U");
        QTest::newRow("Vietnamese") << QString(whole).replace(0, 1, "Đ");
        QTest::newRow("very long") << QString(100'000, 'A');
        QTest::newRow("only dashes") << QString(42, '-');
    }

    void a_wrong_enrolment_code_is_refused()
    {
        QFETCH(QString, code);
        QVERIFY(!parse_enrol_code(code.toStdString()));
    }

    void a_signed_request_is_read_as_it_was_written()
    {
        seeded_random chance(1);
        const auto key = new_signing_key(chance);
        const request_facts facts{
            "POST", "/v1/offices/00004/sync", 1'795'395'600'000, "nonce-0001", "the body"};
        const auto read = must(parse_authorization(authorization_header("00004-1", facts, key)));
        QCOMPARE(read.desk, std::string("00004-1"));
        QCOMPARE(read.at_ms, facts.at_ms);
        QCOMPARE(read.nonce, std::string("nonce-0001"));
        QVERIFY(is_signed_by(request_message(facts), read.signature, key.public_hex));
        auto changed = facts;
        changed.body = "another body";
        QVERIFY(!is_signed_by(request_message(changed), read.signature, key.public_hex));
    }

    void a_misshapen_authorization_is_refused_data()
    {
        QTest::addColumn<QString>("header");
        const QString signature(128, 'a');
        QTest::newRow("empty") << "";
        QTest::newRow("another scheme") << "Basic YTpi";
        QTest::newRow("no signature") << "Hotich desk=\"00004-1\", at=1, nonce=\"nonce-0001\"";
        QTest::newRow("a short nonce")
            << "Hotich desk=\"00004-1\", at=1, nonce=\"n\", signature=\"" + signature + "\"";
        QTest::newRow("no time"
        ) << "Hotich desk=\"00004-1\", at=, nonce=\"nonce-0001\", signature=\"" + signature + "\"";
        QTest::newRow("more follows")
            << "Hotich desk=\"00004-1\", at=1, nonce=\"nonce-0001\", signature=\"" + signature
                + "\" ";
        QTest::newRow("an open quote") << "Hotich desk=\"00004-1, at=1";
        QTest::newRow("very long") << "Hotich desk=\"" + QString(2000, 'a');
    }

    void a_misshapen_authorization_is_refused()
    {
        QFETCH(QString, header);
        QVERIFY(!parse_authorization(header.toStdString()));
    }

    void the_documented_settings_are_the_defaults()
    {
        for (const auto spoken : {language::vi, language::en}) {
            const auto text = documented_config({}, words(spoken));
            QVERIFY(!QString::fromStdString(text).contains("config_")
            ); // every key has its sentence
            const auto read = must(parse_config(text));
            QCOMPARE(documented_config(read, words(spoken)), text);
        }
    }

    void a_wrong_setting_is_named_with_its_line_data()
    {
        QTest::addColumn<QString>("toml");
        QTest::addColumn<QString>("expected");
        QTest::newRow("unknown key") << "listen = \"x:1\"\nlisten_to = 1\n"
                                     << "line 2: unknown key \"listen_to\"";
        QTest::newRow("unknown table") << "\n\n[limit]\nmax = 1\n"
                                       << "line 3: unknown key \"limit\"";
        QTest::newRow("wrong type") << "threads = \"two\"\n"
                                    << "line 1: threads must be a whole number from 0 to 64";
        QTest::newRow("out of bounds")
            << "[limits]\nmax_connections = 0\n"
            << "line 2: limits.max_connections must be a whole number from 1 to 60000";
        QTest::newRow("a number for a text") << "listen = 8443\n"
                                             << "line 1: listen must be a text";
        QTest::newRow("an unknown level") << "[log]\nlevel = \"loud\"\n"
                                          << "log.level: expected debug, info, warn, error or off";
    }

    void a_wrong_setting_is_named_with_its_line()
    {
        QFETCH(QString, toml);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(parse_config(toml.toStdString()).error().detail), expected);
    }

    void broken_settings_are_refused_with_their_line()
    {
        QVERIFY(
            parse_config("listen = \"a\"\nthreads = = 1\n").error().detail.starts_with("line 2: ")
        );
        QVERIFY(!parse_config("listen = \"\xff\xfe\"\n"));
    }

    void a_path_is_matched_with_its_parameter()
    {
        const std::string_view pattern = "/v1/offices/{office}/sync";
        QCOMPARE(
            match(pattern, "/v1/offices/00004/sync"), std::optional<std::string_view>("00004")
        );
        for (const auto* path :
             {"/v1/offices//sync",
              "/v1/offices/sync",
              "/v1/offices/a/b/sync",
              "/v1/offices/00004",
              "/v1/offices/a b/sync"})
            QVERIFY(!match(pattern, path));
        QVERIFY(!match(pattern, "/v1/offices/" + std::string(65, 'a') + "/sync"));
    }

    void a_profile_comes_from_the_communes_of_the_day()
    {
        const auto& units = real_definitions().units();
        const auto profile = must(profile_of_commune(units, "00004", {2026, 11, 23}));
        QCOMPARE(profile.name, std::string("UBND phường Ba Đình"));
        QCOMPARE(profile.commune_name, std::string("Phường Ba Đình"));
        QCOMPARE(profile.province_name, std::string("Thành phố Hà Nội"));
        QVERIFY(!profile_of_commune(units, "99999", {2026, 11, 23}));
        QVERIFY(!profile_of_commune(units, "", {2026, 11, 23}));
    }

    void signers_are_cleaned_and_must_have_a_title()
    {
        office_profile profile;
        must(apply({{"  Trần   Văn A ; Chủ tịch "}, true}, profile));
        QCOMPARE(profile.signatories.front().name, std::string("Trần Văn A"));
        QCOMPARE(profile.signatories.front().title, std::string("Chủ tịch"));
        QVERIFY(profile.allow_certificate_without_pin);
        for (const auto* wrong : {"Trần Văn A", "Trần Văn A;", ";Chủ tịch", ""})
            QVERIFY(!apply({{wrong}, {}}, profile));
        QCOMPARE(profile.signatories.size(), std::size_t(1));
    }

    void the_certificate_names_its_hosts_and_has_its_fingerprint()
    {
        const auto made = must(make_self_signed({"may-chu.example", "192.0.2.7"}, monday_morning));
        const auto certificate =
            QSslCertificate::fromData(QByteArray::fromStdString(made.certificate_pem)).value(0);
        QCOMPARE(
            certificate.digest(QCryptographicHash::Sha256).toHex().toStdString(),
            must(certificate_fingerprint(made.certificate_pem))
        );
        const auto names = certificate.subjectAlternativeNames();
        QVERIFY(names.contains(QSsl::DnsEntry, "may-chu.example"));
        QVERIFY(names.contains(QSsl::DnsEntry, "localhost"));
        QVERIFY(names.contains(QSsl::IpAddressEntry, "192.0.2.7"));
        QCOMPARE(certificate.effectiveDate().daysTo(certificate.expiryDate()), 3653);
        QVERIFY(!make_self_signed({"a host"}, monday_morning));
        QVERIFY(!certificate_fingerprint("nothing"));
    }

    void a_password_hash_opens_with_its_password_only()
    {
        const password_cost cheap{1, 8u * 1024u * 1024u};
        const auto hash = must(password_hash("mật khẩu dài", cheap));
        QVERIFY(is_password_of("mật khẩu dài", hash));
        QVERIFY(!is_password_of("mật khẩu ngắn", hash));
        QVERIFY(!is_password_of("mật khẩu dài", "damaged"));
    }

    void counters_are_told_as_prometheus_reads_them()
    {
        metrics counters;
        counters.count_request("/v1/enrol", 403, std::chrono::milliseconds(30));
        counters.count_operations({2, 1, 0});
        const auto text = QString::fromStdString(counters.to_text("0.1.0"));
        QVERIFY(text.contains("hotich_build_info{version=\"0.1.0\"} 1\n"));
        QVERIFY(text.contains("hotich_requests_total{route=\"/v1/enrol\",status=\"403\"} 1\n"));
        QVERIFY(text.contains(
            "hotich_request_duration_seconds_bucket{route=\"/v1/enrol\",le=\"0.025\"} 0\n"
        ));
        QVERIFY(text.contains(
            "hotich_request_duration_seconds_bucket{route=\"/v1/enrol\",le=\"0.05\"} 1\n"
        ));
        QVERIFY(text.contains("hotich_operations_total{outcome=\"accepted\"} 2\n"));
        for (const auto& line : text.split('\n', Qt::SkipEmptyParts))
            QVERIFY(QRegularExpression(
                        "^(# (HELP|TYPE) \\S+ .+|[a-z_]+(\\{[^}]*\\}?[^}]*\\})? [0-9.e+-]+)$"
            )
                        .match(line)
                        .hasMatch());
    }

    void only_the_last_nonces_of_a_desk_are_kept()
    {
        nonce_window recent;
        QVERIFY(recent.take("00004-1", "first"));
        QVERIFY(!recent.take("00004-1", "first"));
        QVERIFY(recent.take("00004-2", "first"));
        for (std::size_t i = 0; i < max_nonces_per_desk; ++i)
            QVERIFY(recent.take("00004-1", std::to_string(i)));
        QVERIFY(recent.take("00004-1", "first"));
    }

    void a_new_start_does_not_forget_what_was_taken()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("nonces").toStdString();
        {
            nonce_window before;
            must(before.keep_in(file));
            QVERIFY(before.take("00004-1", "first"));
        }
        for (int start = 0; start < 2; ++start) {
            nonce_window after;
            must(after.keep_in(file));
            QVERIFY(!after.take("00004-1", "first"));
            QVERIFY(after.take("00004-1", "next-" + std::to_string(start)));
        }
    }

    void a_request_is_read_wherever_it_is_cut()
    {
        const std::string text = "POST /v1/enrol HTTP/1.1\r\nX-Name: y\r\nContent-Length: "
                                 "4\r\n\r\nbodyGET / HTTP/1.1\r\n\r\n";
        const http_limits limits;
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            request_codec codec(limits);
            codec.put(text.substr(0, cut));
            codec.put(text.substr(cut));
            QVERIFY(codec.put({}) == read_state::whole);
            const auto request = codec.take();
            QCOMPARE(request.body, std::string("body"));
            QCOMPARE(std::string(request.header("x-name")), std::string("y"));
            QVERIFY(codec.put({}) == read_state::whole);
            QCOMPARE(codec.take().method, std::string("GET"));
            QVERIFY(!codec.is_inside_request());
        }
    }
};

QTEST_GUILESS_MAIN(ServerPartsTest)
#include "server_parts_test.moc"
