#include "desktop/forms/form_session.h"

#include "desktop/forms/entry_targets.h"

#include <QUuid>

#include <algorithm>

namespace hotich {

namespace {

constexpr int check_delay_ms = 250;
constexpr int draft_delay_ms = 500;

std::string new_draft_id()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

form_setting setting_of(const desk_register& desk, instant now)
{
    return {desk.office(), date_in_vietnam(now)};
}

bool differs(const form_state& state, const std::string& path, const json::value& value)
{
    const auto* shown = find_path(state.shown(), path);
    return is_known(value) ? shown == nullptr || *shown != value
                           : shown != nullptr && is_known(*shown);
}

/// When the record was sent for the last time.
instant sent_at(const record& sent)
{
    instant at;
    for (const auto& line : sent.history) {
        const auto* object = line.if_object();
        if (object == nullptr || text_at(*object, "kind") != operation_kind::registration) continue;
        if (const auto* when = object->if_contains("at"); when != nullptr && when->is_int64())
            at.ms = when->get_int64();
    }
    return at;
}

result<form_origin> correction_of(desk_register& desk, const std::string& record_id, instant now)
{
    TRY(const auto sent, desk.load(record_id));
    const auto* event = desk.known().find_event(sent.event);
    if (event == nullptr) return failure{failure_code::not_found, "no such event"};
    // What the program itself wrote then, it writes anew: the day of registration is the day it is
    // sent again.
    auto data = sent.data;
    for (const auto& field : event->fields)
        if (!field.automatic.is_null()) remove_path(data, field.path);
    const auto refilled = desk.check(*event, std::move(data), sent_at(sent), record_id).data;
    return form_origin{
        event,
        "",
        record_id,
        without_what_refills(*event, sent.data, refilled),
        setting_of(desk, now)};
}

result<form_origin> once_more(
    desk_register& desk, const std::string& again, const std::string& record_id, instant now
)
{
    TRY(const auto before, desk.load(record_id));
    const auto* event = desk.known().find_event(before.event);
    if (event == nullptr) return failure{failure_code::not_found, "no such event"};
    const auto known = std::find_if(
        event->again.begin(),
        event->again.end(),
        [&again](const again_definition& one) { return one.id == again; }
    );
    if (known == event->again.end()) return failure{failure_code::not_found, "no such repetition"};
    auto typed = without_automatic(*event, desk.new_form(*event, now));
    known->take_over(current_data(before), typed);
    return form_origin{
        event, "", "", without_automatic(*event, std::move(typed)), setting_of(desk, now)};
}

result<form_origin> note_on(
    desk_register& desk, const event_definition& event, const std::string& record_id, instant now
)
{
    TRY(const auto entry, desk.load(record_id));
    const auto* noted = desk.known().find_event(entry.event);
    if (noted == nullptr) return failure{failure_code::not_found, "no such event"};
    auto typed = without_automatic(event, desk.new_form(event, now));
    for (const auto& target : entry_targets(event)) {
        if (!can_name(target, *noted)) continue;
        auto values = values_of_target(desk.known(), target, entry, desk.office());
        for (auto& value : values_of_subject(event, *noted, current_data(entry)))
            values.push_back(std::move(value));
        for (const auto& [path, value] : values)
            if (event.find_field(path) != nullptr && is_known(value)) set_path(typed, path, value);
        break;
    }
    return form_origin{&event, "", "", std::move(typed), setting_of(desk, now)};
}

result<form_origin> registration_of(desk_register& desk, const std::string& record_id, instant now)
{
    TRY(const auto dossier, desk.load(record_id));
    const auto* event = desk.known().find_event(dossier.event);
    if (event == nullptr) return failure{failure_code::not_found, "no such event"};
    auto typed = without_automatic(*event, desk.new_form(*event, now));
    for (const auto& field : event->fields)
        if (const auto* value = find_path(dossier.data, field.path);
            value != nullptr && is_known(*value))
            set_path(typed, field.path, *value);
    return form_origin{event, "", record_id, std::move(typed), setting_of(desk, now)};
}

/// What was typed for the record before, and not sent, is gone on with.
result<form_origin> from_draft(desk_register& desk, result<form_origin> origin)
{
    if (!origin) return origin;
    TRY(auto drafts, desk.drafts());
    const auto kept = std::ranges::find(drafts, origin->record_id, &draft::record);
    if (kept == drafts.end() || kept->event != origin->event->event) return origin;
    origin->draft_id = kept->id;
    origin->typed = std::move(kept->data);
    return origin;
}

/// On the register's thread, at the moment it was asked.
template <class Work>
void ask_origin(const workplace& place, QObject* receiver, Work work, origin_taker done)
{
    place.desk.ask(
        receiver,
        [work = std::move(work), now = place.time.now()](desk_register& desk) {
            return work(desk, now);
        },
        std::move(done)
    );
}

} // namespace

form_session::form_session(const workplace& place, form_origin origin, QObject* parent)
    : QObject(parent),
      m_place(place),
      m_state(*origin.event, std::move(origin.typed)),
      m_setting(std::move(origin.setting)),
      m_draft_id(std::move(origin.draft_id)),
      m_record_id(std::move(origin.record_id))
{
    m_check_timer.setSingleShot(true);
    m_check_timer.setInterval(check_delay_ms);
    m_draft_timer.setSingleShot(true);
    m_draft_timer.setInterval(draft_delay_ms);
    connect(&m_check_timer, &QTimer::timeout, this, &form_session::check_now);
    connect(&m_draft_timer, &QTimer::timeout, this, &form_session::keep_draft);
}

void form_session::set(const std::string& path, const json::value& value)
{
    if (!differs(m_state, path, value)) return;
    remember(path);
    m_state.set(path, value);
    was_changed();
}

void form_session::set_apart(const std::string& path, const json::value& value)
{
    m_is_step_over = true;
    set(path, value);
    m_is_step_over = true;
}

void form_session::set_together(const std::vector<field_value>& values)
{
    const auto is_new = [this](const auto& field) {
        return differs(m_state, field.path, field.value);
    };
    if (std::none_of(values.begin(), values.end(), is_new)) return;
    remember("");
    for (const auto& field : values)
        m_state.set(field.path, field.value);
    was_changed();
}

void form_session::remember(const std::string& path)
{
    const bool goes_on = !m_is_step_over && !path.empty() && !m_undo.empty();
    if (goes_on && m_undo.back().path == path) return;
    m_is_step_over = false;
    if (m_undo.size() >= max_undo_steps) m_undo.erase(m_undo.begin());
    m_undo.push_back({path, m_state.typed()});
}

std::string form_session::undo()
{
    if (m_undo.empty()) return {};
    auto last = std::move(m_undo.back());
    m_undo.pop_back();
    m_state.set_typed(std::move(last.typed));
    was_changed();
    return last.path;
}

void form_session::was_changed()
{
    if (m_draft_id.empty()) m_draft_id = new_draft_id();
    m_check_timer.start();
    if (!m_draft_timer.isActive()) m_draft_timer.start();
    emit changed();
}

void form_session::check_now()
{
    m_check_timer.stop();
    if (m_is_checking) {
        m_check_timer.start(); // one at a time: the answer on its way is of older words
        return;
    }
    m_is_checking = true;
    m_place.desk.ask(
        this,
        [event = &event(), data = m_state.to_send(), now = m_place.time.now(), id = m_record_id](
            desk_register& desk
        ) -> result<registration_outcome> { return desk.check(*event, data, now, id); },
        [this](result<registration_outcome> answer) {
            m_is_checking = false;
            if (answer)
                take_check(std::move(*answer));
            else
                emit failed(answer.error());
        }
    );
}

void form_session::take_check(registration_outcome outcome)
{
    m_state.take_completed(outcome.data);
    m_findings = std::move(outcome.findings);
    emit changed();
    if (!m_check_timer.isActive()) emit checked();
}

void form_session::keep_draft()
{
    m_draft_timer.stop();
    if (m_draft_id.empty() || m_is_closed) return;
    const auto now = m_place.time.now();
    draft kept{m_draft_id, event().event, m_record_id, m_state.typed(), "", now};
    m_place.desk.ask(
        this,
        [kept = std::move(kept), now](desk_register& desk) { return desk.save_draft(kept, now); },
        [this, now](const result<draft>& answer) {
            if (answer)
                emit draft_kept(now);
            else
                emit failed(answer.error());
        }
    );
}

void form_session::discard_draft()
{
    m_is_closed = true;
    m_draft_timer.stop();
    if (m_draft_id.empty()) return;
    m_place.desk.ask(
        this,
        [id = m_draft_id](desk_register& desk) { return desk.remove_draft(id); },
        [this](const status& answer) {
            if (!answer) emit failed(answer.error());
        }
    );
}

void form_session::register_now()
{
    if (m_is_closed) return;
    m_check_timer.stop();
    m_draft_timer.stop();
    m_is_closed = true; // a second Ctrl+S must not register a second time
    registration_request request{m_state.to_send(), m_reasons, m_record_id, m_draft_id};
    m_place.desk.ask(
        this,
        [event = &event(), request = std::move(request), now = m_place.time.now()](
            desk_register& desk
        ) { return desk.register_event(*event, request, now); },
        [this](result<registration_outcome> answer) {
            m_is_closed = answer && answer->is_stored();
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            m_findings = answer->findings;
            emit registered(*answer);
        }
    );
}

void begin_new(
    const workplace& place, QObject* receiver, const event_definition& event, origin_taker done
)
{
    ask_origin(
        place,
        receiver,
        [&event](desk_register& desk, instant now) -> result<form_origin> {
            auto typed = without_automatic(event, desk.new_form(event, now));
            return form_origin{&event, "", "", std::move(typed), setting_of(desk, now)};
        },
        std::move(done)
    );
}

void begin_again(
    const workplace& place,
    QObject* receiver,
    const std::string& again,
    const std::string& record_id,
    origin_taker done
)
{
    ask_origin(
        place,
        receiver,
        [again, record_id](desk_register& desk, instant now) {
            return once_more(desk, again, record_id, now);
        },
        std::move(done)
    );
}

void begin_draft(const workplace& place, QObject* receiver, draft kept, origin_taker done)
{
    ask_origin(
        place,
        receiver,
        [kept = std::move(kept)](desk_register& desk, instant now) -> result<form_origin> {
            const auto* event = desk.known().find_event(kept.event);
            if (event == nullptr) return failure{failure_code::not_found, "no such event"};
            return form_origin{event, kept.id, kept.record, kept.data, setting_of(desk, now)};
        },
        std::move(done)
    );
}

void begin_note(
    const workplace& place,
    QObject* receiver,
    const event_definition& event,
    const std::string& record_id,
    origin_taker done
)
{
    ask_origin(
        place,
        receiver,
        [&event, record_id](desk_register& desk, instant now) {
            return note_on(desk, event, record_id, now);
        },
        std::move(done)
    );
}

void begin_dossier(
    const workplace& place, QObject* receiver, const std::string& record_id, origin_taker done
)
{
    ask_origin(
        place,
        receiver,
        [record_id](desk_register& desk, instant now) {
            return from_draft(desk, registration_of(desk, record_id, now));
        },
        std::move(done)
    );
}

void begin_correction(
    const workplace& place, QObject* receiver, const std::string& record_id, origin_taker done
)
{
    ask_origin(
        place,
        receiver,
        [record_id](desk_register& desk, instant now) {
            return from_draft(desk, correction_of(desk, record_id, now));
        },
        std::move(done)
    );
}

} // namespace hotich

#include "moc_form_session.cpp"
