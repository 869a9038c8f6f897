#include "desktop/accounts/import_page.h"

#include "common/base/files.h"
#include "common/base/xlsx_table.h"
#include "desktop/accounts/account_words.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/plain_table.h"

#include <QFileDialog>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::size_t checked_at_once = 200;

} // namespace

import_page::import_page(const workplace& place, manager_line& to_server, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_line(to_server),
      m_sentence(new QLabel),
      m_table(new plain_table(
          {tr("Line"),
           tr("Sign-in name"),
           tr("Full name"),
           tr("Role"),
           tr("Unit"),
           tr("What is wrong, or the password")},
          {60, 130, 200, 220, 200}
      )),
      m_progress(new QProgressBar),
      m_choose(new QPushButton(tr("Choose a file… (Ctrl+O)"))),
      m_make(new QPushButton),
      m_save(new QPushButton(tr("Save the list of passwords…")))
{
    auto* heading = new QLabel(tr("Import a list of accounts"));
    heading->setObjectName("heading");
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName("sentence");
    m_table->setAccessibleName(tr("Lines of the file"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress"));
    m_choose->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    m_make->setObjectName("primary");
    auto* back = new QPushButton(tr("Back (Esc)"));
    connect(back, &QPushButton::clicked, this, &import_page::back_wanted);
    connect(m_choose, &QPushButton::clicked, this, &import_page::choose_file);
    connect(m_make, &QPushButton::clicked, this, [this] {
        m_is_at_work = true;
        make(0);
    });
    connect(m_save, &QPushButton::clicked, this, &import_page::save_list);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    for (auto* button : {m_choose, m_make, m_save, back})
        top->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addWidget(m_sentence);
    layout->addWidget(m_progress);
    layout->addWidget(m_table, 1);
}

void import_page::arrive()
{
    m_lines.clear();
    m_is_at_work = false;
    m_make->hide();
    m_save->hide();
    m_progress->setValue(0);
    m_choose->setEnabled(true);
    m_sentence->setText(
        tr("A spreadsheet (.xlsx) or CSV file with the columns: %1. Nothing is "
           "made before you have seen every line.")
            .arg([this] {
                QStringList names;
                for (const auto* column : {"name", "full_name", "role", "unit", "from", "until"})
                    names << word(m_place, "account_columns", column);
                return names.join(", ");
            }())
    );
    m_table->show_rows({}, tr("No file is chosen yet."));
    m_choose->setFocus(Qt::TabFocusReason);
}

void import_page::choose_file()
{
    auto* dialog =
        new QFileDialog(this, tr("Choose a file"), QString(), tr("Tables (*.xlsx *.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &import_page::read_table);
    dialog->open();
}

void import_page::read_table(const QString& file)
{
    arrive();
    const auto text = read_file(to_utf8(file), max_xlsx_bytes);
    auto lines = text ? read_account_table(*text, m_place.known)
                      : result<std::vector<imported_account>>(text.error());
    if (!lines) return m_sentence->setText(why_account_not(m_place, lines.error()));
    for (auto& one : *lines)
        m_lines.push_back({std::move(one), {}, {}});
    m_progress->setRange(0, int(m_lines.size()));
    m_sentence->setText(tr("Asking the server…"));
    m_choose->setEnabled(false);
    check(0);
}

/// The server says of each line whether it could be made.
void import_page::check(std::size_t from)
{
    const auto until = std::min(from + checked_at_once, m_lines.size());
    json::array wanted;
    for (auto i = from; i < until; ++i)
        wanted.push_back(m_lines[i].wanted.wanted);
    m_line.ask(
        "POST",
        "/v1/accounts/check",
        {{"accounts", std::move(wanted)}},
        [this, from, until](const result<json::object>& answer) {
            m_choose->setEnabled(true);
            if (!answer) return m_sentence->setText(why_account_not(m_place, answer.error()));
            const auto& troubles = rows_at(*answer, "troubles");
            for (auto i = from; i < until && i - from < troubles.size(); ++i) {
                auto& line = m_lines[i].wanted;
                if (line.trouble.empty() && troubles[i - from].is_string())
                    line.trouble = troubles[i - from].as_string();
            }
            if (until < m_lines.size()) return check(until);
            show_lines();
        }
    );
}

std::size_t import_page::wrong_lines() const
{
    return std::size_t(std::count_if(m_lines.begin(), m_lines.end(), [](const seen_line& one) {
        return !one.wanted.trouble.empty();
    }));
}

void import_page::show_lines()
{
    std::vector<table_row> rows;
    for (const auto& [wanted, password, second_factor] : m_lines) {
        const auto at = [&line = wanted.wanted](const char* member) {
            return to_qt(text_at(line, member));
        };
        const auto unit = parse_unit(m_place.known.units(), text_at(wanted.wanted, "unit"));
        const auto told = wanted.trouble.empty()
            ? to_qt(password)
            : why_account_not(m_place, {failure_code::invalid_input, wanted.trouble});
        rows.push_back(
            {{QString::number(wanted.line),
              at("name"),
              at("full_name"),
              role_name(m_place, std::string(text_at(wanted.wanted, "role"))),
              unit ? unit_name(m_place, *unit) : at("unit"),
              told},
             wanted.trouble.empty() ? -1 : 5,
             QColor(tone("red"))}
        );
    }
    m_table->show_rows(rows, {});
    const auto wrong = int(wrong_lines());
    const auto good = int(m_lines.size()) - wrong;
    m_sentence->setText(
        wrong == 0 ? tr("%n lines, all of them right. Nothing is made yet.", nullptr, good)
                   : tr(
                       "%n lines are wrong. Mend the file and choose it again, or make the right "
                       "ones only.",
                       nullptr,
                       wrong
                   )
    );
    m_make->setText(
        wrong == 0 ? tr("Make %n accounts", nullptr, good)
                   : tr("Make only the %n right ones", nullptr, good)
    );
    m_make->setVisible(good > 0);
    m_make->setEnabled(true);
    m_table->setFocus(Qt::TabFocusReason);
}

/// One after the other: each costs the server a password's hash.
void import_page::make(std::size_t at)
{
    m_progress->setValue(int(at));
    while (at < m_lines.size() && !m_lines[at].wanted.trouble.empty())
        ++at;
    if (at >= m_lines.size()) return finish();
    m_make->setEnabled(false);
    m_choose->setEnabled(false);
    m_sentence->setText(tr("Making line %1 of %2…").arg(at + 1).arg(m_lines.size()));
    m_line.ask(
        "POST",
        "/v1/accounts",
        m_lines[at].wanted.wanted,
        [this, at](const result<json::object>& answer) {
            auto& line = m_lines[at];
            if (answer) {
                line.password = text_at(*answer, "password");
                line.second_factor = text_at(*answer, "second_factor");
            } else {
                line.wanted.trouble = answer.error().detail;
            }
            // A line that is gone is gone for all that follow: they can be made again.
            if (!answer && answer.error().code == failure_code::offline) {
                finish();
                return m_sentence->setText(why_account_not(m_place, answer.error()));
            }
            make(at + 1);
        }
    );
}

void import_page::finish()
{
    m_is_at_work = false;
    show_lines();
    const auto made = std::count_if(m_lines.begin(), m_lines.end(), [](const seen_line& one) {
        return !one.password.empty();
    });
    m_progress->setValue(m_progress->maximum());
    m_make->hide();
    m_choose->setEnabled(true);
    m_save->setVisible(made > 0);
    m_sentence->setText(
        tr("%n accounts are made. Their passwords are told only now: save the list, give each "
           "person theirs, then delete the file.",
           nullptr,
           int(made))
    );
    if (made > 0) m_save->setFocus(Qt::TabFocusReason);
}

void import_page::save_list()
{
    auto* dialog = new QFileDialog(this, tr("Save the list of passwords"), QString(), "*.csv");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("csv");
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        std::string text = "name,full_name,password,second_factor\n";
        for (const auto& one : m_lines)
            if (!one.password.empty())
                text += csv_field(text_at(one.wanted.wanted, "name")) + ","
                    + csv_field(text_at(one.wanted.wanted, "full_name")) + ","
                    + csv_field(one.password) + "," + csv_field(one.second_factor) + "\n";
        const auto kept = replace_file(to_utf8(file), text);
        m_sentence->setText(
            kept ? tr("Saved: %1. Delete it when everybody has his password.").arg(file)
                 : word(m_place, "failures", name_of(kept.error().code))
        );
    });
    dialog->open();
}

} // namespace hotich

#include "moc_import_page.cpp"
