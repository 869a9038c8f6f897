#include "desktop/forms/list_editor.h"

#include "common/base/text.h"
#include "common/definitions/display.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/changed_fields.h"
#include "desktop/forms/line_editors.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int remove_width = 30;

/// How much of the width a column takes.
int share_of(const field_definition& column)
{
    if (column.kind == "boolean" || column.kind == "integer") return 2;
    if (column.kind == "date" || column.kind == "partial_date" || column.kind == "time") return 3;
    return column.is_code() ? 4 : 5;
}

QAction* key_of(QWidget* within, const QKeySequence& key)
{
    auto* action = new QAction(within);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    within->addAction(action);
    return action;
}

} // namespace

list_editor::list_editor(
    const field_definition& list,
    const definitions& known,
    std::string language,
    cell_maker make_cell,
    QWidget* parent
)
    : field_editor(parent),
      m_list(list),
      m_known(known),
      m_language(std::move(language)),
      m_make_cell(std::move(make_cell)),
      m_box(new QVBoxLayout),
      m_keys(new QLabel(this)),
      m_fields(std::make_shared<std::vector<choice>>())
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(4);
    auto* add = new QPushButton(tr("Add a row (Insert)"), this);
    add->setFocusPolicy(Qt::NoFocus);
    m_keys->setObjectName("quiet");
    tell({});
    auto* below = new QHBoxLayout;
    below->addWidget(add);
    below->addWidget(m_keys);
    below->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(make_header());
    layout->addLayout(m_box);
    layout->addLayout(below);
    connect(add, &QPushButton::clicked, this, &list_editor::insert_after_focus);
    connect(
        key_of(this, Qt::Key_Insert), &QAction::triggered, this, &list_editor::insert_after_focus
    );
    connect(
        key_of(this, QKeySequence(Qt::ALT | Qt::Key_Delete)),
        &QAction::triggered,
        this,
        &list_editor::remove_focused
    );
    add_row(0, {});
}

QWidget* list_editor::make_header()
{
    auto* header = new QWidget(this);
    auto* line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    for (const auto& column : m_list.columns) {
        const auto label = to_qt(column.label.in(m_language)).toHtmlEscaped();
        // A column that every row needs looks at nothing, so it holds for an empty one.
        const bool required = column.always_required || column.required_when.holds({});
        auto* name = new QLabel(
            required ? label + " <span style='color:" + tone("red") + "'>*</span>" : label, header
        );
        name->setObjectName("quiet");
        name->setToolTip(to_qt(column.help.in(m_language)));
        name->setMinimumWidth(1);
        line->addWidget(name, share_of(column));
    }
    line->addSpacing(remove_width + 6);
    return header;
}

json::value list_editor::value() const
{
    json::array rows;
    for (const auto& item : m_rows)
        if (auto values = values_of(item); !values.empty()) rows.push_back(std::move(values));
    return rows.empty() ? json::value() : json::value(std::move(rows));
}

void list_editor::set_value(const json::value& value)
{
    while (!m_rows.empty())
        remove_row(int(m_rows.size()) - 1);
    if (const auto* rows = value.if_array())
        for (const auto& item : *rows)
            if (item.is_object()) add_row(int(m_rows.size()), item.get_object());
    if (m_rows.empty()) add_row(0, {});
    show_conditions();
}

QWidget* list_editor::first_part() { return m_rows.front().cells.front()->first_part(); }

std::vector<QWidget*> list_editor::parts()
{
    std::vector<QWidget*> all;
    for (const auto& item : m_rows)
        for (auto* cell : item.cells)
            for (auto* part : cell->parts())
                all.push_back(part);
    return all;
}

QWidget* list_editor::part_at(const std::string& path)
{
    // A row that is empty is not sent, so the rows of a finding are those that hold something.
    int counted = 0;
    for (const auto& item : m_rows) {
        if (values_of(item).empty()) continue;
        const auto start = m_list.path + "." + std::to_string(counted++) + ".";
        for (std::size_t i = 0; i < item.cells.size(); ++i)
            if (path == start + m_list.columns[i].path) return item.cells[i]->first_part();
    }
    return first_part();
}

