#include "desktop/app/appearance.h"

#include "desktop/printing/fonts.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QIcon>
#include <QProxyStyle>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyleFactory>

#include <algorithm>

namespace hotich {

namespace {

constexpr int text_pixels = 14;
constexpr const char* theme_key = "look/theme";
constexpr const char* percent_key = "look/percent";
constexpr const char* scale_variable = "QT_SCALE_FACTOR"; ///< Qt reads it once, at its start

/// Enter presses the button that has the focus: of itself Qt lets it do so in dialogs only, and a
/// clerk's hand lies on Enter.
class keyboard_style final : public QProxyStyle
{
public:
    using QProxyStyle::polish;
    using QProxyStyle::QProxyStyle;

    void polish(QWidget* widget) override
    {
        if (auto* button = qobject_cast<QPushButton*>(widget)) button->setAutoDefault(true);
        QProxyStyle::polish(widget);
    }
};

} // namespace

status dress(QApplication& program, theme chosen)
{
    if (!load_fonts()) return failure{failure_code::not_found, "the program's fonts"};
    program.setStyle(new keyboard_style(QStyleFactory::create("Fusion")));
    QFont font("Arimo");
    font.setPixelSize(text_pixels);
    program.setFont(font);
    program.setWindowIcon(QIcon(":/look/hotich.png"));
    return change_clothes(program, chosen);
}

status change_clothes(QApplication& program, theme chosen)
{
    QFile sheet(":/look/style.qss");
    if (!sheet.open(QIODevice::ReadOnly))
        return failure{failure_code::not_found, "the style sheet"};
    wear(chosen);
    program.setPalette(themed_palette());
    program.setStyleSheet(themed(QString::fromUtf8(sheet.readAll())));
    return {};
}

QSettings window_settings()
{
    return {
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/window.ini",
        QSettings::IniFormat};
}

kept_look read_look()
{
    const auto settings = window_settings();
    kept_look look;
    look.colours = theme_named(settings.value(theme_key).toString());
    const int percent = settings.value(percent_key, look.percent).toInt();
    if (std::find(text_sizes.begin(), text_sizes.end(), percent) != text_sizes.end())
        look.percent = percent;
    return look;
}

void keep_look(const kept_look& look)
{
    auto settings = window_settings();
    settings.setValue(theme_key, name_of(look.colours));
    settings.setValue(percent_key, look.percent);
}

void prepare_text_size(int percent)
{
    if (qEnvironmentVariableIsSet(scale_variable)) return; // somebody has chosen for this start
    qputenv(scale_variable, QByteArray::number(percent / 100.0));
}

} // namespace hotich
