// The part of main_window that says where its pages lead, and opens forms, records and papers.
#include "common/register/desk_declarations.h"
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_targets.h"
#include "desktop/forms/form_view.h"
#include "desktop/registers/dossiers_page.h"
#include "desktop/registers/papers_page.h"
#include "desktop/registers/preview_page.h"
#include "desktop/registers/reception_page.h"
#include "desktop/registers/record_page.h"
#include "desktop/shell/event_choice_page.h"
#include "desktop/shell/guide_page.h"
#include "desktop/shell/home_page.h"
#include "desktop/shell/main_window.h"
#include "desktop/shell/practice_guide.h"

#include <QGridLayout>
#include <QLabel>
#include <QStackedWidget>

namespace hotich {

namespace {

constexpr int again_ms = 2000;                        ///< F1 within this time after F1
constexpr const char* last_event_meta = "last_event"; ///< in the desk's register

} // namespace

/// The band above, the first day beside.
QWidget* main_window::with_practice(QWidget* parts)
{
    m_guide = new practice_guide(m_place);
    auto* whole = new QWidget;
    auto* layout = new QGridLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(practice_band(), 0, 0, 1, 2);
    layout->addWidget(parts, 1, 0);
    layout->addWidget(m_guide, 1, 1);
    layout->setRowStretch(1, 1);
    return whole;
}

/// Once of the page or its field, twice of the whole program.
void main_window::help()
{
    const bool is_again = m_helped.isValid() && m_helped.elapsed() < again_ms;
    m_helped.start();
    is_again ? open_guide() : current()->help();
}

void main_window::open_guide()
{
    m_helped.invalidate();
    auto* made = new guide_page(m_place, m_pages);
    adopt(made);
    go(made);
}

/// Pages that are always there, and where each leads.
void main_window::adopt_fixed_pages()
{
    for (auto* fixed : std::initializer_list<page*>{
             m_home,
             m_search,
             m_book,
             m_attention,
             m_drafts,
             m_dossiers,
             m_notices,
             m_day,
             m_pins,
             m_papers,
             m_blanks,
             m_machine})
        adopt(fixed);
    connect(m_papers, &papers_page::prints_wanted, this, &main_window::open_print);
    connect(m_papers, &papers_page::blanks_wanted, this, [this] { go(m_blanks); });
    connect(m_home, &home_page::papers_wanted, this, [this] { go(m_papers); });
    connect(m_home, &home_page::blanks_wanted, this, [this] { go(m_blanks); });
    connect(m_home, &home_page::choice_wanted, this, &main_window::open_event_choice);
    connect(m_home, &home_page::drafts_wanted, this, [this] { go(m_drafts); });
    connect(m_dossiers, &dossiers_page::reception_wanted, this, &main_window::open_reception);
    connect(m_home, &home_page::dossiers_wanted, this, [this] { go(m_dossiers); });
    connect(m_home, &home_page::notices_wanted, this, [this] { go(m_notices); });
    connect(m_home, &home_page::pins_wanted, this, [this] { go(m_pins); });
    connect(m_home, &home_page::attention_wanted, this, [this] { go(m_attention); });
    connect(m_home, &home_page::synchronisation_wanted, this, [this] { m_line.synchronise_now(); });
}

void main_window::recall_last_event()
{
    m_place.desk.ask(
        this,
        [](desk_register& desk) { return desk.meta(last_event_meta); },
        [this](const result<std::string>& kept) {
            if (!kept || m_place.known.find_event(*kept) == nullptr) return;
            m_last_event = *kept;
            m_home->show_last_event(m_last_event);
        }
    );
}

void main_window::open_event_choice()
{
    if (!may_start("new_record")) return;
    auto* made = new event_choice_page(m_place, tr("New record"), m_place.known.events(), m_pages);
    if (!m_last_event.empty()) made->favour(m_last_event);
    connect(made, &event_choice_page::chosen, made, &page::new_wanted);
    adopt(made);
    go(made);
}

void main_window::open_last_event()
{
    const auto events = m_place.known.events();
    const auto* last = m_place.known.find_event(m_last_event);
    if (last == nullptr && !events.empty()) last = events.front();
    if (last != nullptr) open_form(*last);
}

void main_window::remember_event(const event_definition& event)
{
    if (m_last_event == event.event) return;
    m_last_event = event.event;
    m_home->show_last_event(m_last_event);
    m_place.desk.ask(
        this,
        [name = event.event](desk_register& desk) { return desk.set_meta(last_event_meta, name); },
        [this](const status& kept) {
            if (!kept) show_failure(kept.error());
        }
    );
}

void main_window::open_form(const event_definition& event)
{
    if (!may_start("new_record")) return;
    remember_event(event);
    begin_new(m_place, this, event, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_note_choice(const std::string& record_id)
{
    if (!may_start("note_entry")) return;
    m_place.desk.ask(
        this,
        [record_id](desk_register& desk) { return desk.load(record_id); },
        [this, record_id](const result<record>& entry) {
            if (!entry) return show_failure(entry.error());
            const auto* noted = m_place.known.find_event(entry->event);
            if (noted == nullptr) return;
            auto* made = new event_choice_page(
                m_place,
                tr("What is done about this entry: %1")
                    .arg(to_qt(title_of(*noted, current_data(*entry)))),
                events_about(m_place.known, *noted),
                m_pages
            );
            connect(made, &event_choice_page::chosen, this, [this, record_id](const QString& name) {
                if (const auto* event = m_place.known.find_event(to_utf8(name)))
                    open_note(*event, record_id);
            });
            adopt(made);
            go(made);
        }
    );
}

void main_window::open_note(const event_definition& event, const std::string& record_id)
{
    if (!may_start("note_entry")) return;
    begin_note(m_place, this, event, record_id, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_again(const QString& record_id, const QString& again)
{
    if (!may_start("new_record")) return;
    begin_again(
        m_place,
        this,
        to_utf8(again),
        to_utf8(record_id),
        [this](result<form_origin> origin) { begin_form(std::move(origin)); }
    );
}

void main_window::open_reception()
{
    if (!may_start("receive_dossier")) return;
    auto* made = new reception_page(m_place, m_last_event, m_pages);
    connect(made, &reception_page::received, this, [this](const QString& id) {
        pop_to(1);
        go(m_dossiers);
        open_paper(id, "dossier_receipt");
    });
    adopt(made);
    go(made);
}

void main_window::open_dossier(const std::string& record_id)
{
    if (!may_start("register_dossier")) return;
    begin_dossier(m_place, this, record_id, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_draft(const draft& kept)
{
    if (!may_start("go_on_with_draft")) return;
    begin_draft(m_place, this, kept, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::open_correction(const std::string& record_id)
{
    if (!may_start("send_again")) return;
    begin_correction(m_place, this, record_id, [this](result<form_origin> origin) {
        begin_form(std::move(origin));
    });
}

void main_window::begin_form(result<form_origin> origin)
{
    if (!origin) return show_failure(origin.error());
    // One form at a time: the one before is kept as its draft.
    pop_to(1);
    auto* form = new form_view(m_place, std::move(*origin), m_pages);
    adopt(form);
    go(form);
}

void main_window::open_record(const QString& record_id)
{
    if (!may_start("look")) return;
    auto* made = new record_page(m_place, record_id, m_pages);
    adopt(made);
    go(made);
}

void main_window::open_declaration(const QString& event, const json::object& typed)
{
    const auto* what = m_place.known.find_event(to_utf8(event));
    if (what == nullptr) return;
    auto* made = new preview_page(
        m_place,
        event,
        [what, typed](desk_register& desk, instant now) {
            return declarations_of(desk, *what, typed, now);
        },
        m_pages
    );
    adopt(made);
    go(made);
}

void main_window::open_paper(const QString& record_id, const QString& certificate)
{
    if (!may_start("look")) return;
    open_print({{to_utf8(record_id), to_utf8(certificate)}});
}

void main_window::open_list(const QString& name, const std::vector<draw_list>& pages)
{
    auto* made = new preview_page(m_place, name, pages, m_pages);
    adopt(made);
    go(made);
}

void main_window::open_print(const std::vector<print_item>& items)
{
    auto* made = new preview_page(m_place, items, m_pages);
    adopt(made);
    go(made);
}

} // namespace hotich
