// A server that was put back to an older copy, and an office without a line: the courier carries
// the question, and what the desk has seen.
#include "common/register/verify.h"
#include "common/sync/feed_standing.h"
#include "tests/support/copied_disk.h"
#include "tests/support/courier_post.h"
#include "tests/support/readable.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

std::string number_of(desk_register& desk, const std::string& record)
{
    const auto entry = must(desk.load(record));
    return entry.number ? to_display(*entry.number) : "";
}

bool is_whole(sql_connection& store, desk_register& desk)
{
    const auto& who = desk.identity();
    auto keys = must(enrolled_desks(store, who.office));
    keys[server_desk] = who.server_key;
    return must(verify_office(store, real_definitions(), who.office, keys)).problems.empty();
}

/// The server of a post as it is now, put back later.
struct restored_post
{
    explicit restored_post(courier_post& post)
        : at(1, real_definitions(), copy_of(*post.at.db)), bundles(at.service, *at.db, post.key)
    {
        must(feed_standing(*at.db).await_everybody(monday_morning));
    }

    result<taken_bundle> take_in(std::string_view file)
    {
        return bundles.take_in(file, monday_morning);
    }

    server at;
    bundle_host bundles;
};

} // namespace

class CourierHealingTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_server_put_back_gets_back_by_courier_what_it_had_signed()
    {
        courier_post post;
        must(post.bring(post.answer()));
        restored_post restored(post);
        const auto lost = register_birth(*post.desk, "Nguyễn Văn An").record;
        must(post.bring(post.answer()));
        const auto fresh = register_birth(*post.desk, "Nguyễn Văn Bình").record;

        const auto asked = must(restored.take_in(post.outgoing()));
        QVERIFY(asked.fate == bundle_fate::must_be_shown && asked.decided.empty());
        QVERIFY(must(post.bring(asked.answer.file)).must_show);
        const auto shown = must(restored.take_in(post.outgoing()));
        QVERIFY(shown.fate == bundle_fate::taken);
        QCOMPARE(shown.decided.size(), std::size_t(1));
        QVERIFY(!must(post.bring(shown.answer.file)).must_show);
        QCOMPARE(number_of(*post.desk, lost), std::string("01/2026"));
        QCOMPARE(number_of(*post.desk, fresh), std::string("02/2026"));
        QCOMPARE(state_of(*restored.at.db), state_of(post.desk->connection()));
        QVERIFY(is_whole(*restored.at.db, *post.desk));
        // Once told, nothing is shown again.
        QVERIFY(post.outgoing().size() < 4096);
    }

    void what_a_bundle_shows_of_another_history_stops_the_office()
    {
        courier_post post;
        const auto second = enrolled_desk(post.at, "00004", post.random);
        must(post.bring(post.answer()));
        server rolled_back(1, real_definitions(), copy_of(*post.at.db));
        bundle_host bundles(rolled_back.service, *rolled_back.db, post.key);
        register_birth(*second, "Nguyễn Văn Hai");
        must(synchronise(*second, rolled_back));
        register_birth(*post.desk, "Nguyễn Văn An");
        must(post.bring(post.answer()));
        const auto asks = must(bundles.take_in(post.outgoing(), monday_morning));
        QVERIFY(asks.fate == bundle_fate::must_be_shown);
        must(post.bring(asks.answer.file));
        const auto refused = bundles.take_in(post.outgoing(), monday_morning);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, std::string(feed_forked));
    }

    /// A desk that has seen no more than the copy knows is heard in its second bundle: in the first
    /// it had not been told yet.
    void a_desk_that_lost_nothing_is_heard_once_it_was_told()
    {
        courier_post post;
        must(post.bring(post.answer()));
        restored_post restored(post);
        const auto fresh = register_birth(*post.desk, "Nguyễn Văn Bình").record;
        const auto asked = must(restored.take_in(post.outgoing()));
        QVERIFY(asked.fate == bundle_fate::must_be_shown);
        QVERIFY(must(post.bring(asked.answer.file)).must_show);
        QVERIFY(!must(post.bring(asked.answer.file)).must_show);
        must(post.bring(must(restored.take_in(post.outgoing())).answer.file));
        QCOMPARE(number_of(*post.desk, fresh), std::string("01/2026"));
    }

    /// Once the desk has said what it has seen, numbers go on; what the server had told before it
    /// was put back would be another history (found by the simulation, seed 790).
    void an_answer_of_before_comes_too_late()
    {
        courier_post post;
        must(post.bring(post.answer()));
        restored_post restored(post);
        register_birth(*post.desk, "Nguyễn Văn An");
        const auto on_its_way = post.answer();
        must(post.bring(must(restored.take_in(post.outgoing())).answer.file));
        const auto before = state_of(post.desk->connection());
        const auto refused = post.bring(on_its_way);
        QCOMPARE(failure_of(refused), std::string("conflict"));
        QCOMPARE(detail_of(refused), std::string(before_restoration));
        QCOMPARE(state_of(post.desk->connection()), before);
    }
};

QTEST_GUILESS_MAIN(CourierHealingTest)
#include "courier_healing_test.moc"
