// What a clerk can start in the window, each with the action of schemas/accounts/roles.json that it
// is. A control that starts something says which; while the one signed in may not do it, the
// control is off and says why. The register and the server ask again themselves: this only spares
// the clerk the way.
#pragma once

#include <QObject>
#include <QPointer>

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

class QWidget;

namespace hotich {

struct desktop_action
{
    std::string_view id;     ///< what a control is marked with
    std::string_view action; ///< of the role table
};

std::span<const desktop_action> desktop_actions();

/// The property of a control that names its desktop_action.
inline constexpr const char* desktop_action_property = "desktop_action";

/// What the one signed in may start. One a window; the GUI thread's only.
class granted_actions final : public QObject
{
    Q_OBJECT

public:
    /// Everything, until somebody says what.
    [[nodiscard]] bool may(std::string_view id) const;

    /// The actions of the role table; `why_not` is said of all others.
    void grant(std::set<std::string, std::less<>> actions, const QString& why_not);

    [[nodiscard]] const QString& why_not() const { return m_why_not; }

    /// Marks a control and keeps it off while its action is not granted, whoever turns it on.
    void guard(QWidget* control, const char* id);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hold(QWidget* control) const;

    bool m_has_all = true;
    std::set<std::string, std::less<>> m_actions;
    QString m_why_not;
    std::vector<QPointer<QWidget>> m_guarded;
};

} // namespace hotich
