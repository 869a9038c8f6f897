// The window: before signing in one card, afterwards a rail of workplaces on the left, one page at
// a time, and a status line. Pages stand on a stack, so Esc goes back the way one came.
#pragma once

#include "desktop/app/enroller.h"
#include "desktop/app/line.h"
#include "desktop/app/workplace.h"
#include "desktop/forms/form_session.h"
#include "desktop/shell/page.h"

#include <QMainWindow>

#include <vector>

class QAction;
class QLabel;
class QStackedWidget;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class enrolment_page;
class home_page;
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
    /// The register is open and enrolled.
    void show_workplace();

    /// What stands on top now; null before signing in.
    [[nodiscard]] page* current() const { return m_stack.empty() ? nullptr : m_stack.back(); }

    void open_form(const event_definition& event);
    void open_draft(const draft& kept);
    void open_correction(const std::string& record_id);
    void open_record(const QString& record_id);
    void open_paper(const QString& record_id, const QString& certificate);
    void go_back();

signals:
    /// The register was opened at the sign-in.
    void signed_in();

private:
    QWidget* make_workplace();
    QPushButton* add_to_rail(
        QVBoxLayout* rail, const QString& text, const QKeySequence& key, page* target
    );
    QAction* add_action(const QKeySequence& key, std::function<void()> act);
    void make_actions();
    void adopt(page* made);
    void go(page* target);
    void pop_to(std::size_t depth);
    void begin_form(result<form_origin> origin);
    void show_failure(const failure& error);
    void say(const QString& sentence);
    void show_line();
    [[nodiscard]] bool is_at_work() const;

    const workplace& m_place;
    line& m_line;
    QStackedWidget* m_parts;
    enrolment_page* m_enrolment;
    sign_in_page* m_sign_in;
    QStackedWidget* m_pages;
    home_page* m_home;
    page* m_search;
    page* m_book;
    page* m_attention;
    page* m_drafts;
    std::vector<std::pair<QPushButton*, page*>> m_rail;
    std::vector<page*> m_stack;
    QLabel* m_line_label;
    QLabel* m_message;
};

} // namespace hotich
