// Where everything stands on each screen, as one hash a screen, beside what was written down when
// somebody last looked at the pictures: a change of layout is seen by who makes it. Widths follow
// from the fonts, which are the project's own, and from Qt's version, which the file names.
//
// tests/data/layout/KIND.json: {"qt": version, "screens": {name: hash}}. HOTICH_RECORD_LAYOUT=1
// writes it anew.
#pragma once

#include <QMap>
#include <QWidget>

namespace hotich::test {

/// Of Qt's own parts, such as the header of a table, its version decides.
bool is_inside_of_view(const QWidget& widget);

/// Kind and place of every control that is seen, in the window's tree.
QString layout_hash(const QWidget& window);

class kept_layouts
{
public:
    explicit kept_layouts(const QString& kind);

    /// Of another version of Qt nothing can be said, and on other systems the same fonts measure a
    /// little otherwise.
    [[nodiscard]] bool can_compare() const;
    /// The screens that look otherwise, that are new, and that are gone.
    [[nodiscard]] QStringList changed(const QMap<QString, QString>& now) const;
    void keep(const QMap<QString, QString>& now) const;

private:
    QString m_file;
    QString m_qt;
    QMap<QString, QString> m_screens;
};

} // namespace hotich::test
