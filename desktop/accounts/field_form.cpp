#include "desktop/accounts/field_form.h"

#include "common/base/civil_date.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

field_form::field_form(QWidget* parent)
    : QFrame(parent),
      m_title(new QLabel),
      m_lines(new QFormLayout),
      m_trouble(new QLabel),
      m_go(new QPushButton)
{
    setObjectName("finding");
    m_title->setObjectName("section");
    m_title->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_go->setObjectName("primary");
    m_lines->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_lines->setRowWrapPolicy(QFormLayout::WrapAllRows);
    auto* close = new QPushButton(tr("Cancel (Esc)"));
    connect(close, &QPushButton::clicked, this, &field_form::close_form);
    connect(m_go, &QPushButton::clicked, this, &field_form::send);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_go);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addLayout(m_lines);
    layout->addWidget(m_trouble);
    layout->addLayout(buttons);
    hide();
}

void field_form::ask(
    const QString& title,
    const std::vector<asked_field>& fields,
    const QString& go,
    std::function<void(json::object)> answer
)
{
    while (m_lines->rowCount() > 0)
        m_lines->removeRow(0);
    m_rows.clear();
    m_answer = std::move(answer);
    m_title->setText(title);
    m_go->setText(go);
    m_trouble->hide();
    for (const auto& field : fields)
        add_row(field);
    set_busy(false);
    show();
    (m_rows.empty() ? static_cast<QWidget*>(m_go) : m_rows.front().line)
        ->setFocus(Qt::TabFocusReason);
}

void field_form::add_row(const asked_field& field)
{
    auto* choice = field.is == asked_field::kind::choice ? new choice_edit : nullptr;
    auto* line = choice != nullptr ? static_cast<entry_line*>(choice) : new entry_line;
    if (choice != nullptr) {
        choice->set_choices(field.choices);
        if (!field.value.empty()) choice->set_code(field.value);
    } else {
        line->setText(to_qt(field.value));
    }
    if (field.is == asked_field::kind::name) line->set_is_name();
    if (field.is == asked_field::kind::secret) line->setEchoMode(QLineEdit::Password);
    line->setPlaceholderText(field.hint);
    line->setAccessibleName(field.label);
    line->setObjectName(to_qt(field.id));
    auto* trouble = new QLabel;
    trouble->setObjectName("trouble");
    trouble->setWordWrap(true);
    trouble->hide();
    auto* both = new QVBoxLayout;
    both->setSpacing(2);
    both->addWidget(line);
    both->addWidget(trouble);
    m_lines->addRow(field.label, both);
    const auto place = m_rows.size();
    connect(line, &entry_line::went_on, this, [this, place] {
        if (place + 1 < m_rows.size())
            m_rows[place + 1].line->setFocus(Qt::TabFocusReason);
        else
            send();
    });
    m_rows.push_back({field, line, trouble});
}

void field_form::close_form() { hide(); }

void field_form::show_trouble(const std::string& field, const QString& sentence)
{
    set_busy(false);
    for (const auto& row : m_rows) {
        if (row.asked.id != field) continue;
        row.trouble->setText(sentence);
        row.trouble->show();
        row.line->setFocus(Qt::TabFocusReason);
        return;
    }
    m_trouble->setText(sentence);
    m_trouble->show();
}

void field_form::set_busy(bool busy)
{
    m_go->setEnabled(!busy);
    for (const auto& row : m_rows)
        row.line->setEnabled(!busy);
}

std::string field_form::value_of(const typed_field& from) const
{
    if (from.asked.is == asked_field::kind::secret) return to_utf8(from.line->text());
    if (const auto* choice = qobject_cast<choice_edit*>(from.line)) return choice->code();
    if (from.asked.is != asked_field::kind::day) return from.line->cleaned();
    const auto day = parse_typed_date(from.line->cleaned());
    return day ? to_iso(*day) : from.line->cleaned();
}

void field_form::send()
{
    if (!m_go->isEnabled()) return;
    json::object said;
    for (const auto& row : m_rows) {
        row.trouble->hide();
        row.line->commit();
        if (auto value = value_of(row); !value.empty()) said[row.asked.id] = value;
    }
    m_trouble->hide();
    set_busy(true);
    m_answer(std::move(said));
}

} // namespace hotich

#include "moc_field_form.cpp"
