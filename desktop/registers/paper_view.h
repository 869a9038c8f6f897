// A sheet of paper on the screen: paints a draw list at the width it is given.
#pragma once

#include "common/papers/draw_list.h"
#include "desktop/printing/page_painter.h"

#include <QWidget>

namespace hotich {

class paper_view final : public QWidget
{
    Q_OBJECT

public:
    explicit paper_view(QWidget* parent = nullptr) : QWidget(parent) {}

    void show_page(draw_list page);
    void set_paper(paper_kind paper);

protected:
    void paintEvent(QPaintEvent* event) override;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;

private:
    draw_list m_page;
    paper_kind m_paper = paper_kind::plain;
};

} // namespace hotich
