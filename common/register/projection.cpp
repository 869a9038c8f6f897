#include "common/register/projection.h"

#include "common/register/account_book.h"
#include "common/register/blank_ledger.h"
#include "common/register/book_ledger.h"
#include "common/register/kept_rows.h"
#include "common/register/number_book.h"
#include "common/register/people_index.h"

namespace hotich {

bool concerns_record(std::string_view kind)
{
    for (const auto* other :
         {operation_kind::request_block,
          operation_kind::return_block,
          operation_kind::office_profile,
          operation_kind::desk_enrolled,
          operation_kind::desk_shut_out,
          operation_kind::open_book,
          operation_kind::close_book,
          operation_kind::void_number,
          operation_kind::move_blanks,
          operation_kind::same_person,
          operation_kind::distinct_person,
          operation_kind::account,
          operation_kind::change_password})
        if (kind == other) return false;
    return true;
}

std::string title_of(const event_definition& event, const json::object& data)
{
    const auto name = text_at(data, event.subject + ".full_name");
    return std::string(name.empty() ? text_at(data, event.subject) : name);
}

status projection::apply(
    operation_log& log, const operation& op, const std::optional<verdict>& decided
)
{
    TRY_STATUS(count(op, decided));
    return concerns_record(op.kind) ? refold(log, op.record) : status();
}

status projection::count(const operation& op, const std::optional<verdict>& decided)
{
    TRY_STATUS(number_book(*m_db, m_office).apply(op, decided));
    TRY_STATUS(book_ledger(*m_db, m_office).apply(op, decided));
    TRY_STATUS(blank_ledger(*m_db, m_office).apply(op, decided));
    TRY_STATUS(account_book(*m_db, m_known->units(), m_office).apply(op));
    return people_index(*m_db, m_office).apply(op, decided);
}

status projection::refold(operation_log& log, const std::string& record_id)
{
    TRY_STATUS(refold_one(log, record_id));
    TRY(const auto targets, log.noted_on_by(record_id));
    for (const auto& target : targets)
        TRY_STATUS(refold_one(log, target));
    return {};
}

status projection::refold_one(operation_log& log, const std::string& record_id)
{
    TRY(const auto entries, log.entries_of(record_id));
    return put(record_id, fold_record(record_id, entries));
}

result<record> projection::load(const std::string& record_id) const
{
    auto* holder = holding(*m_db, row_key::record, record_id);
    if (holder == nullptr) return failure{failure_code::not_found, "no such record"};
    TRY(const auto rows,
        holder->query(
            "SELECT folded FROM record WHERE office = $1 AND record = $2", {m_office, record_id}
        ));
    if (rows.empty()) return failure{failure_code::not_found, "no such record"};
    return parse_record(rows.front().text(0));
}

} // namespace hotich
