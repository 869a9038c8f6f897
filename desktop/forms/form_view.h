// The form of any event, made from its definition: steps on the left, the fields, the findings
// below, then the review and the outcome. Everything by keyboard: Enter goes on, Shift+Enter back,
// Ctrl+PageDown/PageUp or Alt+1…9 change the page, Ctrl+S reviews and then registers, Esc goes back
// a step.
#pragma once

#include "desktop/forms/findings_list.h"
#include "desktop/forms/form_session.h"
#include "desktop/forms/page_view.h"
#include "desktop/forms/visible_findings.h"
#include "desktop/shell/page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace hotich {

class entry_finder;
class outcome_view;
class review_view;
class person_filler;
class target_filler;

class form_view final : public page
{
    Q_OBJECT

public:
    form_view(const workplace& place, form_origin origin, QWidget* parent = nullptr);
    ~form_view() override;

    [[nodiscard]] QString title() const override;
    void arrive() override;
    void leave() override;
    bool go_back() override;
    void save() override;
    void print() override;
    void help() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    [[nodiscard]] form_session& session() { return *m_session; }

    [[nodiscard]] field_row* row_of(const std::string& path) const;
    [[nodiscard]] int current_page() const;
    /// Shows a page of the form; the focus goes to its first field.
    void show_page(int index);
    void go_to_field(const QString& path);

private:
    enum stage { editing, reviewing, finished, searching };

    QWidget* make_editing_part();
    void make_pages(QStackedWidget* into);
    QLayout* make_buttons(QWidget* part);
    void connect_session();
    void connect_stages();
    void make_targets();
    void connect_people();
    /// What an editor holds goes into the form; a card's line goes to the whole person.
    void take_over(field_row* row);
    void show_again(field_row* row);
    void undo();
    void find_entry(std::size_t target);
    void find_entry_of_page();
    void want_declaration();
    void on_came(field_row* row);
    void on_left(field_row* row);
    void move_on(field_row* from, int steps);
    [[nodiscard]] int page_beside(int from, int steps) const;
    void show_state();
    void show_findings();
    void review();
    void finish_review();
    void show_stage(stage next);
    void discard();

    const workplace& m_place;
    form_session* m_session;
    QStackedWidget* m_stages;
    QListWidget* m_steps = nullptr;
    QStackedWidget* m_page_stack = nullptr;
    std::vector<page_view*> m_pages;
    QLabel* m_heading = nullptr;
    QLabel* m_draft_note = nullptr;
    QLabel* m_help = nullptr;
    findings_list* m_findings = nullptr;
    review_view* m_review;
    outcome_view* m_outcome;
    target_filler* m_targets;
    person_filler* m_people;
    entry_finder* m_finder;
    std::size_t m_wanted_target = 0;
    typing_progress m_progress;
    field_row* m_current = nullptr;
    bool m_review_is_wanted = false;
};

} // namespace hotich
