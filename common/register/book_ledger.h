// The year's books of an office: opened with a first number (an office that starts mid-year goes on
// after its paper number), volumes, closed with its totals (Luật Hộ tịch Đ58, NĐ 123/2015 Đ11). A
// closed book takes no number; notes on its entries go on for ever.
#pragma once

#include "common/records/register_book.h"
#include "common/sql/sql.h"

#include <optional>
#include <vector>

namespace hotich {

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
    status make_void(const operation& op, bool is_decided);
    status take_void_back(const operation& op);

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
