#include "tests/simulation/simulated_desk.h"

#include <algorithm>
#include <array>

namespace hotich::test {

namespace {

const event_definition& birth() { return *real_definitions().find_event("birth"); }

std::string pick(random_source& random, std::initializer_list<const char*> from)
{
    return from.begin()[random.below(from.size())];
}

/// Reasons for whatever stands in the way of a lawful record: the simulated clerk has looked.
std::vector<override_reason> reasons_for(const std::vector<finding>& findings)
{
    std::vector<override_reason> reasons;
    for (const auto& item : findings)
        if (item.needs_reason || item.level == severity::block)
            reasons.push_back({item.rule, "", "đã đối chiếu giấy tờ", "biên bản"});
    return reasons;
}

} // namespace

json::object some_birth(random_source& random, const std::string& office)
{
    auto data = lawful_birth();
    data.erase("gcs_code");
    data.erase("gcs_date");
    const auto name = "Nguyễn " + pick(random, {"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu", "Hải"})
        + " "
        + pick(random,
               {"An",
                "Bình",
                "Cường",
                "Dung",
                "Đông",
                "Giang",
                "Hà",
                "Khánh",
                "Lan",
                "Minh",
                "Nga",
                "Oanh"});
    set_path(data, "child.full_name", json::value(name));
    set_path(
        data, "child.birth_date", json::value("2026-11-" + std::to_string(10 + random.below(10)))
    );
    set_path(data, "mother.residence.commune_code", json::value(office));
    return data;
}

template <class Act>
bool simulated_desk::with_power(const Act& act)
{
    try {
        act();
        return true;
    } catch (const power_failed&) {
        stop();
        ++crashes;
        return false;
    }
}

bool simulated_desk::start()
{
    return with_power([this] {
        auto opened = desk_register::over(
            std::make_unique<faulty_connection>(m_disk, faults, m_random),
            "Clerk",
            real_definitions(),
            m_random
        );
        if (!opened) return; // the disk refused; the clerk tries again later
        m_desk = std::move(*opened);
        m_engine = std::make_unique<sync_engine>(m_random);
    });
}

void simulated_desk::stop()
{
    m_engine.reset();
    m_desk.reset();
    m_disk->rollback();
}

bool simulated_desk::work(instant true_time)
{
    if (!is_running()) return true;
    const auto now = clock(true_time);
    return with_power([&] {
        const auto kind = m_random.below(10);
        if (kind < 6)
            register_birth(now);
        else if (kind < 7)
            mend_or_give_up(now);
        else if (kind < 9)
            print_something(now);
        else
            take_or_return_block(now);
    });
}

void simulated_desk::register_birth(instant now)
{
    const auto data = some_birth(m_random, m_office);
    auto tried = m_desk->register_event(birth(), {data, {}, "", ""}, now);
    if (tried && !tried->is_stored() && m_random.below(2) == 0)
        tried = m_desk->register_event(birth(), {data, reasons_for(tried->findings), "", ""}, now);
    if (tried && tried->is_stored()) told_saved.insert(tried->record);
}

void simulated_desk::mend_or_give_up(instant now)
{
    for (const auto state : {record_state::rejected, record_state::held}) {
        const auto waiting = m_desk->in_state(state, 5);
        if (!waiting || waiting->empty()) continue;
        const auto& id = (*waiting)[m_random.below(waiting->size())].record;
        const auto content = m_desk->load(id);
        if (!content) continue;
        const auto way = m_random.below(3);
        if (way == 0) {
            (void)m_desk->withdraw(id, "nhầm", now).has_value();
        } else if (way == 1 && state == record_state::held) {
            (void)m_desk->confirm_distinct(id, "hai cháu khác nhau", now).has_value();
        } else {
            auto data = content->data;
            data.erase("reg_date");
            (void)m_desk->register_event(birth(), {data, {}, id, ""}, now).has_value();
        }
        return;
    }
}

void simulated_desk::print_something(instant now)
{
    const auto lines = m_desk->in_state(record_state::registered, 50);
    if (!lines || lines->empty()) return;
    const auto& line = (*lines)[m_random.below(lines->size())];
    const auto issued = m_desk->issue_paper(line.record, "birth_certificate", now);
    if (issued) told_printed.emplace(line.record, to_display(*issued->content.number));
}

void simulated_desk::take_or_return_block(instant now)
{
    const auto blocks = m_desk->blocks();
    if (!blocks) return;
    if (blocks->empty())
        (void)m_desk->request_block("BIRTH", 1 + static_cast<int>(m_random.below(6)), now)
            .has_value();
    else if (m_random.below(3) == 0)
        (void)m_desk->return_block(blocks->front().block, now).has_value();
}

std::vector<sync_effect> simulated_desk::tell(const sync_input& input, instant true_time)
{
    if (!is_running()) return {};
    return m_engine->on(input, clock(true_time));
}

std::optional<sync_input> simulated_desk::carry_out(const sync_effect& effect, instant true_time)
{
    std::optional<sync_input> next;
    if (!is_running()) return next;
    with_power([&] {
        if (const auto* load = std::get_if<load_batch>(&effect)) {
            auto loaded = load_outbox(*m_desk, load->max_operations);
            next = loaded ? sync_input(batch_loaded{std::move(*loaded)})
                          : sync_input(step_failed{loaded.error()});
        } else if (const auto* answer = std::get_if<apply_answer>(&effect)) {
            auto applied = take_in_answer(*m_desk, answer->response, clock(true_time));
            next = applied ? sync_input(answer_applied{applied->unsent_left > 0})
                           : sync_input(step_failed{applied.error()});
        }
    });
    return is_running() ? next : std::nullopt;
}

} // namespace hotich::test
