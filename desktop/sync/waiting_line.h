// The line for programs that have the register at hand and wait until they are done: `hotich` and
// the client of the peers' benchmark. An event loop runs meanwhile.
#pragma once

#include "common/sync/enrol_code.h"
#include "desktop/sync/sync_driver.h"

namespace hotich {

/// What all exchanges of one synchronisation did, and how far the register is.
struct synchronisation
{
    exchange_report all;
    feed_progress progress;
};

/// Until nothing is left to send or to fetch; the failure is why it could not finish. `exchanged`
/// hears after each exchange how far it is.
result<synchronisation> synchronise_and_wait(
    desk_register& desk,
    wire_dictionary dictionary,
    const std::function<instant()>& now,
    const std::function<void(const feed_progress&)>& exchanged = {}
);

result<server_client::enrolled_desk> enrol_and_wait(
    const std::string& server, const enrol_code_parts& code, const std::string& public_key
);

} // namespace hotich
