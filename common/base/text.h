// Vietnamese text: the one place where what a person typed becomes what is stored (NFC, clean
// spaces), what is printed (capitals) and what is searched (folded). Unicode tables come from
// utf8proc. Used by forms, rules, search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hotich {

bool is_valid_utf8(std::string_view text);

/// NFC (a tone typed before its hat included), invisible characters out, every run of white space
/// one space, trimmed. Invalid UTF-8 gives "".
std::string clean_text(std::string_view text);

/// clean_text for a name: look-alike Eth becomes Đ, typographic apostrophes become ', no space
/// after H' or K'.
std::string clean_name(std::string_view name);

/// Capitals as the book prints names.
std::string to_upper(std::string_view text);

/// First letter upper, for words printed at the start of a line; or lower, for a name inside a
/// sentence.
std::string capitalised(std::string_view text);
std::string lower_first(std::string_view text);

/// The search key: lower case, no marks, đ→d, apostrophes removed, hyphens to spaces, other signs
/// removed. Old and new tone placement (hoà, hòa) give the same key, and so does a space after an
/// apostrophe (H' Hen).
std::string fold(std::string_view text);

std::vector<std::string> words_of(std::string_view folded);

/// Sorting key of a person's name: given name, then middle, then family name (domain: lists by
/// given name), with the Vietnamese alphabet and tones; compare bytewise.
std::string name_sort_key(std::string_view name);

/// The first character that is no letter, space, apostrophe, hyphen or full stop; empty where all
/// are.
std::string first_foreign_sign(std::string_view name);

/// Number of characters a person would count.
std::size_t character_count(std::string_view text);

/// Replaces every "{name}" by its argument; unknown names stay as they are.
std::string replace_placeholders(
    std::string text, const std::vector<std::pair<std::string, std::string>>& arguments
);

} // namespace hotich
