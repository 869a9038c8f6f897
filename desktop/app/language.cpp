#include "desktop/app/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace hotich {

void speak(QCoreApplication& program, const QString& language)
{
    QLocale::setDefault(
        language == "en" ? QLocale(QLocale::English)
                         : QLocale(QLocale::Vietnamese, QLocale::Vietnam)
    );
    for (const auto* part : {"qt", "hotich"}) {
        auto* translator = new QTranslator(&program);
        if (translator->load(QString(":/i18n/%1_%2.qm").arg(part, language)))
            program.installTranslator(translator);
    }
}

} // namespace hotich
