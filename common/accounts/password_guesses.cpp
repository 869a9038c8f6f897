#include "common/accounts/password_guesses.h"

#ifdef HOTICH_WITH_ZXCVBN
#include <zxcvbn.h>
#endif

namespace hotich {

#ifdef HOTICH_WITH_ZXCVBN

double password_guesses(std::string_view password, const std::vector<std::string>& own_words)
{
    constexpr double bits_of_ten = 3.3219280948873623; // log2(10)
    std::vector<const char*> words;
    for (const auto& word : own_words)
        if (!word.empty()) words.push_back(word.c_str());
    words.push_back(nullptr);
    return ZxcvbnMatch(std::string(password).c_str(), words.data(), nullptr) / bits_of_ten;
}

#else

double password_guesses(std::string_view password, const std::vector<std::string>& own_words)
{
    return plain_password_guesses(password, own_words);
}

#endif

} // namespace hotich
