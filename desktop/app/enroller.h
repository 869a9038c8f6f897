// What the first-run wizard needs of the world: a new register in its place and a server that takes
// the desk in. Implemented beside the synchronisation; the wizard knows neither network nor files.
#pragma once

#include "common/base/result.h"

#include <functional>
#include <string>

namespace hotich {

struct enrolment_request
{
    std::string server_url;
    std::string code;
    std::string user;
    std::string password;
};

enum class enrolment_step { making_register, asking_server, first_synchronisation };

class enroller
{
public:
    virtual ~enroller() = default;

    /// Both callbacks run on the GUI thread. After success the register is open on the register
    /// thread and enrolled. After a failure nothing is lost: the same request may be made again (a
    /// register that was made is used again). Failures: offline, not_allowed (code), wrong_key (the
    /// server is another one, or the password does not fit the register that is there already),
    /// invalid_input (address or code misshapen), storage_unavailable.
    virtual void enrol(
        enrolment_request request,
        std::function<void(enrolment_step)> progress,
        std::function<void(status)> done
    ) = 0;
};

} // namespace hotich
