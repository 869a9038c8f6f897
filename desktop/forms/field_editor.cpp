#include "desktop/forms/field_editor.h"

#include "desktop/forms/entry_line.h"

namespace hotich {

void field_editor::adopt(entry_line* line)
{
    connect(line, &entry_line::went_on, this, &field_editor::went_on);
    connect(line, &entry_line::went_back, this, &field_editor::went_back);
    connect(line, &entry_line::came, this, &field_editor::came);
    connect(line, &entry_line::left, this, &field_editor::left);
}

} // namespace hotich

#include "moc_field_editor.cpp"
