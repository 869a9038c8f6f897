#include "desktop/registers/blanks_page.h"

#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"
#include "desktop/registers/plain_table.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/why_not.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr std::int64_t max_moves = 200;
constexpr int trouble_column = 3;
constexpr int kinds_height = 160;

QString list_of(const std::vector<blank_serial>& serials)
{
    constexpr std::size_t shown = 5;
    QStringList texts;
    for (std::size_t i = 0; i < std::min(serials.size(), shown); ++i)
        texts.append(to_qt(to_text(serials[i])));
    return texts.join(", ") + (serials.size() > shown ? "…" : "");
}

QString words_of_fate(const std::string& what)
{
    if (what == blank_fate::received) return blanks_page::tr("received");
    if (what == blank_fate::spoiled) return blanks_page::tr("spoiled");
    if (what == blank_fate::lost) return blanks_page::tr("lost");
    return blanks_page::tr("handed on");
}

} // namespace

blanks_page::blanks_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_question(new question_box),
      m_kinds(new plain_table(
          {tr("Blank for"), tr("Left"), tr("Next"), tr("What is not right")}, {330, 80, 150, 500}
      )),
      m_of_kind(new QLabel),
      m_moves(new plain_table(
          {tr("Day"), tr("What happened"), tr("From serial"), tr("Sheets"), tr("Note"), tr("By")},
          {110, 130, 150, 80, 380, 200}
      ))
{
    auto* heading = new QLabel(title());
    heading->setObjectName("heading");
    m_of_kind->setObjectName("section");
    m_kinds->setAccessibleName(tr("Kinds of blanks"));
    m_kinds->setFixedHeight(kinds_height);
    m_moves->setAccessibleName(tr("What came in and what went"));
    connect(m_kinds, &QTableWidget::currentCellChanged, this, &blanks_page::show_moves);
    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    const auto add = [&](const QString& text, QKeySequence key, const char* what, QString note) {
        auto* button = new QPushButton(text);
        button->setShortcut(key);
        m_place.granted->guard(button, "print_paper");
        connect(button, &QPushButton::clicked, this, [this, text, what, note] {
            ask_move(what, text, note);
        });
        top->addWidget(button);
        return button;
    };
    add(tr("Receive… (Insert)"), Qt::Key_Insert, blank_fate::received, tr("From whom"))
        ->setObjectName("primary");
    add(tr("Spoiled… (Alt+H)"), QKeySequence(Qt::ALT | Qt::Key_H), blank_fate::spoiled, tr("Why"));
    add(tr("Lost… (Alt+M)"), QKeySequence(Qt::ALT | Qt::Key_M), blank_fate::lost, tr("How"));
    add(tr("Hand on… (Alt+C)"),
        QKeySequence(Qt::ALT | Qt::Key_C),
        blank_fate::handed_over,
        tr("To whom"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addWidget(m_question);
    layout->addWidget(m_kinds);
    layout->addWidget(m_of_kind);
    layout->addWidget(m_moves, 1);
}

void blanks_page::arrive()
{
    m_kinds->setFocus(Qt::TabFocusReason);
    refresh();
}

bool blanks_page::go_back()
{
    if (!m_question->is_open()) return false;
    m_question->close_question();
    m_kinds->setFocus(Qt::TabFocusReason);
    return true;
}

void blanks_page::refresh()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) -> result<seen> {
            seen now;
            TRY(const auto known, blanks_of(desk));
            blank_ledger ledger(desk.connection(), desk.identity().office);
            for (const auto* paper : papers_with_blanks(desk.known())) {
                const auto found =
                    std::find_if(known.begin(), known.end(), [paper](const auto& one) {
                        return one.kind == paper->certificate;
                    });
                now.in_hand.push_back(found == known.end() ? blanks_in_hand{} : *found);
                now.in_hand.back().kind = paper->certificate;
                TRY(auto moves, ledger.moves(paper->certificate, max_moves));
                now.moves.push_back(std::move(moves));
            }
            return now;
        },
        [this](result<seen> now) {
            if (now)
                show_kinds(std::move(*now));
            else
                emit failed(now.error());
        }
    );
}

QString blanks_page::name_of_kind(const std::string& kind) const
{
    for (const auto* paper : papers_with_blanks(m_place.known))
        if (paper->certificate == kind) return to_qt(paper->title.in(m_place.language));
    return to_qt(kind);
}

QString blanks_page::troubles_of(const blanks_in_hand& blanks) const
{
    QStringList texts;
    if (!blanks.twice.empty())
        texts.append("\u25A0 " + tr("two papers on one blank: %1").arg(list_of(blanks.twice)));
    if (!blanks.unknown.empty())
        texts.append("\u25A0 " + tr("printed on, never received: %1").arg(list_of(blanks.unknown)));
    return texts.join("; ");
}

void blanks_page::show_kinds(seen now)
{
    m_seen = std::move(now);
    std::vector<table_row> rows;
    for (const auto& blanks : m_seen.in_hand)
        rows.push_back(
            {{name_of_kind(blanks.kind),
              QString::number(blanks.left),
              blanks.next ? to_qt(to_text(*blanks.next)) : QString(),
              troubles_of(blanks)},
             trouble_column,
             QColor(tone("red"))}
        );
    m_kinds->show_rows(rows, {});
    show_moves();
}

void blanks_page::show_moves()
{
    const auto at = std::size_t(std::max(m_kinds->currentRow(), 0));
    if (at >= m_seen.moves.size()) return;
    m_of_kind->setText(name_of_kind(m_seen.in_hand[at].kind));
    std::vector<table_row> rows;
    for (const auto& [move, on, by] : m_seen.moves[at]) {
        const auto day = parse_date(on);
        rows.push_back(
            {{day ? to_qt(to_display(*day)) : to_qt(on),
              words_of_fate(move.what),
              to_qt(to_text(move.blanks.first)),
              QString::number(move.blanks.count),
              to_qt(move.note),
              to_qt(by)}}
        );
    }
    m_moves->show_rows(rows, tr("No blank of this kind came in yet. Insert takes them in."));
}

void blanks_page::ask_move(const char* what, const QString& question, const QString& note)
{
    const auto at = std::size_t(std::max(m_kinds->currentRow(), 0));
    if (at >= m_seen.in_hand.size()) return;
    const auto kind = m_seen.in_hand[at].kind;
    m_question->ask(
        {name_of_kind(kind) + ": " + question.section(" (", 0, 0),
         {{tr("First serial"), {}, false}, {tr("Last serial"), {}, false}, {note, {}, true}},
         [this, kind, what](const std::vector<std::string>& texts) {
             const auto written = write(kind, what, texts);
             if (!written)
                 m_question->show_trouble(why_not(m_place.known, written.error(), m_place.language)
                 );
         }}
    );
}

status blanks_page::write(
    const std::string& kind, const char* what, const std::vector<std::string>& texts
)
{
    TRY(const auto range, blank_range_of(texts[0], texts[1]));
    if (needs_reason(what) && texts[2].empty())
        return failure{failure_code::not_allowed, "why_needed"};
    m_place.desk.ask(
        this,
        [move = blank_move{kind, range, what, texts[2]},
         now = m_place.time.now()](desk_register& desk) -> result<bool> {
            TRY_STATUS(write_blank_move(desk, move, now));
            return true;
        },
        [this](const result<bool>& written) {
            if (!written) return emit failed(written.error());
            m_question->close_question();
            emit said(tr("Written into the ledger."));
            emit work_waits();
            arrive();
        }
    );
    return {};
}

} // namespace hotich

#include "moc_blanks_page.cpp"
