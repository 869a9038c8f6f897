#include "desktop/shell/machine_page.h"

#include "common/sync/bundle_words.h"
#include "desktop/app/labels.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/shell/backup_line.h"
#include "desktop/shell/diagnosis.h"
#include "desktop/shell/line_words.h"

#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

namespace {

QLabel* wrapped_label()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    return label;
}

QLayout* row_of(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (auto* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

} // namespace

machine_page::machine_page(const workplace& place, line& to_server, QWidget* parent)
    : page(parent),
      m_place(place),
      m_line(to_server),
      m_state(wrapped_label()),
      m_meter(wrapped_label()),
      m_synchronise(new QPushButton(tr("Synchronise now (F5)"))),
      m_write(new QPushButton(tr("Write a bundle for the server…"))),
      m_take(new QPushButton(tr("Take in a bundle…"))),
      m_bundle(wrapped_label()),
      m_copies(new backup_line(place)),
      m_clock(wrapped_label()),
      m_clock_is_right(new QPushButton(tr("The clock is right now"))),
      m_lines(new QPlainTextEdit)
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    add_line(left);
    add_courier(left);
    left->addWidget(section_label(tr("Copies of the register")));
    left->addWidget(m_copies);
    add_clock(left);
    left->addStretch(1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addLayout(make_lines(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->addWidget(heading);
    layout->addLayout(columns, 1);
    connect(&m_line, &line::changed, this, &machine_page::show_line);
}

void machine_page::add_line(QVBoxLayout* into)
{
    into->addWidget(section_label(tr("Line to the server")));
    into->addWidget(m_state);
    into->addWidget(m_meter);
    into->addLayout(row_of({m_synchronise}));
    connect(m_synchronise, &QPushButton::clicked, this, [this] { m_line.synchronise_now(); });
}

void machine_page::add_courier(QVBoxLayout* into)
{
    into->addWidget(section_label(tr("A courier instead of the line")));
    auto* what = wrapped_label();
    what->setText(tr("A stick carries what is not sent yet, encrypted for the server only, and "
                     "brings its answer back. It may go beside the line, twice or late."));
    into->addWidget(what);
    into->addLayout(row_of({m_write, m_take}));
    into->addWidget(m_bundle);
    connect(m_write, &QPushButton::clicked, this, &machine_page::ask_for_folder);
    connect(m_take, &QPushButton::clicked, this, &machine_page::ask_for_file);
}

void machine_page::add_clock(QVBoxLayout* into)
{
    into->addWidget(section_label(tr("Clock of this PC")));
    into->addWidget(m_clock);
    into->addLayout(row_of({m_clock_is_right}));
    connect(m_clock_is_right, &QPushButton::clicked, this, [this] { m_line.clock_is_right(); });
}

QLayout* machine_page::make_lines()
{
    m_lines->setReadOnly(true);
    m_lines->setTabChangesFocus(true);
    m_lines->setAccessibleName(tr("To read out on the telephone"));
    auto* copy = new QPushButton(tr("Copy as text"));
    connect(copy, &QPushButton::clicked, this, &machine_page::copy_lines);
    auto* what = wrapped_label();
    what->setText(tr("Who helps on the telephone asks for these lines by their number. Nobody's "
                     "name or entry is in them."));
    auto* right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(section_label(tr("To read out on the telephone")));
    right->addWidget(what);
    right->addWidget(m_lines, 1);
    right->addLayout(row_of({copy}));
    return right;
}

void machine_page::arrive()
{
    m_synchronise->setFocus(Qt::TabFocusReason);
    refresh();
}

void machine_page::refresh()
{
    m_copies->refresh();
    show_line();
}

void machine_page::show_line()
{
    if (!isVisible()) return;
    const auto report = m_line.report();
    m_state->setText(line_html(report, m_place));
    m_meter->setText(tr("Over the line: today %1, this month %2")
                         .arg(size_text(report.today_bytes), size_text(report.month_bytes)));
    const auto clock = clock_html(report, m_place);
    m_clock->setText(
        clock.isEmpty()
            ? tr("%1; nothing is known against it.").arg(moment_text(m_place.time.now()))
            : clock
    );
    m_clock_is_right->setVisible(report.jump.has_value());
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) { return machine_facts_of(desk, now); },
        [this](const result<machine_facts>& facts) {
            if (!facts) return emit failed(facts.error());
            m_lines->setPlainText(diagnosis(*facts, m_line.report(), m_place).join('\n'));
        }
    );
}

void machine_page::copy_lines()
{
    QApplication::clipboard()->setText(m_lines->toPlainText());
    emit said(tr("Copied. It can be pasted into a letter."));
}

void machine_page::ask_for_folder()
{
    const auto folder = QFileDialog::getExistingDirectory(this, tr("The courier's stick"));
    if (!folder.isEmpty()) write_bundle(folder);
}

void machine_page::ask_for_file()
{
    const auto file = QFileDialog::getOpenFileName(
        this, tr("The courier's bundle"), {}, tr("Bundles (*.bundle)")
    );
    if (!file.isEmpty()) take_bundle(file);
}

void machine_page::write_bundle(const QString& folder)
{
    m_write->setEnabled(false);
    m_bundle->setText(tr("Writing the bundle…"));
    m_place.desk.ask(
        this,
        [to = to_utf8(folder),
         now = m_place.time.now(),
         language = m_place.language](desk_register& desk) -> result<std::string> {
            TRY(const auto made, pack_for_server(desk, now));
            TRY(const auto file, write_bundle_file(to, made.label, made.file));
            return written_sentence(made, file, desk.known(), language);
        },
        [this](const result<std::string>& written) {
            m_write->setEnabled(true);
            written
                ? tell_of_bundle(to_qt(*written), true)
                : tell_of_bundle(
                    to_qt(bundle_failure_text(written.error(), m_place.known, m_place.language)),
                    false
                );
        }
    );
}

void machine_page::take_bundle(const QString& file)
{
    m_take->setEnabled(false);
    m_bundle->setText(tr("Taking in the bundle…"));
    m_place.desk.ask(
        this,
        [from = to_utf8(file),
         now = m_place.time.now()](desk_register& desk) -> result<taken_answer> {
            TRY(const auto bytes, read_bundle_file(from));
            return take_in_bundle(desk, bytes, now);
        },
        [this](const result<taken_answer>& taken) {
            m_take->setEnabled(true);
            if (!taken)
                return tell_of_bundle(
                    to_qt(bundle_failure_text(taken.error(), m_place.known, m_place.language)),
                    false
                );
            tell_of_bundle(
                to_qt(taken_sentence(*taken, m_place.known, m_place.language)), !taken->must_show
            );
            emit m_line.records_changed();
        }
    );
}

void machine_page::tell_of_bundle(const QString& sentence, bool is_good)
{
    m_bundle->setText(QString("<span style='color:%1'>%2</span> %3")
                          .arg(
                              tone(is_good ? "good" : "red"),
                              is_good ? QString::fromUtf16(u"\u2713")
                                      : QString::fromUtf16(u"\u25A0"),
                              sentence.toHtmlEscaped().replace('\n', "<br>")
                          ));
}

} // namespace hotich

#include "moc_machine_page.cpp"
