// Ctrl+K: the ledger of pre-printed blanks: how many are left of each kind, which comes next, what
// came in and what went; and what is not right with it.
#pragma once

#include "common/register/desk_printed.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;

namespace hotich {

class plain_table;
class question_box;

class blanks_page final : public page
{
    Q_OBJECT

public:
    explicit blanks_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Blanks"); }

    void arrive() override;
    void refresh() override;
    bool go_back() override;

private:
    struct seen
    {
        std::vector<blanks_in_hand> in_hand; ///< of every kind there is, in the events' order
        std::vector<std::vector<written_move>> moves;
    };

    void show_kinds(seen now);
    void show_moves();
    [[nodiscard]] QString troubles_of(const blanks_in_hand& blanks) const;
    [[nodiscard]] QString name_of_kind(const std::string& kind) const;
    void ask_move(const char* what, const QString& question, const QString& note);
    [[nodiscard]] status write(
        const std::string& kind, const char* what, const std::vector<std::string>& texts
    );

    const workplace& m_place;
    question_box* m_question;
    plain_table* m_kinds;
    QLabel* m_of_kind;
    plain_table* m_moves;
    seen m_seen;
};

} // namespace hotich
