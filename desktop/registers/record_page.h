// One record: its data as registered and as it reads now, where it stands, later notes, notices of
// other offices, papers and history, and what can be done with it. Of a held or rejected one, why,
// and the ways on; of a dossier, when it is due.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace hotich {

class question_box;
class scan_list;

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
    /// The record and what the register says of it.
    struct seen
    {
        record content;
        std::vector<record> alike; ///< of a held one: entries of this office that it resembles
        std::vector<const paper_definition*> papers;
    };

    /// What a question leads to: the clerk's answers become an operation.
    using deed = std::function<status(
        desk_register&, const std::string& record, const std::vector<std::string>&, instant
    )>;

    QWidget* make_side();
    void show_record(seen now);
    void show_state();
    void show_reasons(const event_definition& event);
    /// Beside what a held record resembles.
    QString comparisons(const event_definition& event) const;
    void show_notices();
    void show_text(QLabel* heading, QLabel* label, const QString& html);
    void make_actions(const event_definition& event);
    void make_waiting_actions();
    void make_dossier_actions();
    void make_entry_actions(const event_definition& event);
    void make_paper_actions();
    QPushButton* add_action(const char* action, const QString& text, std::function<void()> act);
    void ask(const QString& text, std::vector<std::pair<QString, QString>> lines, deed act);
    void ask_reason(const QString& text, deed act);
    void do_now(const deed& act, const std::vector<std::string>& answers);

    const workplace& m_place;
    QString m_record_id;
    record m_record;
    std::vector<const paper_definition*> m_papers_of;
    std::vector<record> m_alike;
    QLabel* m_heading;
    QLabel* m_state;
    QTextBrowser* m_values;
    QLabel* m_reasons;
    QVBoxLayout* m_actions;
    QVBoxLayout* m_notices;
    question_box* m_question;
    QLabel* m_dossier;
    QLabel* m_notes;
    QLabel* m_links;
    QLabel* m_pin;
    QLabel* m_papers;
    scan_list* m_scans;
    QLabel* m_history;
    std::vector<std::pair<QLabel*, QLabel*>> m_sections; ///< heading and text, hidden together
};

} // namespace hotich
