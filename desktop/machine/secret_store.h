// The PC's own store of secrets: on Windows DPAPI, which encrypts for the signed-in user; elsewhere
// the Secret Service or KWallet of the session, by QtKeychain. One file a system, chosen by CMake.
// Given to every opening of a register by hotich-desktop and `hotich`.
#pragma once

#include "common/register/machine_secret.h"

namespace hotich {

machine_store store_of_this_pc();

} // namespace hotich
