// What the server takes from a desk and what a desk takes from the server; desks that come back
// from an old copy.
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant now = monday_morning;
constexpr const char* the_office = "00004";

struct office
{
    server at;
    seeded_random random{6};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, the_office, random);

    sync_request outbox() { return must(load_outbox(*desk, max_operations_per_batch)); }

    std::string refusal(const sync_request& request)
    {
        return failure_of(at.service.exchange(request, now));
    }

    std::int64_t revision() const
    {
        return must(operation_log(*at.db, the_office).head_of_feed()).revision;
    }

    /// A batch of operations that this desk signed, whatever they say.
    sync_request signed_batch(std::vector<std::string> bodies) const
    {
        const auto signature = sign_hex(head_message(operation_hash(bodies.back())), desk->key());
        return {the_office, desk->identity().desk, 0, signature, std::move(bodies)};
    }

    chain_head head() const { return must(desk->log().head_of_desk(desk->identity().desk)); }

    operation next_operation(const chain_head& after) const
    {
        return make_operation(
            {the_office,
             desk->identity().desk,
             operation_kind::withdraw,
             "01890a5d-ac96-774b-bcce-b302099a8057",
             now,
             "u",
             {}},
            after
        );
    }

    void sync() { must(synchronise(*desk, at)); }
};

} // namespace

class HostTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void an_operation_that_does_not_follow_is_a_conflict()
    {
        office here;
        const auto next = here.next_operation({3, std::string(64, 'a')});
        QCOMPARE(here.refusal(here.signed_batch({next.body})), std::string("conflict")); // a gap
        const auto other_prev = here.next_operation({0, std::string(64, 'a')});
        QCOMPARE(here.refusal(here.signed_batch({other_prev.body})), std::string("conflict"));
        const auto first = here.next_operation({});
        const auto third = here.next_operation({2, first.hash});
        QCOMPARE(
            here.refusal(here.signed_batch({first.body, third.body})), std::string("conflict")
        );
        QCOMPARE(
            here.revision(), std::int64_t(2)
        ); // the profile and the enrolment, nothing of the batch
    }

    void another_history_of_the_desk_is_a_conflict()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        here.sync();
        const auto other = here.next_operation({});
        QCOMPARE(here.refusal(here.signed_batch({other.body})), std::string("conflict"));
        QCOMPARE(
            here.refusal(here.signed_batch({here.next_operation({-5, ""}).body})),
            std::string("invalid_input")
        );
    }

    void a_batch_with_the_wrong_signature_is_refused()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        const auto sound = here.outbox();
        auto request = sound;
        request.signature = "";
        QCOMPARE(here.refusal(request), std::string("not_allowed"));
        request.signature =
            sign_hex(head_message(operation_hash(sound.bodies[0])), new_signing_key(here.random));
        QCOMPARE(here.refusal(request), std::string("not_allowed"));
        request = sound;
        request.bodies.push_back(here.next_operation(here.head()).body
        ); // the signature is of the one before
        QCOMPARE(here.refusal(request), std::string("not_allowed"));
        QCOMPARE(here.refusal(sound), std::string("none"));
    }

    void an_operation_of_another_desk_or_office_is_refused()
    {
        office here;
        const auto neighbour = enrolled_desk(here.at, the_office, here.random);
        register_birth(*neighbour, "Nguyễn Văn An");
        const auto foreign = must(load_outbox(*neighbour, 10));
        QCOMPARE(here.refusal(here.signed_batch(foreign.bodies)), std::string("not_allowed"));
        auto request = here.signed_batch({here.next_operation({}).body});
        request.desk = neighbour->identity().desk;
        QCOMPARE(here.refusal(request), std::string("not_allowed"));
        request = here.signed_batch({here.next_operation({}).body});
        request.office = "00070";
        QCOMPARE(here.refusal(request), std::string("not_found"));
        request.office = "no office";
        QCOMPARE(here.refusal(request), std::string("not_found"));
    }

    void a_malformed_operation_is_named_and_nothing_is_kept_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("no JSON") << "{";
        QTest::newRow("a list") << "[]";
        QTest::newRow("nothing") << "{}";
        QTest::newRow("another version") << R"({"v":2})";
        QTest::newRow("a text for a number")
            << R"({"v":1,"office":"00004","desk":"00004-1","seq":"2"})";
        QTest::newRow("too large") << QString(300'000, ' ') + "{}";
    }

    void a_malformed_operation_is_named_and_nothing_is_kept()
    {
        QFETCH(QString, body);
        office here;
        const auto first = here.next_operation({});
        const auto refused =
            here.at.service.exchange(here.signed_batch({first.body, body.toStdString()}), now);
        QCOMPARE(failure_of(refused), std::string("invalid_input"));
        QVERIFY2(detail_of(refused).starts_with("operation 2: "), detail_of(refused).c_str());
        QCOMPARE(here.revision(), std::int64_t(2));
    }

    void an_operation_the_server_does_not_know_is_rejected_with_its_reason()
    {
        office here;
        std::vector<std::string> bodies;
        chain_head head;
        for (const auto* kind :
             {"dance",
              operation_kind::registration,
              operation_kind::issue_paper,
              operation_kind::confirm_distinct,
              operation_kind::request_block,
              operation_kind::return_block,
              operation_kind::office_profile}) {
            auto op = make_operation(
                {the_office,
                 here.desk->identity().desk,
                 kind,
                 "01890a5d-ac96-774b-bcce-b302099a8057",
                 now,
                 "u",
                 {}},
                head
            );
            head = {op.seq, op.hash};
            bodies.push_back(op.body);
        }
        const auto answer = must(here.at.service.exchange(here.signed_batch(bodies), now));
        std::string rules;
        for (const auto& entry : answer.entries) {
            if (entry.desk == server_desk) continue;
            const auto decided = must(parse_verdict(entry.verdict_text));
            QVERIFY(decided.result_kind == outcome::rejected);
            rules += std::string(text_at(decided.reasons.at(0).get_object(), "rule")) + " ";
        }
        QCOMPARE(
            rules,
            std::string("unknown_operation unknown_event not_registered not_resolvable "
                        "unknown_event not_resolvable unknown_operation ")
        );
    }

    void a_desk_that_was_shut_out_is_out_from_the_next_request_on()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        must(here.at.db->execute("UPDATE desk SET shut_out = 1"));
        QCOMPARE(here.refusal(here.outbox()), std::string("not_allowed"));
        QCOMPARE(
            here.refusal(must(load_outbox(*here.desk, 0))), std::string("not_allowed")
        ); // nor does it learn anything
        QCOMPARE(here.revision(), std::int64_t(2));
    }

    void a_code_enrols_one_desk_within_its_week()
    {
        office here;
        auto& service = here.at.service;
        const auto code = must(service.new_enrol_code(the_office, now, here.random));
        const auto key = new_signing_key(here.random).public_hex;
        const auto other = new_signing_key(here.random).public_hex;
        const instant last{now.ms + enrol_code_lifetime_ms};
        const auto said =
            [&](const std::string& with_code, const std::string& with_key, instant when) {
                return failure_of(service.enrol(with_code, with_key, when));
            };
        QCOMPARE(said("0000000000000000", key, now), std::string("not_allowed"));
        QCOMPARE(said("", key, now), std::string("not_allowed"));
        QCOMPARE(said(code, "no key", now), std::string("not_allowed"));
        QCOMPARE(said(code, key, {last.ms + 1}), std::string("not_allowed"));
        const auto enrolled = must(service.enrol(code, key, last));
        QCOMPARE(enrolled.desk, std::string("00004-2"));
        QCOMPARE(said(code, other, now), std::string("not_allowed"));     // used
        const auto again = must(service.enrol(code, key, {last.ms + 1})); // its answer was lost
        QVERIFY(again.desk == enrolled.desk && again.server_key == enrolled.server_key);
        QCOMPARE(here.revision(), std::int64_t(3)); // one enrolment more
        QCOMPARE(
            failure_of(service.new_enrol_code("00070", now, here.random)), std::string("not_found")
        );
    }

    void a_server_brought_back_from_an_old_copy_is_not_believed()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        here.sync();
        auto request = must(load_outbox(*here.desk, 0));
        request.cursor += 1; // as if this server had forgotten the last
        QCOMPARE(here.refusal(request), std::string("conflict"));
    }
};

QTEST_GUILESS_MAIN(HostTest)
#include "host_test.moc"
