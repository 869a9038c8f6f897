#include "desktop/forms/findings_list.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/finding_words.h"
#include "desktop/forms/signs.h"

#include <algorithm>

namespace hotich {

std::string record_of(const finding& item)
{
    for (const auto& argument : item.arguments)
        if (argument.name == "record") return argument.value.vi;
    return {};
}

findings_list::findings_list(const definitions& known, std::string language, QWidget* parent)
    : QListWidget(parent), m_known(known), m_language(std::move(language))
{
    setObjectName("findings");
    setAccessibleName(tr("Findings"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemActivated, this, &findings_list::go_to);
    connect(this, &QListWidget::itemClicked, this, &findings_list::go_to);
}

void findings_list::show_findings(std::vector<finding> findings, const event_definition& event)
{
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return a.level > b.level;
    });
    m_findings = std::move(findings);
    clear();
    for (const auto& item : m_findings) {
        const auto message = to_qt(message_of(item, m_known, &event, m_language));
        auto text = sign_of(item.level) + "  " + word_of(item.level, m_known, m_language);
        if (const auto place = place_of(item, event, m_language); !place.isEmpty())
            text += ", " + place;
        text += ": " + message;
        if (!record_of(item).empty()) text += "  " + tr("Enter: open that record");
        auto* line = new QListWidgetItem(text, this);
        line->setForeground(colour_of(item.level));
        const auto article = to_qt(article_of(item, m_known, m_language));
        line->setToolTip(article.isEmpty() ? message : message + "\n" + article);
    }
    if (count() > 0) return;
    auto* line = new QListWidgetItem(tr("Nothing to correct so far."), this);
    line->setFlags(Qt::NoItemFlags);
}

void findings_list::go_to(QListWidgetItem* item)
{
    const int at = row(item);
    if (at < 0 || at >= int(m_findings.size())) return;
    const auto& what = m_findings[std::size_t(at)];
    if (const auto record = record_of(what); !record.empty())
        emit record_wanted(to_qt(record));
    else
        emit field_wanted(to_qt(what.field));
}

} // namespace hotich

#include "moc_findings_list.cpp"
