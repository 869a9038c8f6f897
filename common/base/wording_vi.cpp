#include "common/base/wording_vi.h"

#include "common/base/text.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hotich {

namespace {

constexpr std::array<const char*, 10> digits{
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

std::string digit(int value) { return digits.at(static_cast<std::size_t>(value)); }

/// 10 "mười", 15 "mười lăm", 21 "hai mươi mốt", 24 "hai mươi bốn".
std::string below_hundred(int value)
{
    if (value < 10) return digit(value);
    const int tens = value / 10;
    const int units = value % 10;
    std::string out = tens == 1 ? "mười" : digit(tens) + " mươi";
    if (units == 0) return out;
    if (units == 5) return out + " lăm";
    if (units == 1 && tens > 1) return out + " mốt";
    return out + " " + digit(units);
}

std::string year_in_words(int year, const wording_style& style)
{
    const std::string thousand = style.says_ngan ? " ngàn" : " nghìn";
    std::string out = digit(year / 1000) + thousand;
    const int hundreds = year / 100 % 10;
    const int rest = year % 100;
    if (hundreds == 0 && rest == 0) return out;
    out += " " + digit(hundreds) + " trăm";
    if (rest == 0) return out;
    if (rest < 10) return out + (style.says_linh ? " linh " : " lẻ ") + digit(rest);
    return out + " " + below_hundred(rest);
}

std::string day_in_words(int day, const wording_style& style)
{
    const std::string first_ten = style.says_mong ? "mồng " : "mùng ";
    return day < 10 ? first_ten + digit(day) : below_hundred(day);
}

/// The variants of one text are brought to one form, so that two texts can be compared.
std::string canonical(std::string_view words)
{
    static const std::vector<std::pair<std::string, std::string>> variants{
        {to_upper("linh"), to_upper("lẻ")},
        {to_upper("ngàn"), to_upper("nghìn")},
        {to_upper("mồng"), to_upper("mùng")},
        {to_upper("tư"), to_upper("bốn")},
        {to_upper("giêng"), to_upper("một")},
        {to_upper("bẩy"), to_upper("bảy")}};
    std::string plain(words);
    for (const char sign : {',', '.', ';'})
        std::replace(plain.begin(), plain.end(), sign, ' ');
    const auto list = words_of(clean_text(plain));
    std::string out;
    for (const auto& word : list) {
        std::string chosen = to_upper(word);
        for (const auto& [variant, usual] : variants)
            if (chosen == variant) chosen = usual;
        out += chosen + " ";
    }
    return out;
}

} // namespace

std::string date_in_words(const partial_date& date, const wording_style& style)
{
    const auto year = "năm " + year_in_words(date.year, style);
    if (date.month == 0) return year;
    const auto month = "tháng " + below_hundred(date.month) + " " + year;
    if (date.day == 0) return month;
    return "ngày " + day_in_words(date.day, style) + " " + month;
}

bool words_say_date(std::string_view words, const partial_date& date)
{
    const auto ours = date_in_words(date);
    return words == ours || canonical(words) == canonical(ours);
}

} // namespace hotich
