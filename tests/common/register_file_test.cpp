// The register as a file: passwords, damage, folders that cannot be written, a full disk.
#include "common/base/files.h"
#include "common/register/verify.h"
#include "common/sql/sqlcipher_connection.h"
#include "tests/support/hard_times.h"
#include "tests/support/made_births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <QTemporaryDir>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr password_cost cheap{1, 8192};
const std::string user = "Lê Thị Hộ Tịch";
const std::string password = "mật khẩu 9";

const event_definition& birth() { return *real_definitions().find_event("birth"); }

/// A register in a folder of its own.
struct register_file
{
    QTemporaryDir folder;
    std::string path = folder.filePath("Quận Ba Đình.hotich").toStdString();
    seeded_random random{7};

    auto create()
    {
        return desk_register::create(path, user, password, real_definitions(), random, cheap);
    }

    auto open(const std::string& who = user, const std::string& word = password)
    {
        return desk_register::open(path, who, word, real_definitions(), random);
    }

    std::string bytes(const std::string& of = "") const
    {
        return must(read_file(path + of, 1 << 24));
    }

    std::size_t file_count() const
    {
        const std::filesystem::directory_iterator files(file_path(folder.path().toStdString()));
        return std::size_t(std::distance(begin(files), end(files)));
    }
};

result<registration_outcome> register_birth(desk_register& desk, int n)
{
    return desk.register_event(birth(), {made_birth(n), {}, "", ""}, monday_morning);
}

