// The numbers of an office's books: the next one, blocks granted to desks, numbers that came back.
// Decisions read it, the log's verdicts write it; so it is rebuilt from the log like everything
// else.
#pragma once

#include "common/records/record.h"
#include "common/sql/sql.h"

#include <optional>
#include <vector>

namespace hotich {

inline constexpr int max_block_size = 200;
inline constexpr int max_reg_no = 999'999;

struct number_block
{
    std::string block;
    std::string desk;
    std::string book_kind;
    int year = 0;
    int first = 0;
    int last = 0;
};

class number_book
{
public:
    number_book(sql_connection& db, std::string office) : m_db(db), m_office(std::move(office)) {}

    /// Counts what a decided operation gave out or brought back; undecided ones change nothing.
    status apply(const operation& op, const std::optional<verdict>& decided);

    /// The number an acceptance gives next: the lowest that came back, else one more than the last.
    result<int> next(const std::string& book_kind, int year);
    /// The first number of a block that would be granted now.
    result<int> next_of_block(const std::string& book_kind, int year);
    /// Blocks of a desk that were not returned, oldest first.
    result<std::vector<number_block>> blocks_of(const std::string& desk);
    result<std::optional<number_block>> find_block(const std::string& block);
    /// The next unused number of a desk's blocks of that book; nothing where they are used up.
    result<std::optional<int>> next_in_blocks(
        const std::string& desk, const std::string& book_kind, int year
    );
    /// Numbers of a block that no record has.
    result<std::vector<int>> unused(const number_block& block);
    /// Whether a block of the desk (of any, for "") holds the number and it did not come back
    /// unused.
    result<bool> is_granted(const registration_number& number, const std::string& desk);
    /// Whether some desk still has the number in a block.
    result<bool> is_in_open_block(const registration_number& number);
    /// Whether another record of the office has the number.
    result<bool> is_used(const registration_number& number, const std::string& except_record);

private:
    status count_given(const registration_number& number);
    status raise_last(const std::string& book_kind, int year, int last);
    status grant(const operation& op, const verdict& decided);
    status take_back(const operation& op);
    status close_block(const std::string& block);

    sql_connection& m_db;
    std::string m_office;
};

} // namespace hotich
