#include "desktop/registers/preview_page.h"

#include "common/register/reading_log.h"
#include "desktop/app/qt_text.h"
#include "desktop/printing/certificate.h"
#include "desktop/printing/printer_setups.h"
#include "desktop/registers/paper_view.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace hotich {

namespace {

constexpr int paper_width = 860;

} // namespace

preview_page::preview_page(
    const workplace& place, QString record_id, QString certificate, QWidget* parent
)
    : preview_page(
        place,
        certificate,
        [id = to_utf8(record_id),
         name = to_utf8(certificate)](desk_register& desk, instant now) -> result<papers> {
            TRY(auto issue, desk.preview_paper(id, name, now));
            TRY_STATUS(note_look(desk, {reading_act::previewed, id}, now));
            return papers{std::move(issue)};
        },
        [id = to_utf8(record_id),
         name = to_utf8(certificate)](desk_register& desk, instant now) -> result<papers> {
            TRY(auto issue, desk.issue_paper(id, name, now));
            return papers{std::move(issue)};
        },
        parent
    )
{
    const auto& others = place.known.dossier_papers();
    const bool is_of_dossier =
        std::any_of(others.begin(), others.end(), [this](const paper_definition& paper) {
            return m_file_name == to_qt(paper.certificate);
        });
    if (is_of_dossier) return;
    for (auto* button : {m_print, m_pdf})
        m_place.granted->guard(button, "print_paper");
}

preview_page::preview_page(const workplace& place, QString name, reader read, QWidget* parent)
    : preview_page(place, std::move(name), read, read, parent)
{}

preview_page::preview_page(
    const workplace& place, QString name, reader look, reader issue, QWidget* parent
)
    : page(parent),
      m_place(place),
      m_file_name(std::move(name)),
      m_look(std::move(look)),
      m_issue(std::move(issue)),
      m_heading(new QLabel),
      m_trouble(new QLabel),
      m_scroll(new QScrollArea),
      m_desk(new QWidget),
      m_on_blank(new QCheckBox(tr("On a pre-printed blank"))),
      m_print(new QPushButton(tr("Print (Ctrl+P)"))),
      m_pdf(new QPushButton(tr("Save as PDF (Ctrl+S)")))
{
    m_heading->setObjectName("heading");
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->hide();
    m_desk->setFixedWidth(paper_width);
    (new QVBoxLayout(m_desk))->setContentsMargins(0, 0, 0, 0);
    m_scroll->setWidget(m_desk);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAlignment(Qt::AlignHCenter);
    m_scroll->setObjectName("desk");
    m_scroll->setAccessibleName(tr("Preview of the paper"));
    m_print->setObjectName("primary");
    auto* printer = new QPushButton(tr("Printer… (Ctrl+L)"));
    printer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(printer, &QPushButton::clicked, this, &page::printer_wanted);
    connect(m_print, &QPushButton::clicked, this, &preview_page::print);
    connect(m_pdf, &QPushButton::clicked, this, &preview_page::save);
    connect(m_on_blank, &QCheckBox::toggled, this, [this] {
        for (auto* sheet : m_sheets)
            sheet->set_paper(paper());
    });
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    for (auto* part : std::initializer_list<QWidget*>{m_on_blank, printer, m_pdf, m_print})
        top->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addWidget(m_trouble);
    layout->addWidget(m_scroll, 1);
    m_print->setEnabled(false);
    m_pdf->setEnabled(false);
}

void preview_page::arrive()
{
    ask(m_look, [this](const result<composed>& made) { show_preview(made); });
}

void preview_page::ask(const reader& read, std::function<void(const result<composed>&)> done)
{
    struct looked
    {
        papers issued;
        office_profile office;
    };

    m_place.desk.ask(
        this,
        [read, now = m_place.time.now()](desk_register& desk) -> result<looked> {
            TRY(auto issued, read(desk, now));
            return looked{std::move(issued), desk.office()};
        },
        [this, done = std::move(done)](const result<looked>& given) {
            done(given ? compose(given->issued, given->office) : result<composed>(given.error()));
        }
    );
}

