// How each printer of this desk misses, kept in its register. Used by the printer page and wherever
// something is printed.
#pragma once

#include "common/papers/printer_setup.h"
#include "common/register/desk_register.h"

namespace hotich {

/// A printer that was never measured does not miss.
result<printer_setup> setup_of_printer(const desk_register& desk, const std::string& printer);
status keep_printer_setup(
    desk_register& desk, const std::string& printer, const printer_setup& setup
);

} // namespace hotich
