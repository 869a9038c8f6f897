// An address as one line of text ("12 phố Hàng Bài, phường Tràng Tiền, quận Hoàn Kiếm, Hà Nội"),
// made into the parts of an address field. Units of before a merger lead to their successors. Used
// where addresses come from outside: identity cards.
#pragma once

#include "common/base/json.h"
#include "common/definitions/code_list.h"

namespace hotich {

/// {"country","province_code","commune_code","detail"}: units in force on the day. Where the text
/// names no unit that is certain, the whole of it is the detail, and nothing is guessed.
json::object address_of_text(
    std::string_view text, const admin_units& units, const civil_date& day
);

} // namespace hotich
