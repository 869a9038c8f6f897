// What keeps a register: copies that were read back, a full disk, a copy put back into place, and
// the province's key for a register that nobody can open any more.
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/register/backup.h"
#include "common/register/desk_accounts.h"
#include "tests/support/events.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};
constexpr const char* child = "Nguyễn";

instant day(int number) { return {monday_morning.ms + number * 24ll * 3600 * 1000}; }

} // namespace

class KeepingTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<server> m_at;
    seeded_random m_random{11};

    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder->filePath(name).toStdString();
    }

    std::unique_ptr<desk_register> new_desk()
    {
        auto desk = must(desk_register::create(
            path("a.hotich"), "Lan", "password", real_definitions(), m_random, cheap
        ));
        enrol(*m_at, *desk, "00004");
        return desk;
    }

    result<std::unique_ptr<desk_register>> open(const std::string& file, const char* password)
    {
        return desk_register::open(file, "", password, real_definitions(), m_random);
    }

    [[nodiscard]] QStringList copies() const
    {
        return QDir(m_folder->filePath("stick")).entryList({"*.hotich"}, QDir::Files, QDir::Name);
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_at = std::make_unique<server>();
    }

    void a_copy_opens_like_the_register_and_has_all_of_it()
    {
        auto desk = new_desk();
        const auto born = register_of(*desk, "birth", lawful_birth());
        const auto made = must(back_up(*desk, path("stick"), monday_morning, 5));
        QVERIFY(made.bytes > 0 && made.operations > 0);
        const auto copy = must(open(made.file, "password"));
        QCOMPARE(must(copy->load(born.record)).to_text(), must(desk->load(born.record)).to_text());
    }

    void a_copy_tells_a_thief_nothing()
    {
        auto desk = new_desk();
        QVERIFY(register_of(*desk, "birth", lawful_birth()).is_stored());
        const auto made = must(back_up(*desk, path("stick"), monday_morning, 5));
        const auto bytes = must(read_file(made.file, 50'000'000));
        QVERIFY(bytes.find(child) == std::string::npos);
        QVERIFY(bytes.find("SQLite format") == std::string::npos);
        QVERIFY(!open(made.file, "wrong"));
    }

    void the_newest_copies_stay()
    {
        auto desk = new_desk();
        for (int i = 0; i < 5; ++i)
            must(back_up(*desk, path("stick"), day(i), 3));
        const auto left = copies();
        QCOMPARE(left.size(), 3);
        QVERIFY(left.first().contains("2026-11-25") && left.last().contains("2026-11-27"));
    }

    void a_copy_that_cannot_be_written_leaves_those_before_it()
    {
        auto desk = new_desk();
        must(back_up(*desk, path("stick"), day(0), 3));
        // Where the next copy is to be written stands a folder that cannot be emptied.
        QVERIFY(QDir().mkpath(
            m_folder->filePath("stick/hotich_00004_00004-1_2026-11-24T010000Z.hotich.part/x")
        ));
        const auto failed = back_up(*desk, path("stick"), day(1), 3);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, failure_code::storage_unavailable);
        QCOMPARE(copies().size(), 1);
    }

    void a_copy_put_back_synchronises_to_what_it_was_missing()
    {
        auto desk = new_desk();
        const auto before = register_of(*desk, "birth", lawful_birth());
        must(synchronise(*desk, *m_at));
        const auto made = must(back_up(*desk, path("stick"), monday_morning, 3));
        const auto after = register_of(*desk, "death", example_of("death"));
        must(synchronise(*desk, *m_at));
        const auto as_it_was = must(desk->load(after.record)).to_text();
        desk.reset();
        QVERIFY(!restore_backup(made.file, path("a.hotich"))); // never over a register
        must(restore_backup(made.file, path("new.hotich")));
        auto restored = must(open(path("new.hotich"), "password"));
        QVERIFY(!restored->load(after.record));
        must(synchronise(*restored, *m_at));
        QCOMPARE(must(restored->load(after.record)).to_text(), as_it_was);
        QVERIFY(restored->load(before.record));
    }

    void the_provinces_key_opens_a_register_that_nobody_can()
    {
        const auto key = must(new_recovery_key("một câu dài", m_random, cheap));
        auto desk = new_desk();
        auto office = ba_dinh();
        office.recovery_key = key.public_hex;
        must(m_at->service.put_office(office, monday_morning));
        must(synchronise(*desk, *m_at));
        desk.reset();
        const auto holder = must(open_recovery_key(key.file_text, "một câu dài"));
        must(recover_register(path("a.hotich"), holder, {"Lan", "mật khẩu mới", m_random, cheap}));
        QVERIFY(!open(path("a.hotich"), "password"));
        QVERIFY(open(path("a.hotich"), "mật khẩu mới"));
    }

    void another_provinces_key_opens_nothing()
    {
        const auto ours = must(new_recovery_key("một câu dài", m_random, cheap));
        const auto theirs = must(new_recovery_key("câu khác", m_random, cheap));
        auto desk = new_desk();
        auto office = ba_dinh();
        office.recovery_key = ours.public_hex;
        must(m_at->service.put_office(office, monday_morning));
        must(synchronise(*desk, *m_at));
        const auto thief = must(open_recovery_key(theirs.file_text, "câu khác"));
        const auto tried =
            recover_register(path("a.hotich"), thief, {"Lan", "mật khẩu mới", m_random, cheap});
        QCOMPARE(tried.error().code, failure_code::wrong_key);
        QCOMPARE(
            open_recovery_key(ours.file_text, "câu khác").error().code, failure_code::wrong_key
        );
        QCOMPARE(open_recovery_key("{}", "x").error().code, failure_code::corrupt_data);
    }
};

QTEST_GUILESS_MAIN(KeepingTest)
#include "keeping_test.moc"
