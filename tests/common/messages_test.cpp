// What desk and server say to each other: round trips, limits, cuts, bombs; codes and headers that
// people and proxies mangle.
#include "common/sync/enrol_code.h"
#include "common/sync/messages.h"
#include "common/sync/request_signature.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <zstd.h>

#include <tuple>

using namespace hotich;
using namespace hotich::test;

namespace {

sync_request some_request(int operations)
{
    sync_request request{"00004", "00004-1", 17, "abcdef", {}};
    for (int i = 0; i < operations; ++i)
        request.bodies.push_back(R"({"v":1,"seq":)" + std::to_string(i) + "}");
    return request;
}

sync_response some_response(int entries)
{
    sync_response response{41, true, {7, std::string(64, 'a')}, "fedcba", {}};
    for (int i = 0; i < entries; ++i)
        response.entries.push_back(
            {i + 1,
             "00004-1",
             i + 1,
             i % 2 == 0 ? "{\"name\":\"Nguyễn \\n\"}" : "",
             "hash",
             R"({"outcome":"held"})",
             "entry"}
        );
    return response;
}

auto as_tuple(const feed_entry& entry)
{
    return std::tie(
        entry.revision,
        entry.desk,
        entry.seq,
        entry.body,
        entry.operation_hash,
        entry.verdict_text,
        entry.entry_hash
    );
}

/// A header of a request with one member replaced, and no operations.
std::string request_with(const char* member, const json::value& value)
{
    auto header =
        parse_json_object(
            R"({"protocol":1,"office":"o","desk":"d","cursor":0,"operations":0,"signature":""})"
        )
            .value();
    header[member] = value;
    return to_text(header) + "\n";
}

/// Compressed by another hand: in pieces that are flushed one by one, without the size in the
/// frame.
std::string compressed_in_pieces(std::string_view text, std::size_t piece)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> stream(
        ZSTD_createCCtx(), &ZSTD_freeCCtx
    );
    std::string out(ZSTD_compressBound(text.size()) + 100 * (text.size() / piece + 2), '\0');
    ZSTD_outBuffer written{out.data(), out.size(), 0};
    for (std::size_t at = 0; at <= text.size(); at += piece) {
        ZSTD_inBuffer in{text.data() + at, std::min(piece, text.size() - at), 0};
        const auto how = at + piece > text.size() ? ZSTD_e_end : ZSTD_e_flush;
        while (ZSTD_compressStream2(stream.get(), &written, &in, how) != 0) {
        }
    }
    out.resize(written.pos);
    return out;
}

std::string chance_text(std::size_t size)
{
    seeded_random random(size);
    std::string text(size, '\0');
    for (auto& c : text)
        c = char('a' + random.below(26));
    return text;
}

constexpr std::string_view certificate =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

} // namespace

class MessagesTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_request_comes_through_as_it_was()
    {
        for (const int operations : {0, 1, 3, int(max_operations_per_batch)}) {
            const auto sent = some_request(operations);
            const auto received = must(decode_request(encode(sent)));
            QVERIFY(
                received.office == sent.office && received.desk == sent.desk
                && received.cursor == sent.cursor
            );
            QVERIFY(received.signature == sent.signature && received.bodies == sent.bodies);
        }
    }

    void an_answer_comes_through_as_it_was()
    {
        for (const int entries : {0, 1, 3, int(max_entries_per_batch)}) {
            const auto sent = some_response(entries);
            const auto received = must(decode_response(encode(sent)));
            QVERIFY(
                received.known_seq == sent.known_seq && received.more
                && received.head_signature == sent.head_signature
            );
            QVERIFY(
                received.head.revision == sent.head.revision && received.head.hash == sent.head.hash
            );
            QCOMPARE(received.entries.size(), sent.entries.size());
            for (std::size_t i = 0; i < sent.entries.size(); ++i)
                QVERIFY(as_tuple(received.entries[i]) == as_tuple(sent.entries[i]));
        }
    }

    void a_message_cut_at_any_byte_is_refused_with_its_line()
    {
        const auto request = encode(some_request(2));
        for (std::size_t size = 0; size < request.size(); ++size) {
            const auto read = decode_request(request.substr(0, size));
            QCOMPARE(failure_of(read), std::string("invalid_input"));
            QVERIFY2(holds(detail_of(read), "line "), detail_of(read).c_str());
        }
        const auto response = encode(some_response(2));
        for (std::size_t size = 0; size < response.size(); ++size) {
            const auto read = decode_response(response.substr(0, size));
            QCOMPARE(failure_of(read), std::string("invalid_input"));
            QVERIFY2(holds(detail_of(read), "line "), detail_of(read).c_str());
        }
    }

    void a_message_with_a_rest_is_refused()
    {
        QVERIFY(holds(
            detail_of(decode_request(encode(some_request(1)) + "{}\n")), "line 2: more follows"
        ));
        QVERIFY(holds(
            detail_of(decode_response(encode(some_response(1)) + " ")), "line 2: more follows"
        ));
    }

    void a_changed_byte_never_crashes_a_reader()
    {
        seeded_random random(3);
        const auto request = encode(some_request(2));
        const auto response = encode(some_response(2));
        for (int i = 0; i < 3000; ++i) {
            auto changed = i % 2 == 0 ? request : response;
            changed[random.below(changed.size())] = char(random.below(256));
            if (i % 2 == 0)
                (void)decode_request(changed).has_value();
            else
                (void)decode_response(changed).has_value();
        }
    }

    void another_protocol_is_told_apart_from_nonsense()
    {
        for (const int version : {0, 2, -1, 1'000'000}) {
            const auto read = decode_request(request_with("protocol", version));
            QCOMPARE(failure_of(read), std::string("not_allowed"));
            QVERIFY(holds(detail_of(read), "only 1"));
        }
        QCOMPARE(
            failure_of(decode_request(request_with("protocol", "1"))), std::string("invalid_input")
        );
        QCOMPARE(
            failure_of(decode_response(R"({"protocol":2})"
                                       "\n")),
            std::string("not_allowed")
        );
    }

    void a_member_of_another_type_is_named_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("office") << "office"
                                << "7";
        QTest::newRow("desk") << "desk"
                              << "null";
        QTest::newRow("cursor text") << "cursor"
                                     << "\"7\"";
        QTest::newRow("cursor fraction") << "cursor"
                                         << "1.5";
        QTest::newRow("cursor too large") << "cursor"
                                          << "9223372036854775808";
        QTest::newRow("no signature") << "signature"
                                      << "null";
        QTest::newRow("operations") << "operations"
                                    << "true";
        QTest::newRow("fewer than none") << "operations"
                                         << "-1";
        QTest::newRow("one too many") << "operations"
                                      << "401";
    }

    void a_member_of_another_type_is_named()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        const auto read =
            decode_request(request_with(qPrintable(member), must(parse_json(value.toStdString()))));
        QCOMPARE(failure_of(read), std::string("invalid_input"));
        QVERIFY2(holds(detail_of(read), member.toStdString()), detail_of(read).c_str());
    }

    void more_than_a_batch_holds_is_refused()
    {
        QCOMPARE(
            failure_of(decode_request(encode(some_request(401)))), std::string("invalid_input")
        );
        QCOMPARE(
            failure_of(decode_response(encode(some_response(2501)))), std::string("invalid_input")
        );
    }

    void a_text_comes_through_compression_as_it_was_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 1000, 131071, 131072, 131073, 262144, 1'000'000})
            QTest::addRow("%d", size) << size;
    }

    void a_text_comes_through_compression_as_it_was()
    {
        QFETCH(int, size);
        const auto text = chance_text(std::size_t(size));
        QVERIFY(must(decompress(compress(text))) == text);
        for (const std::size_t piece : {1000u, 100'000u, 70'001u})
            QVERIFY(must(decompress(compressed_in_pieces(text, piece))) == text);
    }

    void a_compressed_message_cut_or_damaged_is_refused()
    {
        const auto whole = compress(encode(some_response(20)));
        for (std::size_t size = 0; size < whole.size(); ++size)
            QCOMPARE(failure_of(decompress(whole.substr(0, size))), std::string("invalid_input"));
        for (const auto* bad : {"", "no zstd", "\x28\xb5\x2f\xfd"})
            QCOMPARE(failure_of(decompress(bad)), std::string("invalid_input"));
        QCOMPARE(failure_of(decompress(whole + "more")), std::string("invalid_input"));
    }

    void a_bomb_is_refused_and_the_largest_message_is_not()
    {
        QVERIFY(decompress(compress(std::string(max_message_bytes, 'a'))).has_value());
        QCOMPARE(
            failure_of(decompress(compress(std::string(max_message_bytes + 1, 'a')))),
            std::string("invalid_input")
        );
        const auto bomb = compress(std::string(512u * 1024 * 1024, 'a')); // 512 MiB in some KiB
        QVERIFY(bomb.size() < 100'000);
        QCOMPARE(failure_of(decompress(bomb)), std::string("invalid_input"));
    }

    void an_enrolment_code_survives_being_read_out()
    {
        const std::string secret = "0123456789ABCDEF"; // 10 bytes in base 32
        const auto code = must(make_enrol_code(secret, certificate));
        QCOMPARE(QString::fromStdString(code).count('-'), 8);
        auto typed = code;
        for (auto& c : typed)
            c = c == '0' ? 'o' : c == '1' ? 'l' : c == '-' ? ' ' : char(std::tolower(c));
        for (const auto& given : {code, typed}) {
            const auto parts = must(parse_enrol_code(given));
            QCOMPARE(parts.secret, secret);
            QVERIFY(is_certificate_of(parts, certificate));
            QVERIFY(!is_certificate_of(parts, "1" + std::string(certificate.substr(1))));
            QVERIFY(!is_certificate_of(parts, certificate.substr(0, 32)));
        }
    }

    void a_code_with_a_letter_missing_or_wrong_is_refused()
    {
        const auto code = must(make_enrol_code("0123456789ABCDEF", certificate));
        for (const auto& bad :
             {std::string(),
              code.substr(1),
              code + "A",
              code + code,
              "U" + code.substr(1),
              std::string(300, '-')})
            QCOMPARE(failure_of(parse_enrol_code(bad)), std::string("invalid_input"));
        QVERIFY(!make_enrol_code("0123", certificate));
        QVERIFY(!make_enrol_code("0123456789ABCDEF", "00"));
    }

    void a_request_is_signed_for_itself_only()
    {
        seeded_random random(4);
        const auto key = new_signing_key(random);
        const request_facts facts{"POST", "/v1/sync", 1'795'395'600'000, "nonce-0001", "body"};
        const auto read = must(parse_authorization(authorization_header("00004-1", facts, key)));
        QVERIFY(read.desk == "00004-1" && read.at_ms == facts.at_ms && read.nonce == facts.nonce);
        QVERIFY(is_signed_by(request_message(facts), read.signature, key.public_hex));
        for (const auto& other :
             {request_facts{"GET", facts.path, facts.at_ms, facts.nonce, facts.body},
              request_facts{facts.method, "/v1/other", facts.at_ms, facts.nonce, facts.body},
              request_facts{facts.method, facts.path, facts.at_ms + 1, facts.nonce, facts.body},
              request_facts{facts.method, facts.path, facts.at_ms, "nonce-0002", facts.body},
              request_facts{facts.method, facts.path, facts.at_ms, facts.nonce, "Body"}})
            QVERIFY(!is_signed_by(request_message(other), read.signature, key.public_hex));
    }

    void a_header_that_is_not_ours_is_refused()
    {
        const auto header =
            [](const char* desk, const char* at, const char* nonce, std::size_t digits) {
                return std::string("Hotich desk=\"") + desk + "\", at=" + at + ", nonce=\"" + nonce
                    + "\", signature=\"" + std::string(digits, 'a') + "\"";
            };
        const auto sound = header("00004-1", "12", "nonce-01", 128);
        QVERIFY(parse_authorization(sound).has_value());
        for (std::size_t size = 0; size < sound.size(); ++size)
            QVERIFY(!parse_authorization(sound.substr(0, size)));
        for (const auto& bad :
             {sound + " ",
              header("", "12", "nonce-01", 128),
              header("a b", "12", "nonce-01", 128),
              header("d", "", "nonce-01", 128),
              header("d", "1e3", "nonce-01", 128),
              header("d", "99999999999999999999", "nonce-01", 128),
              header("d", "12", "short", 128),
              header("d", "12", "nonce-01", 127),
              header("d", "12", "nonce-01", 129),
              std::string("Bearer abc"),
              header(std::string(2000, 'd').c_str(), "12", "nonce-01", 128)})
            QCOMPARE(failure_of(parse_authorization(bad)), std::string("invalid_input"));
    }
};

QTEST_GUILESS_MAIN(MessagesTest)
#include "messages_test.moc"
