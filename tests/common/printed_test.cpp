// Papers after they were printed, and the blanks they are printed on: one sheet is one certificate,
// what is spoiled is none, and an office answers for every blank (domain §4.7).
#include "common/register/desk_printed.h"
#include "common/sync/paper_check.h"
#include "tests/support/events.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr const char* certificate = "birth_certificate";

std::string detail_of_failure(const status& done) { return done ? "" : done.error().detail; }

blank_move received(const char* first, const char* last)
{
    return {certificate, must(blank_range_of(first, last)), blank_fate::received, "Sở Tư pháp"};
}

} // namespace

class PrintedTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<server> m_at;
    std::unique_ptr<desk_register> m_desk;
    seeded_random m_random{5};
    std::string m_record;

    void sync() { must(synchronise(*m_desk, *m_at)); }

    paper_issue print(const std::string& blank = {})
    {
        return must(m_desk->issue_paper(m_record, certificate, monday_morning, blank));
    }

    std::string why_not_printed(const char* paper = certificate, const std::string& blank = {})
    {
        return detail_of(m_desk->issue_paper(m_record, paper, monday_morning, blank));
    }

    void tell(const std::string& token, const paper_step& step)
    {
        must(tell_paper_step(*m_desk, token, step, monday_morning));
    }

    paper_state state_of_paper(const std::string& token)
    {
        return must(find_printed(*m_desk, token)).state;
    }

    std::string birth_of_another(const char* name)
    {
        auto data = lawful_birth();
        data.erase("gcs_code");
        data.erase("gcs_date");
        set_path(data, "child.full_name", json::value(name));
        const auto born = register_of(*m_desk, "birth", data).record;
        sync();
        return born;
    }

    blanks_in_hand blanks()
    {
        const auto all = must(blanks_of(*m_desk));
        return all.empty() ? blanks_in_hand() : all.front();
    }

    std::string next_blank()
    {
        const auto next = blanks().next;
        return next ? to_text(*next) : "";
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_at = std::make_unique<server>();
        m_desk = enrolled_desk(*m_at, "00004", m_random);
        m_record = register_of(*m_desk, "birth", lawful_birth()).record;
        sync();
    }

    void an_original_is_printed_once()
    {
        print();
        QCOMPARE(why_not_printed(), std::string("original_issued"));
        QCOMPARE(why_not_printed("birth_extract"), std::string());
        QCOMPARE(why_not_printed("birth_extract"), std::string());
        sync();
        QCOMPARE(why_not_printed(), std::string("original_issued"));
    }

    void a_marriage_has_an_original_for_each_spouse()
    {
        m_record = register_of(*m_desk, "marriage", example_of("marriage")).record;
        sync();
        QCOMPARE(why_not_printed("marriage_certificate"), std::string());
        QCOMPARE(why_not_printed("marriage_certificate"), std::string());
        QCOMPARE(why_not_printed("marriage_certificate"), std::string("original_issued"));
    }

    void a_spoiled_sheet_makes_room_for_another_and_is_no_certificate()
    {
        const auto first = print().token;
        QCOMPARE(
            detail_of_failure(
                tell_paper_step(*m_desk, first, {paper_state::spoiled, "  "}, monday_morning)
            ),
            std::string("why_needed")
        );
        tell(first, {paper_state::spoiled, "kẹt giấy"});
        const auto second = print().token;
        sync();
        const auto standing = [this](const std::string& token) {
            return must(check_paper(*m_at->db, real_definitions(), token)).standing;
        };
        QVERIFY(standing(first) == paper_standing::withdrawn);
        QVERIFY(standing(second) == paper_standing::valid);
        QCOMPARE(
            detail_of_failure(
                tell_paper_step(*m_desk, first, {paper_state::came_out}, monday_morning)
            ),
            std::string("paper_ended")
        );
    }

    void a_sheet_goes_its_way_to_the_citizen_and_not_back()
    {
        const auto token = print().token;
        QCOMPARE(must(count_papers(*m_desk, monday_morning)).unanswered, 1);
        tell(token, {paper_state::came_out});
        QCOMPARE(must(count_papers(*m_desk, monday_morning)).to_sign, 1);
        tell(token, {paper_state::is_signed});
        tell(token, {paper_state::came_out}); // told late
        QVERIFY(state_of_paper(token) == paper_state::is_signed);
        tell(token, {paper_state::handed_over, "", "Nguyễn Văn Bình"});
        sync();
        const auto papers = must(m_desk->load(m_record)).papers;
        QCOMPARE(text_at(papers.front().get_object(), "to"), std::string_view("Nguyễn Văn Bình"));
        QCOMPARE(must(count_papers(*m_desk, monday_morning)).all(), 0);
    }

    void what_has_an_original_and_none_in_print_is_to_be_printed()
    {
        QCOMPARE(must(entries_to_print(*m_desk, monday_morning)).size(), std::size_t(1));
        const auto token = print().token;
        QVERIFY(must(entries_to_print(*m_desk, monday_morning)).empty());
        tell(token, {paper_state::not_printed});
        const auto again = must(entries_to_print(*m_desk, monday_morning));
        QCOMPARE(again.size(), std::size_t(1));
        QCOMPARE(again.front().certificate, std::string(certificate));
        const instant later{monday_morning.ms + (unprinted_days + 1) * 24 * 3600 * 1000};
        QVERIFY(must(entries_to_print(*m_desk, later)).empty());
    }

    void one_print_takes_one_blank_and_nothing_printed_takes_none()
    {
        must(write_blank_move(*m_desk, received("KS 0099", "KS 0103"), monday_morning));
        QCOMPARE(blanks().left, 5);
        QCOMPARE(next_blank(), std::string("KS0099"));
        const auto first = print("KS0099").token;
        QCOMPARE(blanks().left, 4);
        tell(first, {paper_state::not_printed});
        QCOMPARE(next_blank(), std::string("KS0099"));
        const auto second = print("ks 0099").token;
        tell(second, {paper_state::spoiled, "lệch khổ"});
        QCOMPARE(next_blank(), std::string("KS0100"));
        // The sheet in the tray bore another serial than the one expected.
        const auto third = print(next_blank()).token;
        tell(third, {paper_state::came_out, "", "", "KS0102"});
        QCOMPARE(next_blank(), std::string("KS0100"));
        QCOMPARE(blanks().left, 3);
        sync();
        QCOMPARE(blanks().left, 3);
        QVERIFY(blanks().twice.empty() && blanks().unknown.empty());
    }

    void blanks_go_without_a_print_too()
    {
        must(write_blank_move(*m_desk, received("A1", "A9"), monday_morning));
        blank_move lost{certificate, must(blank_range_of("A1", "A2")), blank_fate::lost, ""};
        QCOMPARE(
            detail_of_failure(write_blank_move(*m_desk, lost, monday_morning)),
            std::string("why_needed")
        );
        lost.note = "ướt mưa";
        must(write_blank_move(*m_desk, lost, monday_morning));
        QCOMPARE(blanks().left, 7);
        QCOMPARE(next_blank(), std::string("A3"));
        // Received twice by mistake: counted once.
        must(write_blank_move(*m_desk, received("A5", "A9"), monday_morning));
        QCOMPARE(blanks().left, 7);
        sync();
        blank_ledger ledger(m_desk->connection(), "00004");
        QCOMPARE(must(ledger.moves(certificate, 10)).size(), std::size_t(3));
        QCOMPARE(must(ledger.next(certificate, 3)).size(), std::size_t(3));
    }

    void a_blank_told_of_twice_and_one_never_received_are_found()
    {
        must(write_blank_move(*m_desk, received("A1", "A9"), monday_morning));
        print("A4");
        must(m_desk->issue_paper(m_record, "birth_extract", monday_morning)); // on plain paper
        m_record = birth_of_another("Nguyễn Văn Tư");
        print("A4");
        QCOMPARE(blanks().twice.size(), std::size_t(1));
        QCOMPARE(to_text(blanks().twice.front()), std::string("A4"));
        m_record = birth_of_another("Trần Thị Năm");
        print("B7");
        QCOMPARE(to_text(blanks().unknown.front()), std::string("B7"));
    }

    void serials_are_read_as_they_are_written_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("read");
        QTest::newRow("as printed") << "KS 0012345"
                                    << "KS0012345";
        QTest::newRow("small letters") << " ks0012345 "
                                       << "KS0012345";
        QTest::newRow("digits only") << "000001"
                                     << "000001";
        QTest::newRow("no digits") << "KS"
                                   << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("digits before letters") << "12KS"
                                               << "";
        QTest::newRow("too many digits") << "A1234567890123"
                                         << "";
        QTest::newRow("a long word") << "ABCDEFGHIJKLM1"
                                     << "";
    }

    void serials_are_read_as_they_are_written()
    {
        QFETCH(QString, typed);
        QFETCH(QString, read);
        const auto serial = parse_blank_serial(typed.toStdString());
        QCOMPARE(serial ? to_text(*serial) : "", read.toStdString());
    }

    void ranges_are_of_one_series()
    {
        QCOMPARE(must(blank_range_of("A08", "A11")).count, 4);
        for (const auto& [first, last] : std::vector<std::pair<const char*, const char*>>{
                 {"A2", "A1"}, {"A1", "B2"}, {"A1", "A10"}, {"A000000", "A999999"}})
            QVERIFY2(!blank_range_of(first, last), last);
        QCOMPARE(why_not_printed(certificate, "KS"), std::string("blank_serial"));
        m_record = register_of(*m_desk, "death", example_of("death")).record;
        sync();
        QCOMPARE(why_not_printed("death_extract", "A1"), std::string("no_blank"));
    }
};

QTEST_GUILESS_MAIN(PrintedTest)
#include "printed_test.moc"
