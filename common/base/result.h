// The one way a function of this project fails: result<T> holds a value or a failure. Used
// everywhere. What a person reads is made from the code (schemas/messages.json); `detail` is
// English, for logs, and never holds personal data.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace hotich {

enum class failure_code {
    not_found,
    conflict,
    invalid_input,
    not_allowed,
    storage_unavailable,
    corrupt_data,
    offline,
    wrong_key,
    busy,
    cancelled,
};

/// The identifier of a code in messages.json, such as "not_found".
const char* name_of(failure_code code);

struct failure
{
    failure_code code = failure_code::invalid_input;
    std::string detail;
};

template <class T>
class [[nodiscard]] result
{
public:
    result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}

    result(failure error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }

    explicit operator bool() const { return has_value(); }

    T& value() & { return std::get<0>(m_state); }

    const T& value() const& { return std::get<0>(m_state); }

    T&& value() && { return std::get<0>(std::move(m_state)); }

    const failure& error() const { return std::get<1>(m_state); }

    T& operator*() & { return value(); }

    const T& operator*() const& { return value(); }

    T* operator->() { return &value(); }

    const T* operator->() const { return &value(); }

private:
    std::variant<T, failure> m_state;
};

template <>
class [[nodiscard]] result<void>
{
public:
    result() = default;

    result(failure error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }

    explicit operator bool() const { return has_value(); }

    const failure& error() const { return std::get<1>(m_state); }

private:
    std::variant<std::monostate, failure> m_state;
};

using status = result<void>;

} // namespace hotich

#define HOTICH_JOIN_2(a, b) a##b
#define HOTICH_JOIN(a, b) HOTICH_JOIN_2(a, b)
#define HOTICH_TRY_3(temporary, declaration, ...)                                                  \
    auto temporary = (__VA_ARGS__);                                                                \
    if (!temporary) return temporary.error();                                                      \
    declaration = std::move(temporary).value()

/// TRY(auto entry, store.load(id)); leaves the function with the failure where there is one.
#define TRY(declaration, ...)                                                                      \
    HOTICH_TRY_3(HOTICH_JOIN(try_result_, __LINE__), declaration, __VA_ARGS__)

/// The same for calls that give no value.
#define TRY_STATUS(...)                                                                            \
    if (auto HOTICH_JOIN(try_status_, __LINE__) = (__VA_ARGS__);                                   \
        !HOTICH_JOIN(try_status_, __LINE__))                                                       \
    return HOTICH_JOIN(try_status_, __LINE__).error()