result<preview_page::composed> preview_page::compose(
    const papers& issued, const office_profile& office
) const
{
    composed made;
    for (const auto& issue : issued) {
        TRY(auto sheet, compose_certificate(issue, m_place.known, office));
        made.sheets.push_back(std::move(sheet));
        const auto* event = m_place.known.find_event(issue.content.event);
        if (event != nullptr && made.name.empty()) made.name = title_of(*event, issue.content.data);
    }
    return made;
}

paper_kind preview_page::paper() const
{
    return m_on_blank->isChecked() ? paper_kind::preprinted_blank : paper_kind::plain;
}

void preview_page::show_sheets(const std::vector<draw_list>& sheets)
{
    for (auto* sheet : m_sheets)
        delete sheet;
    m_sheets.clear();
    for (const auto& page_of_paper : sheets) {
        auto* sheet = new paper_view;
        sheet->setFixedWidth(paper_width);
        m_desk->layout()->addWidget(sheet);
        sheet->set_paper(paper());
        sheet->show_page(page_of_paper);
        m_sheets.push_back(sheet);
    }
}

void preview_page::show_preview(const result<composed>& made)
{
    m_has_paper = made.has_value();
    m_print->setEnabled(m_has_paper);
    m_pdf->setEnabled(m_has_paper);
    m_scroll->setVisible(m_has_paper);
    m_trouble->setVisible(!m_has_paper);
    if (!made) {
        m_trouble->setText(why_not(made.error()));
        return;
    }
    m_name = made->name;
    m_heading->setText(tr("Preview: %1").arg(to_qt(m_name)));
    show_sheets(made->sheets);
    m_print->setFocus(Qt::TabFocusReason);
}

QString preview_page::why_not(const failure& error) const
{
    if (error.code == failure_code::not_allowed && error.detail == "number")
        return tr("There is no number yet: the paper can be printed once the server has given it.");
    if (error.code == failure_code::not_allowed && error.detail == "copy_book")
        return tr("This office numbers its copies in the book of copies: register the copy as an "
                  "event of its own, from the entry's page.");
    if (error.code == failure_code::not_allowed && error.detail == "pin")
        return tr("The personal identification number is not there yet: the certificate is printed "
                  "with it.");
    if (error.code == failure_code::invalid_input)
        return tr("This does not fit on the paper: %1. Please have it corrected; nothing is "
                  "printed cut off.")
            .arg(to_qt(error.detail));
    return to_qt(m_place.known.message("failures", name_of(error.code)).in(m_place.language));
}

void preview_page::issue(use done)
{
    ask(m_issue, [this, done = std::move(done)](const result<composed>& made) {
        if (!made) return emit failed(made.error());
        emit work_waits();
        done(*made);
    });
}

void preview_page::print()
{
    if (!m_print->isEnabled()) return;
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
        // The dialog's printer goes with the dialog; the paper comes a moment later.
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPrinterName(chosen->printerName());
        printer->setOutputFileName(chosen->outputFileName());
        printer->setCopyCount(chosen->copyCount());
        issue([this, printer](const composed& made) { print_on(printer, made); });
    });
    dialog->open();
}

void preview_page::print_on(const std::shared_ptr<QPrinter>& printer, const composed& made)
{
    m_place.desk.ask(
        this,
        [name = to_utf8(printer->printerName())](desk_register& desk) {
            return setup_of_printer(desk, name);
        },
        [this, printer, sheets = made.sheets, on = paper()](const result<printer_setup>& setup) {
            if (!setup) return emit failed(setup.error());
            const auto printed = print_pages(*printer, sheets, on, setup->on(on));
            if (!printed) return emit failed(printed.error());
            emit said(tr("Sent to the printer."));
        }
    );
}

void preview_page::save()
{
    if (!m_pdf->isEnabled()) return;
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Save as PDF"), folder, tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("pdf");
    dialog->selectFile(m_file_name + " " + to_qt(m_name) + ".pdf");
    connect(dialog, &QFileDialog::fileSelected, this, &preview_page::write_pdf_to);
    dialog->open();
}

void preview_page::write_pdf_to(const QString& file)
{
    issue([this, file, on = paper()](const composed& made) {
        const auto written = write_pdf(file, made.sheets, on, m_file_name);
        if (!written)
            emit failed(written.error());
        else
            emit said(tr("Saved: %1").arg(file));
    });
}

} // namespace hotich

#include "moc_preview_page.cpp"
