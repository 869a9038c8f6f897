#include "common/register/completeness.h"

#include "common/register/receipt.h"

#include <algorithm>

namespace hotich {

namespace {

/// Of every desk that was enrolled, also of one that has done nothing.
result<std::vector<desk_share>> shares_of(
    sql_connection& db, const std::string& office, const desk_keys& enrolled
)
{
    TRY(const auto rows,
        db.query(
            "SELECT desk, max(seq), count(*) FROM operation WHERE office = $1 AND revision IS NOT "
            "NULL GROUP BY desk ORDER BY desk",
            {office}
        ));
    std::map<std::string, desk_share> by_desk;
    for (const auto& [desk, key] : enrolled)
        by_desk[desk] = {desk, 0, 0};
    for (const auto& row : rows)
        by_desk[row.text(0)] = {row.text(0), row.integer(1), row.integer(2)};
    std::vector<desk_share> shares;
    for (auto& [desk, share] : by_desk)
        shares.push_back(std::move(share));
    return shares;
}

status check_signature(desk_register& desk, completeness& proof)
{
    const auto& who = desk.identity();
    TRY(const auto rows,
        desk.connection().query(
            "SELECT revision, signature FROM signed_head WHERE office = $1 ORDER BY revision DESC "
            "LIMIT 1",
            {who.office}
        ));
    if (rows.empty()) return {};
    proof.signed_revision = rows.front().integer(0);
    proof.is_signed = proof.signed_revision == proof.head.revision
        && is_signed_by(feed_message(who.office, proof.head), rows.front().text(1), who.server_key);
    return {};
}

/// Records in their order, each with its length, so that no two lists read alike.
result<std::string> hash_of_fold(sql_connection& db, const std::string& office)
{
    TRY(const auto rows,
        db.query("SELECT record, folded FROM record WHERE office = $1 ORDER BY record", {office}));
    std::string hash(64, '0');
    for (const auto& row : rows)
        hash = sha256_hex(
            hash + row.text(0) + "\n" + std::to_string(row.text(1).size()) + "\n" + row.text(1)
        );
    return hash;
}

} // namespace

result<completeness> prove_completeness(desk_register& desk)
{
    completeness proof;
    const auto& who = desk.identity();
    auto& db = desk.connection();
    TRY(auto keys, enrolled_desks(db, who.office));
    keys[server_desk] = who.server_key;
    TRY(auto report, verify_office(db, desk.known(), who.office, keys));
    proof.problems = std::move(report.problems);
    TRY(proof.head, desk.log().head_of_feed());
    TRY_STATUS(check_signature(desk, proof));
    TRY(proof.desks, shares_of(db, who.office, keys));
    TRY(proof.fold, hash_of_fold(db, who.office));
    TRY(proof.undecided, desk.log().count_undecided(who.desk));
    return proof;
}

bool is_complete(const completeness& proof, std::int64_t feed_revision)
{
    return proof.problems.empty() && proof.is_signed && proof.undecided == 0
        && proof.head.revision >= feed_revision
        && std::all_of(proof.desks.begin(), proof.desks.end(), [](const desk_share& one) {
               return one.last == one.here;
           });
}

} // namespace hotich
