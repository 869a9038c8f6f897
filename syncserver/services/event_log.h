// The server's journal: one JSON object a line on stderr. It says what happened and how long it
// took, never who was registered: no request body, no unknown path, no name. Used everywhere in
// syncserver.
#pragma once

#include "common/base/json.h"

#include <memory>
#include <string>

namespace hotich {

enum class log_level { debug, info, warn, error, off };

/// "debug", "info", "warn", "error" or "off".
result<log_level> log_level_of(std::string_view name);

class event_log
{
public:
    explicit event_log(log_level least);
    event_log(const event_log&) = delete;
    event_log& operator=(const event_log&) = delete;
    ~event_log();

    /// {"time":…,"level":…,"event":…, then the members}. From any thread.
    void write(log_level level, std::string_view event, const json::object& members = {}) const;

private:
    struct state;
    std::unique_ptr<state> m_state;
};

} // namespace hotich
