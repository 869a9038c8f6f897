#include "desktop/registers/papers_page.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/forms/entry_line.h"
#include "desktop/printing/printed_lists.h"
#include "desktop/registers/came_out_box.h"
#include "desktop/registers/plain_table.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/why_not.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace hotich {

namespace {

constexpr std::int64_t max_lines = 300; ///< of each state

struct state_look
{
    QString words;
    const char* colour;
};

state_look look_of(const std::optional<printed_paper>& sheet)
{
    if (!sheet) return {"\u25CB " + papers_page::tr("to print"), "accent"};
    switch (sheet->state) {
    case paper_state::sent:
        return {"\u25B2 " + papers_page::tr("did it come out?"), "amber"};
    case paper_state::came_out:
        return {"\u25BA " + papers_page::tr("to sign"), "accent"};
    default:
        return {"\u2713 " + papers_page::tr("to hand over"), "good"};
    }
}

QString day_of(const record_line& entry)
{
    const auto day = parse_date(entry.reg_date);
    return day ? to_qt(to_display(*day)) : to_qt(entry.reg_date);
}

} // namespace

papers_page::papers_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_scan(new entry_line),
      m_count(new QLabel),
      m_question(new question_box),
      m_came_out(new came_out_box),
      m_table(new plain_table(
          {tr("State"), tr("Number"), tr("Name"), tr("Paper"), tr("Blank"), tr("Since")},
          {170, 90, 280, 300, 120, 140}
      ))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    m_count->setObjectName("quiet");
    m_scan->setPlaceholderText(tr("Scan the QR code of a sheet: signed, then handed over"));
    m_scan->setAccessibleName(tr("QR code of a sheet"));
    m_table->setAccessibleName(title());
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* further = new QPushButton(tr("Next step (Enter)"));
    further->setObjectName("primary");
    auto* all = new QPushButton(tr("Print (Ctrl+P)"));
    auto* spoiled = new QPushButton(tr("Spoiled… (Alt+H)"));
    spoiled->setShortcut(QKeySequence(Qt::ALT | Qt::Key_H));
    auto* list = new QPushButton(tr("List to sign (Alt+L)"));
    list->setShortcut(QKeySequence(Qt::ALT | Qt::Key_L));
    auto* blanks = new QPushButton(tr("Blanks… (Ctrl+K)"));
    connect(further, &QPushButton::clicked, this, &papers_page::go_further);
    connect(all, &QPushButton::clicked, this, &papers_page::print);
    connect(spoiled, &QPushButton::clicked, this, &papers_page::ask_why_spoiled);
    connect(list, &QPushButton::clicked, this, &papers_page::list_to_sign);
    connect(blanks, &QPushButton::clicked, this, &papers_page::blanks_wanted);
    for (auto* button : {further, all, spoiled, list})
        place.granted->guard(button, "print_paper");
    connect(m_came_out, &came_out_box::answered, this, [this](const auto& answers) {
        m_table->setFocus(Qt::TabFocusReason);
        tell(answers, tr("Written down."));
    });
    // While it asks, its own button answers to the same key.
    connect(m_came_out, &came_out_box::asking, spoiled, &QPushButton::setHidden);
    connect(m_table, &plain_table::opened, further, &QPushButton::click);
    connect(m_scan, &entry_line::went_on, this, [this] {
        const auto token = m_scan->cleaned();
        m_scan->clear();
        if (token.empty()) return m_table->setFocus(Qt::TabFocusReason);
        m_place.desk.ask(
            this,
            [token](desk_register& desk) { return find_printed(desk, token); },
            [this](const result<printed_paper>& found) {
                if (found) return take_scanned(*found);
                emit said(
                    to_qt(m_place.known.message("findings", "paper_unknown").in(m_place.language))
                );
            }
        );
    });
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addWidget(m_count);
    top->addStretch(1);
    for (auto* button : {blanks, list, spoiled, all, further})
        top->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addWidget(m_scan);
    layout->addWidget(m_question);
    layout->addWidget(m_came_out);
    layout->addWidget(m_table, 1);
}

void papers_page::arrive()
{
    m_table->setFocus(Qt::TabFocusReason);
    refresh();
}

