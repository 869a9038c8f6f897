// One field on a page of the form: label, editor, and beside it what the check says. The height
// never changes, so nothing jumps while one types.
#pragma once

#include "common/rules/finding.h"
#include "desktop/forms/editor_factory.h"

class QLabel;

namespace hotich {

class note_label;

class field_row final : public QWidget
{
    Q_OBJECT

public:
    field_row(
        const field_definition& field,
        const workplace& place,
        const form_setting& setting,
        QWidget* parent = nullptr
    );

    [[nodiscard]] const field_definition& field() const { return m_field; }

    [[nodiscard]] field_editor& editor() { return *m_editor; }

    [[nodiscard]] const std::vector<finding>& findings() const { return m_findings; }

    /// Somebody is in it and has changed what show_value wrote.
    [[nodiscard]] bool is_being_changed() const;
    void show_value(const json::value& value);
    void show_required(bool required);
    void show_findings(std::vector<finding> findings, const event_definition& event);
    /// Label, help, and what the check says with its article: for F1.
    [[nodiscard]] QString help_text(const event_definition& event) const;

private:
    void lay_out_beside();
    void lay_out_below();
    void colour_parts();

    const field_definition& m_field;
    const workplace& m_place;
    QLabel* m_label;
    field_editor* m_editor;
    note_label* m_note;
    json::value m_given; ///< what show_value wrote
    QString m_message;
    std::vector<finding> m_findings;
};

} // namespace hotich
