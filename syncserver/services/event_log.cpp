#include "syncserver/services/event_log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>

namespace hotich {

namespace {

constexpr std::array<std::string_view, 5> level_names{"debug", "info", "warn", "error", "off"};

spdlog::level::level_enum level_of(log_level level)
{
    switch (level) {
    case log_level::debug:
        return spdlog::level::debug;
    case log_level::info:
        return spdlog::level::info;
    case log_level::warn:
        return spdlog::level::warn;
    case log_level::error:
        return spdlog::level::err;
    case log_level::off:
        return spdlog::level::off;
    }
    return spdlog::level::off;
}

} // namespace

result<log_level> log_level_of(std::string_view name)
{
    for (std::size_t i = 0; i < level_names.size(); ++i)
        if (level_names[i] == name) return static_cast<log_level>(i);
    return failure{failure_code::invalid_input, "expected debug, info, warn, error or off"};
}

struct event_log::state
{
    spdlog::logger logger{"hotich", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

event_log::event_log(log_level least) : m_state(std::make_unique<state>())
{
    m_state->logger.set_level(level_of(least));
    m_state->logger.set_pattern(
        R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc
    );
}

event_log::~event_log() = default;

void event_log::write(log_level level, std::string_view event, const json::object& members) const
{
    if (!m_state->logger.should_log(level_of(level))) return;
    json::object line{{"event", event}};
    for (const auto& member : members)
        line[member.key()] = member.value();
    const auto text = to_text(line);
    m_state->logger.log(level_of(level), std::string_view(text).substr(1, text.size() - 2));
}

} // namespace hotich
