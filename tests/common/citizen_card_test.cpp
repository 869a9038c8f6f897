// The line in the QR code of an identity card, and the address in it.
#include "common/definitions/written_address.h"
#include "common/records/citizen_card.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr civil_date today{2026, 11, 28};

result<json::object> read(std::string_view line)
{
    return read_card_line(line, real_definitions().units(), today);
}

json::object address(std::string_view text)
{
    return address_of_text(text, real_definitions().units(), today);
}

} // namespace

class citizen_card_test : public QObject
{
    Q_OBJECT

private slots:
    void a_card_gives_every_field_it_has();
    void a_card_of_before_the_law_of_2024_is_another_document();
    void what_is_no_card_is_refused_data();
    void what_is_no_card_is_refused();
    void a_name_or_a_number_is_never_taken_for_a_card();
    void a_unit_of_today_is_found();
    void a_unit_of_three_tiers_leads_to_its_successor();
    void what_is_not_certain_stays_as_it_was_written();
};

void citizen_card_test::a_card_gives_every_field_it_has()
{
    const auto card = must(
        read("001190012345|012345678|Nguyễn Thị Ánh|07031990|Nữ|Số 5 ngõ 12, phường Ba Đình, Hà "
             "Nội|02092024||||")
    );
    QCOMPARE(text_at(card, "full_name"), "Nguyễn Thị Ánh");
    QCOMPARE(text_at(card, "birth_date"), "1990-03-07");
    QCOMPARE(text_at(card, "gender"), "2");
    QCOMPARE(text_at(card, "nationality"), "VN");
    QCOMPARE(text_at(card, "pin"), "001190012345");
    QCOMPARE(text_at(card, "id_doc.type"), "CAN_CUOC");
    QCOMPARE(text_at(card, "id_doc.number"), "001190012345");
    QCOMPARE(text_at(card, "id_doc.issue_date"), "2024-09-02");
    QCOMPARE(text_at(card, "residence.commune_code"), "00004");
    QCOMPARE(text_at(card, "residence.detail"), "Số 5 ngõ 12");
}

void citizen_card_test::a_card_of_before_the_law_of_2024_is_another_document()
{
    const auto card = must(read("001090012345||Trần Văn Bình|00001990|Nam|Thôn Đông|30062024"));
    QCOMPARE(text_at(card, "id_doc.type"), "CCCD");
    QCOMPARE(text_at(card, "birth_date"), "1990"); // only the year is known
    QCOMPARE(text_at(card, "gender"), "1");
}

void citizen_card_test::what_is_no_card_is_refused_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("cut by the scanner") << "001190012345|012345678|Nguyễn Thị Ánh";
    QTest::newRow("no name") << "001190012345|||07031990|Nữ|Hà Nội|02092024";
    QTest::newRow("a day that does not exist")
        << "001190012345||Nguyễn Thị Ánh|31021990|Nữ|x|02092024";
    QTest::newRow("letters in the number") << "00119001234a||Nguyễn Thị Ánh|07031990|Nữ|x|02092024";
    QTest::newRow("longer than any card") << QString("001190012345|").append(QString(2000, 'x'));
}

void citizen_card_test::what_is_no_card_is_refused()
{
    QFETCH(QString, line);
    const auto card = read(line.toStdString());
    QVERIFY(!card);
    QCOMPARE(card.error().detail, "card_line_unreadable");
}

void citizen_card_test::a_name_or_a_number_is_never_taken_for_a_card()
{
    QVERIFY(!looks_like_card_line("001190012345"));
    QVERIFY(!looks_like_card_line("Nguyễn Thị Ánh"));
    QVERIFY(looks_like_card_line("001190012345|")); // on its way
}

void citizen_card_test::a_unit_of_today_is_found()
{
    const auto found = address("12 Đội Cấn, P. Ba Đình, Thành phố Hà Nội");
    QCOMPARE(
        text_at(found, "detail"), "12 Đội Cấn, P. Ba Đình, Thành phố Hà Nội"
    ); // "P." is not known
    const auto plain = address("12 Đội Cấn, Phường Ba Đình, TP Hà Nội");
    QCOMPARE(text_at(plain, "province_code"), "01");
    QCOMPARE(text_at(plain, "commune_code"), "00004");
    QCOMPARE(text_at(plain, "detail"), "12 Đội Cấn");
}

void citizen_card_test::a_unit_of_three_tiers_leads_to_its_successor()
{
    // Phường Phúc Xá went into phường Hồng Hà (00097) on 01/07/2025.
    const auto found = address("Tổ 3, Phúc Xá, Ba Đình, Hà Nội");
    QCOMPARE(text_at(found, "province_code"), "01");
    QCOMPARE(text_at(found, "commune_code"), "00097");
    QCOMPARE(text_at(found, "detail"), "Tổ 3");
}

void citizen_card_test::what_is_not_certain_stays_as_it_was_written()
{
    for (const char* text : {"Xóm Mới", "Nowhere, Atlantis", ",,,", ""}) {
        const auto found = address(text);
        QVERIFY(!found.contains("commune_code"));
        QCOMPARE(text_at(found, "country"), "VN");
    }
}

QTEST_GUILESS_MAIN(citizen_card_test)
#include "citizen_card_test.moc"
