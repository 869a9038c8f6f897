#include "desktop/registers/printer_page.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/entry_line.h"
#include "desktop/printing/page_painter.h"
#include "desktop/printing/printer_setups.h"
#include "desktop/registers/nudge_view.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int measure_width = 110;

/// "20,5" and "20.5", as a clerk reads a ruler.
double millimetres_in(const QString& typed)
{
    bool is_number = false;
    const double read = QString(typed).replace(',', '.').toDouble(&is_number);
    return is_number ? read : -1;
}

QString shown_mm(double value) { return QLocale(QLocale::Vietnamese).toString(value, 'f', 1); }

} // namespace

printer_page::printer_page(const workplace& place, QWidget* parent)
    : page(parent),
      m_place(place),
      m_printers(new QComboBox),
      m_on_plain(new QRadioButton(tr("Plain paper"))),
      m_on_blank(new QRadioButton(tr("Pre-printed blank"))),
      m_sheet(new QPushButton(tr("Print the test sheet (Ctrl+P)"))),
      m_trouble(new QLabel),
      m_correction(new QLabel),
      m_view(new nudge_view),
      m_keep(new QPushButton(tr("Keep (Ctrl+S)")))
{
    auto* heading = new QLabel(tr("Printer: where it misses"));
    heading->setObjectName("heading");
    auto* how = new QLabel(
        tr("1. Choose the printer and the paper. 2. Print the test sheet. 3. Measure the four "
           "distances with a ruler and type them, or push the print with the arrow keys. "
           "4. Keep it: everything this printer prints is then put right.")
    );
    how->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->setWordWrap(true);
    m_keep->setObjectName("primary");
    m_on_plain->setChecked(true);
    connect(m_printers, &QComboBox::currentTextChanged, this, &printer_page::read_setup);
    connect(m_on_plain, &QRadioButton::toggled, this, &printer_page::show_setup);
    connect(m_sheet, &QPushButton::clicked, this, &printer_page::print);
    connect(m_keep, &QPushButton::clicked, this, &printer_page::save);
    connect(m_view, &nudge_view::pushed, this, &printer_page::nudge);
    auto* left_side = new QVBoxLayout;
    left_side->addLayout(make_choice());
    left_side->addLayout(make_measures());
    left_side->addWidget(m_trouble);
    left_side->addWidget(m_correction);
    left_side->addWidget(m_keep, 0, Qt::AlignLeft);
    left_side->addStretch(1);
    auto* both = new QHBoxLayout;
    both->addLayout(left_side, 1);
    both->addWidget(m_view, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(how);
    layout->addLayout(both, 1);
}

QLayout* printer_page::make_choice()
{
    m_printers->setAccessibleName(tr("Printer"));
    auto* papers = new QHBoxLayout;
    papers->addWidget(m_on_plain);
    papers->addWidget(m_on_blank);
    papers->addStretch(1);
    auto* form = new QFormLayout;
    form->addRow(tr("Printer"), m_printers);
    form->addRow(tr("Paper"), papers);
    form->addRow(QString(), m_sheet);
    return form;
}

QLayout* printer_page::make_measures()
{
    const std::array<QString, measure_count> captions{
        tr("Left edge of the paper to A, mm"),
        tr("Upper edge of the paper to A, mm"),
        tr("A to B, mm"),
        tr("A to C, mm")};
    auto* form = new QFormLayout;
    for (std::size_t i = 0; i < m_measures.size(); ++i) {
        auto* line = new entry_line;
        line->setFixedWidth(measure_width);
        line->setAccessibleName(captions[i]);
        connect(line, &entry_line::committed, this, &printer_page::take_measures);
        connect(line, &entry_line::went_on, this, [this, i] {
            auto* next =
                i + 1 < m_measures.size() ? static_cast<QWidget*>(m_measures[i + 1]) : m_keep;
            next->setFocus(Qt::TabFocusReason);
        });
        form->addRow(captions[i], line);
        m_measures[i] = line;
    }
    return form;
}

void printer_page::arrive()
{
    const auto names = QPrinterInfo::availablePrinterNames();
    const auto chosen = m_printers->currentText();
    m_printers->clear();
    m_printers->addItems(names);
    const auto usual = chosen.isEmpty() ? QPrinterInfo::defaultPrinterName() : chosen;
    if (names.contains(usual)) m_printers->setCurrentText(usual);
    m_sheet->setEnabled(!names.isEmpty());
    m_keep->setEnabled(!names.isEmpty());
    if (names.isEmpty())
        m_trouble->setText(tr("No printer is set up on this PC. Papers can be saved as PDF."));
    m_printers->setFocus(Qt::TabFocusReason);
}

QString printer_page::printer() const { return m_printers->currentText(); }

paper_kind printer_page::paper() const
{
    return m_on_blank->isChecked() ? paper_kind::preprinted_blank : paper_kind::plain;
}

void printer_page::read_setup()
{
    if (printer().isEmpty()) return;
    m_place.desk.ask(
        this,
        [name = to_utf8(printer())](desk_register& desk) { return setup_of_printer(desk, name); },
        [this](const result<printer_setup>& kept) {
            if (!kept) return emit failed(kept.error());
            m_setup = *kept;
            show_setup();
        }
    );
}

void printer_page::show_setup()
{
    const auto& of = m_setup.on(paper());
    m_view->show_correction(of);
    m_correction->setText(tr("Put right by: %1 mm across, %2 mm down; width × %3, height × %4")
                              .arg(shown_mm(of.dx_mm), shown_mm(of.dy_mm))
                              .arg(of.scale_x, 0, 'f', 4)
                              .arg(of.scale_y, 0, 'f', 4));
    for (auto* line : m_measures)
        line->clear();
    m_trouble->clear();
}

void printer_page::take_measures()
{
    std::array<double, measure_count> read{};
    for (std::size_t i = 0; i < read.size(); ++i) {
        if (m_measures[i]->text().isEmpty()) return; // not all of them yet
        read[i] = millimetres_in(m_measures[i]->text());
    }
    const auto made = calibration_from({read[left], read[top], read[across], read[down]});
    m_trouble->setText(made ? QString() : why_wrong(made.error()));
    if (!made) return;
    m_setup.on(paper()) = *made;
    m_view->show_correction(*made);
}

QString printer_page::why_wrong(const failure& error) const
{
    const auto& detail = error.detail;
    const auto which = detail == "measure_left" ? tr("left edge to A")
        : detail == "measure_top"               ? tr("upper edge to A")
        : detail == "measure_across"            ? tr("A to B")
                                                : tr("A to C");
    return tr("Please measure once more: %1. No printer misses by so much.").arg(which);
}

void printer_page::nudge(double right_mm, double down_mm)
{
    auto& of = m_setup.on(paper());
    of = nudged(of, right_mm, down_mm);
    show_setup();
}

void printer_page::save()
{
    if (printer().isEmpty()) return;
    m_place.desk.ask(
        this,
        [name = to_utf8(printer()), setup = m_setup](desk_register& desk) {
            return keep_printer_setup(desk, name, setup);
        },
        [this](const status& kept) {
            if (!kept) return emit failed(kept.error());
            emit said(tr("Kept for %1.").arg(printer()));
        }
    );
}

void printer_page::print()
{
    if (printer().isEmpty()) return;
    QPrinter device(QPrinter::HighResolution);
    device.setPrinterName(printer());
    const std::vector<std::string> labels{
        to_utf8(tr("Test sheet: %1").arg(printer())),
        to_utf8(tr("Measure in millimetres, to half a millimetre:")),
        to_utf8(tr("left edge of the paper to A (should be 20)")),
        to_utf8(tr("upper edge of the paper to A (should be 20)")),
        to_utf8(tr("A to B (should be 170)")),
        to_utf8(tr("A to C (should be 250)")),
    };
    // Without any correction: the sheet shows how the printer misses, not how it was put right.
    const auto printed = print_pages(device, {test_sheet(labels)}, paper_kind::plain, {});
    if (!printed) return emit failed(printed.error());
    emit said(tr("Sent to the printer."));
    m_measures[left]->setFocus(Qt::TabFocusReason);
}

} // namespace hotich

#include "moc_printer_page.cpp"
