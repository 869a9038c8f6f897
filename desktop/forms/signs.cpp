#include "desktop/forms/signs.h"

#include "desktop/app/qt_text.h"

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
        return {0xB0, 0x21, 0x21};
    case severity::warn:
        return {0x8A, 0x5A, 0x00};
    case severity::info:
        return {0x1F, 0x5F, 0x8B};
    }
    return {};
}

QString word_of(severity level, const definitions& known, std::string_view language)
{
    return to_qt(known.message("words", name_of(level)).in(language));
}

} // namespace hotich
