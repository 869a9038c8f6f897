// Joins a form to the register's entries it names: fills the fields of a target from the entry that
// was found, and tells lists of changes what the entry says now. Used by form_view.
#pragma once

#include "desktop/forms/entry_targets.h"
#include "desktop/forms/form_session.h"

namespace hotich {

class target_filler final : public QObject
{
    Q_OBJECT

public:
    target_filler(const workplace& place, form_session& session, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<entry_target>& targets() const { return m_targets; }

    /// Reads the entry and fills the target's fields with it.
    void fill(std::size_t target, const QString& record_id);
    /// The fields may name another entry now: looks for it, once for each naming.
    void look_again();

signals:
    void filled(std::size_t target);
    /// What a list of changes is about; `current` is empty where the register has no such entry.
    void entry_seen(
        const QString& list,
        const hotich::event_definition* event,
        const hotich::json::object& current
    );
    void failed(const hotich::failure& error);

private:
    void look(std::size_t target);

    const workplace& m_place;
    form_session& m_session;
    std::vector<entry_target> m_targets;
    std::vector<std::string> m_seen; ///< how each target was named when it was looked for
};

} // namespace hotich