std::size_t stored_births(const desk_register& desk)
{
    return must(desk.in_state(record_state::pending, 10'000)).size();
}

bool is_sound(desk_register& desk)
{
    const auto office = desk.identity().office;
    const auto report = must(verify_office(
        desk.connection(),
        real_definitions(),
        office,
        {{desk.identity().desk, desk.key().public_hex}}
    ));
    return report.problems.empty();
}

/// Registers until the disk has no room: the number of births that were said to be saved, or what
/// went wrong.
struct filled
{
    int saved = 0;
    std::string wrong;
};

filled register_until_full(desk_register& desk)
{
    for (int n = 0; n < 3000; ++n) {
        const auto outcome = register_birth(desk, n);
        if (outcome && !outcome->is_stored()) return {n, "a made birth was not clean"};
        if (!outcome)
            return {n, failure_of(outcome) == "storage_unavailable" ? "" : detail_of(outcome)};
    }
    return {0, "the disk was never full"};
}

} // namespace

class RegisterFileTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_register_opens_for_its_user_and_password_only()
    {
        register_file file;
        must(file.create());
        QCOMPARE(must(file.open())->user(), user);
        QCOMPARE(must(file.open(""))->user(), user); // whoever has the password
        QCOMPARE(failure_of(file.open(user, "mat khau 9")), std::string("wrong_key"));
        QCOMPARE(failure_of(file.open("", "")), std::string("wrong_key"));
        QCOMPARE(failure_of(file.open("Another")), std::string("wrong_key"));
    }

    void every_user_of_the_desk_has_a_password_of_his_own()
    {
        register_file file;
        must(file.create());
        auto keys = must(read_key_file(file.path));
        const auto key = must(open_key(keys, user, password)).key;
        keys.holders.push_back({"Phó", must(wrap_key(key, "khác", file.random, cheap))});
        must(write_key_file(file.path, keys));
        QCOMPARE(must(file.open("", "khác"))->user(), std::string("Phó"));
        QCOMPARE(must(file.open("Phó", "khác"))->user(), std::string("Phó"));
        QCOMPARE(must(file.open())->user(), user);
        QCOMPARE(failure_of(file.open("Phó", password)), std::string("wrong_key"));
    }

    void a_register_is_never_made_over_another()
    {
        register_file file;
        must(file.create());
        const auto before = file.bytes();
        QCOMPARE(failure_of(file.create()), std::string("conflict"));
        QCOMPARE(file.bytes(), before);
        std::filesystem::remove(file_path(file.path));
        QCOMPARE(
            failure_of(file.create()), std::string("conflict")
        ); // its key file may be of a register elsewhere
        QCOMPARE(failure_of(file.open()), std::string("not_found"));
    }

    void a_register_without_its_key_file_says_so()
    {
        register_file file;
        must(file.create());
        std::filesystem::remove(file_path(key_file_of(file.path)));
        QCOMPARE(failure_of(file.open()), std::string("not_found"));
    }

    void a_damaged_key_file_is_told_from_a_wrong_password_data()
    {
        QTest::addColumn<QString>("damage");
        for (const auto* damage :
             {"",
              "{",
              "[]",
              "{}",
              R"({"users":7})",
              R"({"users":[7]})",
              R"({"users":[{}]})",
              "salt",
              "user",
              "operations",
              "memory_bytes"})
            QTest::newRow(*damage == '\0' ? "empty" : damage) << damage;
    }

    void a_damaged_key_file_is_told_from_a_wrong_password()
    {
        QFETCH(QString, damage);
        register_file file;
        must(file.create());
        auto text = damage.toStdString();
        if (damage == "operations" || damage == "memory_bytes" || damage == "salt"
            || damage == "user") {
            text = must(read_file(key_file_of(file.path), 1 << 20));
            const auto at = text.find("\"" + damage.toStdString() + "\":") + damage.size() + 3;
            text.insert(at, damage == "salt" || damage == "user" ? "7,\"" : "-9");
        }
        must(replace_file(key_file_of(file.path), text));
        QCOMPARE(failure_of(file.open()), std::string("corrupt_data"));
    }

    void a_key_file_cut_anywhere_opens_nothing()
    {
        register_file file;
        must(file.create());
        const auto whole = must(read_file(key_file_of(file.path), 1 << 20));
        for (std::size_t size = 0; size < whole.size(); size += 3) {
            must(replace_file(key_file_of(file.path), whole.substr(0, size)));
            QCOMPARE(failure_of(file.open()), std::string("corrupt_data"));
        }
        must(replace_file(key_file_of(file.path), whole));
        QVERIFY(file.open().has_value());
    }

    void a_damaged_register_is_told_from_a_wrong_password_data()
    {
        QTest::addColumn<QString>("damage");
        for (const auto* damage : {"emptied", "first page", "garbage", "cut in the first page"})
            QTest::newRow(damage) << damage;
    }

    void a_damaged_register_is_told_from_a_wrong_password()
    {
        QFETCH(QString, damage);
        register_file file;
        must(file.create());
        auto bytes = file.bytes();
        if (damage == "emptied") bytes.clear();
        if (damage == "first page") bytes[100] = char(bytes[100] ^ 1);
        if (damage == "garbage") bytes.assign(bytes.size(), 'x');
        if (damage == "cut in the first page") bytes.resize(1000);
        must(replace_file(file.path, bytes));
        QCOMPARE(failure_of(file.open()), std::string("corrupt_data"));
        QCOMPARE(file.bytes(), bytes); // and nothing is written over it
    }

    void a_register_of_a_newer_program_is_refused()
    {
        register_file file;
        must(must(file.create())
                 ->connection()
                 .execute("INSERT INTO migration (part, number) VALUES ('log', 9999)"));
        QCOMPARE(failure_of(file.open()), std::string("not_allowed"));
    }

    void what_was_saved_is_there_after_opening_again()
    {
        register_file file;
        server at;
        std::string record;
        std::string key;
        {
            const auto desk = must(file.create());
            enrol(at, *desk, "00004");
            record = must(register_birth(*desk, 1)).record;
            must(desk->save_draft({"", "birth", "", made_birth(2), "", {}}, monday_morning));
            key = desk->key().public_hex;
        }
        const auto desk = must(file.open());
        QVERIFY(desk->is_enrolled());
        QCOMPARE(desk->identity().office, std::string("00004"));
        QCOMPARE(desk->office().name, ba_dinh().name);
        QCOMPARE(desk->key().public_hex, key);
        QVERIFY(desk->load(record).has_value());
        QCOMPARE(must(desk->drafts()).size(), std::size_t(1));
        must(synchronise(*desk, at));
        QVERIFY(must(desk->load(record)).state == record_state::registered);
    }

    void no_file_of_a_register_says_anything()
    {
        register_file file;
        server at;
        const auto desk = must(file.create());
        enrol(at, *desk, "00004");
        must(register_birth(*desk, 1));
        must(desk->save_draft({"", "birth", "", made_birth(2), "", {}}, monday_morning));
        QVERIFY(file.file_count() >= 3);
        for (const auto* part : {"", "-wal", ".keys"})
            for (const auto& secret :
                 {names_of(1).child,
                  names_of(2).mother,
                  desk->key().secret_hex,
                  password,
                  std::string("birth")})
                QVERIFY2(!holds(file.bytes(part), secret), part);
    }

    void a_register_cannot_be_made_in_a_folder_without_the_right_to_write()
    {
        const auto wrong = in_child([] {
            register_file file;
            forbid_writing_in(file.folder.path().toStdString());
            const auto made = failure_of(file.create());
            allow_writing_in(file.folder.path().toStdString());
            if (made != "storage_unavailable") return "it said " + made;
            if (file.file_count() != 0) return std::string("it left a file");
            return file.create() ? std::string() : std::string("it could not be made afterwards");
        });
        if (wrong.starts_with("skipped")) QSKIP(wrong.c_str());
        QCOMPARE(wrong, std::string());
    }

    void a_register_in_a_folder_without_the_right_to_write_loses_nothing()
    {
        const auto wrong = in_child([] {
            register_file file;
            server at;
            {
                const auto desk = must(file.create());
                enrol(at, *desk, "00004");
                must(register_birth(*desk, 1));
            }
            forbid_writing_in(file.folder.path().toStdString());
            const auto opened = file.open();
            const auto said = opened ? failure_of(register_birth(**opened, 2)) : failure_of(opened);
            allow_writing_in(file.folder.path().toStdString());
            if (said != "storage_unavailable") return "it said " + said;
            const auto desk = must(file.open());
            if (stored_births(*desk) != 1) return std::string("a birth was lost");
            return register_birth(*desk, 2) && is_sound(*desk) ? std::string()
                                                               : std::string("it does not go on");
        });
        if (wrong.starts_with("skipped")) QSKIP(wrong.c_str());
        QCOMPARE(wrong, std::string());
    }

    void a_register_that_found_no_room_can_be_made_once_there_is()
    {
        const auto wrong = in_child([] {
            for (const std::size_t room : {0u, 100u, 1000u, 5000u, 20000u, 60000u}) {
                register_file file;
                limit_file_size(room);
                const auto made = failure_of(file.create());
                lift_file_size_limit();
                if (made != "storage_unavailable")
                    return std::to_string(room) + ": it said " + made;
                if (file.file_count() != 0) return std::to_string(room) + ": it left a file";
                if (!file.create())
                    return std::to_string(room) + ": it could not be made afterwards";
            }
            return std::string();
        });
        if (wrong.starts_with("skipped")) QSKIP(wrong.c_str());
        QCOMPARE(wrong, std::string());
    }

    void a_disk_that_fills_up_takes_nothing_that_was_saved()
    {
        const auto wrong = in_child([]() -> std::string {
            register_file file;
            server at;
            auto desk = must(file.create());
            enrol(at, *desk, "00004");
            limit_file_size(file.bytes().size() + 700'000);
            const auto births = register_until_full(*desk);
            if (!births.wrong.empty()) return births.wrong;
            if (births.saved == 0) return "nothing could be saved at all";
            if (failure_of(
                    desk->save_draft({"", "birth", "", made_birth(9), "", {}}, monday_morning)
                ) == "none"
                && stored_births(*desk) != std::size_t(births.saved))
                return "the draft cost a birth";
            if (stored_births(*desk) != std::size_t(births.saved))
                return "what is shown is not what was saved";
            lift_file_size_limit();
            if (!register_birth(*desk, births.saved)) return "it does not go on";
            desk = must(file.open());
            if (stored_births(*desk) != std::size_t(births.saved) + 1) return "a birth was lost";
            if (!is_sound(*desk)) return "it is not sound";
            return synchronise(*desk, at) ? "" : "it cannot be synchronised";
        });
        if (wrong.starts_with("skipped")) QSKIP(wrong.c_str());
        QCOMPARE(wrong, std::string());
    }

    void a_database_that_is_full_takes_nothing_that_was_saved()
    {
        register_file file;
        server at;
        const auto desk = must(file.create());
        enrol(at, *desk, "00004");
        must(desk->connection().query("PRAGMA max_page_count = 100"));
        const auto births = register_until_full(*desk);
        QCOMPARE(births.wrong, std::string());
        QVERIFY(births.saved > 0);
        QCOMPARE(stored_births(*desk), std::size_t(births.saved));
        QCOMPARE(must(desk->overview()).unsent, std::int64_t(births.saved));
        must(desk->connection().query("PRAGMA max_page_count = 100000"));
        must(register_birth(*desk, births.saved));
        QVERIFY(is_sound(*desk));
        must(synchronise(*desk, at));
        QCOMPARE(must(desk->book("BIRTH", 2026)).size(), std::size_t(births.saved) + 1);
    }
};

QTEST_GUILESS_MAIN(RegisterFileTest)
#include "register_file_test.moc"
