#include "desktop/shell/tray_icon.h"

#include "desktop/shell/line_words.h"

#include <QAction>
#include <QPainter>
#include <QTextDocumentFragment>

namespace hotich {

namespace {

constexpr int icon_size = 64;

/// Colours never alone: the sign inside differs too.
struct look
{
    QColor colour;
    char16_t sign;
};

look look_of(line_state state)
{
    switch (state) {
    case line_state::up_to_date:
        return {QColor(0x1d, 0x6b, 0x3a), u'\u2713'};
    case line_state::synchronising:
        return {QColor(0x1f, 0x5f, 0x8b), u'\u25BA'};
    case line_state::refused:
        return {QColor(0xb0, 0x21, 0x21), u'!'};
    default:
        return {QColor(0x8a, 0x5a, 0x00), u'\u2013'};
    }
}

QIcon icon_for(line_state state)
{
    const auto of = look_of(state);
    QPixmap picture(icon_size, icon_size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(of.colour);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(picture.rect().adjusted(2, 2, -2, -2), 14, 14);
    QFont font = painter.font();
    font.setPixelSize(icon_size * 2 / 3);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(picture.rect(), Qt::AlignCenter, QString(QChar(of.sign)));
    return picture;
}

} // namespace

tray_icon::tray_icon(const workplace& place, line& to_server, QObject* parent)
    : QObject(parent), m_place(place), m_line(to_server)
{
    auto* open = m_menu.addAction(tr("Open the register"));
    connect(open, &QAction::triggered, this, &tray_icon::window_wanted);
    auto* sync = m_menu.addAction(tr("Synchronise now"));
    connect(sync, &QAction::triggered, this, [this] { m_line.synchronise_now(); });
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](auto reason) {
        if (reason != QSystemTrayIcon::Context) emit window_wanted();
    });
}

void tray_icon::show()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
    connect(&m_line, &line::changed, this, &tray_icon::show_line);
    show_line();
    m_icon.show();
}

void tray_icon::show_line()
{
    const auto report = m_line.report();
    m_icon.setIcon(icon_for(report.state));
    const auto words = QTextDocumentFragment::fromHtml(line_html(report, m_place)).toPlainText();
    m_icon.setToolTip(tr("Civil-status register") + "\n" + words);
}

} // namespace hotich

#include "moc_tray_icon.cpp"
