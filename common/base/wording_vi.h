// Dates written in Vietnamese words, as the birth entry and certificate carry them (domain §3.0.5).
// Regional variants (lẻ/linh, nghìn/ngàn, mùng/mồng) are a setting of the office; a clerk may edit
// the words, and a rule warns where they no longer say the same date.
#pragma once

#include "common/base/civil_date.h"

#include <string>

namespace hotich {

struct wording_style
{
    bool says_linh = false; ///< "linh" instead of "lẻ"
    bool says_ngan = false; ///< "ngàn" instead of "nghìn"
    bool says_mong = false; ///< "mồng" instead of "mùng"
};

/// "ngày mùng một tháng hai năm hai nghìn không trăm hai mươi mốt"; of a partial date the known
/// parts only.
std::string date_in_words(const partial_date& date, const wording_style& style = {});

/// Whether the words say the date in any regional variant; case, commas and extra spaces do not
/// matter.
bool words_say_date(std::string_view words, const partial_date& date);

} // namespace hotich
