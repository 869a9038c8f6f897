#include "common/records/register_book.h"

namespace hotich {

namespace {

json::array list_of(const std::vector<int>& numbers)
{
    json::array out;
    for (const int number : numbers)
        out.push_back(number);
    return out;
}

} // namespace

json::object book_count::to_json() const
{
    return {
        {"first_no", first_no},
        {"last_no", last_no},
        {"entries", entries},
        {"noted", noted},
        {"void_numbers", list_of(void_numbers)},
        {"gaps", list_of(gaps)}};
}

std::string volume_label(
    const std::vector<register_volume>& volumes, const registration_number& number
)
{
    int volume = 1;
    for (const auto& candidate : volumes)
        if (candidate.first_no <= number.reg_no) volume = candidate.volume;
    return (volume < 10 ? "0" : "") + std::to_string(volume) + "/" + std::to_string(number.year);
}

} // namespace hotich
