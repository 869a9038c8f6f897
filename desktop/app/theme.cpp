#include "desktop/app/theme.h"

#include <QApplication>
#include <QColor>
#include <QVariant>

#include <array>
#include <cstring>

namespace hotich {

namespace {

/// Where the running program keeps what it wears: the application is one, and so is its look.
constexpr const char* worn_property = "hotich_theme";

struct tone_colours
{
    const char* name;
    std::array<const char*, 3> of; ///< by theme
};

constexpr std::array theme_names{"light", "dark", "contrast"};

/// Text on its ground has a contrast of 4.5 : 1 at least, in the third theme of 7 : 1
/// (tests/gui/look_test).
constexpr std::array tones{
    tone_colours{"ink", {"#1c232b", "#e6eaee", "#ffffff"}},
    tone_colours{"quiet", {"#5b6570", "#a9b4bf", "#e0e0e0"}},
    tone_colours{"faint", {"#8a949e", "#77828d", "#bdbdbd"}},
    tone_colours{"paper", {"#ffffff", "#20262d", "#000000"}},
    tone_colours{"ground", {"#f4f6f8", "#171c22", "#000000"}},
    tone_colours{"stripe", {"#f6f9fb", "#252c34", "#101010"}},
    tone_colours{"side", {"#e9eef2", "#1b2128", "#000000"}},
    tone_colours{"dim", {"#eef1f4", "#2a323b", "#1a1a1a"}},
    tone_colours{"desk", {"#d5dbe1", "#0f1317", "#303030"}},
    tone_colours{"line", {"#cfd6dd", "#3a444f", "#ffffff"}},
    tone_colours{"edge", {"#b9c3cc", "#505c69", "#ffffff"}},
    tone_colours{"hover", {"#eef4f8", "#2b3641", "#333333"}},
    tone_colours{"chosen", {"#dceaf3", "#27435a", "#00408a"}},
    tone_colours{"accent", {"#1f5f8b", "#6cb2e0", "#ffd400"}},
    tone_colours{"accent_hover", {"#27709f", "#82c0ea", "#ffe14d"}},
    tone_colours{"accent_strong", {"#0d3553", "#c4e2f6", "#ffffff"}},
    tone_colours{"accent_off", {"#b9c7d3", "#3c4a57", "#666666"}},
    tone_colours{"on_accent", {"#ffffff", "#0d1a24", "#000000"}},
    tone_colours{"good", {"#1d6b3a", "#6fcf97", "#7dff9b"}},
    tone_colours{"amber", {"#8a5a00", "#e2b04a", "#ffc64d"}},
    tone_colours{"amber_edge", {"#b98a1e", "#b98a1e", "#ffc64d"}},
    tone_colours{"amber_ground", {"#fdf9ee", "#332b17", "#2b2000"}},
    tone_colours{"red", {"#b02121", "#ff8a80", "#ff9a94"}},
    tone_colours{"red_ground", {"#fdf4f4", "#3a2022", "#3a0000"}},
    tone_colours{"rail", {"#1d3347", "#0f1922", "#000000"}},
    tone_colours{"rail_ink", {"#e6edf3", "#e6edf3", "#ffffff"}},
    tone_colours{"rail_hover", {"#2a4761", "#223445", "#333333"}},
    tone_colours{"rail_chosen", {"#1f5f8b", "#1f5f8b", "#00408a"}},
};

} // namespace

theme theme_named(const QString& name)
{
    for (std::size_t i = 0; i < theme_names.size(); ++i)
        if (name == theme_names[i]) return theme(i);
    return theme::light;
}

QString name_of(theme chosen) { return theme_names[std::size_t(chosen)]; }

void wear(theme chosen) { qApp->setProperty(worn_property, name_of(chosen)); }

theme worn_theme() { return theme_named(qApp->property(worn_property).toString()); }

QString tone(const char* name)
{
    for (const auto& known : tones)
        if (std::strcmp(known.name, name) == 0) return known.of[std::size_t(worn_theme())];
    Q_ASSERT_X(false, "tone", name);
    return {};
}

QString themed(QString sheet)
{
    // Longer names first: @accent is the beginning of @accent_hover.
    for (std::size_t length = 16; length > 0; --length)
        for (const auto& known : tones)
            if (std::strlen(known.name) == length)
                sheet.replace(QString("@") + known.name, tone(known.name));
    return sheet;
}

QPalette themed_palette()
{
    QPalette palette;
    const auto colour = [](const char* name) { return QColor(tone(name)); };
    palette.setColor(QPalette::Window, colour("ground"));
    palette.setColor(QPalette::WindowText, colour("ink"));
    palette.setColor(QPalette::Base, colour("paper"));
    palette.setColor(QPalette::AlternateBase, colour("stripe"));
    palette.setColor(QPalette::Text, colour("ink"));
    palette.setColor(QPalette::Button, colour("paper"));
    palette.setColor(QPalette::ButtonText, colour("ink"));
    palette.setColor(QPalette::Highlight, colour("accent"));
    palette.setColor(QPalette::HighlightedText, colour("on_accent"));
    palette.setColor(QPalette::Link, colour("accent"));
    palette.setColor(QPalette::PlaceholderText, colour("faint"));
    palette.setColor(QPalette::ToolTipBase, colour("paper"));
    palette.setColor(QPalette::ToolTipText, colour("ink"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour("faint"));
    return palette;
}

} // namespace hotich
