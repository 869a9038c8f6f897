// Papers exactly as they will be printed, and the two ways out: the printer and a PDF. Looking
// writes nothing; printing writes first that each sheet was issued, and asks afterwards whether it
// came out well.
#pragma once

#include "common/papers/draw_list.h"
#include "desktop/app/workplace.h"
#include "desktop/printing/page_painter.h"
#include "desktop/registers/print_order.h"
#include "desktop/shell/page.h"

#include <functional>
#include <memory>

class QLabel;
class QPrinter;
class QPushButton;
class QScrollArea;
class QSpinBox;

namespace hotich {

class blank_choice;
class came_out_box;
class paper_view;
struct sheet_answer;

class preview_page final : public page
{
    Q_OBJECT

public:
    using papers = std::vector<paper_issue>;
    using reader = std::function<result<papers>(desk_register&, instant)>;

    /// Papers of records: one, or a batch.
    preview_page(const workplace& place, std::vector<print_item> items, QWidget* parent = nullptr);
    /// Papers that no record has, such as a declaration; printing writes nothing.
    preview_page(const workplace& place, QString name, reader read, QWidget* parent = nullptr);
    /// A list that is drawn already.
    preview_page(
        const workplace& place,
        QString name,
        std::vector<draw_list> drawn,
        QWidget* parent = nullptr
    );

    [[nodiscard]] QString title() const override { return tr("Preview"); }

    void arrive() override;
    void print() override;
    void save() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    [[nodiscard]] bool has_paper() const { return m_has_paper; }

    /// Issues the papers and writes them to the file.
    void write_pdf_to(const QString& file);
    /// Issues the papers and prints them.
    void print_on(const std::shared_ptr<QPrinter>& printer);

private:
    struct composed
    {
        std::vector<draw_list> sheets;
        papers issued;
        std::string name;
    };

    using use = std::function<void(const composed&)>;

    void build();
    QLayout* make_order_row();
    void ask_again();
    void show_offer(const result<print_offer>& offer, const office_profile& office);
    void show_sheets(const std::vector<draw_list>& sheets);
    void show_trouble(const QString& sentence);
    result<composed> compose(const papers& issued, const office_profile& office) const;
    void issue(use done);
    void send(const std::shared_ptr<QPrinter>& printer, const composed& made);
    void ask_whether_it_came_out(const composed& made);
    void write_answers(const std::vector<sheet_answer>& answers);
    [[nodiscard]] QString why_not_printed(const failure& error) const;

    const workplace& m_place;
    QString m_file_name;
    std::vector<print_item> m_items;
    reader m_read; ///< of papers that no record has
    std::vector<draw_list> m_drawn;
    print_offer m_offer;
    QLabel* m_heading;
    QLabel* m_trouble;
    QScrollArea* m_scroll;
    QWidget* m_desk; ///< the sheets lie on it, one below the other
    std::vector<paper_view*> m_sheets;
    QSpinBox* m_count;
    blank_choice* m_blanks;
    QPushButton* m_entry; ///< the way on where nothing can be printed
    came_out_box* m_came_out;
    QPushButton* m_print;
    QPushButton* m_pdf;
    QString m_name;
    bool m_has_paper = false;
};

} // namespace hotich
