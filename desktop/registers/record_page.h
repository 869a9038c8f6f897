// One record: its data, where it stands, its papers and history, and what can be done with it. Of a
// held or rejected one, why, and the ways on.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QFrame;
class QLabel;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace hotich {

class entry_line;

class record_page final : public page
{
    Q_OBJECT

public:
    record_page(const workplace& place, QString record_id, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    void arrive() override;
    void refresh() override;
    bool go_back() override;
    void print() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    [[nodiscard]] const QString& record_id() const { return m_record_id; }

private:
    enum class resolution { confirm_distinct, withdraw };

    QWidget* make_side();
    QFrame* make_reason_box();
    void show_record(record content);
    void show_state(const event_definition& event);
    void show_reasons(const event_definition& event);
    void make_actions(const event_definition& event);
    QPushButton* add_action(const QString& text);
    void ask_reason(resolution what, const QString& question);
    void resolve();

    const workplace& m_place;
    QString m_record_id;
    record m_record;
    QLabel* m_heading;
    QLabel* m_state;
    QTextBrowser* m_values;
    QLabel* m_reasons;
    QVBoxLayout* m_actions;
    QFrame* m_reason_box;
    QLabel* m_question;
    entry_line* m_reason;
    QLabel* m_papers;
    QLabel* m_history;
    resolution m_resolution = resolution::withdraw;
};

} // namespace hotich
