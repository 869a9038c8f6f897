#include "common/sync/paper_check.h"

#include "common/base/text.h"
#include "common/records/blank.h"
#include "common/register/projection.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array<const char*, 3> standing_names{"valid", "superseded", "withdrawn"};

std::string hash_of_paper_token(std::string_view token)
{
    return sha256_hex("hotich-paper-1\n" + std::string(token));
}

struct printed_from
{
    std::string office;
    std::string record;
};

result<printed_from> find_paper(sql_connection& db, const std::string& hash)
{
    TRY(const auto rows,
        db.query("SELECT office, record FROM paper_token WHERE token_hash = $1", {hash}));
    if (rows.empty()) return failure{failure_code::not_found, "no such paper"};
    return printed_from{rows.front().text(0), rows.front().text(1)};
}

/// The operations up to the one that issued the paper; empty where none did.
std::vector<log_entry> until_issued(const std::vector<log_entry>& entries, std::string_view token)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (entries[i].op.kind == operation_kind::issue_paper
            && text_at(entries[i].op.payload, "token") == token)
            return {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(i) + 1};
    return {};
}

bool is_spoiled(const record& now, std::string_view token)
{
    return std::any_of(now.papers.begin(), now.papers.end(), [token](const auto& paper) {
        return text_at(paper.get_object(), "token") == token
            && !is_in_force(paper_state_of(paper.get_object()));
    });
}

paper_standing standing_of(const record& then, const record& now, std::string_view token)
{
    if (now.state != record_state::registered || is_spoiled(now, token))
        return paper_standing::withdrawn;
    const bool is_as_it_was = current_data(then) == current_data(now)
        && then.annotations.size() == now.annotations.size();
    return is_as_it_was ? paper_standing::valid : paper_standing::superseded;
}

} // namespace

const char* name_of(paper_standing standing)
{
    return standing_names.at(static_cast<std::size_t>(standing));
}

status note_paper(sql_connection& db, const operation& op, const verdict& decided)
{
    if (op.kind != operation_kind::issue_paper || decided.result_kind != outcome::accepted)
        return {};
    const auto token = text_at(op.payload, "token");
    if (token.empty()) return {};
    TRY([[maybe_unused]] const auto rows,
        db.execute(
            "INSERT INTO paper_token (token_hash, office, record) VALUES ($1, $2, $3) ON CONFLICT "
            "DO NOTHING",
            {hash_of_paper_token(token), op.office, op.record}
        ));
    return {};
}

result<checked_paper> check_paper(
    sql_connection& db, const definitions& known, const std::string& token
)
{
    TRY(const auto found, find_paper(db, hash_of_paper_token(token)));
    TRY(const auto entries, operation_log(db, found.office).entries_of(found.record));
    const auto issued = until_issued(entries, token);
    const auto then = fold_record(found.record, issued);
    const auto now = fold_record(found.record, entries);
    if (issued.empty() || !then || !now) return failure{failure_code::not_found, "no such paper"};
    checked_paper out;
    out.standing = standing_of(*then, *now, token);
    out.certificate = text_at(issued.back().op.payload, "certificate");
    if (now->number) out.year = now->number->year;
    if (const auto* event = known.find_event(now->event))
        out.initials = initials_of(title_of(*event, current_data(*then)));
    return out;
}

std::string initials_of(std::string_view name)
{
    std::string out;
    for (const auto& word : words_of(std::string(name))) {
        std::size_t letter = 1;
        while (letter < word.size() && (static_cast<unsigned char>(word[letter]) & 0xC0u) == 0x80u)
            ++letter;
        out += (out.empty() ? "" : " ") + word.substr(0, letter) + ".";
    }
    return out;
}

} // namespace hotich
