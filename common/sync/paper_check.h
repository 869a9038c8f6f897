// What the QR code of a paper asks: whether it still says what the register says. The code holds an
// opaque token; here stands its hash, with the entry it was printed from. The answer names nobody.
// Used by the server.
#pragma once

#include "common/definitions/definitions.h"
#include "common/records/verdict.h"
#include "common/register/operation_log.h"

namespace hotich {

enum class paper_standing {
    valid,      ///< the entry reads as it did when the paper was issued
    superseded, ///< something was noted or mended since: there is a newer copy to ask for
    withdrawn,  ///< the entry does not stand any more
};

const char* name_of(paper_standing standing);

struct checked_paper
{
    paper_standing standing = paper_standing::valid;
    std::string certificate; ///< the kind of paper: "birth_certificate"
    std::string initials;    ///< of the person of the entry: "N. M. K."
    int year = 0;            ///< of the registration
};

/// Keeps the token of an issued paper; other operations keep nothing. Within a transaction.
status note_paper(sql_connection& db, const operation& op, const verdict& decided);

/// not_found: no paper of this server has the token.
result<checked_paper> check_paper(
    sql_connection& db, const definitions& known, const std::string& token
);

/// "Nguyễn Minh Khang" → "N. M. K."
std::string initials_of(std::string_view name);

} // namespace hotich
