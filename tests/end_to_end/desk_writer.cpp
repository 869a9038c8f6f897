// A desk that registers birth after birth and says each record's id once it is saved; killed at
// random by kill_test. Arguments: the register's file, its password.
#include "common/base/ids.h"
#include "tests/support/small_world.h"

#include <cstdio>

using namespace hotich;
using namespace hotich::test;

int main(int argc, char** argv)
{
    if (argc != 3 || !start_crypto()) return 1;
    system_random random;
    const auto desk = must(desk_register::open(argv[1], "", argv[2], real_definitions(), random));
    const auto& birth = *real_definitions().find_event("birth");
    for (int i = 0;; ++i) {
        auto data = lawful_birth();
        data.erase("gcs_code");
        data.erase("gcs_date");
        set_path(
            data, "child.full_name", json::value("Nguyễn Văn " + new_uuid(monday_morning, random))
        );
        const std::vector<override_reason> reasons{{"name_letters_only", "", "bài thử", "bài thử"}};
        const auto outcome =
            must(desk->register_event(birth, {data, reasons, "", ""}, monday_morning));
        std::printf("%s\n", outcome.record.c_str());
        std::fflush(stdout);
        must(desk->save_draft({"", "birth", "", data, "", {}}, monday_morning));
    }
}
