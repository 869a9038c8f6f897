// A server that asks for personal numbers, a desk that registers births, and the clock of both. The
// population database is the test: it sends, answers, is silent. Used by the tests of pins.
#pragma once

#include "common/papers/paper_values.h"
#include "common/register/desk_pins.h"
#include "tests/support/births.h"
#include "tests/support/small_world.h"

#include <QStringList>

namespace hotich::test {

inline constexpr std::int64_t a_day_ms = 24ll * 3600 * 1000;
inline const std::string a_number = "001226000123";
inline const std::string another_number = "001226000456";

inline pin_answer issued(std::string number)
{
    return {pin_answer_kind::issued, std::move(number)};
}

inline pin_answer refused(std::string code, std::int64_t round = 1)
{
    return {pin_answer_kind::refused, "", std::move(code), "as it says", round};
}

inline const pin_answer waiting{pin_answer_kind::waiting};
inline const pin_answer unknown{pin_answer_kind::unknown};

/// What the certificate of a birth says of the child's number.
inline std::string printed_number(const paper_issue& issue, const office_profile& office)
{
    const auto& paper = *birth().find_paper(issue.certificate);
    const paper_source source{
        real_definitions(), issue.content, office, issue.token, {2026, 11, 23}, issue.number, ""};
    return paper_value(source, paper, "child.pin", "");
}

/// A server, a desk that registers, and the clock of both.
struct pin_office
{
    pin_office() { must(at.service.put_office(strict(), monday_morning)); }

    static office_profile strict()
    {
        auto profile = office_of("00004");
        profile.allow_certificate_without_pin = false;
        return profile;
    }

    std::string born(const std::string& name) { return registered(birth_of(name)); }

    std::string registered(json::object data)
    {
        const auto outcome = register_data(*desk, std::move(data));
        if (!outcome.is_stored()) qFatal("%s", as_text(outcome.findings).c_str());
        sync();
        return outcome.record;
    }

    void sync() { must(synchronise(*desk, at, now)); }

    std::vector<pin_task> due() { return must(at.service.pins_due(now, 10)); }

    pin_task only_due()
    {
        const auto tasks = due();
        if (tasks.size() != 1) qFatal("%d tasks are due", int(tasks.size()));
        return tasks.front();
    }

    json::object send(const pin_task& task) { return must(at.service.pin_sent(task, now)); }

    /// The only task that is due, sent.
    pin_task sent()
    {
        const auto task = only_due();
        send(task);
        return task;
    }

    pin_outcome answer(const pin_task& task, const pin_answer& said)
    {
        return must(at.service.pin_answered(task, said, now, random));
    }

    void silence(const pin_task& task, pin_silence why)
    {
        must(at.service.pin_unanswered(task, why, now, random));
    }

    void wait(std::int64_t ms) { now.ms += ms; }

    record load(const std::string& id) const { return must(desk->load(id)); }

    std::string state_of(const std::string& id) const
    {
        return std::string(text_at(load(id).pin, "state"));
    }

    QStringList history(const std::string& id) const
    {
        QStringList kinds;
        for (const auto& line : load(id).history)
            kinds << QString::fromStdString(std::string(text_at(line.get_object(), "kind")));
        return kinds;
    }

    QString tray(pin_tray which)
    {
        QStringList titles;
        for (const auto& line : must(pins_in(*desk, which, 10)))
            titles << QString::fromStdString(line.entry.title);
        return titles.join(", ");
    }

    instant now = monday_morning;
    server at{1};
    seeded_random random{2};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);
};

} // namespace hotich::test
