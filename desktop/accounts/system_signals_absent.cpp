#include "desktop/accounts/system_signals.h"

namespace hotich {

std::shared_ptr<void> listen_to_system(session_lock&) { return {}; }

} // namespace hotich
