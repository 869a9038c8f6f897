// Takes a part of an office's feed back in that its server has signed and does not know any more:
// every operation with the verdict and the number it had, and what the server had written elsewhere
// with its own. Callers hold the transaction and have checked the signature. Used by host.
#pragma once

#include "common/definitions/definitions.h"
#include "common/sync/messages.h"

namespace hotich {

/// Computes what the lines leave out; gives the head behind the last. invalid_input: there is a
/// gap.
result<feed_head> complete(shown_feed& shown);

class feed_healer
{
public:
    feed_healer(sql_connection& db, const definitions& known, std::string office)
        : m_db(db), m_known(known), m_office(std::move(office))
    {}

    /// Whether what is shown and what is here are the same as far as both go. busy: it begins
    /// behind the end of what is here.
    result<bool> is_one_history(const shown_feed& shown);
    /// Appends what is not here yet.
    status take_in(const shown_feed& shown, instant now);

private:
    status learn(const operation& op);
    status learn_pin(const operation& op);

    sql_connection& m_db;
    const definitions& m_known;
    std::string m_office;
};

} // namespace hotich
