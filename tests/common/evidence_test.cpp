// What proves an entry away from its office: receipts that hold offline, two histories that are
// found out, and what the QR code of a paper learns.
#include "common/register/desk_accounts.h"
#include "common/register/receipt.h"
#include "common/register/shut_out.h"
#include "common/sync/paper_check.h"
#include "common/sync/server_word.h"
#include "tests/support/events.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

std::string code_of(const failure& error) { return name_of(error.code); }

} // namespace

class EvidenceTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<server> m_at;
    std::unique_ptr<desk_register> m_desk;
    seeded_random m_random{5};

    std::string registered(const char* event = "birth")
    {
        const auto made = register_of(*m_desk, event, example_of(event));
        must(synchronise(*m_desk, *m_at));
        return made.record;
    }

    /// Everything a desk has ever written, as one batch.
    static sync_request all_of(desk_register& desk)
    {
        const auto& who = desk.identity();
        sync_request request{who.office, who.desk, 0, "", {}};
        for (const auto& row : must(desk.connection().query(
                 "SELECT body FROM operation WHERE desk = $1 ORDER BY seq", {who.desk}
             )))
            request.bodies.push_back(row.text(0));
        const auto last = operation_hash(request.bodies.back());
        request.signature = sign_hex(head_message(last), desk.key());
        return request;
    }

    json::object receipt_of(const std::string& record)
    {
        const auto& who = m_desk->identity();
        return must(make_receipt(m_desk->connection(), who.office, who.server_key, record));
    }

    /// The first that a server draws from its seed.
    static result<signing_key> server_keys()
    {
        seeded_random as_the_server(1);
        return new_signing_key(as_the_server);
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_at = std::make_unique<server>();
        m_desk = enrolled_desk(*m_at, "00004", m_random);
    }

    void a_receipt_proves_its_entry_without_the_office()
    {
        const auto record = registered();
        const auto receipt = must(parse_json_object(to_text(receipt_of(record))));
        const auto proven = must(check_receipt(receipt, m_desk->identity().server_key));
        QCOMPARE(proven.op.record, record);
        QCOMPARE(to_display(*proven.decided.number), std::string("01/2026"));
    }

    void a_receipt_of_an_entry_amid_a_batch_holds_too()
    {
        const auto first = register_of(*m_desk, "birth", lawful_birth()).record;
        for (int i = 0; i < 3; ++i)
            must(m_desk->request_block("BIRTH", 1, monday_morning));
        must(synchronise(*m_desk, *m_at));
        const auto receipt = receipt_of(first);
        QVERIFY(receipt.at("path").as_array().size() >= 3);
        QVERIFY(check_receipt(receipt, m_desk->identity().server_key));
    }

    void a_changed_byte_proves_nothing_data()
    {
        QTest::addColumn<QString>("member");
        for (const auto* member : {"body", "verdict", "before", "signature", "office", "head"})
            QTest::newRow(member) << member;
    }

    void a_changed_byte_proves_nothing()
    {
        QFETCH(QString, member);
        auto receipt = receipt_of(registered());
        auto& value = receipt.at(member.toStdString());
        if (value.is_string()) {
            auto text = std::string(value.get_string());
            const auto at = text.find_last_of("0123456789");
            text[at] = text[at] == '1' ? '2' : '1';
            value = text;
        } else {
            value = value.get_int64() + 1;
        }
        QVERIFY(!check_receipt(receipt, m_desk->identity().server_key));
    }

    void another_servers_receipt_is_refused()
    {
        const auto receipt = receipt_of(registered());
        const auto other = new_signing_key(m_random);
        QCOMPARE(
            code_of(check_receipt(receipt, other.public_hex).error()), std::string("wrong_key")
        );
    }

    void there_is_no_receipt_before_the_server_has_decided()
    {
        const auto made = register_of(*m_desk, "birth", lawful_birth());
        const auto& who = m_desk->identity();
        const auto none =
            make_receipt(m_desk->connection(), who.office, who.server_key, made.record);
        QCOMPARE(code_of(none.error()), std::string("not_found"));
    }

    /// A server that shows two desks different histories: what one of them writes says what it has
    /// seen, and the other finds that it was shown something else.
    void two_histories_are_found_out()
    {
        const auto& first = *m_desk;
        const auto second = enrolled_desk(*m_at, "00004", m_random);
        server lying(1); // the same key, the same beginning
        must(lying.service.put_office(office_of("00004"), monday_morning));
        for (const auto* desk : {&first, static_cast<const desk_register*>(second.get())}) {
            const auto code =
                must(lying.service.new_enrol_code("00004", monday_morning, lying.random));
            must(lying.service.enrol(code, desk->key().public_hex, monday_morning));
        }
        registered();
        must(second->request_block("BIRTH", 1, monday_morning));
        must(synchronise(*second, lying));
        must(second->request_block("BIRTH", 1, monday_morning));
        must(m_at->service.exchange(all_of(*second), monday_morning));
        const auto told = synchronise(*m_desk, *m_at);
        QCOMPARE(code_of(told.error()), std::string("corrupt_data"));
        QVERIFY(told.error().detail.find("two histories") != std::string::npos);
    }

    // --- what a server says beside its answers

    void a_clock_that_is_wrong_is_remembered()
    {
        must(take_word(*m_desk, {.clock_skew_ms = -3ll * 24 * 3600 * 1000}));
        QVERIFY(is_clock_wrong(clock_skew_of(*m_desk)));
        must(take_word(*m_desk, {.clock_skew_ms = 500}));
        QVERIFY(!is_clock_wrong(clock_skew_of(*m_desk)));
    }

    void the_next_certificate_is_believed_when_the_feeds_key_has_signed_it()
    {
        const std::string next(64, 'c');
        const auto feed_key = must(server_keys());
        const auto other = new_signing_key(m_random);
        must(take_word(*m_desk, {.next_certificate = next_certificate_word(next, other)}));
        QCOMPARE(m_desk->identity().next_fingerprint, std::string());
        must(take_word(*m_desk, {.next_certificate = next_certificate_word(next, feed_key)}));
        QCOMPARE(m_desk->identity().next_fingerprint, next);
        must(take_word(*m_desk, {.certificate = next}));
        QCOMPARE(m_desk->identity().server_fingerprint, next);
        QCOMPARE(m_desk->identity().next_fingerprint, std::string());
    }

    void a_desk_that_was_shut_out_gives_up_its_keys_to_nobody_but_the_province()
    {
        const QTemporaryDir folder;
        const auto file = folder.filePath("desk.hotich").toStdString();
        const std::string password = "một mật khẩu dài của bàn";
        const password_cost cheap{1, 8192};
        auto desk =
            must(desk_register::create(file, "lan", password, real_definitions(), m_random, cheap));
        enrol(*m_at, *desk, "00004");
        const auto unsent = register_of(*desk, "birth", lawful_birth()).record;
        const auto& who = desk->identity();
        const auto word_of = [&](const signing_key& key) {
            return server_word{.shut_out = shut_out_word(who.office, who.desk, key)};
        };
        must(take_word(*desk, word_of(new_signing_key(m_random))));
        QCOMPARE(must(read_key_file(file)).holders.size(), std::size_t(1));
        const auto feed_key = must(server_keys());
        QCOMPARE(take_word(*desk, word_of(feed_key)).error().detail, std::string(desk_shut_out));
        QVERIFY(must(read_key_file(file)).holders.empty());
        QCOMPARE(
            desk->request_block("BIRTH", 1, monday_morning).error().detail,
            std::string(desk_shut_out)
        );
        desk.reset();
        QVERIFY(!desk_register::open(file, "lan", password, real_definitions(), m_random));
        must(recover_register(file, feed_key, {"tinh", "mật khẩu của tỉnh", m_random, cheap}));
        const auto saved = must(
            desk_register::open(file, "tinh", "mật khẩu của tỉnh", real_definitions(), m_random)
        );
        QVERIFY(saved->load(unsent));
    }

    void a_shut_out_desk_is_told_so_by_its_server()
    {
        const auto& who = m_desk->identity();
        QVERIFY(!m_at->service.shut_out_word_for(who.office, who.desk));
        must(m_at->service.shut_out(who.office, who.desk, monday_morning));
        const auto word = must(m_at->service.shut_out_word_for(who.office, who.desk));
        const auto told = take_word(*m_desk, {.shut_out = word});
        QCOMPARE(told.error().detail, std::string(desk_shut_out));
    }

    void what_a_desk_has_seen_is_said_once_for_each_place()
    {
        registered();
        must(m_desk->request_block("BIRTH", 1, monday_morning));
        must(m_desk->request_block("BIRTH", 1, monday_morning));
        const auto waiting = must(m_desk->log().undecided(m_desk->identity().desk, 10));
        QCOMPARE(waiting.size(), std::size_t(2));
        QVERIFY(waiting[0].seen.revision > 0);
        QCOMPARE(waiting[1].seen.revision, std::int64_t(0));
    }

    // --- papers

    void a_paper_is_valid_until_something_is_noted()
    {
        const auto record = registered();
        const auto paper = must(m_desk->issue_paper(record, "birth_certificate", monday_morning));
        must(synchronise(*m_desk, *m_at));
        const auto check = [&] {
            return must(check_paper(*m_at->db, real_definitions(), paper.token));
        };
        QCOMPARE(check().standing, paper_standing::valid);
        QCOMPARE(check().year, 2026);
        QCOMPARE(check().certificate, std::string("birth_certificate"));
        const auto entry = must(m_desk->load(record));
        const auto amended = register_of(
            *m_desk,
            "correction",
            amendment_of(
                "correction",
                entry,
                m_desk->office(),
                {{"child.birth_date",
                  std::string(text_at(entry.data, "child.birth_date")),
                  "2026-11-01"}}
            )
        );
        QVERIFY(amended.is_stored());
        must(synchronise(*m_desk, *m_at));
        QCOMPARE(check().standing, paper_standing::superseded);
    }

    void a_token_that_nobody_issued_is_no_paper()
    {
        QCOMPARE(
            code_of(check_paper(*m_at->db, real_definitions(), "ABCDEF").error()),
            std::string("not_found")
        );
    }

    void initials_name_nobody()
    {
        QCOMPARE(initials_of("Nguyễn Minh Khang"), std::string("N. M. K."));
        QCOMPARE(initials_of("Đỗ Ân"), std::string("Đ. Â."));
        QCOMPARE(initials_of(""), std::string());
    }
};

QTEST_GUILESS_MAIN(EvidenceTest)
#include "evidence_test.moc"
