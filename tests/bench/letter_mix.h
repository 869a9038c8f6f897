// Registrations in the mix of letter 3911/BTP-CNTT (33 months, 4,267,855 of them): every kind made
// from its event's own example, with other people each time. Data of tests and benchmarks only.
#pragma once

#include "tests/support/events.h"

namespace hotich::bench {

inline constexpr int letter_communes = 5'836;
inline constexpr int letter_registrations = 4'267'855;

/// One kind of the letter: an event's example, checked once, with places for what differs between
/// two registrations.
class registration_mould
{
public:
    /// `days` shifts the days of birth back: not everybody is born on one day.
    registration_mould(test::server& at, const std::string& event, int days);

    [[nodiscard]] const std::string& event() const { return m_event; }

    /// The payload of the n-th registration: other names and numbers, the same everything else.
    [[nodiscard]] json::object payload(std::int64_t n, const std::string& office) const;

private:
    std::string m_event;
    std::string m_text;
    std::vector<std::string> m_names;
    std::vector<std::string> m_birth_dates; ///< fields
    std::vector<std::string> m_numbers;
};

/// The kind of the n-th registration of an office, so that any stretch has the letter's shares.
const std::string& letter_kind(std::int64_t n);

/// The kinds that letter_kind gives.
std::vector<std::string> letter_kinds();

} // namespace hotich::bench
