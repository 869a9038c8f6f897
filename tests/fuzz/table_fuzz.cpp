// Tables that people bring: accounts to import, code lists, units.
#include "common/base/csv.h"
#include "common/base/xlsx_table.h"
#include "common/definitions/code_list.h"
#include "tests/fuzz/fuzz.h"

using namespace hotich;

void take(std::string_view bytes)
{
    (void)parse_csv(bytes).has_value();
    (void)parse_xlsx(bytes, {"from", "until"}).has_value();
    (void)parse_code_list(bytes).has_value();
    (void)parse_admin_units(bytes).has_value();
}
