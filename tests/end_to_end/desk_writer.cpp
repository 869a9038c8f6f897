// A desk that works without end and says what is done; killed at random by kill_test. Arguments:
// the register's file, its password, what it does: "register" births and say each record's id,
// "rotate" the register's key, "copy" the register into FILE.copies.
#include "common/base/ids.h"
#include "common/register/backup.h"
#include "common/register/key_rotation.h"
#include "tests/support/small_world.h"

#include <cstdio>
#include <cstring>

using namespace hotich;
using namespace hotich::test;

namespace {

void say(const std::string& what)
{
    std::printf("%s\n", what.c_str());
    std::fflush(stdout);
}

void register_births(desk_register& desk, random_source& random)
{
    const auto& birth = *real_definitions().find_event("birth");
    while (true) {
        auto data = lawful_birth();
        data.erase("gcs_code");
        data.erase("gcs_date");
        set_path(
            data, "child.full_name", json::value("Nguyễn Văn " + new_uuid(monday_morning, random))
        );
        const std::vector<override_reason> reasons{{"name_letters_only", "", "bài thử", "bài thử"}};
        say(must(desk.register_event(birth, {data, reasons, "", ""}, monday_morning)).record);
        must(desk.save_draft({"", "birth", "", data, "", {}}, monday_morning));
    }
}

void rotate(const char* file, const char* password, random_source& random)
{
    say("begins");
    while (true) {
        must(change_register_key(file, "", password, random, {}));
        say("rotated");
    }
}

void copy(desk_register& desk, const std::string& file)
{
    say("begins");
    for (instant now = monday_morning;; now.ms += 1000)
        say(must(back_up(desk, {file + ".copies", 3}, now)).file);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4 || !start_crypto()) return 1;
    system_random random;
    if (std::strcmp(argv[3], "rotate") == 0) rotate(argv[1], argv[2], random);
    const auto desk = must(desk_register::open(argv[1], "", argv[2], real_definitions(), random));
    if (std::strcmp(argv[3], "copy") == 0) copy(*desk, argv[1]);
    register_births(*desk, random);
}
