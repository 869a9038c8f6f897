// A print service of the test's own: the real scheduler and its real filters, in a folder, without
// anybody's printers. Its one queue, "Giay", prints into a PDF file.
#pragma once

#include <QProcess>
#include <QString>

namespace hotich::test {

class private_cups
{
public:
    static constexpr const char* queue = "Giay";

    /// Where programs find it; to be set before the application is made.
    static void announce(const QString& folder);

    explicit private_cups(QString folder) : m_folder(std::move(folder)) {}

    private_cups(const private_cups&) = delete;
    private_cups& operator=(const private_cups&) = delete;
    ~private_cups();

    /// Says what is missing, or "".
    QString start();

    /// The next print, once it has been written whole.
    QString printed();

private:
    void write_settings() const;
    QString run(const QString& program, const QStringList& arguments);

    QString m_folder;
    QProcess m_scheduler;
};

} // namespace hotich::test
