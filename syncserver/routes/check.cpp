// GET /v1/check/{token}: what the QR code of a paper asks, for anybody who holds the paper.
// → {"standing":"valid"|"superseded"|"withdrawn","certificate","initials","year"}
#include "syncserver/routes/answers.h"
#include "syncserver/routes/route.h"

namespace hotich {

http_response get_check(const route_call& call)
{
    const auto checked = call.services.exchanges.check_paper(std::string(call.parameter));
    if (!checked) {
        auto refusal = failure_answer(checked.error());
        // Who tries tokens is slowed like who tries passwords.
        refusal.is_failed_sign_in = checked.error().code == failure_code::not_found;
        return refusal;
    }
    return json_answer(
        {{"standing", name_of(checked->standing)},
         {"certificate", checked->certificate},
         {"initials", checked->initials},
         {"year", checked->year}}
    );
}

} // namespace hotich
