// The year's books of an office: opened with a first number (an office that starts mid-year goes on
// after its paper number), volumes, closed with its totals (Luật Hộ tịch Đ58, NĐ 123/2015 Đ11). A
// closed book takes no number; notes on its entries go on for ever.
#pragma once

#include "common/records/record.h"
#include "common/sql/sql.h"

#include <optional>
#include <vector>

namespace hotich {

struct register_volume
{
    std::string book_kind;
    int year = 0;
    int volume = 1;
    int first_no = 1;
    std::string opened_on; ///< ISO
    std::string closed_on; ///< "" while it is open
    json::object totals;   ///< what the closing counted
};

/// What stands between the first and the last number of a year.
struct book_count
{
    int first_no = 1;
    int last_no = 0;
    int entries = 0;
    int noted = 0; ///< entries with later notes
    std::vector<int> void_numbers;
    std::vector<int> gaps;

    [[nodiscard]] json::object to_json() const;
};

class book_ledger
{
public:
    book_ledger(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office)) {}

    status apply(const operation& op, const std::optional<verdict>& decided);

    bool is_closed(const std::string& book_kind, int year);
    bool is_void(const registration_number& number);
    /// Volumes of a year, oldest first; none where numbering simply began at 1.
    result<std::vector<register_volume>> volumes(const std::string& book_kind, int year);
    result<book_count> count(const std::string& book_kind, int year);

private:
    status open(const operation& op);
    status close(const operation& op);
    status make_void(const operation& op);

    sql_connection& m_db;
    std::string m_office;
};

/// The volume an entry stands in, as the book writes it: "01/2026" (domain §4.4).
std::string volume_label(const std::vector<register_volume>& volumes, const registration_number& number);

} // namespace hotich
