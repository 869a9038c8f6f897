// What the server says of printed papers and of the blanks they are printed on. It keeps the books
// of what an office tells; that a blank is told of twice is for the office to find.
#include "common/register/blank_ledger.h"
#include "common/sync/sequencer.h"

#include <algorithm>

namespace hotich {

namespace {

bool has_paper(const record& content, std::string_view token)
{
    return std::any_of(content.papers.begin(), content.papers.end(), [token](const auto& paper) {
        return text_at(paper.get_object(), "token") == token;
    });
}

} // namespace

result<verdict> sequencer::decide_issue_paper(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    if (!existing || existing->state != record_state::registered) return rejected("not_registered");
    if (has_paper(*existing, text_at(op.payload, "token"))) return rejected("paper_known");
    return verdict();
}

result<verdict> sequencer::decide_paper_step(const operation& op, instant)
{
    TRY(const auto existing, current(op.record));
    const bool is_known = existing && has_paper(*existing, text_at(op.payload, "token"));
    return is_known ? verdict() : rejected("paper_unknown");
}

result<verdict> sequencer::decide_move_blanks(const operation& op, instant)
{
    return parse_blank_move(op.payload) ? verdict() : rejected("blank_move");
}

} // namespace hotich
