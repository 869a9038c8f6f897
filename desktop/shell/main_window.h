// The window: before signing in one card, afterwards a rail of workplaces on the left, one page at
// a time, and a status line. Pages stand on a stack, so Esc goes back the way one came.
#pragma once

#include "desktop/app/enroller.h"
#include "desktop/app/line.h"
#include "desktop/app/workplace.h"
#include "desktop/forms/form_session.h"
#include "desktop/registers/print_order.h"
#include "desktop/shell/page.h"

#include <QElapsedTimer>
#include <QMainWindow>

#include <vector>

class QAction;
class QLabel;
class QStackedWidget;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class dossiers_page;
class enrolment_page;
class home_page;
class practice_guide;
class papers_page;
class manager_desk;
class sign_in_page;

class main_window final : public QMainWindow
{
    Q_OBJECT

public:
    main_window(
        const workplace& place,
        line& to_server,
        enroller& with,
        std::string register_file,
        random_source& random,
        QWidget* parent = nullptr
    );
    ~main_window() override;

    void show_enrolment();
    void show_sign_in();
    /// While the practice's register is made; show_workplace ends it.
    void show_making_of_practice();
    /// Accounts of the province, at the server itself; this PC needs no register for it.
    void show_manager();

    manager_desk& manager() { return *m_manager; }

    /// The register is open and enrolled. Who comes back after the window was locked finds what he
    /// left; anybody else begins at home.
    void show_workplace(const std::string& user = {});
    /// Hides the workplace until somebody signs in; what is typed is kept.
    void show_lock();

    /// What stands on top now; null before signing in.
    [[nodiscard]] page* current() const { return m_stack.empty() ? nullptr : m_stack.back(); }

    /// The list of all events, the last one chosen already.
    void open_event_choice();
    void open_form(const event_definition& event);
    void open_draft(const draft& kept);
    void open_correction(const std::string& record_id);
    /// Which event is to be noted on the entry, then its form.
    void open_note_choice(const std::string& record_id);
    void open_note(const event_definition& event, const std::string& record_id);
    void open_again(const QString& record_id, const QString& again);
    void open_reception();
    void open_dossier(const std::string& record_id);
    void open_record(const QString& record_id);
    /// The declaration to sign, filled from a form that is not registered yet.
    void open_declaration(const QString& event, const json::object& typed);
    void open_paper(const QString& record_id, const QString& certificate);
    void open_guide();
    void open_print(const std::vector<print_item>& items);
    void open_list(const QString& name, const std::vector<draw_list>& pages);
    void go_back();

signals:
    /// The register was opened at the sign-in.
    void signed_in();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    QWidget* make_workplace();
    void adopt_fixed_pages();
    QWidget* with_practice(QWidget* parts);
    QPushButton* add_to_rail(
        QVBoxLayout* rail, const QString& text, const QKeySequence& key, page* target
    );
    QAction* add_action(const QKeySequence& key, std::function<void()> act);
    void make_actions();
    void adopt(page* made);
    void go(page* target);
    void pop_to(std::size_t depth);
    void help();
    void begin_form(result<form_origin> origin);
    void show_failure(const failure& error);
    void say(const QString& sentence);
    void show_line();
    void open_last_event();
    void recall_last_event();
    void remember_event(const event_definition& event);
    [[nodiscard]] bool is_at_work() const;
    void read_granted();
    /// Whether the one signed in may; says why not where he may not.
    bool may_start(const char* action);

    const workplace& m_place;
    line& m_line;
    QStackedWidget* m_parts;
    enrolment_page* m_enrolment;
    manager_desk* m_manager;
    sign_in_page* m_sign_in;
    QStackedWidget* m_pages;
    home_page* m_home;
    page* m_search;
    page* m_book;
    page* m_attention;
    dossiers_page* m_dossiers;
    page* m_notices;
    page* m_day;
    page* m_pins;
    papers_page* m_papers;
    page* m_blanks;
    page* m_drafts;
    page* m_machine;
    practice_guide* m_guide = nullptr; ///< in the practice only
    std::vector<std::pair<QPushButton*, page*>> m_rail;
    std::vector<page*> m_stack;
    QElapsedTimer m_helped;
    std::string m_user;       ///< whose workplace stands behind a lock
    std::string m_last_event; ///< the event that F2 begins again
    QLabel* m_line_label;
    QLabel* m_message;
};

} // namespace hotich
