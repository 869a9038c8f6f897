#include "desktop/app/desktop_actions.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <array>

namespace hotich {

namespace {

constexpr std::array known_actions{
    desktop_action{"look", "entries.read"},
    desktop_action{"new_record", "entries.register"},
    desktop_action{"go_on_with_draft", "entries.register"},
    desktop_action{"send_again", "entries.register"},
    desktop_action{"mend", "entries.register"},
    desktop_action{"note_entry", "entries.register"},
    desktop_action{"register_dossier", "entries.register"},
    desktop_action{"ask_pin_again", "entries.register"},
    desktop_action{"say_distinct", "entries.resolve"},
    desktop_action{"withdraw", "entries.resolve"},
    desktop_action{"override", "entries.override"},
    desktop_action{"answer_notice", "entries.note"},
    desktop_action{"print_paper", "papers.print"},
    desktop_action{"attach_scan", "scans.attach"},
    desktop_action{"keep_book", "books.keep"},
    desktop_action{"close_book", "books.close"},
    desktop_action{"receive_dossier", "dossiers.receive"},
    desktop_action{"handle_dossier", "dossiers.handle"},
    desktop_action{"refuse_dossier", "dossiers.refuse"},
};

constexpr const char* refused_property = "refused"; ///< off because of the one signed in

} // namespace

std::span<const desktop_action> desktop_actions() { return known_actions; }

/// What is not in the table is not granted to anybody.
bool granted_actions::may(std::string_view id) const
{
    const auto found =
        std::find_if(known_actions.begin(), known_actions.end(), [id](const desktop_action& one) {
            return one.id == id;
        });
    return found != known_actions.end() && (m_has_all || m_actions.contains(found->action));
}

void granted_actions::grant(std::set<std::string, std::less<>> actions, const QString& why_not)
{
    m_has_all = false;
    m_actions = std::move(actions);
    m_why_not = why_not;
    std::erase_if(m_guarded, [](const QPointer<QWidget>& one) { return one.isNull(); });
    for (const auto& control : m_guarded)
        hold(control);
}

void granted_actions::guard(QWidget* control, const char* id)
{
    control->setProperty(desktop_action_property, id);
    control->installEventFilter(this);
    std::erase_if(m_guarded, [](const QPointer<QWidget>& one) { return one.isNull(); });
    m_guarded.emplace_back(control);
    hold(control);
}

void granted_actions::hold(QWidget* control) const
{
    const bool is_refused =
        !may(control->property(desktop_action_property).toString().toStdString());
    const bool was_refused = control->property(refused_property).toBool();
    control->setProperty(refused_property, is_refused);
    if (is_refused) {
        control->setToolTip(m_why_not);
        control->setAccessibleDescription(m_why_not);
        control->setEnabled(false);
    } else if (was_refused) {
        control->setToolTip({});
        control->setAccessibleDescription({});
        control->setEnabled(true);
    }
}

bool granted_actions::eventFilter(QObject* watched, QEvent* event)
{
    auto* control = qobject_cast<QWidget*>(watched);
    const bool is_turned_on =
        control != nullptr && event->type() == QEvent::EnabledChange && control->isEnabled();
    if (is_turned_on && control->property(refused_property).toBool()) control->setEnabled(false);
    return QObject::eventFilter(watched, event);
}

} // namespace hotich

#include "moc_desktop_actions.cpp"
