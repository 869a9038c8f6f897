// What a desk takes from the server; desks that come back from an old copy.
#include "common/base/files.h"
#include "common/register/verify.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant now = monday_morning;
constexpr const char* the_office = "00004";

/// An office whose desk is a file, so that it can be copied.
struct office
{
    QTemporaryDir folder;
    server at;
    seeded_random random{6};
    std::unique_ptr<desk_register> desk = must(desk_register::create(
        path("desk"), "user", "password", real_definitions(), random, {1, 8192}
    ));

    office() { enrol(at, *desk, the_office); }

    std::string path(const char* name) const { return folder.filePath(name).toStdString(); }

    auto open(const char* name)
    {
        return must(desk_register::open(path(name), "", "password", real_definitions(), random));
    }

    /// The desk as it is now, on a stick that somebody may bring back.
    void copy_desk()
    {
        desk.reset();
        for (const auto* suffix : {"", ".keys"})
            std::filesystem::copy_file(
                file_path(path("desk") + suffix), file_path(path("copy") + suffix)
            );
        desk = open("desk");
    }

    void sync() { must(synchronise(*desk, at)); }
};

/// As the driver does it: a conflict pulls before anything is pushed.
exchange_report synchronise_after_conflict(desk_register& desk, server& with)
{
    const auto refused =
        with.service.exchange(must(load_outbox(desk, max_operations_per_batch)), now);
    if (failure_of(refused) != "conflict") qFatal("no conflict: %s", failure_of(refused).c_str());
    auto report =
        must(take_in_answer(desk, must(with.service.exchange(must(load_outbox(desk, 0)), now)), now)
        );
    must(synchronise(desk, with));
    return report;
}

std::string folds_of(sql_connection& db)
{
    std::string text;
    for (const auto& row :
         must(db.query("SELECT folded FROM record WHERE office = '00004' ORDER BY record")))
        text += row.text(0) + "\n";
    return text;
}

std::string problems_of(desk_register& desk)
{
    std::string text;
    const desk_keys keys{
        {desk.identity().desk, desk.key().public_hex}, {server_desk, desk.identity().server_key}};
    for (const auto& problem :
         must(verify_office(desk.connection(), real_definitions(), the_office, keys)).problems)
        text += problem.what + "\n";
    return text;
}

} // namespace

class DeskExchangeTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void batches_that_overtake_each_other_are_taken_once()
    {
        office here;
        const auto neighbour = enrolled_desk(here.at, the_office, here.random);
        register_birth(*here.desk, "Nguyễn Văn An");
        const auto first = must(load_outbox(*here.desk, 10));
        register_birth(*here.desk, "Nguyễn Văn Ba");
        const auto both = must(load_outbox(*here.desk, 10));
        register_birth(*neighbour, "Nguyễn Văn Chi");
        must(here.at.service.exchange(both, now));
        must(synchronise(*neighbour, here.at));
        must(here.at.service.exchange(first, now)); // late
        must(here.at.service.exchange(both, now));  // twice
        QCOMPARE(
            must(operation_log(*here.at.db, the_office).head_of_feed()).revision, std::int64_t(6)
        );
        here.sync();
        must(synchronise(*neighbour, here.at));
        QCOMPARE(folds_of(here.desk->connection()), folds_of(*here.at.db));
        QCOMPARE(folds_of(neighbour->connection()), folds_of(*here.at.db));
    }

    void an_answer_that_does_not_follow_changes_nothing_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<std::string>("said");
        for (const auto* fault :
             {"signature",
              "head",
              "missing entry",
              "swapped entries",
              "changed verdict",
              "changed body",
              "another desk"})
            QTest::newRow(fault) << fault << std::string("corrupt_data");
        QTest::newRow("older history") << "older history" << std::string("conflict");
    }

    void an_answer_that_does_not_follow_changes_nothing()
    {
        QFETCH(QString, fault);
        QFETCH(std::string, said);
        office here;
        const auto neighbour = enrolled_desk(here.at, the_office, here.random);
        for (const auto* name : {"An", "Ba", "Chi"})
            register_birth(*neighbour, std::string("Nguyễn Văn ") + name);
        const auto old = must(here.at.service.exchange(must(load_outbox(*here.desk, 10)), now));
        must(synchronise(*neighbour, here.at));
        auto answer = must(here.at.service.exchange(must(load_outbox(*here.desk, 10)), now));
        if (fault == "signature")
            answer.head_signature[0] = answer.head_signature[0] == 'a' ? 'b' : 'a';
        if (fault == "head") answer.head.revision += 1;
        if (fault == "missing entry") answer.entries.erase(answer.entries.begin() + 1);
        if (fault == "swapped entries") std::swap(answer.entries[1], answer.entries[2]);
        if (fault == "changed verdict") answer.entries[1].verdict_text += " ";
        if (fault == "changed body") answer.entries[2].body += " ";
        if (fault == "another desk") answer.entries[2].desk = "00004-7";
        if (fault == "older history") {
            here.sync();
            answer = old;
        }
        const auto before = folds_of(here.desk->connection());
        QCOMPARE(failure_of(take_in_answer(*here.desk, answer, now)), said);
        QCOMPARE(folds_of(here.desk->connection()), before);
        here.sync();
        QCOMPARE(folds_of(here.desk->connection()), folds_of(*here.at.db));
    }

    void a_change_of_the_office_reaches_its_desks()
    {
        office here;
        auto profile = ba_dinh();
        profile.signatories = {{"Lê Văn Ký", "Phó Chủ tịch"}};
        must(here.at.service.put_office(profile, now));
        here.sync();
        QCOMPARE(here.desk->office().signatories.front().name, std::string("Lê Văn Ký"));
    }

    void a_desk_brought_back_from_an_old_copy_loses_nothing()
    {
        office here;
        register_birth(*here.desk, "Nguyễn Văn An");
        here.sync();
        here.copy_desk();
        for (const auto* name : {"Nguyễn Văn Ba", "Nguyễn Văn Chi"})
            register_birth(*here.desk, name);
        here.sync();
        const auto brought_back = here.open("copy"); // the PC is gone
        const auto fourth = register_birth(*brought_back, "Nguyễn Văn Dũng").record;
        const auto report = synchronise_after_conflict(*brought_back, here.at);
        QCOMPARE(report.moved, std::int64_t(1));
        QCOMPARE(must(brought_back->book("BIRTH", 2026)).size(), std::size_t(4));
        QCOMPARE(to_display(*must(brought_back->load(fourth)).number), std::string("04/2026"));
        QCOMPARE(folds_of(brought_back->connection()), folds_of(*here.at.db));
        QCOMPARE(problems_of(*brought_back), std::string());
    }

    void an_old_copy_that_waited_with_the_same_work_sends_it_once()
    {
        office here;
        const auto record = register_birth(*here.desk, "Nguyễn Văn An").record;
        here.copy_desk();
        here.sync();
        const auto brought_back = here.open("copy");
        QCOMPARE(must(synchronise(*brought_back, here.at)).moved, std::int64_t(0));
        QCOMPARE(to_display(*must(brought_back->load(record)).number), std::string("01/2026"));
        QCOMPARE(must(brought_back->book("BIRTH", 2026)).size(), std::size_t(1));
    }

    void two_copies_that_both_go_on_lose_nothing()
    {
        office here;
        here.copy_desk();
        const auto twin = here.open("copy");
        for (int round = 0; round < 3; ++round) {
            register_birth(*here.desk, "Nguyễn Văn A" + std::string(std::size_t(round), 'n'));
            register_birth(*twin, "Nguyễn Văn B" + std::string(std::size_t(round), 'n'));
            if (round == 0)
                here.sync();
            else
                synchronise_after_conflict(*here.desk, here.at);
            QCOMPARE(synchronise_after_conflict(*twin, here.at).moved, std::int64_t(1));
        }
        here.sync();
        QCOMPARE(must(here.desk->book("BIRTH", 2026)).size(), std::size_t(6));
        QCOMPARE(folds_of(here.desk->connection()), folds_of(*here.at.db));
        QCOMPARE(folds_of(twin->connection()), folds_of(*here.at.db));
        QCOMPARE(problems_of(*here.desk) + problems_of(*twin), std::string());
    }

    void a_number_given_twice_by_an_old_copy_stays_with_the_first()
    {
        office here;
        must(here.desk->request_block("BIRTH", 5, now));
        here.sync();
        here.copy_desk();
        const auto first = register_birth(*here.desk, "Nguyễn Văn An").record;
        here.sync();
        const auto brought_back = here.open("copy");
        const auto second = register_birth(*brought_back, "Nguyễn Văn Ba");
        QCOMPARE(to_display(*second.number), std::string("01/2026")); // it cannot know better
        synchronise_after_conflict(*brought_back, here.at);
        QCOMPARE(to_display(*must(brought_back->load(first)).number), std::string("01/2026"));
        const auto refused = must(brought_back->load(second.record));
        QVERIFY(refused.state == record_state::rejected && !refused.number);
        QVERIFY(holds(to_text(refused.reasons), "number_already_used"));
        register_data(*brought_back, birth_of("Nguyễn Văn Ba"), {}, second.record);
        must(synchronise(*brought_back, here.at));
        QCOMPARE(
            to_display(*must(brought_back->load(second.record)).number), std::string("06/2026")
        );
        QCOMPARE(
            to_display(*register_birth(*brought_back, "Nguyễn Văn Chi").number),
            std::string("02/2026")
        );
        QCOMPARE(problems_of(*brought_back), std::string());
    }
};

QTEST_GUILESS_MAIN(DeskExchangeTest)
#include "desk_exchange_test.moc"
