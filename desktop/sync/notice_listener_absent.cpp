// For builds without QtWebSockets: nobody listens, and the line asks every few minutes.
#include "desktop/sync/notice_listener.h"

namespace hotich {

notice_listener::notice_listener(
    desk_identity /*identity*/,
    signing_key /*key*/,
    std::function<instant()> /*now*/,
    std::unique_ptr<random_source> /*random*/,
    QObject* parent
)
    : QObject(parent)
{}

notice_listener::~notice_listener() = default;

bool notice_listener::is_possible() { return false; }

void notice_listener::start() {}

} // namespace hotich
