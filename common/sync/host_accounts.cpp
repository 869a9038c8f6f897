// What the host does about people: a password changed at a desk of one office is carried to the
// account's other feeds, and what desks tell of looks at personal data is kept.
#include "common/register/account_book.h"
#include "common/sync/host.h"
#include "common/sync/reading_book.h"

namespace hotich {

status host::deliver_password(const office_letter& letter, instant now)
{
    TRY(auto who, account_book(m_db, m_known.units(), letter.to_office).find(letter.record));
    const auto* told = object_at(letter.content, "credential");
    if (!who || told == nullptr) return {};
    TRY(auto proof, parse_credential(*told));
    if (proof.generation <= who->proof.generation) return {}; // a newer one has come since
    who->proof = std::move(proof);
    json::object payload{
        {"change", account_change::password_changed}, {"by", who->id}, {"account", who->to_json()}};
    return append_own(
        letter.to_office,
        {letter.to_office,
         server_desk,
         operation_kind::account,
         who->id,
         now,
         "",
         std::move(payload)}
    );
}

/// A step of its own: what is told again does nothing, and no feed is touched.
status host::take_readings(const sync_request& request, instant now)
{
    if (request.readings.empty()) return {};
    TRY(auto transaction, write_transaction::begin(m_db));
    TRY_STATUS(reading_book(m_db, request.office).take(request.desk, request.readings, now));
    return transaction.commit();
}

} // namespace hotich
