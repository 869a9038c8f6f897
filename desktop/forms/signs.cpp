#include "desktop/forms/signs.h"

#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"

namespace hotich {

QString sign_of(severity level)
{
    switch (level) {
    case severity::block:
        return QStringLiteral("\u25A0");
    case severity::warn:
        return QStringLiteral("\u25B2");
    case severity::info:
        return QStringLiteral("\u25CF");
    }
    return {};
}

QColor colour_of(severity level)
{
    switch (level) {
    case severity::block:
        return QColor(tone("red"));
    case severity::warn:
        return QColor(tone("amber"));
    case severity::info:
        return QColor(tone("accent"));
    }
    return {};
}

QString word_of(severity level, const definitions& known, std::string_view language)
{
    return to_qt(known.message("words", name_of(level)).in(language));
}

} // namespace hotich
