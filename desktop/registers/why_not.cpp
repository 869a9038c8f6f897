#include "desktop/registers/why_not.h"

#include "desktop/app/qt_text.h"

#include <QRegularExpression>

namespace hotich {

QString why_not(const definitions& known, const failure& error, std::string_view language)
{
    const auto own = known.message("findings", error.detail);
    const bool has_own = own.vi != error.detail
        && (error.code == failure_code::not_allowed || error.code == failure_code::invalid_input);
    if (!has_own) return to_qt(known.message("failures", name_of(error.code)).in(language));
    // A failure carries no arguments: what would name them is left out.
    static const QRegularExpression place("\\s*\\{[a-z_]+\\}");
    return to_qt(own.in(language)).remove(place);
}

} // namespace hotich