field_editor& list_editor::cell(int at, const std::string& column)
{
    return *m_rows[std::size_t(at)].cells[std::size_t(std::max(column_of(column), 0))];
}

void list_editor::set_entry(const event_definition* event, json::object current)
{
    m_event = event;
    m_current = std::move(current);
    if (!tells_changes()) return;
    m_fields = event == nullptr ? std::make_shared<std::vector<choice>>()
                                : fields_to_change(*event, m_language);
    for (int at = 0; at < row_count(); ++at) {
        static_cast<choice_editor&>(cell(at, "field_id")).set_choices(m_fields);
        offer_values(at);
        if (column_of("old_value") < 0 || is_known(cell(at, "old_value").value())) continue;
        fill_old_value(at);
        emit edited();
    }
}

list_editor::row& list_editor::add_row(int at, const json::object& values)
{
    row made;
    made.box = new QWidget(this);
    auto* line = new QHBoxLayout(made.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    for (std::size_t i = 0; i < m_list.columns.size(); ++i) {
        const auto& column = m_list.columns[i];
        auto* cell = make_cell(column, made.box);
        if (const auto* value = find_path(values, column.path)) cell->set_value(*value);
        for (auto* part : cell->parts()) {
            part->setAccessibleName(to_qt(column.label.in(m_language)));
            part->installEventFilter(this);
        }
        connect_cell(made.box, i, cell);
        line->addWidget(cell, share_of(column));
        made.cells.push_back(cell);
    }
    auto* remove = new QPushButton(QStringLiteral("\u00D7"), made.box);
    remove->setObjectName("row_remove");
    remove->setFixedWidth(remove_width);
    remove->setFocusPolicy(Qt::NoFocus);
    remove->setToolTip(tr("Remove the row (Alt+Delete)"));
    connect(remove, &QPushButton::clicked, this, [this, box = made.box] {
        remove_row(index_of(box));
        if (m_rows.empty()) add_row(0, {});
        emit edited();
    });
    line->addWidget(remove);
    m_box->insertWidget(at, made.box);
    made.box->show();
    auto& placed = *m_rows.insert(m_rows.begin() + at, std::move(made));
    offer_values(at);
    return placed;
}

field_editor* list_editor::make_cell(const field_definition& column, QWidget* box)
{
    if (!tells_changes()) return m_make_cell(column, box);
    if (column.path == "field_id") return new choice_editor(m_fields, choice_manner::code, box);
    if (column.path == "new_value")
        return new choice_editor(
            std::make_shared<std::vector<choice>>(), choice_manner::free_text, box
        );
    return m_make_cell(column, box);
}

void list_editor::connect_cell(QWidget* box, std::size_t column, field_editor* cell)
{
    connect(cell, &field_editor::edited, this, [this, box, column] {
        if (m_list.columns[column].path == "field_id") {
            offer_values(index_of(box));
            fill_old_value(index_of(box));
        }
        show_conditions();
        tell({});
        emit edited();
    });
    connect(cell, &field_editor::went_on, this, [this, box, column] { move_on(box, column, 1); });
    connect(cell, &field_editor::went_back, this, [this, box, column] {
        move_on(box, column, -1);
    });
    connect(cell, &field_editor::came, this, [this] {
        m_is_entered = true;
        emit came();
    });
    connect(cell, &field_editor::left, this, [this] {
        QTimer::singleShot(0, this, &list_editor::leave_if_left);
    });
}

void list_editor::remove_row(int at)
{
    if (at < 0 || at >= row_count()) return;
    auto* box = m_rows[std::size_t(at)].box;
    m_rows.erase(m_rows.begin() + at);
    box->hide();
    box->deleteLater();
}

void list_editor::remove_empty_rows()
{
    for (int at = row_count() - 1; at >= 0 && m_rows.size() > 1; --at)
        if (values_of(m_rows[std::size_t(at)]).empty()) remove_row(at);
}

void list_editor::insert_after_focus()
{
    if (row_count() >= max_list_rows) return;
    const int at = focused_row() < 0 ? row_count() : focused_row() + 1;
    add_row(at, {}).cells.front()->first_part()->setFocus(Qt::TabFocusReason);
    show_conditions();
}

int list_editor::focused_row() const
{
    for (int i = 0; i < row_count(); ++i)
        if (m_rows[std::size_t(i)].box->isAncestorOf(QApplication::focusWidget())) return i;
    return -1;
}

void list_editor::remove_focused()
{
    const int at = focused_row();
    if (at < 0) return;
    if (row_count() == 1) add_row(1, {});
    const int next = at == row_count() - 1 ? at - 1 : at + 1;
    m_rows[std::size_t(next)].cells.front()->first_part()->setFocus(Qt::TabFocusReason);
    remove_row(at);
    emit edited();
}

void list_editor::move_on(const QWidget* box, std::size_t column, int steps)
{
    int at = index_of(box);
    if (at < 0) return;
    const bool is_empty = values_of(m_rows[std::size_t(at)]).empty();
    if (steps > 0 && is_empty && column == 0) {
        emit edited();
        emit went_on();
        return;
    }
    const int columns = int(m_list.columns.size());
    int next = int(column) + steps;
    while (next >= 0 && next < columns
           && !m_rows[std::size_t(at)].cells[std::size_t(next)]->isEnabled())
        next += steps;
    if (next < 0) --at;
    if (next >= columns) ++at;
    if (at < 0) return emit went_back();
    if (at == row_count() && (is_empty || row_count() >= max_list_rows)) return emit went_on();
    if (at == row_count()) add_row(at, {});
    next = next < 0 ? columns - 1 : next % columns;
    show_conditions();
    m_rows[std::size_t(at)].cells[std::size_t(next)]->first_part()->setFocus(Qt::TabFocusReason);
}

const field_definition* list_editor::changed_field(int at) const
{
    if (at < 0 || m_event == nullptr || !tells_changes()) return nullptr;
    const auto values = values_of(m_rows[std::size_t(at)]);
    return m_event->find_field(text_at(values, "field_id"));
}

void list_editor::offer_values(int at)
{
    const auto* field = changed_field(at);
    if (field == nullptr || column_of("new_value") < 0) return;
    static_cast<choice_editor&>(cell(at, "new_value"))
        .set_choices(values_to_choose(m_known, *field, m_language));
}

void list_editor::fill_old_value(int at)
{
    const auto* field = changed_field(at);
    if (field == nullptr || column_of("old_value") < 0 || m_current.empty()) return;
    auto now = display_value(m_known, *m_event, m_current, field->path, "vi");
    cell(at, "old_value").set_value(now.empty() ? json::value() : json::value(std::move(now)));
}

void list_editor::show_conditions()
{
    for (const auto& item : m_rows) {
        json::object alone;
        set_path(alone, m_list.path, values_of(item));
        for (std::size_t i = 0; i < item.cells.size(); ++i)
            item.cells[i]->setEnabled(!m_list.columns[i].blank_when.holds(alone));
    }
}

void list_editor::leave_if_left()
{
    const auto* focused = QApplication::focusWidget();
    if (!m_is_entered || (focused != nullptr && isAncestorOf(focused))) return;
    m_is_entered = false;
    remove_empty_rows();
    emit left();
}

json::object list_editor::values_of(const row& of) const
{
    json::object values;
    for (std::size_t i = 0; i < of.cells.size(); ++i) {
        auto value = of.cells[i]->value();
        // A box that is not ticked says nothing in a row that says nothing else.
        const bool says = is_known(value) && value != json::value(false);
        if (says) set_path(values, m_list.columns[i].path, std::move(value));
    }
    return values;
}

int list_editor::index_of(const QWidget* box) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [box](const auto& item) {
        return item.box == box;
    });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int list_editor::column_of(std::string_view name) const
{
    const auto& columns = m_list.columns;
    const auto found = std::find_if(columns.begin(), columns.end(), [name](const auto& column) {
        return column.path == name;
    });
    return found == columns.end() ? -1 : int(found - columns.begin());
}

} // namespace hotich

#include "moc_list_editor.cpp"
