#include "desktop/registers/drafts_page.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int row_height = 30;
constexpr int name_width = 420;
constexpr int event_width = 240;

} // namespace

drafts_page::drafts_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_table(new QTableWidget(0, 3)),
      m_empty(new QLabel(tr("There are no drafts.")))
{
    auto* heading = new QLabel(tr("Drafts"));
    heading->setObjectName("heading");
    m_empty->setObjectName("quiet");
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Event"), tr("Last changed")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setColumnWidth(0, name_width);
    m_table->setColumnWidth(1, event_width);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(row_height);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Drafts"));
    m_table->installEventFilter(this);
    auto* open = new QPushButton(tr("Go on with it (Enter)"));
    open->setObjectName("primary");
    m_place.granted->guard(open, "go_on_with_draft");
    auto* drop = new QPushButton(tr("Discard (Delete)"));
    connect(open, &QPushButton::clicked, this, &drafts_page::open_selected);
    connect(drop, &QPushButton::clicked, this, &drafts_page::discard_selected);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, &drafts_page::open_selected);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(drop);
    buttons->addStretch(1);
    buttons->addWidget(open);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(m_empty);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

void drafts_page::arrive()
{
    m_table->setFocus(Qt::TabFocusReason);
    m_asked_to_discard.clear();
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return desk.drafts(); },
        [this](result<std::vector<draft>> drafts) {
            if (!drafts)
                emit failed(drafts.error());
            else
                show_drafts(std::move(*drafts));
        }
    );
}

void drafts_page::show_drafts(std::vector<draft> drafts)
{
    m_drafts = std::move(drafts);
    m_table->setRowCount(int(m_drafts.size()));
    for (int row = 0; row < int(m_drafts.size()); ++row) {
        const auto& kept = m_drafts[std::size_t(row)];
        const auto* event = m_place.known.find_event(kept.event);
        auto what = to_qt(event == nullptr ? kept.event : event->title.in(m_place.language));
        if (!kept.record.empty()) what += ", " + tr("correction");
        const auto name = kept.title.empty() ? tr("(no name yet)") : to_qt(kept.title);
        m_table->setItem(row, 0, new QTableWidgetItem(name));
        m_table->setItem(row, 1, new QTableWidgetItem(what));
        m_table->setItem(row, 2, new QTableWidgetItem(moment_text(kept.updated_at)));
    }
    m_empty->setVisible(m_drafts.empty());
    m_table->setVisible(!m_drafts.empty());
    if (!m_drafts.empty()) {
        m_table->selectRow(0);
        m_table->setFocus(Qt::TabFocusReason);
    }
}

void drafts_page::open_selected()
{
    const int row = m_table->currentRow();
    if (row >= 0 && row < int(m_drafts.size())) emit draft_wanted(m_drafts[std::size_t(row)]);
}

void drafts_page::discard_selected()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= int(m_drafts.size())) return;
    const auto& kept = m_drafts[std::size_t(row)];
    if (m_asked_to_discard != kept.id) {
        m_asked_to_discard = kept.id;
        emit said(tr("Press Delete once more to discard this draft for good."));
        return;
    }
    m_place.desk.ask(
        this,
        [id = kept.id](desk_register& desk) { return desk.remove_draft(id); },
        [this](const status& done) {
            if (!done) return emit failed(done.error());
            emit said(tr("The draft was discarded."));
            arrive();
        }
    );
}

bool drafts_page::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open_selected();
            return true;
        }
        if (key == Qt::Key_Delete) {
            discard_selected();
            return true;
        }
    }
    return page::eventFilter(watched, event);
}

} // namespace hotich

#include "moc_drafts_page.cpp"
