// The part of form_view that leads from stage to stage: finding the entry a form is about, the
// declaration, the review, the outcome.
#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_finder.h"
#include "desktop/forms/form_view.h"
#include "desktop/forms/list_editor.h"
#include "desktop/forms/outcome_view.h"
#include "desktop/forms/person_filler.h"
#include "desktop/forms/review_view.h"
#include "desktop/forms/target_filler.h"
#include "desktop/shell/help_bubble.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>

namespace hotich {

void form_view::connect_stages()
{
    connect(m_findings, &findings_list::field_wanted, this, &form_view::go_to_field);
    connect(m_findings, &findings_list::record_wanted, this, &page::record_wanted);
    connect(m_review, &review_view::edit_wanted, this, [this] { go_back(); });
    connect(m_review, &review_view::register_wanted, this, &form_view::save);
    connect(m_review, &review_view::field_wanted, this, &form_view::go_to_field);
    connect(m_review, &review_view::record_wanted, this, &page::record_wanted);
    connect(m_outcome, &outcome_view::next_wanted, this, [this] {
        emit new_wanted(to_qt(m_session->event().event));
    });
    connect(m_outcome, &outcome_view::again_wanted, this, &page::again_wanted);
    connect(m_outcome, &outcome_view::record_wanted, this, &page::record_wanted);
    connect(m_outcome, &outcome_view::paper_wanted, this, &page::paper_wanted);
    connect(m_outcome, &outcome_view::home_wanted, this, &page::back_wanted);
}

void form_view::connect_people()
{
    connect(m_people, &person_filler::failed, this, &page::failed);
    connect(
        m_people,
        &person_filler::filled_from_register,
        this,
        [this](const QString& name, const QString& event, const QString& number) {
            // The clerk has gone on meanwhile: the field he stands in and has not touched is filled
            // as the others are.
            if (m_current != nullptr && !is_known(m_current->editor().value()))
                show_again(m_current);
            const auto* entry = m_place.known.find_event(to_utf8(event));
            const auto title = entry == nullptr ? event : to_qt(entry->title.in(m_place.language));
            emit said(tr("Filled in from the register: %1 (%2, number %3). Ctrl+Z takes it back.")
                          .arg(name, title, number));
        }
    );
    connect(m_people, &person_filler::filled_from_form, this, [this](const QString& name) {
        emit said(tr("Filled in from this form: %1. Ctrl+Z takes it back.").arg(name));
    });
    connect(m_people, &person_filler::filled_from_card, this, [this](const QString& name) {
        emit said(tr("Filled in from the card: %1. Ctrl+Z takes it back.").arg(name));
    });
    auto* undo = new QAction(this);
    undo->setShortcut(QKeySequence::Undo);
    connect(undo, &QAction::triggered, this, &form_view::undo);
    addAction(undo);
}

void form_view::take_over(field_row* row)
{
    const auto& path = row->field().path;
    const auto value = row->editor().value();
    if (m_people->is_card_line(path, value))
        m_people->take_card_line(path, std::string(value.get_string()));
    else if (m_people->is_number_for_name(path, value))
        m_people->take_number_for_name(path, value);
    else
        return m_session->set(path, value);
    show_again(row);
}

void form_view::show_again(field_row* row)
{
    const auto* shown = find_path(m_session->state().shown(), row->field().path);
    row->show_value(shown == nullptr ? json::value() : *shown);
}

void form_view::undo()
{
    if (m_stages->currentIndex() != editing || !m_session->can_undo()) return;
    const auto path = m_session->undo();
    if (m_current != nullptr) show_again(m_current);
    if (!path.empty()) go_to_field(to_qt(path));
}

void form_view::make_targets()
{
    const auto& targets = m_targets->targets();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        auto* find = new QPushButton(tr("Find the entry in the register… (Ctrl+F)"));
        find->setFocusPolicy(Qt::ClickFocus);
        connect(find, &QPushButton::clicked, this, [this, i] { find_entry(i); });
        const int field = field_of_finding(m_session->event(), targets[i].first_field());
        const int where = page_of_field(m_session->event(), field);
        if (where >= 0) m_pages[std::size_t(where)]->put_above(targets[i].first_field(), find);
    }
    auto* key = new QAction(this);
    key->setShortcut(QKeySequence::Find);
    connect(key, &QAction::triggered, this, &form_view::find_entry_of_page);
    addAction(key);
    connect(m_targets, &target_filler::failed, this, &page::failed);
    connect(m_targets, &target_filler::filled, this, [this](std::size_t target) {
        show_stage(editing);
        go_to_field(to_qt(m_targets->targets()[target].at.no));
    });
    connect(
        m_targets,
        &target_filler::entry_seen,
        this,
        [this](const QString& list, const event_definition* event, const json::object& current) {
            auto* row = row_of(to_utf8(list));
            auto* editor = row == nullptr ? nullptr : qobject_cast<list_editor*>(&row->editor());
            if (editor != nullptr) editor->set_entry(event, current);
        }
    );
    connect(m_finder, &entry_finder::failed, this, &page::failed);
    connect(m_finder, &entry_finder::taken, this, [this](const QString& record) {
        m_targets->fill(m_wanted_target, record);
    });
    m_targets->look_again();
}

void form_view::find_entry(std::size_t target)
{
    if (m_stages->currentIndex() != editing) return;
    m_wanted_target = target;
    const auto& event = m_session->event();
    const auto& wanted = m_targets->targets()[target];
    m_stages->setCurrentIndex(searching);
    m_finder->begin(
        wanted.at.doc_kind.literal,
        to_qt(text_at(m_session->state().shown(), event.subject + ".full_name"))
    );
}

void form_view::find_entry_of_page()
{
    const auto& targets = m_targets->targets();
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto* row = row_of(targets[i].first_field());
        if (row != nullptr && row->isVisible()) return find_entry(i);
    }
    if (!targets.empty()) find_entry(0);
}

void form_view::want_declaration()
{
    if (m_current != nullptr) take_over(m_current);
    emit declaration_wanted(to_qt(m_session->event().event), m_session->state().to_send());
}

bool form_view::go_back()
{
    if (m_stages->currentIndex() == searching) {
        show_stage(editing);
        return true;
    }
    if (m_stages->currentIndex() != reviewing) return false;
    m_session->set_reasons(m_review->reasons());
    show_stage(editing);
    return true;
}

void form_view::save()
{
    if (m_stages->currentIndex() == editing) return review();
    if (m_stages->currentIndex() != reviewing || !m_review->can_register()) return;
    m_session->set_reasons(m_review->reasons());
    m_session->register_now();
}

void form_view::print()
{
    if (m_stages->currentIndex() == finished)
        m_outcome->print();
    else if (m_stages->currentIndex() == editing)
        want_declaration();
}

void form_view::help()
{
    if (m_current == nullptr || m_stages->currentIndex() != editing) return;
    help_bubble::show_at(&m_current->editor(), m_current->help_text(m_session->event()));
}

void form_view::review()
{
    if (m_current != nullptr) take_over(m_current);
    m_progress.shows_all = true;
    m_review_is_wanted = true;
    m_session->check_now();
}

void form_view::finish_review()
{
    m_review_is_wanted = false;
    m_review->show_session(*m_session);
    show_stage(reviewing);
}

void form_view::show_stage(stage next)
{
    m_stages->setCurrentIndex(next);
    arrive();
}

void form_view::discard()
{
    m_session->discard_draft();
    emit said(tr("The draft was discarded."));
    emit back_wanted();
}

} // namespace hotich
