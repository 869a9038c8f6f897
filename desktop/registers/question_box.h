// Asks for a reason, a number, a day, in a box on the page itself: one line each, Enter goes on,
// the last Enter answers, Esc closes. Used by record, books and dossiers.
#pragma once

#include <QFrame>

#include <functional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class entry_line;

struct question
{
    struct line
    {
        QString label;
        QString text; ///< what stands in it already
        bool may_be_empty = false;
    };

    QString text;
    std::vector<line> lines;
    std::function<void(const std::vector<std::string>&)> answer; ///< cleaned texts, in order
};

class question_box final : public QFrame
{
    Q_OBJECT

public:
    explicit question_box(QWidget* parent = nullptr);

    void ask(question what);
    void close_question();

    [[nodiscard]] bool is_open() const { return !isHidden(); }

    /// What went wrong with the answer; the lines stay.
    void show_trouble(const QString& sentence);

private:
    void go_on(std::size_t from);
    void answer();

    question m_question;
    QLabel* m_text;
    QVBoxLayout* m_box;
    QLabel* m_trouble;
    QPushButton* m_go;
    std::vector<entry_line*> m_lines;
    std::vector<QLabel*> m_labels;
};

} // namespace hotich
