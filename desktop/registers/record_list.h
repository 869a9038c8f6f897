// A list of records as every list of the workplace shows them: number, name, event, day, state.
// Enter opens. Used by search, book and the tray of what needs attention.
#pragma once

#include "common/register/projection.h"
#include "desktop/app/workplace.h"

#include <QAbstractTableModel>
#include <QTableView>

class QLabel;

namespace hotich {

class record_table final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum column { number, name, event, day, state, column_count };

    explicit record_table(const workplace& place, QObject* parent = nullptr)
        : QAbstractTableModel(parent), m_place(place)
    {}

    void set_lines(std::vector<record_line> lines);

    [[nodiscard]] const std::vector<record_line>& lines() const { return m_lines; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role)
        const override;

private:
    const workplace& m_place;
    std::vector<record_line> m_lines;
};

class record_list final : public QTableView
{
    Q_OBJECT

public:
    explicit record_list(const workplace& place, QWidget* parent = nullptr);

    /// Keeps the record that was selected, where it still is.
    void show_lines(std::vector<record_line> lines, const QString& when_empty);

    [[nodiscard]] const std::vector<record_line>& lines() const { return m_table->lines(); }

    /// The line that is selected, or null.
    [[nodiscard]] const record_line* selected() const;

    void select_first();
    void select_last();
    void move_selection(int steps);
    void open_selected();

signals:
    void record_wanted(const QString& record_id);
    /// Another line is the current one.
    void selection_moved();
    /// The clerk goes on beyond the last line (1), or back beyond the first (-1).
    void more_wanted(int way);
    /// A letter or digit; without anybody who listens it looks in the current column.
    void typed_on(const QString& typed);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyboardSearch(const QString& typed) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int beyond_the_ends(int key) const;

    record_table* m_table;
    QLabel* m_empty;
};

/// "Đã đăng ký": the words of a state.
QString state_text(const workplace& place, std::string_view state);
QColor state_colour(std::string_view state);

} // namespace hotich
