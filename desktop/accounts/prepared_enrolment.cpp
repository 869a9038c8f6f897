#include "desktop/accounts/prepared_enrolment.h"

#include <QSettings>
#include <QStandardPaths>

namespace hotich {

prepared_enrolment enrolment_of_this_pc()
{
    const auto file =
        QStandardPaths::locate(QStandardPaths::GenericConfigLocation, "hotich/machine.ini");
    if (file.isEmpty()) return {};
    const QSettings prepared(file, QSettings::IniFormat);
    return {
        prepared.value("enrolment/server").toString(), prepared.value("enrolment/code").toString()};
}

} // namespace hotich
