// The checks of tests/tidy. Each looks at one file and adds what it finds; a check that does not
// concern the file adds nothing.
#pragma once

#include "tests/tidy/source_text.h"

namespace tidy {

/// Who may include whom, and how an include is written.
void check_includes(const source_text& source, findings& found);

/// Files of at most 400 (headers 200) lines, functions of at most 70.
void check_lengths(const source_text& source, findings& found);

/// The shapes of co_await that g++ 12.2 compiles wrongly, and where coroutines may live.
void check_coroutines(const source_text& source, findings& found);

/// Words that a better one replaces, and Vietnamese in string literals.
void check_words(const source_text& source, findings& found);

/// Any text file: NFC, no path of somebody's machine, both languages, finished translations.
void check_texts(const source_text& source, findings& found);

inline findings check_all(const source_text& source)
{
    findings found;
    check_includes(source, found);
    check_lengths(source, found);
    check_coroutines(source, found);
    check_words(source, found);
    check_texts(source, found);
    return found;
}

/// Runs every check on snippets that are known to be bad or good; prints and counts what it got
/// wrong.
std::size_t run_self_test();

} // namespace tidy
