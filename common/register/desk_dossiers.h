// A dossier before its registration (domain §3.0.4): received with its papers and due day, paused
// while another office verifies, sent back for papers, delayed with an apology, refused with
// reasons. Registering it is desk_register::register_event with the same record.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

struct received_paper
{
    std::string name;
    std::string
        kind; ///< original, certified copy, photocopy compared with the original, electronic…
    bool is_compared = false;
};

struct dossier_receipt
{
    json::object data;   ///< what of the form is known: at least who asks
    std::string channel; ///< code list channel
    std::vector<received_paper> papers;
    std::string record = {}; ///< that it gets; "" makes a new one
};

/// Gives the record the dossier and its registration will have. What is received under a record
/// that is there already was received before: nothing is written.
result<std::string> receive_dossier(
    desk_register& desk, const event_definition& event, const dossier_receipt& receipt, instant now
);
status pause_dossier(
    desk_register& desk, const std::string& record_id, const std::string& reason, instant now
);
status resume_dossier(desk_register& desk, const std::string& record_id, instant now);
status ask_for_papers(
    desk_register& desk,
    const std::string& record_id,
    const std::vector<std::string>& papers,
    const std::string& reason,
    instant now
);
/// A new due day, with the reason the apology gives.
status delay_dossier(
    desk_register& desk,
    const std::string& record_id,
    const civil_date& due_on,
    const std::string& reason,
    instant now
);
status refuse_dossier(
    desk_register& desk, const std::string& record_id, const std::string& reason, instant now
);

} // namespace hotich
