#include "desktop/registers/fix_page.h"

#include "common/register/desk_entries.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/changed_fields.h"
#include "desktop/forms/editor_factory.h"
#include "desktop/forms/entry_line.h"
#include "desktop/forms/list_editor.h"
#include "desktop/registers/why_not.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

fix_page::fix_page(const workplace& place, QString record_id, QWidget* parent)
    : page(parent),
      m_place(place),
      m_record_id(std::move(record_id)),
      m_changes(list_of_changes("changes")),
      m_heading(new QLabel),
      m_list(new list_editor(
          m_changes,
          place.known,
          place.language,
          [&place](const field_definition& column, QWidget* row) {
              return make_editor(column, place, form_setting{}, row);
          }
      )),
      m_reason(new entry_line),
      m_trouble(new QLabel)
{
    m_heading->setObjectName("heading");
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* what = new QLabel(tr(
        "Only today, and only while no paper has been handed out. The old content and the reason "
        "stay in the entry's history."
    ));
    what->setObjectName("quiet");
    what->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why was it written wrongly?"));
    m_reason->setAccessibleName(tr("Reason"));
    auto* go = new QPushButton(tr("Mend (Ctrl+S)"));
    m_place.granted->guard(go, "mend");
    go->setObjectName("primary");
    connect(go, &QPushButton::clicked, this, &fix_page::save);
    connect(m_list, &field_editor::went_on, this, [this] {
        m_reason->setFocus(Qt::TabFocusReason);
    });
    connect(m_reason, &entry_line::went_on, this, &fix_page::save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(10);
    layout->addWidget(m_heading);
    layout->addWidget(what);
    layout->addWidget(m_list);
    layout->addWidget(m_reason);
    layout->addWidget(m_trouble);
    layout->addWidget(go, 0, Qt::AlignRight);
    layout->addStretch(1);
}

void fix_page::arrive()
{
    m_list->first_part()->setFocus(Qt::TabFocusReason);
    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id)](desk_register& desk) { return desk.load(id); },
        [this](const result<record>& entry) {
            if (entry)
                show_entry(*entry);
            else
                emit failed(entry.error());
        }
    );
}

void fix_page::show_entry(const record& entry)
{
    const auto* event = m_place.known.find_event(entry.event);
    if (event == nullptr) return;
    const auto current = current_data(entry);
    m_heading->setText(
        tr("Mend: %1, %2")
            .arg(to_qt(event->title.in(m_place.language)), to_qt(title_of(*event, current)))
    );
    m_list->set_entry(event, current);
}

void fix_page::save()
{
    std::vector<entry_change> changes;
    const auto rows = m_list->value();
    if (rows.is_array())
        for (const auto& row : rows.get_array())
            changes.push_back(
                {std::string(text_at(row.get_object(), "field_id")),
                 std::string(text_at(row.get_object(), "new_value"))}
            );
    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id),
         changes = std::move(changes),
         reason = m_reason->cleaned(),
         now = m_place.time.now()](desk_register& desk) {
            return fix_entry(desk, id, changes, reason, now);
        },
        [this](const status& done) {
            m_trouble->setVisible(!done);
            if (!done)
                return m_trouble->setText(
                    done.error().detail == "reason_needed"
                        ? tr("A reason is needed.")
                        : why_not(m_place.known, done.error(), m_place.language)
                );
            emit said(tr("Mended. The old content stays in the history."));
            emit work_waits();
            emit back_wanted();
        }
    );
}

} // namespace hotich

#include "moc_fix_page.cpp"
