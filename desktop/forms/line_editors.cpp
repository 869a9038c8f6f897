#include "desktop/forms/line_editors.h"

#include "common/base/civil_date.h"
#include "common/base/text.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t max_integer_digits = 9;
constexpr int whole_date_digits = 8;
constexpr int whole_date_length = 10;

void place_alone(field_editor* editor, QWidget* part)
{
    auto* layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(part);
    editor->setFocusProxy(part);
}

std::string text_of(const json::value& value)
{
    if (value.is_null()) return {};
    return value.is_string() ? std::string(value.get_string()) : to_text(value);
}

json::value text_or_null(std::string text)
{
    return text.empty() ? json::value() : json::value(std::move(text));
}

bool all_digits(const std::string& text)
{
    return !text.empty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "07:45" where the text is a time of day; the text itself otherwise.
std::string time_of(const std::string& typed)
{
    std::string digits;
    for (const char c : typed)
        if (c >= '0' && c <= '9') digits.push_back(c);
    if (digits.size() == 3) digits.insert(0, "0");
    if (digits.size() != 4) return typed;
    return digits.substr(0, 2) + ":" + digits.substr(2);
}

} // namespace

text_editor::text_editor(const std::string& kind, QWidget* parent)
    : field_editor(parent), m_line(new entry_line(this))
{
    if (kind == "name") m_line->set_is_name();
    if (kind == "pin" || kind == "phone") m_line->setInputMethodHints(Qt::ImhPreferNumbers);
    place_alone(this, m_line);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &field_editor::edited);
}

json::value text_editor::value() const { return text_or_null(m_line->cleaned()); }

void text_editor::set_value(const json::value& value)
{
    m_line->setText(to_qt(text_of(value)));
    m_line->setCursorPosition(0);
}

QWidget* text_editor::first_part() { return m_line; }

date_editor::date_editor(bool takes_partial, const civil_date& today, QWidget* parent)
    : field_editor(parent), m_today(today), m_line(new entry_line(this))
{
    m_line->setPlaceholderText(
        takes_partial ? tr("dd/mm/yyyy, mm/yyyy or yyyy") : tr("dd/mm/yyyy")
    );
    m_line->setInputMethodHints(Qt::ImhPreferNumbers);
    place_alone(this, m_line);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &date_editor::on_typed);
    connect(m_line, &entry_line::committed, this, &date_editor::on_committed);
}

json::value date_editor::value() const
{
    const auto date = typed_date();
    return date ? json::value(to_iso(*date)) : text_or_null(m_line->cleaned());
}

void date_editor::set_value(const json::value& value)
{
    const auto text = text_of(value);
    const auto date = parse_partial_date(text);
    m_shown = to_qt(date ? to_display(*date) : text);
    m_line->setText(m_shown);
    m_line->setCursorPosition(0);
}

QWidget* date_editor::first_part() { return m_line; }

std::optional<partial_date> date_editor::typed_date() const
{
    return parse_typed_date(m_line->cleaned(), m_today);
}

void date_editor::on_typed()
{
    // 2011 is the year on the way to 20112026: only a whole date is told before the field is left.
    const auto text = m_line->text();
    const bool is_whole = text.length() == whole_date_digits || text.length() == whole_date_length;
    if (text.isEmpty() || (is_whole && typed_date())) emit edited();
}

void date_editor::on_committed()
{
    if (const auto date = typed_date()) m_line->setText(to_qt(to_display(*date)));
    if (m_line->text() == m_shown) return;
    m_shown = m_line->text();
    emit edited();
}

time_editor::time_editor(QWidget* parent) : field_editor(parent), m_line(new entry_line(this))
{
    m_line->setPlaceholderText(tr("hh:mm"));
    place_alone(this, m_line);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &field_editor::edited);
    connect(m_line, &entry_line::committed, this, [this] {
        m_line->setText(to_qt(time_of(m_line->cleaned())));
    });
}

json::value time_editor::value() const { return text_or_null(time_of(m_line->cleaned())); }

void time_editor::set_value(const json::value& value) { m_line->setText(to_qt(text_of(value))); }

QWidget* time_editor::first_part() { return m_line; }

integer_editor::integer_editor(QWidget* parent) : field_editor(parent), m_line(new entry_line(this))
{
    m_line->setInputMethodHints(Qt::ImhDigitsOnly);
    place_alone(this, m_line);
    adopt(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &field_editor::edited);
}

json::value integer_editor::value() const
{
    const auto typed = m_line->cleaned();
    if (all_digits(typed) && typed.size() <= max_integer_digits)
        return std::int64_t(std::stoll(typed));
    return text_or_null(typed);
}

void integer_editor::set_value(const json::value& value) { m_line->setText(to_qt(text_of(value))); }

QWidget* integer_editor::first_part() { return m_line; }

boolean_editor::boolean_editor(QWidget* parent) : field_editor(parent), m_box(new QCheckBox(this))
{
    place_alone(this, m_box);
    m_box->installEventFilter(this);
    connect(m_box, &QCheckBox::clicked, this, &field_editor::edited);
}

json::value boolean_editor::value() const { return m_box->isChecked(); }

void boolean_editor::set_value(const json::value& value)
{
    m_box->setChecked(value.is_bool() && value.get_bool());
}

QWidget* boolean_editor::first_part() { return m_box; }

bool boolean_editor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) emit came();
    if (event->type() == QEvent::FocusOut) emit left();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool is_enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (is_enter && !key->modifiers().testFlag(Qt::ControlModifier)) {
            if (key->modifiers().testFlag(Qt::ShiftModifier))
                emit went_back();
            else
                emit went_on();
            return true;
        }
    }
    return field_editor::eventFilter(watched, event);
}

choice_editor::choice_editor(choice_list choices, choice_manner manner, QWidget* parent)
    : field_editor(parent), m_line(new choice_edit(this))
{
    if (manner == choice_manner::free_text) m_line->allow_free_text();
    m_line->set_choices(std::move(choices));
    place_alone(this, m_line);
    adopt(m_line);
    // Half a word is no code: the field changes when an entry is chosen, or when the line is left.
    connect(m_line, &entry_line::committed, this, &field_editor::edited);
}

void choice_editor::set_choices(choice_list choices) { m_line->set_choices(std::move(choices)); }

json::value choice_editor::value() const { return text_or_null(m_line->code()); }

void choice_editor::set_value(const json::value& value) { m_line->set_code(text_of(value)); }

QWidget* choice_editor::first_part() { return m_line; }

} // namespace hotich

#include "moc_line_editors.cpp"
