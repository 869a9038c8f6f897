// A register's key is bound to its PC: what a thief of register, key file and password can open
// elsewhere, what an office may set, and a new key for a register that stands.
#include "common/accounts/credential.h"
#include "common/accounts/recovery_key.h"
#include "common/base/files.h"
#include "common/register/backup.h"
#include "common/register/desk_accounts.h"
#include "common/register/key_rotation.h"
#include "common/register/remembered_password.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/events.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};
constexpr auto password = "mật khẩu 9";

/// A PC: its folder, and what its system keeps.
struct machine
{
    QTemporaryDir folder;
    std::map<std::string, secret_key> kept;
    bool has_store = true;

    [[nodiscard]] std::string path(const char* name = "desk.hotich") const
    {
        return folder.filePath(name).toStdString();
    }

    machine_store store()
    {
        const failure closed{failure_code::not_allowed, machine_store_closed};
        return {
            [this, closed](const std::string& name) -> result<std::optional<secret_key>> {
                if (!has_store) return closed;
                const auto found = kept.find(name);
                return found == kept.end() ? std::nullopt : std::optional(found->second);
            },
            [this, closed](const std::string& name, const secret_key& secret) -> status {
                if (!has_store) return closed;
                kept[name] = secret;
                return {};
            }};
    }
};

void copy_all(const machine& from, const machine& to)
{
    for (const auto& file : QDir(from.folder.path()).entryList(QDir::Files | QDir::Hidden))
        QVERIFY(QFile::copy(from.folder.filePath(file), to.folder.filePath(file)));
}

} // namespace

class MachineKeyTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<server> m_at;
    std::unique_ptr<machine> m_pc;
    seeded_random m_random{21};

    result<std::unique_ptr<desk_register>> open(machine& pc, const char* name = "desk.hotich")
    {
        return desk_register::open(
            pc.path(name), "", password, real_definitions(), m_random, pc.store()
        );
    }

    /// Signed in for the first time after the enrolment.
    std::unique_ptr<desk_register> new_desk()
    {
        auto made = must(desk_register::create(
            m_pc->path(), "Lan", password, real_definitions(), m_random, cheap, m_pc->store()
        ));
        enrol(*m_at, *made, "00004");
        must(begin_session(*made, monday_morning));
        return made;
    }

    void set_office(const std::function<void(office_profile&)>& change)
    {
        auto office = ba_dinh();
        change(office);
        must(m_at->service.put_office(office, monday_morning));
    }

    std::string refusal(desk_register& desk)
    {
        const auto may = may_do(desk, "entries.register", monday_morning);
        return may ? "" : may.error().detail;
    }

    [[nodiscard]] std::string page(const std::string& file) const
    {
        return must(read_file(file, 1 << 24)).substr(0, 4096);
    }

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void init()
    {
        m_at = std::make_unique<server>();
        m_pc = std::make_unique<machine>();
    }

    void register_key_file_and_password_open_nothing_on_another_pc()
    {
        new_desk().reset();
        QVERIFY(open(*m_pc));
        machine thief;
        copy_all(*m_pc, thief);
        QCOMPARE(detail_of(open(thief)), std::string(other_machine));
        // Neither does another secret of the same name.
        thief.kept[m_pc->kept.begin()->first] = new_secret_key(m_random);
        QCOMPARE(detail_of(open(thief)), std::string(other_machine));
        // What is missing is the PC's secret and nothing else.
        thief.kept = m_pc->kept;
        QVERIFY(open(thief));
    }

    void a_store_that_does_not_answer_is_told_from_another_pc()
    {
        new_desk().reset();
        m_pc->has_store = false;
        QCOMPARE(detail_of(open(*m_pc)), std::string(machine_store_closed));
    }

    void a_plain_file_is_refused_unless_the_office_has_set_it()
    {
        m_pc->has_store = false;
        auto desk = new_desk();
        QCOMPARE(refusal(*desk), std::string(machine_key_needed));
        QCOMPARE(must(read_key_file(m_pc->path())).machine.kept, std::string());
        set_office([](auto& office) { office.machine_key = kept_in_file; });
        must(synchronise(*desk, *m_at));
        QCOMPARE(refusal(*desk), std::string());
        QCOMPARE(must(read_key_file(m_pc->path())).machine.kept, std::string(kept_in_file));
        desk.reset();
        QVERIFY(open(*m_pc));
        const auto secret =
            m_pc->path(("hotich-machine-" + must(read_key_file(m_pc->path())).machine.name).c_str()
            );
#ifdef Q_OS_UNIX
        QCOMPARE(
            std::filesystem::status(file_path(secret)).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write
        );
#endif
        std::filesystem::remove(file_path(secret));
        QCOMPARE(detail_of(open(*m_pc)), std::string(other_machine));
    }

    void an_office_that_ends_the_file_has_it_in_the_store_at_the_next_sign_in()
    {
        set_office([](auto& office) { office.machine_key = kept_in_file; });
        auto desk = new_desk();
        const auto before = must(read_key_file(m_pc->path())).machine.name;
        set_office([](auto&) {});
        must(synchronise(*desk, *m_at));
        QCOMPARE(must(read_key_file(m_pc->path())).machine.kept, std::string(kept_in_store));
        QVERIFY(!std::filesystem::exists(file_path(m_pc->path(("hotich-machine-" + before).c_str()))
        ));
        desk.reset();
        QVERIFY(open(*m_pc));
    }

    void a_register_of_before_opens_and_is_bound_at_the_next_sign_in()
    {
        new_desk().reset();
        // Its key file as version 1 wrote it, for two users.
        const auto keys = must(read_key_file(m_pc->path()));
        const auto key = must(open_key(keys, "", password, m_pc->kept.begin()->second)).key;
        json::array users;
        for (const auto* user : {"Lan", "Mai"}) {
            auto holder = to_json(must(wrap_key(key, password, m_random, cheap)));
            holder["user"] = user;
            users.push_back(std::move(holder));
        }
        must(replace_file(
            key_file_of(m_pc->path()), to_text(json::object{{"v", 1}, {"users", users}})
        ));
        m_pc->kept.clear();
        const auto open_as = [this](machine& pc, const char* user) {
            return desk_register::open(
                pc.path(), user, password, real_definitions(), m_random, pc.store()
            );
        };
        for (const auto* user : {"Lan", "Mai"}) {
            auto desk = must(open_as(*m_pc, user));
            must(begin_session(*desk, monday_morning));
        }
        machine thief;
        copy_all(*m_pc, thief);
        for (const auto* user : {"Lan", "Mai"}) {
            QCOMPARE(detail_of(open_as(thief, user)), std::string(other_machine));
            QVERIFY(open_as(*m_pc, user));
        }
    }

    void the_provinces_key_opens_a_register_whose_pc_has_lost_its_secret()
    {
        const auto key = must(new_recovery_key("một câu dài", m_random, cheap));
        set_office([&key](auto& office) { office.recovery_key = key.public_hex; });
        auto desk = new_desk();
        must(begin_session(*desk, monday_morning));
        const auto made = must(back_up(*desk, {m_pc->path("stick"), 3}, monday_morning));
        desk.reset();
        m_pc->kept.clear(); // Windows was installed again
        QCOMPARE(detail_of(open(*m_pc)), std::string(other_machine));
        const auto holder = must(open_recovery_key(key.file_text, "một câu dài"));
        machine fresh;
        must(restore_backup(made.file, fresh.path("copy.hotich")));
        for (const auto& [pc, name] :
             {std::pair(m_pc.get(), "desk.hotich"), std::pair(&fresh, "copy.hotich")}) {
            const auto before = page(pc->path(name));
            must(recover_register(pc->path(name), holder, {"Lan", password, m_random, cheap}));
            desk = must(open(*pc, name));
            must(begin_session(*desk, monday_morning));
            desk.reset();
            // Bound to this PC, with a new key.
            QCOMPARE(pc->kept.size(), std::size_t(1));
            QVERIFY(open(*pc, name));
            QVERIFY(page(pc->path(name)) != before);
            QVERIFY(!must(read_key_file(pc->path(name))).must_rotate);
        }
    }

    void a_copy_opens_on_its_own_pc()
    {
        auto desk = new_desk();
        const auto made = must(back_up(*desk, {m_pc->path("stick"), 3}, monday_morning));
        must(restore_backup(made.file, m_pc->path("copy.hotich")));
        QVERIFY(open(*m_pc, "copy.hotich"));
    }

    void a_new_key_opens_for_the_same_passwords_and_the_old_one_opens_nothing()
    {
        auto desk = new_desk();
        const auto born = register_of(*desk, "birth", lawful_birth());
        desk.reset();
        const auto before = must(read_key_file(m_pc->path()));
        const auto machine_secret = m_pc->kept.begin()->second;
        const auto old_key = must(open_key(before, "", password, machine_secret)).key;
        must(change_register_key(m_pc->path(), "", password, m_random, m_pc->store()));
        const auto after = must(read_key_file(m_pc->path()));
        QCOMPARE(after.keys.size(), std::size_t(1));
        QVERIFY(must(open_key(after, "", password, machine_secret)).key != old_key);
        QVERIFY(!open_sqlcipher(m_pc->path(), old_key, open_mode::read_only));
        // Whoever kept the old door finds another one.
        QVERIFY(before.holders.front().box != after.holders.front().box);
        desk = must(open(*m_pc));
        QVERIFY(desk->load(born.record));
        must(synchronise(*desk, *m_at));
    }

    void a_register_that_is_open_elsewhere_gets_its_key_at_the_next_opening()
    {
        auto desk = new_desk();
        const auto change = [this] {
            return must(change_register_key(m_pc->path(), "", password, m_random, m_pc->store()));
        };
        QVERIFY(change() == key_change::at_next_opening);
        QVERIFY(register_of(*desk, "birth", lawful_birth()).is_stored()); // and goes on
        desk.reset();
        const auto before = page(m_pc->path());
        must(open(*m_pc));
        QVERIFY(page(m_pc->path()) != before);
        QVERIFY(change() == key_change::done);
    }

    /// The nights' password: only the PC that keeps its key can read it.
    void a_remembered_password_is_known_to_this_pc_only()
    {
        new_desk().reset();
        const auto file = m_pc->path();
        QVERIFY(!must(remembered_password(file, m_pc->store())));
        must(remember_password(file, password, m_pc->store(), m_random));
        QCOMPARE(
            must(remembered_password(file, m_pc->store())), std::optional<std::string>(password)
        );
        const auto written = must(read_file(file + ".nightly", 4096));
        QVERIFY(written.find(password) == std::string::npos);
        machine thief;
        copy_all(*m_pc, thief);
        const auto stolen = remembered_password(thief.path(), thief.store());
        QCOMPARE(stolen.error().detail, std::string(other_machine));
        m_pc->has_store = false;
        QCOMPARE(
            detail_of(remembered_password(file, m_pc->store())), std::string(machine_store_closed)
        );
        m_pc->has_store = true;
        must(replace_private_file(file + ".nightly", "{\"key\":\"x\"}"));
        QCOMPARE(
            detail_of(remembered_password(file, m_pc->store())),
            std::string("remembered_password_unreadable")
        );
        must(forget_password(file));
        QVERIFY(!must(remembered_password(file, m_pc->store())));
    }

    void whoever_lost_his_key_leaves_a_register_with_another_one()
    {
        new_desk().reset();
        auto keys = must(read_key_file(m_pc->path()));
        keys.must_rotate = true; // as align_holders writes it
        must(write_key_file(m_pc->path(), keys));
        const auto before = page(m_pc->path());
        must(open(*m_pc));
        QVERIFY(!must(read_key_file(m_pc->path())).must_rotate);
        QVERIFY(page(m_pc->path()) != before);
        QVERIFY(open(*m_pc));
    }
};

QTEST_GUILESS_MAIN(MachineKeyTest)
#include "machine_key_test.moc"