bool papers_page::go_back()
{
    if (!m_question->is_open() && !m_came_out->is_open()) return false;
    m_question->close_question();
    m_came_out->close_question();
    m_table->setFocus(Qt::TabFocusReason);
    return true;
}

result<std::vector<papers_page::line>> papers_page::read(desk_register& desk, instant now)
{
    std::vector<line> out;
    const auto add = [&](paper_state state) -> status {
        TRY(const auto sheets, papers_in(desk, state, max_lines));
        for (const auto& sheet : sheets)
            out.push_back({sheet.entry, sheet.certificate, sheet});
        return {};
    };
    TRY_STATUS(add(paper_state::sent));
    TRY(const auto unprinted, entries_to_print(desk, now));
    for (const auto& one : unprinted)
        out.push_back({one.entry, one.certificate, std::nullopt});
    TRY_STATUS(add(paper_state::came_out));
    TRY_STATUS(add(paper_state::is_signed));
    return out;
}

void papers_page::refresh()
{
    if (m_question->is_open() || m_came_out->is_open()) return;
    m_place.desk.ask(
        this,
        [now = m_place.time.now()](desk_register& desk) { return read(desk, now); },
        [this](result<std::vector<line>> lines) {
            if (lines)
                show_lines(std::move(*lines));
            else
                emit failed(lines.error());
        }
    );
}

void papers_page::show_lines(std::vector<line> lines)
{
    m_lines = std::move(lines);
    std::vector<table_row> rows;
    for (const auto& one : m_lines) {
        const auto look = look_of(one.sheet);
        rows.push_back(
            {{look.words,
              one.entry.number ? to_qt(to_display(*one.entry.number)) : QString(),
              to_qt(one.entry.title),
              to_qt(name_of_paper(m_place.known, one.entry.event, one.certificate, m_place.language)
              ),
              one.sheet ? to_qt(one.sheet->serial) : QString(),
              one.sheet ? moment_text(one.sheet->at) : day_of(one.entry)},
             0,
             QColor(tone(look.colour))}
        );
    }
    m_count->setText(rows.empty() ? QString() : tr("%n line(s)", nullptr, int(rows.size())));
    m_table->show_rows(rows, tr("No paper waits: everything is printed, signed and handed over."));
}

std::vector<papers_page::line> papers_page::selected() const
{
    std::vector<line> out;
    for (const auto& index : m_table->selectionModel()->selectedRows())
        out.push_back(m_lines[std::size_t(index.row())]);
    return out;
}

void papers_page::print()
{
    // One kind at a time: another one lies in another tray.
    std::vector<print_item> items;
    const auto add = [&items](const line& one) {
        const bool is_alike = items.empty() || items.front().certificate == one.certificate;
        if (!one.sheet && is_alike && int(items.size()) < max_sheets_at_once)
            items.push_back({one.entry.record, one.certificate});
    };
    std::ranges::for_each(selected(), add);
    // One line is always selected: it says which kind.
    if (items.size() < 2)
        std::ranges::for_each(m_lines, [&](const line& one) {
            if (items.empty() || one.entry.record != items.front().record) add(one);
        });
    if (!items.empty()) emit prints_wanted(items);
}

void papers_page::list_to_sign()
{
    struct seen
    {
        std::vector<printed_paper> papers;
        office_profile office;
        std::string by;
    };

    std::set<std::string> chosen;
    for (const auto& one : selected())
        if (one.sheet && one.sheet->state == paper_state::came_out) chosen.insert(one.sheet->token);
    m_place.desk.ask(
        this,
        [chosen, now = m_place.time.now()](desk_register& desk) -> result<seen> {
            TRY(auto papers, papers_to_sign(desk, now));
            // One line is always selected: it chooses nothing.
            if (chosen.size() > 1)
                std::erase_if(papers, [&](const auto& one) { return !chosen.contains(one.token); });
            return seen{std::move(papers), desk.office(), desk.user()};
        },
        [this](const result<seen>& now) {
            if (!now) return emit failed(now.error());
            if (now->papers.empty()) return emit said(tr("No paper waits to be signed."));
            const auto at = m_place.time.now();
            const auto day = to_qt(day_in_file_name(date_in_vietnam(at)));
            emit list_wanted(
                to_qt(m_place.known.message("words", "signing_list").in(m_place.language)) + " "
                    + day,
                signing_list(m_place.known, now->office, now->papers, now->by, at)
            );
        }
    );
}

