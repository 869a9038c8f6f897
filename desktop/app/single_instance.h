// One window for one register: a second start brings the first one's window to the front and ends.
// Two programs on one register would be safe, but a clerk would look for his drafts in the wrong
// window.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace hotich {

class single_instance final : public QObject
{
    Q_OBJECT

public:
    /// `register_file` is an absolute path.
    explicit single_instance(const QString& register_file, QObject* parent = nullptr);

    /// False where another program has the register's window; it has been told to come forward.
    bool begin();

signals:
    /// Somebody started the program again.
    void called();

private:
    [[nodiscard]] bool call_the_other() const;

    QString m_name;
    QLocalServer m_server;
};

} // namespace hotich
