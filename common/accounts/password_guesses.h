// How many guesses a password takes of somebody who tries common words, names and patterns first.
// zxcvbn counts them; a build without it (Windows) has a plainer count, which is stricter where it
// knows less. Used by credential.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

/// As a power of ten. `own_words` are what everybody knows of the person.
double password_guesses(std::string_view password, const std::vector<std::string>& own_words);

/// The count without zxcvbn.
double plain_password_guesses(std::string_view password, const std::vector<std::string>& own_words);

} // namespace hotich
