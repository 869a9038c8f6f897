#include "desktop/registers/notices_page.h"

#include "desktop/registers/record_list.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr std::int64_t max_lines = 500;

} // namespace

notices_page::notices_page(const workplace& place, QWidget* parent)
    : page(parent), m_place(place), m_list(new record_list(place))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* what = new QLabel(
        tr("Another office registered something that belongs on these entries. Open one to confirm "
           "the note, or to decline it with a reason; every later copy then carries it.")
    );
    what->setObjectName("quiet");
    what->setWordWrap(true);
    connect(m_list, &record_list::record_wanted, this, &page::record_wanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(what);
    layout->addWidget(m_list, 1);
}

void notices_page::arrive()
{
    m_list->setFocus(Qt::TabFocusReason);
    refresh();
}

void notices_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return desk.view().with_waiting_notices(max_lines); },
        [this](result<std::vector<record_line>> lines) {
            if (!lines)
                emit failed(lines.error());
            else
                m_list->show_lines(std::move(*lines), tr("No notice waits to be confirmed."));
        }
    );
}

} // namespace hotich

#include "moc_notices_page.cpp"
