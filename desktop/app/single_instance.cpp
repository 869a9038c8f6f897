#include "desktop/app/single_instance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace hotich {

namespace {

constexpr int answer_ms = 500;

/// A name for a socket or a pipe: short, and no path in it.
QString name_for(const QString& register_file)
{
    const auto hash =
        QCryptographicHash::hash(register_file.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "hotich-" + QString::fromLatin1(hash.left(24));
}

} // namespace

single_instance::single_instance(const QString& register_file, QObject* parent)
    : QObject(parent), m_name(name_for(register_file))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (auto* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->disconnectFromServer();
            emit called();
        }
    });
}

bool single_instance::begin()
{
    if (call_the_other()) return false;
    // What a program that was killed has left behind.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name); // without it a second window can be opened, and nothing else is amiss
    return true;
}

bool single_instance::call_the_other() const
{
    QLocalSocket other;
    other.connectToServer(m_name);
    return other.waitForConnected(answer_ms);
}

} // namespace hotich

#include "moc_single_instance.cpp"
