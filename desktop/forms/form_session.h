// One dossier being typed: keeps the state, has it checked on the register thread while one types,
// keeps a draft on disk, registers it. Knows no widgets; form_view shows it.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/forms/editor_factory.h"
#include "desktop/forms/form_state.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace hotich {

/// Where a form begins: empty, with a draft, or with a record that the server did not take.
struct form_origin
{
    const event_definition* event = nullptr;
    std::string draft_id;  ///< "" until something was typed
    std::string record_id; ///< the rejected or held record that is sent again, or ""
    json::object typed;
    form_setting setting;
};

struct field_value
{
    std::string path;
    json::value value;
};

/// So far back a form can be undone.
inline constexpr std::size_t max_undo_steps = 200;

class form_session final : public QObject
{
    Q_OBJECT

public:
    form_session(const workplace& place, form_origin origin, QObject* parent = nullptr);

    [[nodiscard]] const event_definition& event() const { return m_state.event(); }

    [[nodiscard]] const form_state& state() const { return m_state; }

    [[nodiscard]] const form_setting& setting() const { return m_setting; }

    [[nodiscard]] const std::vector<finding>& findings() const { return m_findings; }

    [[nodiscard]] const std::string& record_id() const { return m_record_id; }

    [[nodiscard]] const std::vector<override_reason>& reasons() const { return m_reasons; }

    [[nodiscard]] bool has_draft() const { return !m_draft_id.empty(); }

    /// Whether the newest words were checked.
    [[nodiscard]] bool is_checked() const { return !m_is_checking && !m_check_timer.isActive(); }

    void set(const std::string& path, const json::value& value);
    /// The same in a step of its own, whatever the field had before and gets afterwards.
    void set_apart(const std::string& path, const json::value& value);
    /// Several fields in one step, as one undo takes them back.
    void set_together(const std::vector<field_value>& values);

    [[nodiscard]] bool can_undo() const { return !m_undo.empty(); }

    /// Takes the last step back: all changes of one field since another was changed, or what was
    /// filled in together. Gives the field, or "" where there was more than one.
    std::string undo();

    void set_reasons(std::vector<override_reason> reasons) { m_reasons = std::move(reasons); }

    /// Checks now instead of a moment after the last keystroke.
    void check_now();
    /// Writes the draft now, if anything was typed.
    void keep_draft();
    void discard_draft();
    void register_now();

signals:
    /// Values, visibility or requirements changed.
    void changed();
    /// The findings of the newest data are here.
    void checked();
    void draft_kept(const hotich::instant& at);
    /// Stored, or stopped by findings (then the outcome names no record).
    void registered(const hotich::registration_outcome& outcome);
    void failed(const hotich::failure& error);

private:
    struct undo_step
    {
        std::string path;
        json::object typed; ///< before it
    };

    void remember(const std::string& path);
    void was_changed();
    void take_check(registration_outcome outcome);

    const workplace& m_place;
    form_state m_state;
    form_setting m_setting;
    std::string m_draft_id;
    std::string m_record_id;
    std::vector<finding> m_findings;
    std::vector<override_reason> m_reasons;
    std::vector<undo_step> m_undo;
    bool m_is_step_over = false; ///< the next change is no part of the last step
    QTimer m_check_timer;
    QTimer m_draft_timer;
    bool m_is_checking = false;
    bool m_is_closed = false; ///< registered or discarded: nothing is kept any more
};

using origin_taker = std::function<void(result<form_origin>)>;

/// Reads what a form begins with on the register thread; `done` runs if `receiver` still lives.
void begin_new(
    const workplace& place, QObject* receiver, const event_definition& event, origin_taker done
);
void begin_draft(const workplace& place, QObject* receiver, draft kept, origin_taker done);
/// A record's event once more, with what one of its definition's `again` (its id) takes over.
void begin_again(
    const workplace& place,
    QObject* receiver,
    const std::string& again,
    const std::string& record_id,
    origin_taker done
);
/// An event that is about the entry: its target is filled in.
void begin_note(
    const workplace& place,
    QObject* receiver,
    const event_definition& event,
    const std::string& record_id,
    origin_taker done
);
/// A received dossier: the registration goes on with its data, under its record.
void begin_dossier(
    const workplace& place, QObject* receiver, const std::string& record_id, origin_taker done
);
void begin_correction(
    const workplace& place, QObject* receiver, const std::string& record_id, origin_taker done
);

} // namespace hotich
