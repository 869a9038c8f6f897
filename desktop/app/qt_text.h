// Where text crosses between Qt and the core: UTF-16 here, UTF-8 there. Used by every widget.
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace hotich {

inline QString to_qt(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline std::string to_utf8(const QString& text)
{
    const auto bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace hotich
