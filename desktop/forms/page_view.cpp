#include "desktop/forms/page_view.h"

#include <QApplication>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int seen_margin = 40;

} // namespace

page_view::page_view(
    const event_definition& event,
    const form_page& page,
    const workplace& place,
    const form_setting& setting,
    QWidget* parent
)
    : QScrollArea(parent), m_fields(page.fields)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* inner = new QWidget(viewport());
    inner->setObjectName("form");
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(8, 6, 12, 6);
    layout->setSpacing(2);
    for (const auto index : page.fields) {
        auto* row = new field_row(event.fields[index], place, setting, inner);
        m_rows.push_back(row);
        layout->addWidget(row);
        auto& editor = row->editor();
        connect(&editor, &field_editor::edited, this, [this, row] { emit edited(row); });
        connect(&editor, &field_editor::pasted, this, [this, row] { emit pasted(row); });
        connect(&editor, &field_editor::went_on, this, [this, row] { emit went_on(row); });
        connect(&editor, &field_editor::went_back, this, [this, row] { emit went_back(row); });
        connect(&editor, &field_editor::left, this, [this, row] { emit left(row); });
        connect(&editor, &field_editor::came, this, [this, row] {
            auto* focused = QApplication::focusWidget();
            const bool is_part =
                row->editor().is_wide() && focused != nullptr && row->isAncestorOf(focused);
            ensureWidgetVisible(is_part ? focused : row, 0, seen_margin);
            emit came(row);
        });
    }
    layout->addStretch(1);
    setWidget(inner);
}

field_row* page_view::next_row(const field_row* from, int steps) const
{
    std::vector<field_row*> shown;
    for (auto* row : m_rows)
        if (!row->isHidden()) shown.push_back(row);
    if (shown.empty()) return nullptr;
    if (from == nullptr) return steps > 0 ? shown.front() : shown.back();
    const auto at = std::find(shown.begin(), shown.end(), from) - shown.begin() + steps;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(shown.size()) ? nullptr
                                                                     : shown[std::size_t(at)];
}

void page_view::put_above(const std::string& path, QWidget* button)
{
    auto* layout = static_cast<QVBoxLayout*>(widget()->layout());
    for (auto* row : m_rows) {
        if (row->field().path != path) continue;
        layout->insertWidget(layout->indexOf(row), button, 0, Qt::AlignRight);
        button->setHidden(row->isHidden());
        m_buttons.emplace_back(row, button);
    }
}

void page_view::show_state(const event_definition& event, const form_state& state)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto* row = m_rows[i];
        row->setHidden(state.is_hidden(m_fields[i]));
        row->show_required(state.is_required(m_fields[i]));
        const auto& path = row->field().path;
        if (row->field().kind == "address") {
            const auto day = parse_partial_date(text_at(state.shown(), day_path_of(event, path)));
            if (day && exists(*day)) row->editor().set_day(for_age_test(*day));
        }
        if (row->is_being_changed()) continue;
        const auto* found = find_path(state.shown(), path);
        row->show_value(found == nullptr ? json::value() : *found);
    }
    for (const auto& [row, button] : m_buttons)
        button->setHidden(row->isHidden());
}

} // namespace hotich

#include "moc_page_view.cpp"
