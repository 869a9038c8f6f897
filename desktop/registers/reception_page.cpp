#include "desktop/registers/reception_page.h"

#include "common/base/text.h"
#include "common/register/begun_reception.h"
#include "common/register/desk_dossiers.h"
#include "common/rules/due_date.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"
#include "desktop/forms/editor_factory.h"
#include "desktop/forms/list_editor.h"
#include "desktop/registers/why_not.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace hotich {

namespace {

constexpr int line_width = 460;
constexpr int keep_delay_ms = 500;
constexpr const char* in_person = "1"; ///< code list channel

choice_list event_choices(const workplace& place)
{
    auto list = std::make_shared<std::vector<choice>>();
    for (const auto* event : place.known.events()) {
        const auto& name = event->title.in(place.language);
        list->push_back({event->event, to_qt(name), fold(name), fold(name), {}, {}});
    }
    return list;
}

field_definition paper_column(const char* path, const char* kind, const QString& label)
{
    field_definition made;
    made.path = path;
    made.kind = kind;
    made.label = {to_utf8(label), to_utf8(label)};
    return made;
}

/// The field of the form that ends so, in whatever part it stands; "" where the form has none.
std::string field_ending(const event_definition& event, std::string_view ending)
{
    for (const auto& field : event.fields)
        if (field.path == ending || field.path.ends_with("." + std::string(ending)))
            return field.path;
    return {};
}

} // namespace

reception_page::reception_page(const workplace& place, std::string event, QWidget* parent)
    : page(parent),
      m_place(place),
      m_event(new choice_edit),
      m_subject(new entry_line),
      m_name(new entry_line),
      m_relation(new choice_edit),
      m_phone(new entry_line),
      m_channel(new choice_edit),
      m_is_back(new QWidget),
      m_due(new QLabel),
      m_trouble(new QLabel)
{
    make_papers_list();
    const auto today = date_in_vietnam(place.time.now());
    m_event->set_choices(event_choices(place));
    m_event->set_code(event);
    m_relation->set_choices(choices_of(place.known.list("relation"), today, place.language));
    m_channel->set_choices(choices_of(place.known.list("channel"), today, place.language));
    m_channel->set_code(in_person);
    m_subject->set_is_name();
    m_name->set_is_name();
    m_due->setObjectName("quiet");
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(2, 1);
    add_row(grid, tr("Event"), m_event);
    add_row(grid, tr("About whom"), m_subject);
    add_row(grid, tr("Requester: full name"), m_name);
    add_row(grid, tr("Relation"), m_relation);
    add_row(grid, tr("Telephone"), m_phone);
    add_row(grid, tr("How it came"), m_channel);
    connect(m_event, &entry_line::committed, this, &reception_page::show_due_day);
    m_keep_timer.setSingleShot(true);
    m_keep_timer.setInterval(keep_delay_ms);
    connect(&m_keep_timer, &QTimer::timeout, this, &reception_page::keep);
    connect(m_papers, &field_editor::edited, this, &reception_page::keep_soon);
    connect(m_papers, &field_editor::pasted, this, &reception_page::keep_soon);
    make_way_to_begin_anew();
    auto* papers = new QLabel(tr("Papers handed in"));
    papers->setObjectName("section");
    auto* go = new QPushButton(tr("Receive and show the receipt (Ctrl+S)"));
    go->setObjectName("primary");
    m_place.granted->guard(go, "receive_dossier");
    connect(go, &QPushButton::clicked, this, &reception_page::save);
    connect(m_papers, &field_editor::went_on, go, [go] { go->setFocus(Qt::TabFocusReason); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(m_is_back);
    layout->addLayout(grid);
    layout->addWidget(m_due);
    layout->addWidget(papers);
    layout->addWidget(m_papers);
    layout->addWidget(m_trouble);
    layout->addWidget(go, 0, Qt::AlignRight);
    layout->addStretch(1);
    show_due_day();
}

void reception_page::add_row(QGridLayout* grid, const QString& label, entry_line* line)
{
    auto* name = new QLabel(label);
    name->setBuddy(line);
    line->setAccessibleName(label);
    line->setFixedWidth(line_width);
    const int row = int(m_lines.size());
    grid->addWidget(name, row, 0, Qt::AlignRight);
    grid->addWidget(line, row, 1);
    connect(line, &QLineEdit::textChanged, this, &reception_page::keep_soon);
    connect(line, &entry_line::went_on, this, [this, row] {
        auto* next =
            row + 1 < int(m_lines.size()) ? m_lines[std::size_t(row + 1)] : m_papers->first_part();
        next->setFocus(Qt::TabFocusReason);
    });
    connect(line, &entry_line::went_back, this, [this, row] {
        if (row > 0) m_lines[std::size_t(row - 1)]->setFocus(Qt::TabFocusReason);
    });
    m_lines.push_back(line);
}

void reception_page::make_papers_list()
{
    m_papers_list.path = "papers";
    m_papers_list.kind = "list";
    m_papers_list.columns = {
        paper_column("name", "text", tr("Paper")),
        paper_column("kind", "code:copy_kind", tr("Kind")),
        paper_column("compared", "boolean", tr("Compared with the original"))};
    m_papers = new list_editor(
        m_papers_list,
        m_place.known,
        m_place.language,
        [&place = m_place](const field_definition& column, QWidget* row) {
            return make_editor(column, place, {{}, date_in_vietnam(place.time.now())}, row);
        }
    );
}

void reception_page::make_way_to_begin_anew()
{
    auto* what = new QLabel(tr("This was being received before and is not written down yet."));
    what->setObjectName("quiet");
    auto* anew = new QPushButton(tr("Empty the page (Alt+B)"));
    anew->setShortcut(QKeySequence(Qt::ALT | Qt::Key_B));
    anew->setFocusPolicy(Qt::NoFocus);
    connect(anew, &QPushButton::clicked, this, [this] {
        m_is_back->hide();
        show_typed({});
        m_subject->setFocus(Qt::TabFocusReason);
    });
    auto* line = new QHBoxLayout(m_is_back);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(what);
    line->addWidget(anew);
    line->addStretch(1);
    m_is_back->hide();
}

void reception_page::arrive()
{
    m_lines.front()->setFocus(Qt::TabFocusReason);
    if (!m_record.empty()) return;
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) { return begin_reception(desk, now); },
        [this](const result<begun_reception>& begun) {
            if (!begun) return emit failed(begun.error());
            m_record = begun->record;
            if (begun->typed.empty() || !typed().empty()) return;
            show_typed(begun->typed);
            m_is_back->show();
            m_event->selectAll();
        }
    );
}

