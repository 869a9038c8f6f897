#include "desktop/registers/attention_page.h"

#include "desktop/registers/record_list.h"

#include <QLabel>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr std::int64_t max_lines = 500;

} // namespace

attention_page::attention_page(const workplace& place, QWidget* parent)
    : page(parent), m_place(place), m_list(new record_list(place))
{
    auto* heading = new QLabel(tr("Needs attention"));
    heading->setObjectName("heading");
    auto* what = new QLabel(tr("The server held these as suspected duplicates or did not accept "
                               "them. Open one to see why and what can be done."));
    what->setObjectName("quiet");
    what->setWordWrap(true);
    connect(m_list, &record_list::record_wanted, this, &page::record_wanted);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(heading);
    layout->addWidget(what);
    layout->addWidget(m_list, 1);
}

void attention_page::arrive()
{
    m_list->setFocus(Qt::TabFocusReason);
    refresh();
}

void attention_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) -> result<std::vector<record_line>> {
            TRY(auto lines, desk.in_state(record_state::held, max_lines));
            TRY(auto rejected, desk.in_state(record_state::rejected, max_lines));
            lines.insert(lines.end(), rejected.begin(), rejected.end());
            return lines;
        },
        [this](result<std::vector<record_line>> lines) {
            if (!lines)
                emit failed(lines.error());
            else
                m_list->show_lines(std::move(*lines), tr("Nothing waits for a decision."));
        }
    );
}

} // namespace hotich

#include "moc_attention_page.cpp"
