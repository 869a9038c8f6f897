// A plain list of a page: columns of text, one row selected, Enter or a double click opens it. What
// is not a record_line: drafts, dossiers with their day, the day's sheet.
#pragma once

#include <QColor>
#include <QTableWidget>

#include <vector>

class QLabel;

namespace hotich {

struct table_row
{
    QStringList cells;
    int coloured = -1; ///< the column in that colour
    QColor colour;
};

class plain_table final : public QTableWidget
{
    Q_OBJECT

public:
    /// Of the last column the width is what the others leave. Where all do not fit beside each
    /// other, each gives way by its share.
    plain_table(
        const QStringList& columns, const std::vector<int>& widths, QWidget* parent = nullptr
    );

    void show_rows(const std::vector<table_row>& rows, const QString& when_empty);

signals:
    void opened(int row);
    void removal_wanted(int row); ///< Delete

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    std::vector<int> m_widths;
    QLabel* m_empty;
};

} // namespace hotich