void reception_page::leave()
{
    if (m_keep_timer.isActive()) keep();
}

void reception_page::keep_soon()
{
    if (!m_keep_timer.isActive()) m_keep_timer.start();
}

void reception_page::keep()
{
    m_keep_timer.stop();
    if (m_record.empty()) return;
    m_place.desk.ask(
        this,
        [begun = begun_reception{m_record, typed()}](desk_register& desk) {
            return keep_reception(desk, begun);
        },
        [this](const status& kept) {
            if (!kept) emit failed(kept.error());
        }
    );
}

/// Event and channel stand there by themselves: where nothing else was typed, nothing was.
json::object reception_page::typed() const
{
    json::object out;
    const auto put = [&out](const char* name, const std::string& text) {
        if (!text.empty()) out[name] = text;
    };
    put("subject", m_subject->cleaned());
    put("name", m_name->cleaned());
    put("relation", m_relation->code());
    put("phone", m_phone->cleaned());
    if (auto papers = m_papers->value(); is_known(papers)) out["papers"] = std::move(papers);
    if (out.empty()) return out;
    put("event", m_event->code());
    put("channel", m_channel->code());
    return out;
}

void reception_page::show_typed(const json::object& typed)
{
    const auto text = [&typed](const char* name) { return std::string(text_at(typed, name)); };
    if (typed.contains("event")) m_event->set_code(text("event"));
    m_subject->setText(to_qt(text("subject")));
    m_name->setText(to_qt(text("name")));
    m_relation->set_code(text("relation"));
    m_phone->setText(to_qt(text("phone")));
    m_channel->set_code(typed.contains("channel") ? text("channel") : in_person);
    const auto* papers = typed.if_contains("papers");
    m_papers->set_value(papers == nullptr ? json::value() : *papers);
    show_due_day();
}

const event_definition* reception_page::event() const
{
    return m_place.known.find_event(m_event->code());
}

void reception_page::show_due_day()
{
    const auto* what = event();
    const auto now = m_place.time.now();
    const auto* processing =
        what == nullptr ? nullptr : processing_of(*what, data(), date_in_vietnam(now));
    m_due->setText(
        processing == nullptr
            ? QString()
            : tr("Due on %1").arg(to_qt(to_display(due_on(m_place.known, *processing, now))))
    );
}

json::object reception_page::data() const
{
    json::object made;
    const auto* what = event();
    if (what == nullptr) return made;
    const auto put = [&made, what](const std::string& ending, std::string text) {
        const auto path = field_ending(*what, ending);
        if (!path.empty() && !text.empty()) set_path(made, path, json::value(std::move(text)));
    };
    put(what->subject + ".full_name", m_subject->cleaned());
    put("requester.full_name", m_name->cleaned());
    put("requester.relation", m_relation->code());
    put("requester.phone", m_phone->cleaned());
    return made;
}

void reception_page::save()
{
    const auto* what = event();
    for (const auto& [line, is_missing] :
         {std::pair<entry_line*, bool>{m_event, what == nullptr},
          {m_name, m_name->cleaned().empty()}}) {
        if (!is_missing) continue;
        m_trouble->setText(tr("Please fill in: %1").arg(line->accessibleName()));
        m_trouble->show();
        return line->setFocus(Qt::TabFocusReason);
    }
    dossier_receipt receipt{data(), m_channel->code(), {}, m_record};
    const auto papers = m_papers->value();
    if (papers.is_array())
        for (const auto& row : papers.get_array()) {
            const auto& paper = row.get_object();
            const auto* compared = paper.if_contains("compared");
            receipt.papers.push_back(
                {std::string(text_at(paper, "name")),
                 std::string(text_at(paper, "kind")),
                 compared != nullptr && *compared == json::value(true)}
            );
        }
    m_place.desk.ask(
        this,
        [what, receipt = std::move(receipt), now = m_place.time.now()](desk_register& desk) {
            return receive_dossier(desk, *what, receipt, now);
        },
        [this](const result<std::string>& made) {
            m_trouble->setVisible(!made);
            if (!made)
                return m_trouble->setText(why_not(m_place.known, made.error(), m_place.language));
            emit work_waits();
            emit received(to_qt(*made));
        }
    );
}

} // namespace hotich

#include "moc_reception_page.cpp"
