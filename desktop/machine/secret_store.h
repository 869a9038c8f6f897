// The PC's own store of secrets, by QtKeychain: the Credential Manager of Windows, which DPAPI
// encrypts for the user; on Linux the Secret Service or KWallet of the session. Given to every
// opening of a register by hotich-desktop and `hotich`.
#pragma once

#include "common/register/machine_secret.h"

namespace hotich {

machine_store store_of_this_pc();

} // namespace hotich
