// The rows of a list, each cell with the editor of its kind. Enter goes from cell to cell and opens
// a new row after the last one; Enter on an empty row leaves the list; Insert adds a row after this
// one, Alt+Delete removes it; Ctrl+V puts copied cells of a spreadsheet in as rows. Where the rows
// say what changes on another entry (a column field_id), the cell offers that entry's fields and
// the old value follows.
#pragma once

#include "common/definitions/definitions.h"
#include "desktop/forms/choice.h"
#include "desktop/forms/field_editor.h"
#include "desktop/forms/pasted_cells.h"

#include <functional>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace hotich {

class choice_editor;

inline constexpr int max_list_rows = 20; ///< as the schemas allow

class list_editor final : public field_editor
{
    Q_OBJECT

public:
    using cell_maker = std::function<field_editor*(const field_definition&, QWidget* row)>;

    list_editor(
        const field_definition& list,
        const definitions& known,
        std::string language,
        cell_maker make_cell,
        QWidget* parent = nullptr
    );

    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;

    [[nodiscard]] bool is_wide() const override { return true; }

    [[nodiscard]] std::vector<QWidget*> parts() override;
    [[nodiscard]] QWidget* part_at(const std::string& path) override;

    /// The entry the changes are about, as it reads now; null where it is of no known event.
    void set_entry(const event_definition* event, json::object current);

    [[nodiscard]] int row_count() const { return int(m_rows.size()); }

    [[nodiscard]] field_editor& cell(int row, const std::string& column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct row
    {
        QWidget* box = nullptr;
        std::vector<field_editor*> cells;
    };

    QWidget* make_header();
    row& add_row(int at, const json::object& values);
    field_editor* make_cell(const field_definition& column, QWidget* box);
    void connect_cell(QWidget* box, std::size_t column, field_editor* cell);
    void remove_row(int at);
    void remove_empty_rows();
    void insert_after_focus();
    [[nodiscard]] int focused_row() const;
    void remove_focused();
    void move_on(const QWidget* box, std::size_t column, int steps);
    /// The field of a row is known: what its new value may be, and what it says now.
    void offer_values(int at);
    void fill_old_value(int at);
    void show_conditions();
    void leave_if_left();
    [[nodiscard]] json::object values_of(const row& of) const;
    [[nodiscard]] int index_of(const QWidget* box) const;
    [[nodiscard]] int column_of(std::string_view name) const;
    [[nodiscard]] const field_definition* changed_field(int at) const;

    // list_editor_pasting.cpp
    bool paste(const QString& copied);
    [[nodiscard]] QString why_not_pasted(const std::vector<cell_row>& rows) const;
    /// Below the list, until the next change; without trouble it names the keys.
    void tell(const QString& trouble);

    [[nodiscard]] bool tells_changes() const { return column_of("field_id") >= 0; }

    const field_definition& m_list;
    const definitions& m_known;
    std::string m_language;
    cell_maker m_make_cell;
    QVBoxLayout* m_box;
    QLabel* m_keys;
    std::vector<row> m_rows;
    const event_definition* m_event = nullptr;
    json::object m_current;
    choice_list m_fields; ///< of m_event
    bool m_is_entered = false;
};

} // namespace hotich
