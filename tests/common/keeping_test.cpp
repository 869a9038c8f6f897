// What keeps a register: copies that were read back, a full disk, a copy put back into place, and
// the province's key for a register that nobody can open any more.
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/register/backup.h"
#include "common/register/desk_accounts.h"
#include "tests/support/events.h"
#include "tests/support/hard_times.h"
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
        const auto made = must(back_up(*desk, {path("stick"), 5}, monday_morning));
        QVERIFY(made.bytes > 0 && made.operations > 0);
        const auto copy = must(open(made.file, "password"));
        QCOMPARE(must(copy->load(born.record)).to_text(), must(desk->load(born.record)).to_text());
    }

    void a_copy_tells_a_thief_nothing()
    {
        auto desk = new_desk();
        QVERIFY(register_of(*desk, "birth", lawful_birth()).is_stored());
        const auto made = must(back_up(*desk, {path("stick"), 5}, monday_morning));
        const auto bytes = must(read_file(made.file, 50'000'000));
        QVERIFY(bytes.find(child) == std::string::npos);
        QVERIFY(bytes.find("SQLite format") == std::string::npos);
        QVERIFY(!open(made.file, "wrong"));
    }

    void the_newest_copies_stay()
    {
        auto desk = new_desk();
        for (int i = 0; i < 5; ++i)
            must(back_up(*desk, {path("stick"), 3}, day(i)));
        const auto left = copies();
        QCOMPARE(left.size(), 3);
        QVERIFY(left.first().contains("2026-11-25") && left.last().contains("2026-11-27"));
    }

    void after_a_clock_was_put_back_new_copies_take_the_place_of_those_named_for_later()
    {
        auto desk = new_desk();
        for (int i = 10; i < 13; ++i)
            must(back_up(*desk, {path("stick"), 3}, day(i)));
        QStringList made;
        for (int i = 0; i < 3; ++i) {
            const auto file = must(back_up(*desk, {path("stick"), 3}, day(i))).file;
            made.append(QFileInfo(QString::fromStdString(file)).fileName());
            QCOMPARE(copies().size(), 3);
            for (const auto& name : made)
                QVERIFY2(copies().contains(name), qPrintable(name));
        }
    }

    void a_copy_that_cannot_be_written_leaves_those_before_it()
    {
        auto desk = new_desk();
        must(back_up(*desk, {path("stick"), 3}, day(0)));
        // Where the next copy is to be written stands a folder that cannot be emptied.
        QVERIFY(QDir().mkpath(
            m_folder->filePath("stick/hotich_00004_00004-1_2026-11-24T010000Z.hotich.part/x")
        ));
        const auto failed = back_up(*desk, {path("stick"), 3}, day(1));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, failure_code::storage_unavailable);
        QCOMPARE(copies().size(), 1);
    }

    void a_full_disk_leaves_the_copies_before_it()
    {
        const auto wrong = in_child([this]() -> std::string {
            m_folder.release(); // the parent's, who takes it away
            init();
            auto desk = new_desk();
            must(back_up(*desk, {path("stick"), 3}, day(0)));
            // Room for a part of the register.
            limit_file_size(std::filesystem::file_size(file_path(path("a.hotich"))) / 2);
            const auto made = back_up(*desk, {path("stick"), 3}, day(1));
            lift_file_size_limit();
            if (made) return "the copy was made";
            if (made.error().code != failure_code::storage_unavailable) return made.error().detail;
            if (copies().size() != 1) return "the copy before it is gone";
            const QDir stick(m_folder->filePath("stick"));
            return stick.entryList({"*.part*"}).isEmpty() ? "" : "it left a file";
        });
        if (wrong.starts_with("skipped")) QSKIP(wrong.c_str());
        QCOMPARE(wrong, std::string());
    }

    void the_plan_is_kept_and_the_copy_of_a_day_is_made_once()
    {
        auto desk = new_desk();
        const auto stick = path("stick");
        QCOMPARE(
            backup_warning(must(backups_of(*desk)), day(0)), std::string_view("backup_not_planned")
        );
        QCOMPARE(back_up_as_planned(*desk, day(0)).error().code, failure_code::not_found);
        QVERIFY(!plan_backups(*desk, {stick, 2})); // the folder is not there
        QVERIFY(QDir().mkpath(m_folder->filePath("stick")));
        must(plan_backups(*desk, {stick, 2}));
        QCOMPARE(backup_warning(must(backups_of(*desk)), day(0)), std::string_view("backup_old"));
        for (int i = 0; i < 3; ++i) {
            QVERIFY(is_backup_due(must(backups_of(*desk)), day(i)));
            must(back_up_as_planned(*desk, day(i)));
            QVERIFY(!is_backup_due(must(backups_of(*desk)), {day(i).ms + 3600'000}));
        }
        QCOMPARE(copies().size(), 2);
        QCOMPARE(backup_warning(must(backups_of(*desk)), day(4)), std::string_view());
        QCOMPARE(backup_warning(must(backups_of(*desk)), day(6)), std::string_view("backup_old"));
    }

    void a_stick_that_is_away_or_another_one_is_not_written_to()
    {
        auto desk = new_desk();
        QVERIFY(QDir().mkpath(m_folder->filePath("stick")));
        must(plan_backups(*desk, {path("stick"), 2}));
        must(back_up_as_planned(*desk, day(0)));
        QVERIFY(QDir().rename(m_folder->filePath("stick"), m_folder->filePath("pulled")));
        const auto is_away = [&] {
            return !is_backup_due(must(backups_of(*desk)), day(1))
                && back_up_as_planned(*desk, day(1)).error().detail == "backup_folder_away"
                && backup_warning(must(backups_of(*desk)), day(1)) == "backup_folder_away";
        };
        QVERIFY(is_away());
        // The place where it is mounted stays, or somebody else's stick has its letter.
        QVERIFY(QDir().mkpath(m_folder->filePath("stick")));
        QVERIFY(is_away());
        QCOMPARE(QDir(m_folder->filePath("stick")).entryList(QDir::Files).size(), 0);
        QCOMPARE(QDir(m_folder->filePath("pulled")).entryList({"*.hotich"}).size(), 1);
    }

    void a_copy_put_back_synchronises_to_what_it_was_missing()
    {
        auto desk = new_desk();
        const auto before = register_of(*desk, "birth", lawful_birth());
        must(synchronise(*desk, *m_at));
        const auto made = must(back_up(*desk, {path("stick"), 3}, monday_morning));
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
