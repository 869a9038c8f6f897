#include "desktop/forms/review_view.h"

#include "desktop/app/layouts.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/entry_line.h"
#include "desktop/forms/finding_words.h"
#include "desktop/forms/findings_list.h"
#include "desktop/forms/signs.h"
#include "desktop/registers/record_html.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int findings_width = 380;

const override_reason* reason_for(const std::vector<override_reason>& reasons, const finding& item)
{
    const auto found = std::find_if(reasons.begin(), reasons.end(), [&item](const auto& reason) {
        return reason.rule == item.rule && reason.field == item.field;
    });
    return found == reasons.end() ? nullptr : &*found;
}

} // namespace

bool can_be_explained(const finding& item)
{
    return unresolved({item}, {{item.rule, item.field, "x", "x"}}).empty();
}

review_view::review_view(const workplace& place, QWidget* parent)
    : QWidget(parent), m_place(place), m_heading(new QLabel(this)), m_values(new QTextBrowser(this))
{
    m_heading->setObjectName("heading");
    m_values->setAccessibleName(tr("The values as they will stand"));
    m_values->setOpenLinks(false);
    auto* scroll = new QScrollArea(this);
    auto* side = new QWidget(scroll->viewport());
    side->setObjectName("form");
    m_findings = new QVBoxLayout(side);
    m_findings->setAlignment(Qt::AlignTop);
    scroll->setWidget(side);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFixedWidth(findings_width);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* edit = new QPushButton(tr("Correct (Esc)"), this);
    m_register = new QPushButton(tr("Register (Ctrl+S)"), this);
    m_register->setObjectName("primary");
    m_place.granted->guard(m_register, "new_record");
    connect(edit, &QPushButton::clicked, this, &review_view::edit_wanted);
    connect(m_register, &QPushButton::clicked, this, &review_view::register_wanted);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(edit);
    buttons->addStretch(1);
    buttons->addWidget(m_register);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_values, 1);
    middle->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addWidget(m_heading);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
}

void review_view::show_session(const form_session& session)
{
    const auto language = m_place.language;
    const auto& event = session.event();
    m_heading->setText(tr("Review: %1").arg(to_qt(event.title.in(language))));
    m_values->setHtml(record_html(m_place.known, event, session.state().shown(), language));
    empty_later(m_findings);
    m_asked.clear();
    m_first_way = nullptr;
    m_open = unresolved(session.findings(), {});
    auto findings = session.findings();
    std::stable_sort(findings.begin(), findings.end(), [](const auto& a, const auto& b) {
        return a.level > b.level;
    });
    if (findings.empty()) {
        auto* clean = new QLabel(
            tr("Nothing to correct. Look at the values once more, then register."),
            m_findings->parentWidget()
        );
        clean->setWordWrap(true);
        m_findings->addWidget(clean);
    }
    for (const auto& item : findings)
        add_finding(item, session);
    update_button();
}

void review_view::add_finding(const finding& item, const form_session& session)
{
    const auto& language = m_place.language;
    auto* box = new QFrame(m_findings->parentWidget());
    box->setObjectName("finding");
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(10, 8, 10, 8);
    inside->setSpacing(4);
    const auto message =
        sentence_of(item, session.event(), m_place.known, language).toHtmlEscaped();
    const auto article = to_qt(article_of(item, m_place.known, language)).toHtmlEscaped();
    auto* text = new QLabel(
        QString("<span style='color:%1'>%2 <b>%3.</b> %4</span>")
                .arg(
                    colour_of(item.level).name(),
                    sign_of(item.level),
                    word_of(item.level, m_place.known, language),
                    message
                )
            + (article.isEmpty()
                   ? QString()
                   : "<br><i style='color:" + tone("quiet") + "'>" + article + "</i>"),
        box
    );
    text->setWordWrap(true);
    inside->addWidget(text);
    add_ways_on(item, inside);
    if (!unresolved({item}, {}).empty() && can_be_explained(item))
        add_reason_lines(item, inside, session);
    m_findings->addWidget(box);
}

void review_view::add_ways_on(const finding& item, QVBoxLayout* into)
{
    const auto add_way = [this, into](const QString& text) {
        auto* button = new QPushButton(text, into->parentWidget());
        into->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    if (const auto record = record_of(item); !record.empty())
        connect(add_way(tr("Open that record")), &QPushButton::clicked, this, [this, record] {
            emit record_wanted(to_qt(record));
        });
    if (item.level != severity::block || item.field.empty()) return;
    auto* go = add_way(tr("Go to the field"));
    connect(go, &QPushButton::clicked, this, [this, field = item.field] {
        emit field_wanted(to_qt(field));
    });
    if (m_first_way == nullptr) m_first_way = go;
}

void review_view::add_reason_lines(
    const finding& item, QVBoxLayout* into, const form_session& session
)
{
    const auto add_line = [this, into](const QString& label, const std::string& value) {
        auto* line = new entry_line(into->parentWidget());
        line->setPlaceholderText(label);
        line->setAccessibleName(label);
        line->setText(to_qt(value));
        connect(line, &QLineEdit::textChanged, this, &review_view::update_button);
        connect(line, &entry_line::went_on, line, [line] {
            line->nextInFocusChain()->setFocus(Qt::TabFocusReason);
        });
        into->addWidget(line);
        return line;
    };
    const auto* given = reason_for(session.reasons(), item);
    asked_reason asked{item, nullptr, nullptr};
    asked.reason =
        add_line(tr("Reason for keeping it"), given == nullptr ? std::string() : given->reason);
    m_place.granted->guard(asked.reason, "override");
    m_asked.push_back(asked);
    if (item.level != severity::block) return;
    m_asked.back().document =
        add_line(tr("Document that allows it"), given == nullptr ? std::string() : given->document);
    if (given != nullptr) return;
    // To correct is the first way. Who has a decision of the head of the office opens the second
    // one.
    auto* reason = m_asked.back().reason;
    auto* document = m_asked.back().document;
    auto* open = new QPushButton(tr("A document allows it…"), into->parentWidget());
    m_place.granted->guard(open, "override");
    into->addWidget(open, 0, Qt::AlignLeft);
    for (auto* line : {reason, document})
        line->hide();
    connect(open, &QPushButton::clicked, this, [open, reason, document] {
        open->hide();
        for (auto* line : {reason, document})
            line->show();
        reason->setFocus(Qt::TabFocusReason);
    });
}

std::vector<override_reason> review_view::reasons() const
{
    std::vector<override_reason> out;
    for (const auto& asked : m_asked) {
        const auto reason = asked.reason->cleaned();
        const auto document = asked.document == nullptr ? std::string() : asked.document->cleaned();
        if (!reason.empty()) out.push_back({asked.about.rule, asked.about.field, reason, document});
    }
    return out;
}

void review_view::arrive()
{
    if (m_first_way != nullptr && !can_register()) return m_first_way->setFocus(Qt::TabFocusReason);
    for (const auto& asked : m_asked)
        if (asked.reason->text().isEmpty()) return asked.reason->setFocus(Qt::TabFocusReason);
    if (can_register())
        m_register->setFocus(Qt::TabFocusReason);
    else
        m_values->setFocus(Qt::TabFocusReason);
}

bool review_view::can_register() const { return unresolved(m_open, reasons()).empty(); }

void review_view::update_button()
{
    m_register->setEnabled(can_register());
    m_register->setToolTip(
        can_register() ? QString()
                       : tr("Correct what must be corrected and give the reasons first.")
    );
}

} // namespace hotich

#include "moc_review_view.cpp"
