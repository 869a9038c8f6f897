// Lets a failed comparison of a test say what it compared. Included by test programs, beside
// <QTest>.
#pragma once

#include "common/base/result.h"

#include <QTest>

#include <string>

namespace QTest {

template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}

} // namespace QTest

namespace hotich::test {

/// The failure's code as messages.json names it, or "none".
template <class T>
std::string failure_of(const result<T>& value)
{
    return value ? "none" : name_of(value.error().code);
}

/// The failure's detail, or "".
template <class T>
std::string detail_of(const result<T>& value)
{
    return value ? "" : value.error().detail;
}

inline bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace hotich::test
