// The sign in the system's tray: how the line stands, also while the window is covered. Where the
// system has no tray, there is none.
#pragma once

#include "desktop/app/line.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace hotich {

struct workplace;

class tray_icon final : public QObject
{
    Q_OBJECT

public:
    tray_icon(const workplace& place, line& to_server, QObject* parent = nullptr);

    void show();

signals:
    void window_wanted();

private:
    void show_line();

    const workplace& m_place;
    line& m_line;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
};

} // namespace hotich
