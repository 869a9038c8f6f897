// The scanned papers of a record: their names as links that save a copy where the clerk says, and a
// button that attaches another. What is not here yet is said so; it comes with the line. Part of
// record_page.
#pragma once

#include "common/records/scan.h"
#include "desktop/app/workplace.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace hotich {

class scan_list final : public QWidget
{
    Q_OBJECT

public:
    explicit scan_list(const workplace& place, QWidget* parent = nullptr);

    void show_scans_of(const record& content);
    /// Attaches what stands in a file, as the button does with the file the clerk chooses.
    void attach(const QString& file);
    /// Writes the paper at a place of the list into a file.
    void save(std::size_t number, const QString& file);

signals:
    void attached();
    void said(const QString& sentence);
    /// A sentence for the clerk: why it cannot be attached or saved.
    void refused(const QString& sentence);

private:
    void choose_file_to_attach();
    void choose_where_to_save(const QString& link);
    [[nodiscard]] QString why_refused(const failure& why) const;

    const workplace& m_place;
    std::string m_record;
    std::vector<scan> m_scans;
    QLabel* m_list;
    QPushButton* m_attach;
};

} // namespace hotich
