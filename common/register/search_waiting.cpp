// After a migration that changed the search keys: they are made anew from the folded records.
#include "common/definitions/definitions.h"
#include "common/register/search_index.h"

namespace hotich {

namespace {

constexpr std::int64_t records_at_once = 1000;

status index_record(
    sql_connection& db, const definitions& known, const sql_row& row, search_index& index
)
{
    search_terms terms;
    const auto folded = parse_record(row.text(2));
    const auto* event = folded ? known.find_event(folded->event) : nullptr;
    // What is damaged is told by verification; it shall not keep the register shut.
    if (event != nullptr) terms = search_terms_of(*event, *folded, *current_view(*folded));
    index.keep(row.text(1), terms);
    TRY_STATUS(db.execute(
        "UPDATE record SET words = $3 WHERE office = $1 AND record = $2",
        {row.text(0), row.text(1), terms.to_text()}
    ));
    TRY_STATUS(db.execute(
        "DELETE FROM search_waiting WHERE office = $1 AND record = $2", {row.text(0), row.text(1)}
    ));
    return {};
}

/// How many records of an office were waiting, up to a limit.
result<std::size_t> index_some(
    sql_connection& db, const definitions& known, const std::string& office
)
{
    TRY(auto transaction, write_transaction::begin(db));
    TRY(const auto rows,
        db.query(
            "SELECT w.office, w.record, r.folded FROM search_waiting w JOIN record r ON r.office = "
            "w.office AND r.record = w.record WHERE w.office = $1 ORDER BY w.record LIMIT $2",
            {office, records_at_once}
        ));
    search_index index(db, office);
    for (const auto& row : rows)
        TRY_STATUS(index_record(db, known, row, index));
    TRY_STATUS(index.write());
    TRY_STATUS(transaction.commit());
    return rows.size();
}

} // namespace

status index_waiting_records(sql_connection& db, const std::string& schemas_folder)
{
    TRY(auto waiting, db.query("SELECT office FROM search_waiting LIMIT 1"));
    if (waiting.empty()) return {};
    TRY(const auto known, definitions::load(schemas_folder));
    while (!waiting.empty()) {
        TRY(const auto done, index_some(db, known, waiting.front().text(0)));
        if (done == 0) return failure{failure_code::corrupt_data, "a record to index is missing"};
        TRY(waiting, db.query("SELECT office FROM search_waiting LIMIT 1"));
    }
    return {};
}

} // namespace hotich
