// A paper exactly as it will be printed, and the two ways out: the printer and a PDF. Looking
// writes nothing; printing writes first that the paper was issued.
#pragma once

#include "common/papers/draw_list.h"
#include "desktop/app/workplace.h"
#include "desktop/printing/page_painter.h"
#include "desktop/shell/page.h"

#include <functional>
#include <memory>

class QCheckBox;
class QLabel;
class QPrinter;
class QPushButton;
class QScrollArea;

namespace hotich {

class paper_view;

class preview_page final : public page
{
    Q_OBJECT

public:
    using papers = std::vector<paper_issue>;
    using reader = std::function<result<papers>(desk_register&, instant)>;

    preview_page(
        const workplace& place, QString record_id, QString certificate, QWidget* parent = nullptr
    );
    /// Papers that no record has, such as a declaration; printing writes nothing.
    preview_page(const workplace& place, QString name, reader read, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Preview"); }

    void arrive() override;
    void print() override;
    void save() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    [[nodiscard]] bool has_paper() const { return m_has_paper; }

    /// Issues the paper and writes it to the file.
    void write_pdf_to(const QString& file);

private:
    struct composed
    {
        std::vector<draw_list> sheets;
        std::string name;
    };

    using use = std::function<void(const composed&)>;

    preview_page(const workplace& place, QString name, reader look, reader issue, QWidget* parent);
    void show_sheets(const std::vector<draw_list>& sheets);
    [[nodiscard]] paper_kind paper() const;
    void ask(const reader& read, std::function<void(const result<composed>&)> done);
    result<composed> compose(const papers& issued, const office_profile& office) const;
    void show_preview(const result<composed>& made);
    void issue(use done);
    void print_on(const std::shared_ptr<QPrinter>& printer, const composed& made);
    [[nodiscard]] QString why_not(const failure& error) const;

    const workplace& m_place;
    QString m_file_name;
    reader m_look;
    reader m_issue;
    QLabel* m_heading;
    QLabel* m_trouble;
    QScrollArea* m_scroll;
    QWidget* m_desk; ///< the sheets lie on it, one below the other
    std::vector<paper_view*> m_sheets;
    QCheckBox* m_on_blank;
    QPushButton* m_print;
    QPushButton* m_pdf;
    std::string m_name;
    bool m_has_paper = false;
};

} // namespace hotich
