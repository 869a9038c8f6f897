// A paper exactly as it will be printed, and the two ways out: the printer and a PDF. Looking
// writes nothing; printing writes first that the paper was issued.
#pragma once

#include "common/papers/draw_list.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <functional>

class QCheckBox;
class QLabel;
class QPushButton;
class QScrollArea;

namespace hotich {

class paper_view;

class preview_page final : public page
{
    Q_OBJECT

public:
    preview_page(
        const workplace& place, QString record_id, QString certificate, QWidget* parent = nullptr
    );

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
        draw_list sheet;
        std::string name;
    };

    using use = std::function<void(const composed&)>;

    void show_preview(const result<composed>& made);
    void issue(use done);
    [[nodiscard]] QString why_not(const failure& error) const;

    const workplace& m_place;
    QString m_record_id;
    QString m_certificate;
    QLabel* m_heading;
    QLabel* m_trouble;
    QScrollArea* m_scroll;
    paper_view* m_paper;
    QCheckBox* m_on_blank;
    QPushButton* m_print;
    QPushButton* m_pdf;
    std::string m_name;
    bool m_has_paper = false;
};

} // namespace hotich
