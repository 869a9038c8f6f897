#include "common/register/account_book.h"

#include "common/register/operation_log.h"

namespace hotich {

namespace {

result<account> account_in(const sql_row& row, const admin_units& units)
{
    TRY(const auto source, parse_json_object(row.text(0)));
    return parse_account(source, units);
}

} // namespace

status account_book::apply(const operation& op)
{
    if (op.kind != operation_kind::account && op.kind != operation_kind::change_password) return {};
    TRY(const auto entries, operation_log(m_db, m_office).entries_of(op.record));
    const auto folded = fold_account(entries, m_units);
    if (!folded) return {};
    TRY([[maybe_unused]] const auto rows,
        m_db.execute(
            "INSERT INTO account (office, account, name, content) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (office, account) DO UPDATE SET name = excluded.name, content = "
            "excluded.content",
            {m_office, folded->id, folded->name, to_text(folded->to_json())}
        ));
    return {};
}

result<bool> account_book::is_empty()
{
    TRY(const auto rows, m_db.query("SELECT 1 FROM account WHERE office = $1 LIMIT 1", {m_office}));
    return rows.empty();
}

result<std::optional<account>> account_book::find(const std::string& id)
{
    TRY(const auto rows,
        m_db.query("SELECT content FROM account WHERE office = $1 AND account = $2", {m_office, id})
    );
    if (rows.empty()) return std::optional<account>();
    TRY(auto found, account_in(rows.front(), m_units));
    return std::optional<account>(std::move(found));
}

result<std::vector<account>> account_book::all()
{
    TRY(const auto rows,
        m_db.query("SELECT content FROM account WHERE office = $1 ORDER BY name", {m_office}));
    std::vector<account> out;
    for (const auto& row : rows) {
        TRY(auto one, account_in(row, m_units));
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace hotich
