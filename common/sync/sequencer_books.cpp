// The part of the sequencer that judges numbers and books: blocks, opening, closing, void numbers.
#include "common/base/text.h"
#include "common/register/book_ledger.h"
#include "common/sync/sequencer.h"

namespace hotich {

namespace {

constexpr std::size_t told_numbers = 10; ///< more gaps than that are told by their count

struct book_year
{
    std::string kind;
    int year = 0;
};

/// The book an operation names; nothing where the definitions have no such book or no such year.
std::optional<book_year> book_of(const operation& op, const definitions& known)
{
    const auto kind = std::string(text_at(op.payload, "book"));
    const auto year = integer_or(op.payload, "year", 0);
    if (known.find_book(kind) == nullptr || year < 1900 || year > 2999) return std::nullopt;
    return book_year{kind, static_cast<int>(year)};
}

verdict rejected_with(std::string_view rule, std::string_view argument, const std::string& value)
{
    finding why;
    why.rule = rule;
    why.arguments = {{std::string(argument), {value, value}}};
    verdict out;
    out.result_kind = outcome::rejected;
    out.reasons.push_back(why.to_json());
    return out;
}

std::string told(const std::vector<int>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(numbers.size(), told_numbers); ++i)
        text += (i == 0 ? "" : ", ") + std::to_string(numbers[i]);
    if (numbers.size() > told_numbers) text += ", … (" + std::to_string(numbers.size()) + ")";
    return text;
}

} // namespace

result<verdict> sequencer::decide_request_block(const operation& op, instant)
{
    const auto book_kind = std::string(text_at(op.payload, "book"));
    const auto count = integer_member(op.payload, "count");
    const auto year = integer_member(op.payload, "year");
    if (m_known.find_book(book_kind) == nullptr || !count || !year)
        return rejected("unknown_event");
    if (*count < 1 || *count > max_block_size) return rejected("block_too_large");
    if (*year < 1900 || *year > 2999) return rejected("book_year_wrong");
    TRY(const auto first,
        number_book(m_db, m_office.code).next_of_block(book_kind, static_cast<int>(*year)));
    if (first + *count > max_reg_no) return rejected("block_too_large");
    verdict granted;
    granted.block_first = first;
    granted.block_last = first + static_cast<int>(*count) - 1;
    return granted;
}

result<verdict> sequencer::decide_return_block(const operation& op, instant)
{
    TRY(const auto block, number_book(m_db, m_office.code).find_block(op.record));
    if (!block || block->desk != op.desk) return rejected("not_resolvable");
    return verdict();
}

/// Domain §4.4: the first volume may go on after a paper number; a new one continues the numbers.
result<verdict> sequencer::decide_open_book(const operation& op, instant)
{
    const auto book = book_of(op, m_known);
    if (!book) return rejected("book_year_wrong");
    book_ledger ledger(m_db, m_office.code);
    if (ledger.is_closed(book->kind, book->year)) return rejected("book_already_closed");
    TRY(const auto volumes, ledger.volumes(book->kind, book->year));
    const auto volume = integer_or(op.payload, "volume", 1);
    const auto first_no = integer_or(op.payload, "first_no", 1);
    TRY(const auto next, number_book(m_db, m_office.code).next_of_block(book->kind, book->year));
    const bool is_first = volumes.empty();
    const auto wanted_volume = is_first ? 1 : volumes.back().volume + 1;
    if (is_first && next > 1 && volume == 2)
        return first_no == next ? verdict() : rejected("number_already_used");
    if (volume != wanted_volume || first_no < next || first_no > max_reg_no)
        return rejected("number_already_used");
    if (!is_first && first_no != next) return rejected("book_year_wrong");
    return verdict();
}

/// Luật Hộ tịch Đ58 k2: closed with its totals; every number is an entry or void.
result<verdict> sequencer::decide_close_book(const operation& op, instant now)
{
    const auto book = book_of(op, m_known);
    if (!book || book->year > date_in_vietnam(now).year) return rejected("book_year_wrong");
    book_ledger ledger(m_db, m_office.code);
    if (ledger.is_closed(book->kind, book->year)) return rejected("book_already_closed");
    const bool is_early = date_in_vietnam(now) < civil_date{book->year, 12, 31};
    if (is_early && clean_text(text_at(op.payload, "reason")).empty())
        return rejected("book_year_not_over");
    TRY(const auto blocks,
        m_db.query(
            "SELECT count(*) FROM number_block WHERE office = $1 AND book = $2 AND year = $3 AND "
            "returned = 0",
            {m_office.code, book->kind, std::int64_t(book->year)}
        ));
    if (blocks.front().integer(0) > 0)
        return rejected_with(
            "blocks_not_returned", "count", std::to_string(blocks.front().integer(0))
        );
    TRY(const auto open,
        m_db.query(
            "SELECT count(*) FROM record WHERE office = $1 AND book = $2 AND year = $3 AND state = "
            "'held'",
            {m_office.code, book->kind, std::int64_t(book->year)}
        ));
    if (open.front().integer(0) > 0)
        return rejected_with("entries_open", "count", std::to_string(open.front().integer(0)));
    TRY(const auto count, ledger.count(book->kind, book->year));
    if (!count.gaps.empty()) return rejected_with("book_has_gaps", "numbers", told(count.gaps));
    const auto* totals = op.payload.if_contains("totals");
    const auto* told_totals = totals == nullptr ? nullptr : totals->if_object();
    const bool agrees = told_totals != nullptr
        && integer_or(*told_totals, "entries", -1) == count.entries
        && integer_or(*told_totals, "last_no", -1) == count.last_no;
    return agrees ? verdict() : rejected("book_totals_differ");
}

/// Domain §4.4: a number that no entry has is closed with a void entry, never given out again.
result<verdict> sequencer::decide_void_number(const operation& op, instant)
{
    const auto book = book_of(op, m_known);
    const auto reg_no = integer_or(op.payload, "reg_no", 0);
    if (!book || reg_no < 1 || reg_no > max_reg_no) return rejected("book_year_wrong");
    if (clean_text(text_at(op.payload, "reason")).empty()) return rejected("reason_needed");
    const registration_number number{book->kind, book->year, static_cast<int>(reg_no)};
    number_book numbers(m_db, m_office.code);
    TRY(const auto next, numbers.next_of_block(book->kind, book->year));
    if (reg_no >= next) return rejected("number_not_granted");
    TRY(const auto used, numbers.is_used(number, ""));
    book_ledger ledger(m_db, m_office.code);
    if (used || ledger.is_void(number) || ledger.is_closed(book->kind, book->year))
        return rejected("number_already_used");
    // A number of another desk's block may be in print there.
    TRY(const auto of_a_block, numbers.is_in_open_block(number));
    TRY(const auto own, numbers.is_granted(number, op.desk));
    return of_a_block && !own ? rejected("number_already_used") : verdict();
}

} // namespace hotich
