#include "desktop/app/appearance.h"

#include "desktop/printing/fonts.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace hotich {

namespace {

constexpr int text_pixels = 14;

QPalette light_palette()
{
    QPalette palette;
    const QColor ink(0x1C, 0x23, 0x2B);
    const QColor quiet(0x8A, 0x94, 0x9E);
    palette.setColor(QPalette::Window, QColor(0xF4, 0xF6, 0xF8));
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xF8, 0xFA, 0xFB));
    palette.setColor(QPalette::Text, ink);
    palette.setColor(QPalette::Button, QColor(0xFF, 0xFF, 0xFF));
    palette.setColor(QPalette::ButtonText, ink);
    palette.setColor(QPalette::Highlight, QColor(0x1F, 0x5F, 0x8B));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, quiet);
    palette.setColor(QPalette::ToolTipBase, Qt::white);
    palette.setColor(QPalette::ToolTipText, ink);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, quiet);
    return palette;
}

} // namespace

status dress(QApplication& program)
{
    if (!load_fonts()) return failure{failure_code::not_found, "the program's fonts"};
    program.setStyle(QStyleFactory::create("Fusion"));
    QFont font("Arimo");
    font.setPixelSize(text_pixels);
    program.setFont(font);
    program.setPalette(light_palette());
    QFile sheet(":/look/style.qss");
    if (!sheet.open(QIODevice::ReadOnly))
        return failure{failure_code::not_found, "the style sheet"};
    program.setStyleSheet(QString::fromUtf8(sheet.readAll()));
    return {};
}

} // namespace hotich
