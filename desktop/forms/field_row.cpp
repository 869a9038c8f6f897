#include "desktop/forms/field_row.h"

#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/finding_words.h"
#include "desktop/forms/note_label.h"
#include "desktop/forms/signs.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

/// What a part of a row takes of it: never less, never more, between them its share.
struct part_width
{
    int least = 0;
    int share = 0;
    int most = QWIDGETSIZE_MAX;
};

constexpr part_width label_width{180, 24, 218};
constexpr part_width editor_width{300, 40};
constexpr part_width note_width{120, 34, 300};
constexpr int line_height = 38;
constexpr int second_line_height = 34;

const finding* gravest(const std::vector<finding>& findings)
{
    const auto found =
        std::max_element(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
            return a.level < b.level;
        });
    return found == findings.end() ? nullptr : &*found;
}

void polish(QWidget* widget, const char* name, const QString& value)
{
    // Not yet said is the same as "": a form just opened dresses no line a second time.
    if (widget->property(name).toString() == value) return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void add_part(QHBoxLayout* row, QWidget* part, const part_width& width)
{
    part->setMinimumWidth(width.least);
    part->setMaximumWidth(width.most);
    row->addWidget(part, width.share);
}

} // namespace

field_row::field_row(
    const field_definition& field,
    const workplace& place,
    const form_setting& setting,
    QWidget* parent
)
    : QWidget(parent),
      m_field(field),
      m_place(place),
      m_label(new QLabel(this)),
      m_editor(make_editor(field, place, setting, this)),
      m_note(new note_label(this))
{
    m_label->setWordWrap(true);
    m_label->setBuddy(m_editor->first_part());
    m_note->setObjectName("note");
    if (m_editor->is_wide())
        lay_out_below();
    else
        lay_out_beside();
    for (auto* part : m_editor->parts()) {
        const auto hint = part->property("placeholderText").toString();
        const auto name = to_qt(field.label.in(place.language));
        part->setAccessibleName(
            m_editor->lines() > 1 && !hint.isEmpty() ? name + ": " + hint : name
        );
    }
    setObjectName(to_qt(field.path));
    show_required(field.always_required);
}

void field_row::lay_out_beside()
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    add_part(layout, m_label, label_width);
    add_part(layout, m_editor, editor_width);
    add_part(layout, m_note, note_width);
    setFixedHeight(line_height + (m_editor->lines() - 1) * second_line_height);
}

void field_row::lay_out_below()
{
    auto* top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_label);
    top->addWidget(m_note, 1);
    m_note->setFixedHeight(line_height);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 6);
    layout->setSpacing(2);
    layout->addLayout(top);
    layout->addWidget(m_editor);
}

bool field_row::is_being_changed() const
{
    const auto* focused = QApplication::focusWidget();
    const bool is_here = focused != nullptr && isAncestorOf(focused);
    return is_here && (m_editor->is_wide() || m_editor->value() != m_given);
}

void field_row::show_value(const json::value& value)
{
    m_given = value;
    if (m_editor->value() == value) return;
    m_editor->set_value(value);
    auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (line != nullptr && isAncestorOf(line)) line->selectAll(); // as on coming in
}

void field_row::show_required(bool required)
{
    const auto label = to_qt(m_field.label.in(m_place.language)).toHtmlEscaped();
    m_label->setText(
        required ? label + " <span style='color:" + tone("red") + "'>*</span>" : label
    );
}

void field_row::show_findings(std::vector<finding> findings, const event_definition& event)
{
    m_findings = std::move(findings);
    const auto* worst = gravest(m_findings);
    m_message = worst == nullptr ? QString()
                                 : row_words(worst->field, event)
            + to_qt(message_of(*worst, m_place.known, &event, m_place.language));
    if (worst == nullptr)
        m_note->set_note({}, {});
    else
        m_note->set_note(sign_of(worst->level) + " " + m_message, colour_of(worst->level));
    colour_parts();
}

void field_row::colour_parts()
{
    const auto* worst = gravest(m_findings);
    const QString level = worst == nullptr ? QString() : QString(name_of(worst->level));
    for (auto* part : m_editor->parts()) {
        polish(part, "severity", m_editor->is_wide() ? QString() : level);
        part->setAccessibleDescription(m_message);
    }
    if (!m_editor->is_wide()) return;
    for (const auto& item : m_findings)
        if (item.field != m_field.path)
            polish(m_editor->part_at(item.field), "severity", QString(name_of(item.level)));
}

QString field_row::help_text(const event_definition& event) const
{
    const auto language = m_place.language;
    auto text = "<b>" + to_qt(m_field.label.in(language)).toHtmlEscaped() + "</b>";
    if (const auto& help = m_field.help.in(language); !help.empty())
        text += "<p>" + to_qt(help).toHtmlEscaped() + "</p>";
    for (const auto& item : m_findings) {
        text += QString("<p><span style='color:%1'>%2</span> %3")
                    .arg(
                        colour_of(item.level).name(),
                        sign_of(item.level),
                        to_qt(message_of(item, m_place.known, &event, language)).toHtmlEscaped()
                    );
        if (const auto article = article_of(item, m_place.known, language); !article.empty())
            text += "<br><i>" + to_qt(article).toHtmlEscaped() + "</i>";
        text += "</p>";
    }
    return text;
}

} // namespace hotich

#include "moc_field_row.cpp"
