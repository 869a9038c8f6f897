// One page of the form: its rows, scrolled so that the field in use is seen.
#pragma once

#include "desktop/forms/field_row.h"
#include "desktop/forms/form_state.h"

#include <QScrollArea>

namespace hotich {

class page_view final : public QScrollArea
{
    Q_OBJECT

public:
    page_view(
        const event_definition& event,
        const form_page& page,
        const workplace& place,
        const form_setting& setting,
        QWidget* parent = nullptr
    );

    [[nodiscard]] const std::vector<field_row*>& rows() const { return m_rows; }

    /// The next row that is shown, or null at the end (steps is 1 or -1); the first or last for
    /// null.
    [[nodiscard]] field_row* next_row(const field_row* from, int steps) const;
    /// A button that stands above a field and is seen while the field is.
    void put_above(const std::string& path, QWidget* button);
    /// Brings values, visibility and marks up to the state; the field in use keeps what is being
    /// typed.
    void show_state(const event_definition& event, const form_state& state);

signals:
    void edited(hotich::field_row* row);
    void pasted(hotich::field_row* row);
    void went_on(hotich::field_row* row);
    void went_back(hotich::field_row* row);
    void came(hotich::field_row* row);
    void left(hotich::field_row* row);

private:
    std::vector<field_row*> m_rows;
    std::vector<std::size_t> m_fields;
    std::vector<std::pair<field_row*, QWidget*>> m_buttons;
};

} // namespace hotich
