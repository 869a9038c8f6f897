// What district IT has prepared on a PC before its first start: where the server is, and the code.
// Used by enrolment_page.
//
// hotich/machine.ini in the system's folder of settings (Windows: C:\ProgramData, written by the
// installer; Linux: /etc/xdg): [enrolment] server=https://…, code=…
#pragma once

#include <QString>

namespace hotich {

struct prepared_enrolment
{
    QString server;
    QString code;
};

/// Empty where nothing was prepared.
prepared_enrolment enrolment_of_this_pc();

} // namespace hotich
