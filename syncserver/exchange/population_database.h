// The national population database as this server sees it (domain §5.2): it is asked for a person's
// number, and whether it has a request. One adapter an outside system; this one's is
// population_http. Used by population_worker.
#pragma once

#include "common/sync/pin_message.h"

#include <string>

namespace hotich {

class population_database
{
public:
    virtual ~population_database() = default;

    // offline: surely nothing arrived there; cancelled: this server stops; any other failure: it
    // may have arrived.
    virtual result<pin_answer> ask(const json::object& message) = 0;
    virtual result<pin_answer> question(const std::string& request) = 0;

    /// From any thread: what is running fails, and so does everything later.
    virtual void cancel() = 0;
};

} // namespace hotich
