// The part of record_page that offers what can be done with the record and does it.
#include "common/register/desk_dossiers.h"
#include "common/register/desk_entries.h"
#include "common/register/desk_pins.h"
#include "desktop/app/layouts.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/entry_html.h"
#include "desktop/registers/question_box.h"
#include "desktop/registers/record_page.h"
#include "desktop/registers/why_not.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace hotich {

namespace {

std::vector<std::string> pieces_of(const std::string& text)
{
    std::vector<std::string> out;
    for (const auto& piece : to_qt(text).split(';', Qt::SkipEmptyParts))
        out.push_back(to_utf8(piece.trimmed()));
    return out;
}

} // namespace

QPushButton* record_page::add_action(
    const char* action, const QString& text, std::function<void()> act
)
{
    auto* button = new QPushButton(text);
    m_place.granted->guard(button, action);
    button->setProperty("leftAligned", true);
    connect(button, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_actions->addWidget(button);
    return button;
}

void record_page::make_actions(const event_definition& event)
{
    empty_now(m_actions);
    switch (m_record.state) {
    case record_state::held:
    case record_state::rejected:
        make_waiting_actions();
        break;
    case record_state::received:
        make_dossier_actions();
        break;
    case record_state::registered:
        make_entry_actions(event);
        break;
    default:
        make_paper_actions();
    }
    if (m_question->is_open()) return;
    if (auto* confirm = findChild<QPushButton*>("confirm")) {
        confirm->setFocus(Qt::TabFocusReason);
    } else if (m_actions->count() > 0) {
        auto* first = m_actions->itemAt(0)->widget();
        first->setObjectName("primary");
        first->setFocus(Qt::TabFocusReason);
    } else {
        m_values->setFocus(Qt::TabFocusReason);
    }
}

void record_page::make_waiting_actions()
{
    add_action("send_again", tr("Correct and send again"), [this] {
        emit correction_wanted(m_record_id);
    });
    if (m_record.state == record_state::held)
        add_action("say_distinct", tr("It is another event: ask for its number"), [this] {
            ask_reason(
                tr("How do you know that it is another event?"),
                [](desk_register& desk, const std::string& id, const auto& said, instant now) {
                    return desk.confirm_distinct(id, said.front(), now);
                }
            );
        });
    add_action("withdraw", tr("Withdraw it"), [this] {
        ask_reason(
            tr("Why is it withdrawn? It stays in the history and gets no number."),
            [](desk_register& desk, const std::string& id, const auto& said, instant now) {
                return desk.withdraw(id, said.front(), now);
            }
        );
    });
    if (const auto other = text_at(m_record.other, "record");
        !other.empty() && text_at(m_record.other, "office") == m_record.office)
        add_action("look", tr("Open the other record"), [this, id = to_qt(other)] {
            emit record_wanted(id);
        });
}

void record_page::make_dossier_actions()
{
    add_action("register_dossier", tr("Register: open the form"), [this] {
        emit dossier_wanted(m_record_id);
    });
    if (text_at(m_record.dossier, "state") == "paused")
        add_action("handle_dossier", tr("Go on: the answer is here"), [this] {
            do_now(
                [](desk_register& desk, const std::string& id, const auto&, instant now) {
                    return resume_dossier(desk, id, now);
                },
                {}
            );
        });
    else
        add_action("handle_dossier", tr("Pause: another office verifies"), [this] {
            ask_reason(
                tr("What is verified, and by whom? The days do not count meanwhile."),
                [](desk_register& desk, const std::string& id, const auto& said, instant now) {
                    return pause_dossier(desk, id, said.front(), now);
                }
            );
        });
    add_action("handle_dossier", tr("Ask for more papers"), [this] {
        ask(tr("Which papers are missing? Separate them by a semicolon."),
            {{tr("Papers"), {}}, {tr("Reason"), {}}},
            [](desk_register& desk, const std::string& id, const auto& said, instant now) {
                return ask_for_papers(desk, id, pieces_of(said.front()), said.back(), now);
            });
    });
    add_action("handle_dossier", tr("Give a new due day, with an apology"), [this] {
        ask(tr("The new day, and why the result is late."),
            {{tr("New due day"), {}}, {tr("Reason"), {}}},
            [](desk_register& desk, const std::string& id, const auto& said, instant now
            ) -> status {
                const auto day = parse_typed_date(said.front());
                const auto whole = day ? parse_date(to_iso(*day)) : std::nullopt;
                if (!whole) return failure{failure_code::invalid_input, "the day"};
                return delay_dossier(desk, id, *whole, said.back(), now);
            });
    });
    add_action("refuse_dossier", tr("Refuse, with the reason"), [this] {
        ask_reason(
            tr("Why is the dossier refused? The reason stands on the paper."),
            [](desk_register& desk, const std::string& id, const auto& said, instant now) {
                return refuse_dossier(desk, id, said.front(), now);
            }
        );
    });
    make_paper_actions();
}

void record_page::make_entry_actions(const event_definition& event)
{
    make_paper_actions();
    const auto today = to_iso(date_in_vietnam(m_place.time.now()));
    // Domain §4.5: the same day, before the paper is handed out.
    if (m_record.papers.empty() && text_at(m_record.data, "reg_date") == today)
        add_action("mend", tr("Mend a mistake of today"), [this] { emit fix_wanted(m_record_id); });
    if (text_at(m_record.pin, "state") == "refused")
        add_action("ask_pin_again", tr("Ask for the personal number again"), [this] {
            do_now(
                [](desk_register& desk, const std::string& id, const auto&, instant now) {
                    return ask_pin_again(desk, id, now);
                },
                {}
            );
        });
    if (m_record.number && event.main_book() != nullptr)
        add_action("note_entry", tr("Note or copy something of this entry…"), [this] {
            emit note_wanted(m_record_id);
        });
    for (const auto& again : event.again)
        add_action(
            "new_record",
            to_qt(again.title(m_place.language)),
            [this, id = to_qt(again.id)] { emit again_wanted(m_record_id, id); }
        );
}

void record_page::make_paper_actions()
{
    bool is_first = true;
    for (const auto* paper : m_papers_of) {
        const bool fits = paper->kind == "dossier" ? !m_record.dossier.empty()
                                                   : m_record.state == record_state::registered;
        if (!fits) continue;
        auto text = tr("Print: %1").arg(to_qt(paper->title.in(m_place.language)));
        if (is_first && paper->needs_number) {
            text += " (Ctrl+P)";
            is_first = false;
        }
        add_action(
            paper->kind == "dossier" ? "look" : "print_paper",
            text,
            [this, name = to_qt(paper->certificate)] { emit paper_wanted(m_record_id, name); }
        );
    }
}

void record_page::show_notices()
{
    empty_now(m_notices);
    for (std::size_t i = 0; i < m_record.notices.size(); ++i) {
        if (text_at(m_record.notices[i].get_object(), "state") != "waiting") continue;
        auto* box = new QFrame;
        box->setObjectName("finding");
        auto* words = new QLabel(notice_html(m_place, m_record, i));
        words->setWordWrap(true);
        words->setTextFormat(Qt::RichText);
        auto* confirm = new QPushButton(tr("Confirm: note it in the book"));
        confirm->setObjectName("confirm");
        auto* decline = new QPushButton(tr("Decline…"));
        for (auto* button : {confirm, decline})
            m_place.granted->guard(button, "answer_notice");
        connect(confirm, &QPushButton::clicked, this, [this, i] {
            do_now(
                [i](desk_register& desk, const std::string& id, const auto&, instant now) {
                    return confirm_annotation(desk, id, i, now);
                },
                {}
            );
        });
        connect(decline, &QPushButton::clicked, this, [this, i] {
            ask_reason(
                tr("Why is it not noted? The other office reads this reason."),
                [i](desk_register& desk, const std::string& id, const auto& said, instant now) {
                    return decline_annotation(desk, id, i, said.front(), now);
                }
            );
        });
        auto* layout = new QVBoxLayout(box);
        layout->addWidget(words);
        layout->addWidget(confirm);
        layout->addWidget(decline);
        m_notices->addWidget(box);
    }
}

void record_page::ask(const QString& text, std::vector<std::pair<QString, QString>> lines, deed act)
{
    question asked{text, {}, nullptr};
    for (auto& [label, value] : lines)
        asked.lines.push_back({label, value, false});
    asked.answer = [this, act = std::move(act)](const std::vector<std::string>& said) {
        do_now(act, said);
    };
    m_question->ask(std::move(asked));
}

void record_page::ask_reason(const QString& text, deed act)
{
    ask(text, {{tr("Reason"), {}}}, std::move(act));
}

void record_page::do_now(const deed& act, const std::vector<std::string>& answers)
{
    m_place.desk.ask(
        this,
        [act, answers, id = to_utf8(m_record_id), now = m_place.time.now()](desk_register& desk) {
            return act(desk, id, answers, now);
        },
        [this](const status& done) {
            if (!done && m_question->is_open())
                return m_question->show_trouble(
                    why_not(m_place.known, done.error(), m_place.language)
                );
            if (!done) return emit failed(done.error());
            m_question->close_question();
            emit said(tr("Saved. It is sent to the server with the next synchronisation."));
            emit work_waits();
            arrive();
        }
    );
}

} // namespace hotich
