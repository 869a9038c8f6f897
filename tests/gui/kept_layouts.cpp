#include "tests/gui/kept_layouts.h"

#include <QAbstractItemView>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

namespace hotich::test {

namespace {

constexpr qsizetype hash_digits = 16;

} // namespace

bool is_inside_of_view(const QWidget& widget)
{
    const auto* parent = widget.parentWidget();
    return parent != nullptr && qobject_cast<const QAbstractItemView*>(parent) != nullptr;
}

QString layout_hash(const QWidget& window)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || is_inside_of_view(*widget)) continue;
        const auto at = widget->mapTo(&window, QPoint(0, 0));
        hash.addData(QString("%1 %2 %3 %4 %5\n")
                         .arg(widget->metaObject()->className())
                         .arg(at.x())
                         .arg(at.y())
                         .arg(widget->width())
                         .arg(widget->height())
                         .toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex().left(hash_digits));
}

kept_layouts::kept_layouts(const QString& kind)
    : m_file(HOTICH_SOURCE "/tests/data/layout/" + kind + ".json")
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) return;
    const auto kept = QJsonDocument::fromJson(file.readAll()).object();
    m_qt = kept["qt"].toString();
    const auto screens = kept["screens"].toObject();
    for (const auto& name : screens.keys())
        m_screens[name] = screens[name].toString();
}

bool kept_layouts::can_compare() const
{
    return m_qt == qVersion() && QSysInfo::kernelType() == "linux";
}

QStringList kept_layouts::changed(const QMap<QString, QString>& now) const
{
    QStringList out;
    for (auto at = now.begin(); at != now.end(); ++at)
        if (m_screens.value(at.key()) != at.value()) out << at.key();
    for (const auto& name : m_screens.keys())
        if (!now.contains(name)) out << name;
    return out;
}

void kept_layouts::keep(const QMap<QString, QString>& now) const
{
    QJsonObject screens;
    for (auto at = now.begin(); at != now.end(); ++at)
        screens[at.key()] = at.value();
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly)) qFatal("%s", qPrintable(file.errorString()));
    file.write(QJsonDocument({{"qt", qVersion()}, {"screens", screens}}).toJson());
}

} // namespace hotich::test
