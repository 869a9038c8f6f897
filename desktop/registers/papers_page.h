// Ctrl+G: papers on their way to the citizen: to be printed, printed and not looked at, to be
// signed, to be handed over. Enter takes those selected a step further; scanning a sheet's QR code
// finds it; Alt+L makes the list that goes to the signer.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/registers/print_order.h"
#include "desktop/shell/page.h"

#include <optional>

class QLabel;

namespace hotich {

class entry_line;
class came_out_box;
class plain_table;
class question_box;
struct sheet_answer;

class papers_page final : public page
{
    Q_OBJECT

public:
    explicit papers_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Papers"); }

    void arrive() override;
    void refresh() override;
    void print() override; ///< all that are to be printed, or those of them selected
    bool go_back() override;
    /// What waits to be signed, as a list on paper: all, or those selected of it.
    void list_to_sign();

signals:
    void prints_wanted(const std::vector<hotich::print_item>& items);
    void blanks_wanted();

private:
    /// Of a sheet, or of an entry that has none yet.
    struct line
    {
        record_line entry;
        std::string certificate;
        std::optional<printed_paper> sheet;
    };

    static result<std::vector<line>> read(desk_register& desk, instant now);
    void show_lines(std::vector<line> lines);
    [[nodiscard]] std::vector<line> selected() const;
    void go_further();
    void ask_whether_it_came_out(const std::vector<line>& sent);
    void take_scanned(const printed_paper& found);
    void ask_who_takes(std::vector<std::string> tokens, const QString& name);
    void ask_why_spoiled();
    void tell(std::vector<sheet_answer> steps, const QString& said_then);

    const workplace& m_place;
    entry_line* m_scan;
    QLabel* m_count;
    question_box* m_question;
    came_out_box* m_came_out;
    plain_table* m_table;
    std::vector<line> m_lines;
};

} // namespace hotich
