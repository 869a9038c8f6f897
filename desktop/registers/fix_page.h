// Mends an entry in place the day it was written, before its paper is handed out: which fields,
// what they should be, and why. The old values stay in the note.
#pragma once

#include "common/definitions/event_definition.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;

namespace hotich {

class entry_line;
class list_editor;

class fix_page final : public page
{
    Q_OBJECT

public:
    fix_page(const workplace& place, QString record_id, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Mend an entry of today"); }

    void arrive() override;
    void save() override;

    [[nodiscard]] bool is_transient() const override { return true; }

private:
    void show_entry(const record& entry);

    const workplace& m_place;
    QString m_record_id;
    field_definition m_changes; ///< the list's definition; outlives its editor
    QLabel* m_heading;
    list_editor* m_list;
    entry_line* m_reason;
    QLabel* m_trouble;
};

} // namespace hotich
