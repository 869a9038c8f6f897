#include "syncserver/services/metrics.h"

#include <sstream>

namespace hotich {

namespace {

void head_of(std::ostream& out, const char* name, const char* type, const char* help)
{
    out << "# HELP " << name << " " << help << "\n# TYPE " << name << " " << type << "\n";
}

void single(
    std::ostream& out, const char* name, const char* type, const char* help, std::uint64_t value
)
{
    head_of(out, name, type, help);
    out << name << " " << value << "\n";
}

} // namespace

void metrics::connection_opened()
{
    const std::lock_guard lock(m_mutex);
    ++m_connections_total;
    ++m_connections_open;
}

void metrics::connection_closed()
{
    const std::lock_guard lock(m_mutex);
    --m_connections_open;
}

void metrics::handshake_failed()
{
    const std::lock_guard lock(m_mutex);
    ++m_handshakes_failed;
}

void metrics::count_timeouts(std::size_t connections)
{
    const std::lock_guard lock(m_mutex);
    m_timeouts += connections;
}

void metrics::count_request(std::string_view route, int http_status, std::chrono::nanoseconds took)
{
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(m_mutex);
    ++m_requests[{std::string(route), http_status}];
    auto& durations = m_durations[std::string(route)];
    ++durations.count;
    durations.sum_s += seconds;
    for (std::size_t i = 0; i < bounds_s.size(); ++i)
        if (seconds <= bounds_s[i]) ++durations.at_most[i];
}

void metrics::count_refusal(std::string_view why, int http_status)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests[{std::string(why), http_status}];
}

void metrics::set_admission(const admission_gauges& gauges)
{
    const std::lock_guard lock(m_mutex);
    m_admission = gauges;
}

void metrics::set_listeners(std::size_t count)
{
    const std::lock_guard lock(m_mutex);
    m_listeners = count;
}

void metrics::count_notice()
{
    const std::lock_guard lock(m_mutex);
    ++m_notices;
}

void metrics::count_operations(const operation_counts& counted)
{
    const std::lock_guard lock(m_mutex);
    m_operations.accepted += counted.accepted;
    m_operations.rejected += counted.rejected;
    m_operations.held += counted.held;
}

void metrics::population_configured()
{
    const std::lock_guard lock(m_mutex);
    m_has_population = true;
}

void metrics::count_pin_answer(std::string_view kind)
{
    const std::lock_guard lock(m_mutex);
    ++m_pin_answers[std::string(kind)];
}

void metrics::set_pins(const pin_counts& waiting, instant now)
{
    const std::lock_guard lock(m_mutex);
    m_pins = waiting;
    const auto since = waiting.oldest_open ? now.ms - waiting.oldest_open->ms : 0;
    m_oldest_pin_s = since > 0 ? since / 1000 : 0;
}

void metrics::write_pins(std::ostream& out) const
{
    head_of(
        out,
        "hotich_population_configured",
        "gauge",
        "Whether the settings name a population database; 0: requests only queue."
    );
    out << "hotich_population_configured " << (m_has_population ? 1 : 0) << "\n";
    head_of(
        out, "hotich_pin_requests", "gauge", "Requests for personal numbers not issued, by state."
    );
    out << "hotich_pin_requests{state=\"queued\"} " << m_pins.queued << "\n"
        << "hotich_pin_requests{state=\"sent\"} " << m_pins.sent << "\n"
        << "hotich_pin_requests{state=\"refused\"} " << m_pins.refused << "\n"
        << "hotich_pin_requests{state=\"conflict\"} " << m_pins.conflicts << "\n";
    head_of(
        out,
        "hotich_pin_oldest_seconds",
        "gauge",
        "Age of the oldest request that is queued or sent."
    );
    out << "hotich_pin_oldest_seconds " << m_oldest_pin_s << "\n";
    head_of(
        out, "hotich_pin_answers_total", "counter", "Answers of the population database, by kind."
    );
    for (const auto& [kind, count] : m_pin_answers)
        out << "hotich_pin_answers_total{kind=\"" << kind << "\"} " << count << "\n";
}

void metrics::write_admission(std::ostream& out) const
{
    head_of(
        out, "hotich_requests_inside", "gauge", "Requests admitted: with a handler or before one."
    );
    out << "hotich_requests_inside " << m_admission.inside << "\n";
    head_of(out, "hotich_service_seconds", "gauge", "What a request takes of a handler, lately.");
    out << "hotich_service_seconds " << m_admission.service_s << "\n";
    head_of(
        out,
        "hotich_appointments_seconds",
        "gauge",
        "How far ahead the last refused client was told to come again."
    );
    out << "hotich_appointments_seconds " << m_admission.wait_outside_s << "\n";
    single(out, "hotich_listeners_open", "gauge", "Live listeners connected now.", m_listeners);
    single(out, "hotich_notices_total", "counter", "Live notices written.", m_notices);
}

std::string metrics::to_text(std::string_view version) const
{
    const std::lock_guard lock(m_mutex);
    std::ostringstream out;
    head_of(out, "hotich_build_info", "gauge", "The program.");
    out << "hotich_build_info{version=\"" << version << "\"} 1\n";
    single(out, "hotich_connections_open", "gauge", "Connections open now.", m_connections_open);
    single(
        out, "hotich_connections_total", "counter", "Connections accepted.", m_connections_total
    );
    single(
        out,
        "hotich_handshakes_failed_total",
        "counter",
        "TLS handshakes that failed.",
        m_handshakes_failed
    );
    single(
        out,
        "hotich_timeouts_total",
        "counter",
        "Connections closed because their time was over.",
        m_timeouts
    );
    head_of(out, "hotich_operations_total", "counter", "Operations decided, by outcome.");
    out << "hotich_operations_total{outcome=\"accepted\"} " << m_operations.accepted << "\n"
        << "hotich_operations_total{outcome=\"rejected\"} " << m_operations.rejected << "\n"
        << "hotich_operations_total{outcome=\"held\"} " << m_operations.held << "\n";
    write_admission(out);
    write_pins(out);
    head_of(out, "hotich_requests_total", "counter", "Requests answered, by route and status.");
    for (const auto& [key, count] : m_requests)
        out << "hotich_requests_total{route=\"" << key.first << "\",status=\"" << key.second
            << "\"} " << count << "\n";
    head_of(
        out, "hotich_request_duration_seconds", "histogram", "How long handlers took, by route."
    );
    for (const auto& [route, durations] : m_durations) {
        const auto label = "{route=\"" + route + "\"";
        for (std::size_t i = 0; i < bounds_s.size(); ++i)
            out << "hotich_request_duration_seconds_bucket" << label << ",le=\"" << bounds_s[i]
                << "\"} " << durations.at_most[i] << "\n";
        out << "hotich_request_duration_seconds_bucket" << label << ",le=\"+Inf\"} "
            << durations.count << "\n"
            << "hotich_request_duration_seconds_sum" << label << "} " << durations.sum_s << "\n"
            << "hotich_request_duration_seconds_count" << label << "} " << durations.count << "\n";
    }
    return out.str();
}

} // namespace hotich
