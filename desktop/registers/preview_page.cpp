#include "desktop/registers/preview_page.h"

#include "desktop/app/qt_text.h"
#include "desktop/printing/certificate.h"
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

#include <memory>

namespace hotich {

namespace {

constexpr int paper_width = 860;

} // namespace

preview_page::preview_page(
    const workplace& place, QString record_id, QString certificate, QWidget* parent
)
    : page(parent),
      m_place(place),
      m_record_id(std::move(record_id)),
      m_certificate(std::move(certificate)),
      m_heading(new QLabel),
      m_trouble(new QLabel),
      m_scroll(new QScrollArea),
      m_paper(new paper_view),
      m_on_blank(new QCheckBox(tr("On a pre-printed blank"))),
      m_print(new QPushButton(tr("Print (Ctrl+P)"))),
      m_pdf(new QPushButton(tr("Save as PDF (Ctrl+S)")))
{
    m_heading->setObjectName("heading");
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->hide();
    m_paper->setFixedWidth(paper_width);
    m_scroll->setWidget(m_paper);
    m_scroll->setAlignment(Qt::AlignHCenter);
    m_scroll->setObjectName("desk");
    m_scroll->setAccessibleName(tr("Preview of the paper"));
    m_print->setObjectName("primary");
    connect(m_print, &QPushButton::clicked, this, &preview_page::print);
    connect(m_pdf, &QPushButton::clicked, this, &preview_page::save);
    connect(m_on_blank, &QCheckBox::toggled, this, [this](bool on_blank) {
        m_paper->set_paper(on_blank ? paper_kind::preprinted_blank : paper_kind::plain);
    });
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    for (auto* part : std::initializer_list<QWidget*>{m_on_blank, m_pdf, m_print})
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
    struct looked
    {
        paper_issue issue;
        office_profile office;
    };

    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id),
         name = to_utf8(m_certificate),
         now = m_place.time.now()](desk_register& desk) -> result<looked> {
            TRY(auto issue, desk.preview_paper(id, name, now));
            return looked{std::move(issue), desk.office()};
        },
        [this](const result<looked>& given) {
            if (!given) return show_preview(given.error());
            auto sheet = compose_certificate(given->issue, m_place.known, given->office);
            const auto* event = m_place.known.find_event(given->issue.content.event);
            const auto name =
                event == nullptr ? std::string() : title_of(*event, given->issue.content.data);
            show_preview(
                sheet ? result<composed>(composed{std::move(*sheet), name})
                      : result<composed>(sheet.error())
            );
        }
    );
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
    m_paper->show_page(made->sheet);
    m_print->setFocus(Qt::TabFocusReason);
}

QString preview_page::why_not(const failure& error) const
{
    if (error.code == failure_code::not_allowed && error.detail == "number")
        return tr("There is no number yet: the paper can be printed once the server has given it.");
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
    struct issued
    {
        paper_issue paper;
        office_profile office;
    };

    m_place.desk.ask(
        this,
        [id = to_utf8(m_record_id),
         name = to_utf8(m_certificate),
         now = m_place.time.now()](desk_register& desk) -> result<issued> {
            TRY(auto paper, desk.issue_paper(id, name, now));
            return issued{std::move(paper), desk.office()};
        },
        [this, done = std::move(done)](const result<issued>& given) {
            if (!given) return emit failed(given.error());
            emit work_waits();
            const auto sheet = compose_certificate(given->paper, m_place.known, given->office);
            if (!sheet) return emit failed(sheet.error());
            done({*sheet, m_name});
        }
    );
}

void preview_page::print()
{
    if (!m_has_paper) return;
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
        // The dialog's printer goes with the dialog; the paper comes a moment later.
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPrinterName(chosen->printerName());
        printer->setOutputFileName(chosen->outputFileName());
        printer->setCopyCount(chosen->copyCount());
        const auto paper =
            m_on_blank->isChecked() ? paper_kind::preprinted_blank : paper_kind::plain;
        issue([this, printer, paper](const composed& made) {
            const auto printed = print_pages(*printer, {made.sheet}, paper, {});
            if (!printed)
                emit failed(printed.error());
            else
                emit said(tr("Sent to the printer."));
        });
    });
    dialog->open();
}

void preview_page::save()
{
    if (!m_has_paper) return;
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Save as PDF"), folder, tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix("pdf");
    dialog->selectFile(m_certificate + " " + to_qt(m_name) + ".pdf");
    connect(dialog, &QFileDialog::fileSelected, this, &preview_page::write_pdf_to);
    dialog->open();
}

void preview_page::write_pdf_to(const QString& file)
{
    const auto paper = m_on_blank->isChecked() ? paper_kind::preprinted_blank : paper_kind::plain;
    issue([this, file, paper](const composed& made) {
        const auto written = write_pdf(file, {made.sheet}, paper, m_certificate);
        if (!written)
            emit failed(written.error());
        else
            emit said(tr("Saved: %1").arg(file));
    });
}

} // namespace hotich

#include "moc_preview_page.cpp"