/// Those selected that stand where the first one stands go one step on.
void papers_page::go_further()
{
    const auto chosen = selected();
    if (chosen.empty()) return;
    const auto& first = chosen.front();
    if (!first.sheet) {
        std::vector<print_item> items;
        for (const auto& one : chosen)
            if (!one.sheet && one.certificate == first.certificate)
                items.push_back({one.entry.record, one.certificate});
        emit prints_wanted(items);
        return;
    }
    if (first.sheet->state == paper_state::sent) return ask_whether_it_came_out(chosen);
    std::vector<std::string> tokens;
    for (const auto& one : chosen)
        if (one.sheet && one.sheet->state == first.sheet->state) tokens.push_back(one.sheet->token);
    if (first.sheet->state == paper_state::came_out)
        return tell(
            the_same_of_all(tokens, {paper_state::is_signed}), tr("Signed: to be handed over.")
        );
    ask_who_takes(tokens, to_qt(first.entry.title));
}

/// As after printing: the power may have gone between the printer and the answer.
void papers_page::ask_whether_it_came_out(const std::vector<line>& sent)
{
    std::vector<sent_sheet> sheets;
    for (const auto& one : sent) {
        if (!one.sheet || one.sheet->state != paper_state::sent) continue;
        const auto serial = to_qt(one.sheet->serial);
        const auto name = to_qt(one.entry.title);
        sheets.push_back({one.sheet->token, serial.isEmpty() ? name : name + " \u00B7 " + serial});
    }
    m_came_out->ask(std::move(sheets));
}

void papers_page::take_scanned(const printed_paper& found)
{
    const auto name = to_qt(found.entry.title);
    if (is_end(found.state))
        return emit said(to_qt(m_place.known.message("findings", "paper_ended").in(m_place.language)
        ));
    if (found.state == paper_state::is_signed) return ask_who_takes({found.token}, name);
    tell({{found.token, {paper_state::is_signed}}}, tr("Signed: %1").arg(name));
    m_scan->setFocus(Qt::OtherFocusReason); // the next sheet
}

void papers_page::ask_who_takes(std::vector<std::string> tokens, const QString& name)
{
    m_question->ask(
        {tr("Hand over: %1").arg(name),
         {{tr("Who takes it"), {}, true}},
         [this, tokens = std::move(tokens)](const std::vector<std::string>& texts) {
             m_question->close_question();
             const paper_step step{paper_state::handed_over, "", texts.front()};
             tell(the_same_of_all(tokens, step), tr("Handed over."));
         }}
    );
}

void papers_page::ask_why_spoiled()
{
    std::vector<std::string> tokens;
    for (const auto& one : selected())
        if (one.sheet) tokens.push_back(one.sheet->token);
    if (tokens.empty()) return;
    m_question->ask(
        {tr("%n sheet(s) are spoiled: kept, never handed over, and printed again.",
            nullptr,
            int(tokens.size())),
         {{tr("Why: paper jam, printed askew…"), {}, false}},
         [this, tokens = std::move(tokens)](const std::vector<std::string>& texts) {
             m_question->close_question();
             const paper_step step{paper_state::spoiled, texts.front()};
             tell(the_same_of_all(tokens, step), tr("Written down."));
         }}
    );
}

void papers_page::tell(std::vector<sheet_answer> steps, const QString& said_then)
{
    m_place.desk.ask(
        this,
        [steps = std::move(steps), now = m_place.time.now()](desk_register& desk) -> result<bool> {
            for (const auto& [token, step] : steps)
                TRY_STATUS(tell_paper_step(desk, token, step, now));
            return true;
        },
        [this, said_then](const result<bool>& written) {
            if (!written)
                emit said(why_not(m_place.known, written.error(), m_place.language));
            else
                emit said(said_then);
            emit work_waits();
            refresh();
        }
    );
}

} // namespace hotich

#include "moc_papers_page.cpp"
