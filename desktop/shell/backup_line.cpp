#include "desktop/shell/backup_line.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/why_not.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hotich {

backup_line::backup_line(const workplace& place)
    : m_place(place),
      m_words(new QLabel),
      m_now(new QPushButton(tr("Copy now"))),
      m_choose(new QPushButton(tr("Choose the folder of the copies…")))
{
    m_words->setWordWrap(true);
    m_words->setObjectName("quiet");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_choose);
    connect(m_now, &QPushButton::clicked, this, &backup_line::back_up_now);
    connect(m_choose, &QPushButton::clicked, this, &backup_line::ask_for_folder);
}

void backup_line::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return backups_of(desk); },
        [this](const result<backup_state>& state) {
            state ? show_state(*state) : show_failure(state.error());
        }
    );
}

void backup_line::ask_for_folder()
{
    const auto folder =
        QFileDialog::getExistingDirectory(this, tr("A folder on another disk or a stick"));
    if (!folder.isEmpty()) choose(folder);
}

void backup_line::choose(const QString& folder)
{
    m_place.desk.ask(
        this,
        [to = to_utf8(folder)](desk_register& desk) -> result<bool> {
            TRY_STATUS(plan_backups(desk, {to, default_backups_kept}));
            return true;
        },
        [this](const result<bool>& planned) {
            planned ? back_up_now() : show_failure(planned.error());
        }
    );
}

void backup_line::back_up_now()
{
    m_now->setEnabled(false);
    m_words->setText(tr("Copying the register…"));
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) { return back_up_as_planned(desk, now); },
        [this](const result<made_backup>& made) { made ? refresh() : show_failure(made.error()); }
    );
}

void backup_line::show_state(const backup_state& state)
{
    const auto warning = backup_warning(state, m_place.time.now());
    auto words = state.last_at ? tr("Last copy of the register: %1, %2")
                                     .arg(moment_text(*state.last_at), to_qt(state.last_file))
                               : tr("There is no copy of the register yet.");
    words = words.toHtmlEscaped();
    if (!warning.empty())
        words += " <span style='color:" + tone("amber") + "'>"
            + to_qt(m_place.known.message("findings", warning).in(m_place.language)).toHtmlEscaped()
            + "</span>";
    m_words->setText(words);
    m_now->setEnabled(state.is_folder_there);
}

void backup_line::show_failure(const failure& why)
{
    m_words->setText(
        "<span style='color:" + tone("red") + "'>"
        + why_not(m_place.known, why, m_place.language).toHtmlEscaped() + "</span>"
    );
    m_now->setEnabled(true);
}

} // namespace hotich

#include "moc_backup_line.cpp"
