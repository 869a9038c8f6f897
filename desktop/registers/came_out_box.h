// "Did it come out well?", asked once after printing, on the page itself: a jam is answered here,
// and never makes a second certificate. What is not answered is asked again on the papers page.
// Used by both.
#pragma once

#include "common/register/desk_printed.h"

#include <QFrame>

#include <vector>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class entry_line;

struct sent_sheet
{
    std::string token;
    QString name; ///< whose paper, and its blank's serial
};

struct sheet_answer
{
    std::string token;
    paper_step step;
};

std::vector<sheet_answer> the_same_of_all(
    const std::vector<std::string>& tokens, const paper_step& step
);

class came_out_box final : public QFrame
{
    Q_OBJECT

public:
    explicit came_out_box(QWidget* parent = nullptr);

    void ask(std::vector<sent_sheet> sheets);

    void close_question() { hide(); }

    [[nodiscard]] bool is_open() const { return !isHidden(); }

signals:
    void asking(bool is_open);
    void answered(const std::vector<hotich::sheet_answer>& answers);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void answer_all(paper_state state);
    void ask_which();
    void answer_some();
    void show_details(bool shown);

    std::vector<sent_sheet> m_sheets;
    QLabel* m_text;
    QPushButton* m_well;
    QPushButton* m_spoiled;
    QPushButton* m_nothing;
    QVBoxLayout* m_list;
    std::vector<QCheckBox*> m_boxes;
    entry_line* m_reason;
    QLabel* m_trouble;
    QPushButton* m_write;
};

} // namespace hotich
