// A dossier that is being received, kept while it is typed, so that neither a cut nor another page
// loses it. A desk has one at a time. Used by the page that receives.
#pragma once

#include "common/register/desk_register.h"

namespace hotich {

struct begun_reception
{
    std::string record; ///< that the dossier gets (dossier_receipt::record)
    json::object typed; ///< empty: nothing yet
};

/// The kept one, or a new one where none is kept or its dossier was received meanwhile.
result<begun_reception> begin_reception(desk_register& desk, instant now);
status keep_reception(desk_register& desk, const begun_reception& begun);

} // namespace hotich
