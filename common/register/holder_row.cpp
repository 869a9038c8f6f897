#include "common/register/holder_row.h"

#include "common/records/verdict.h"

namespace hotich {

claim_holder holder_in(const sql_row& row)
{
    claim_holder out{row.text(0), row.text(1), row.text(2), "", ""};
    if (!row.is_null(4))
        out.number =
            to_display({"", static_cast<int>(row.integer(3)), static_cast<int>(row.integer(4))});
    if (const auto day = parse_date(row.text(5))) out.registered_on = to_display(*day);
    return out;
}

} // namespace hotich
