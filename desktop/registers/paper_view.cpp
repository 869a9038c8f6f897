#include "desktop/registers/paper_view.h"

#include <QPainter>

namespace hotich {

void paper_view::show_page(draw_list page)
{
    m_page = std::move(page);
    setFixedHeight(heightForWidth(width()));
    update();
}

void paper_view::set_paper(paper_kind paper)
{
    m_paper = paper;
    update();
}

void paper_view::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paint_page(painter, m_page, m_paper, width() * 100.0 / m_page.width);
}

int paper_view::heightForWidth(int width) const { return width * m_page.height / m_page.width; }

} // namespace hotich

#include "moc_paper_view.cpp"
