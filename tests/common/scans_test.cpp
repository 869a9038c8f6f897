// Scanned papers: what may be attached, how they stand sealed, how they travel in pieces, and when.
#include "common/base/files.h"
#include "common/crypto/seal.h"
#include "common/register/desk_scans.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

const std::string some_pdf = "%PDF-1.4\n" + std::string(50'000, 'x');

/// Gives 0x40, 0x41, …
class counting_random final : public random_source
{
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        std::uint8_t next = 0x40;
        for (auto& byte : bytes)
            byte = next++;
    }
};

scan a_scan()
{
    return {
        "giấy chứng sinh.pdf",
        "application/pdf",
        50'009,
        sha256_hex("content"),
        sha256_hex("sealed"),
        std::string(64, 'a')};
}

json::object with(const char* member, json::value value)
{
    auto source = a_scan().to_json();
    source[member] = std::move(value);
    return source;
}

/// 2026-11-23 in Vietnam.
instant at_time(int hour, int minute)
{
    return {monday_morning.ms + ((hour - 8) * 60 + minute) * 60'000ll};
}

} // namespace

class ScansTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<server> m_at;
    std::unique_ptr<seeded_random> m_random;

    [[nodiscard]] scan_folder folder(const char* name) const
    {
        return scan_folder(m_place->filePath(name).toStdString());
    }

    [[nodiscard]] std::unique_ptr<desk_register> new_desk()
    {
        return enrolled_desk(*m_at, "00004", *m_random);
    }

    status attach(desk_register& desk, const std::string& record, const std::string& bytes) const
    {
        const auto attached =
            attach_scan(desk, folder("desk"), record, {"giấy.pdf", bytes}, monday_morning);
        return attached ? status() : status(attached.error());
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        m_at = std::make_unique<server>();
        m_random = std::make_unique<seeded_random>(5);
    }

    // draft-irtf-cfrg-xchacha-03, A.3.1: key 80…9f, nonce 40…57; the tag differs, for nothing is
    // bound to it here.
    void content_is_sealed_with_the_published_cipher()
    {
        secret_key key{};
        for (std::size_t i = 0; i < key.size(); ++i)
            key[i] = static_cast<std::uint8_t>(0x80 + i);
        counting_random random;
        const std::string text = "Ladies and Gentlemen of the class of '99: If I could offer you "
                                 "only one tip for the future, sunscreen would be it.";
        const auto sealed = seal_content(text, key, random);
        QCOMPARE(sealed.size(), text.size() + sealed_content_overhead);
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(sealed.data());
        QCOMPARE(
            to_hex({bytes, 24}), std::string("404142434445464748494a4b4c4d4e4f5051525354555657")
        );
        QCOMPARE(to_hex({bytes + 24, 16}), std::string("bd6d179d3e83d43b9576579493c0e939"));
        QCOMPARE(must(open_content(sealed, key)), text);
        for (std::size_t at : {std::size_t(0), std::size_t(30), sealed.size() - 1}) {
            auto changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY(open_content(changed, key).error().code == failure_code::corrupt_data);
        }
        QVERIFY(!open_content(sealed.substr(0, 39), key));
        QVERIFY(!open_content(sealed, secret_key{}));
    }

    void a_scan_goes_with_its_record_to_the_other_desk_of_the_office()
    {
        const auto here = new_desk();
        const auto there = new_desk();
        const auto record = register_birth(*here, "Nguyễn Văn An").record;
        const auto attached = must(attach_scan(
            *here, folder("desk"), record, {"giấy chứng sinh.pdf", some_pdf}, monday_morning
        ));
        QCOMPARE(must(scans_waiting(*here)).to_send, std::int64_t(0)); // not before the operation
        must(synchronise(*here, *m_at));
        must(synchronise(*there, *m_at));
        const auto seen = scans_of(must(there->load(record)));
        QCOMPARE(seen.size(), std::size_t(1));
        QCOMPARE(seen.front().name, std::string("giấy chứng sinh.pdf"));
        const auto sent = must(scans_to_carry(*here, 10));
        const auto wanted = must(scans_to_carry(*there, 10));
        QCOMPARE(sent.size(), std::size_t(1));
        QVERIFY(sent.front().way == scan_way::send && wanted.front().way == scan_way::fetch);
        QCOMPARE(sent.front().sealed, wanted.front().sealed);
        QVERIFY(open_scan(folder("other"), seen.front()).error().code == failure_code::not_found);
        const auto size = static_cast<std::size_t>(sent.front().sealed_bytes);
        const auto sealed = must(folder("desk").read(attached.sealed, 0, size));
        QVERIFY(sealed.find("PDF") == std::string::npos);
        must(folder("other").put({attached.sealed, size, 0, sealed}));
        QCOMPARE(must(open_scan(folder("other"), seen.front())), some_pdf);
        must(scan_was_carried(*there, folder("other"), wanted.front()));
        QVERIFY(must(scans_to_carry(*there, 10)).empty());
    }

    void a_record_without_scans_reads_as_it_did_before_there_were_any()
    {
        const auto desk = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        QVERIFY(must(desk->load(record)).to_text().find("scans") == std::string::npos);
        must(attach(*desk, record, some_pdf));
        QCOMPARE(must(parse_record(must(desk->load(record)).to_text())).scans.size(), 1u);
    }

    void what_is_no_scan_is_not_attached_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("nothing") << QByteArray() << QByteArray("size");
        QTest::newRow("a program") << QByteArray("MZ\x90") << QByteArray("type");
        QTest::newRow("a page of the web") << QByteArray("<html>") << QByteArray("type");
        QTest::newRow("one byte too many")
            << "%PDF-" + QByteArray(qsizetype(max_scan_bytes) - 4, 'x') << QByteArray("size");
    }

    void what_is_no_scan_is_not_attached()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, what);
        const auto desk = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        const auto refused = attach(*desk, record, bytes.toStdString());
        QVERIFY(!refused && refused.error().code == failure_code::invalid_input);
        QCOMPARE(refused.error().detail, what.toStdString());
        QVERIFY(must(desk->load(record)).scans.empty());
    }

    void every_kind_of_scan_up_to_the_limit_is_attached()
    {
        const auto desk = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        for (const auto& bytes :
             {std::string("\xFF\xD8\xFF\xE0 a photograph"),
              std::string("\x89PNG\r\n\x1A\n a picture"),
              std::string("II*\0 a fax", 10),
              "%PDF-" + std::string(max_scan_bytes - 5, 'x')})
            must(attach(*desk, record, bytes));
        QCOMPARE(must(desk->load(record)).scans.size(), 4u);
        QVERIFY(attach(*desk, record, "II*\0 a fax").error().code == failure_code::invalid_input);
        const auto again = attach(*desk, record, std::string("II*\0 a fax", 10));
        QVERIFY(!again && again.error().code == failure_code::conflict);
    }

    void a_record_has_so_many_scans_and_no_more()
    {
        const auto desk = new_desk();
        const auto other = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        must(synchronise(*desk, *m_at));
        must(synchronise(*other, *m_at));
        for (std::size_t n = 0; n + 1 < max_scans_of_record; ++n)
            must(attach(*desk, record, "%PDF-" + std::to_string(n)));
        must(attach(*other, record, "%PDF-from another desk"));
        must(attach(*desk, record, "%PDF-the last one"));
        QVERIFY(attach(*desk, record, "%PDF-one more").error().code == failure_code::not_allowed);
        must(synchronise(*other, *m_at));
        const auto report = must(synchronise(*desk, *m_at));
        QVERIFY(report.own.back().result_kind == outcome::rejected);
        QCOMPARE(must(desk->load(record)).scans.size(), max_scans_of_record);
    }

    void a_description_that_is_wrong_is_refused_by_the_server_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("no name") << QByteArray("name") << QByteArray(R"("  ")");
        QTest::newRow("a long name")
            << QByteArray("name") << "\"" + QByteArray(int(max_scan_name_letters) + 1, 'a') + "\"";
        QTest::newRow("another type") << QByteArray("type") << QByteArray(R"("text/html")");
        QTest::newRow("no bytes") << QByteArray("bytes") << QByteArray("0");
        QTest::newRow("too large")
            << QByteArray("bytes") << QByteArray::number(qint64(max_scan_bytes) + 1);
        QTest::newRow("a path") << QByteArray("sealed") << QByteArray(R"("../../keys/store.key")");
        QTest::newRow("no key") << QByteArray("key") << QByteArray(R"("")");
    }

    void a_description_that_is_wrong_is_refused_by_the_server()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        const auto desk = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        must(synchronise(*desk, *m_at));
        auto wrong = with(member.constData(), must(parse_json(value.toStdString())));
        must(desk->append(operation_kind::attach_scan, record, std::move(wrong), monday_morning));
        const auto report = must(synchronise(*desk, *m_at));
        QVERIFY(report.own.back().result_kind == outcome::rejected);
        QVERIFY(must(scans_to_carry(*desk, 10)).empty());
    }

    void a_scan_comes_together_from_pieces_and_only_as_what_its_name_says()
    {
        const auto whole = std::string(1000, 'a') + std::string(1000, 'b');
        const auto name = sha256_hex(whole);
        const auto here = folder("f");
        const auto piece = [&](std::size_t offset, std::string_view bytes) {
            return here.put({name, whole.size(), offset, bytes});
        };
        QCOMPARE(must(piece(0, "")), 0u);
        QCOMPARE(must(piece(0, whole.substr(0, 700))), 700u);
        QCOMPARE(must(piece(0, whole.substr(0, 900))), 700u); // not where it ends
        QVERIFY(!here.has(name) && !here.read(name, 0, 10));
        QCOMPARE(must(folder("f").put({name, whole.size(), 700, whole.substr(700)})), whole.size());
        QCOMPARE(must(here.read(name, 999, 2)), std::string("ab"));
        QCOMPARE(must(here.read(name, 2000, 2)), std::string());
        QVERIFY(!here.read(name, 2001, 1));
        QCOMPARE(must(piece(0, "")), whole.size()); // told again

        const auto other = sha256_hex("another");
        QCOMPARE(must(here.put({other, 7, 0, "anoth"})), 5u);
        QVERIFY(!here.put({other, 7, 5, "erX"}));
        QVERIFY(!here.put({other, 7, 5, "eX"}));
        QCOMPARE(must(here.put({other, 7, 0, ""})), 0u); // from its beginning
        QVERIFY(!here.put({"../" + other.substr(3), 7, 0, "another"}));
        QVERIFY(!here.put({other, max_scan_bytes + 41, 0, "x"}));
    }

    void a_scan_that_was_whole_when_the_power_went_is_whole_afterwards()
    {
        const std::string whole(500, 'c');
        const auto name = sha256_hex(whole);
        const auto here = folder("f");
        must(here.put({name, whole.size(), 0, whole.substr(0, 499)}));
        const auto part =
            m_place->filePath("f").toStdString() + "/" + name.substr(0, 2) + "/" + name + ".part";
        must(replace_file(part, whole)); // written, and not yet in its place
        QCOMPARE(must(here.put({name, whole.size(), 0, ""})), whole.size());
        QVERIFY(here.has(name));
    }

    void a_scan_that_was_lost_with_the_disk_is_fetched_again()
    {
        const auto desk = new_desk();
        const auto record = register_birth(*desk, "Nguyễn Văn An").record;
        must(attach(*desk, record, some_pdf));
        must(synchronise(*desk, *m_at));
        const auto task = must(scans_to_carry(*desk, 10)).front();
        must(scan_was_carried(*desk, folder("an empty one"), task));
        QVERIFY(must(scans_to_carry(*desk, 10)).front().way == scan_way::fetch);
    }

    void scans_travel_when_the_office_lets_them_data()
    {
        QTest::addColumn<QString>("window");
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("travels");
        QTest::newRow("no window") << "" << 9 << 0 << true;
        QTest::newRow("by day, over midnight") << "20:00-06:00" << 9 << 0 << false;
        QTest::newRow("a minute before") << "20:00-06:00" << 19 << 59 << false;
        QTest::newRow("when it begins") << "20:00-06:00" << 20 << 0 << true;
        QTest::newRow("after midnight") << "20:00-06:00" << 0 << 30 << true;
        QTest::newRow("its last minute") << "20:00-06:00" << 5 << 59 << true;
        QTest::newRow("when it ends") << "20:00-06:00" << 6 << 0 << false;
        QTest::newRow("at noon") << "11:30-13:30" << 12 << 0 << true;
        QTest::newRow("after noon") << "11:30-13:30" << 13 << 30 << false;
    }

    void scans_travel_when_the_office_lets_them()
    {
        QFETCH(QString, window);
        QFETCH(int, hour);
        QFETCH(int, minute);
        QFETCH(bool, travels);
        auto office = ba_dinh();
        office.scans_between = window.toStdString();
        office = must(parse_office_profile(office.to_json()));
        QCOMPARE(is_scan_time(office, at_time(hour, minute)), travels);
        for (const auto* wrong :
             {"20-6", "24:00-06:00", "20:00-06:60", "20:00 06:00", "2x:00-06:00"})
            QVERIFY(!is_scan_window(wrong));
        QVERIFY(is_scan_window("20:00-06:00") && is_scan_window(""));
    }
};

QTEST_GUILESS_MAIN(ScansTest)
#include "scans_test.moc"
