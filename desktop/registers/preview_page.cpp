#include "desktop/registers/preview_page.h"

#include "desktop/app/qt_text.h"
#include "desktop/printing/certificate.h"
#include "desktop/printing/pdf_file.h"
#include "desktop/printing/printer_setups.h"
#include "desktop/registers/blank_choice.h"
#include "desktop/registers/came_out_box.h"
#include "desktop/registers/paper_view.h"
#include "desktop/registers/why_not.h"

#include <QFileDialog>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr int paper_width = 860;

bool is_of_dossier(const definitions& known, const std::string& certificate)
{
    const auto& others = known.dossier_papers();
    return std::any_of(others.begin(), others.end(), [&](const paper_definition& paper) {
        return paper.certificate == certificate;
    });
}

} // namespace

preview_page::preview_page(const workplace& place, std::vector<print_item> items, QWidget* parent)
    : page(parent),
      m_place(place),
      m_file_name(to_qt(name_of_papers(place.known, items, place.language))),
      m_items(std::move(items))
{
    build();
    if (m_items.size() == 1 && is_of_dossier(place.known, m_items.front().certificate)) return;
    for (auto* button : {m_print, m_pdf})
        m_place.granted->guard(button, "print_paper");
}

preview_page::preview_page(const workplace& place, QString name, reader read, QWidget* parent)
    : page(parent), m_place(place), m_file_name(std::move(name)), m_read(std::move(read))
{
    build();
}

preview_page::preview_page(
    const workplace& place, QString name, std::vector<draw_list> drawn, QWidget* parent
)
    : preview_page(
        place,
        std::move(name),
        [](desk_register&, instant) -> result<papers> { return papers(); },
        parent
    )
{
    m_drawn = std::move(drawn);
}

void preview_page::build()
{
    m_heading = new QLabel;
    m_heading->setObjectName("heading");
    m_trouble = new QLabel;
    m_trouble->setWordWrap(true);
    m_trouble->setObjectName("trouble");
    m_trouble->hide();
    m_desk = new QWidget;
    m_desk->setFixedWidth(paper_width);
    (new QVBoxLayout(m_desk))->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_desk);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAlignment(Qt::AlignHCenter);
    m_scroll->setObjectName("desk");
    m_scroll->setAccessibleName(tr("Preview of the paper"));
    m_print = new QPushButton(tr("Print (Ctrl+P)"));
    m_print->setObjectName("primary");
    m_print->setEnabled(false);
    m_pdf = new QPushButton(tr("Save as PDF (Ctrl+S)"));
    m_pdf->setEnabled(false);
    auto* printer = new QPushButton(tr("Printer… (Ctrl+L)"));
    printer->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(printer, &QPushButton::clicked, this, &page::printer_wanted);
    connect(m_print, &QPushButton::clicked, this, &preview_page::print);
    connect(m_pdf, &QPushButton::clicked, this, &preview_page::save);
    m_entry = new QPushButton(tr("To the entry and its copies"));
    m_entry->hide();
    connect(m_entry, &QPushButton::clicked, this, [this] {
        emit record_wanted(to_qt(m_items.front().record));
    });
    m_came_out = new came_out_box;
    connect(m_came_out, &came_out_box::answered, this, &preview_page::write_answers);
    auto* top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    for (auto* part : std::initializer_list<QWidget*>{printer, m_pdf, m_print})
        top->addWidget(part);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 12);
    layout->addLayout(top);
    layout->addLayout(make_order_row());
    layout->addWidget(m_came_out);
    layout->addWidget(m_trouble);
    layout->addWidget(m_entry, 0, Qt::AlignLeft);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
}

/// How many sheets, and on which blanks.
QLayout* preview_page::make_order_row()
{
    m_count = new QSpinBox;
    m_count->setRange(1, 1);
    m_count->setPrefix(tr("Sheets: "));
    m_count->setAccessibleName(tr("Number of sheets"));
    m_count->hide();
    m_blanks = new blank_choice;
    m_blanks->hide();
    connect(m_count, &QSpinBox::valueChanged, this, [this](int sheets) {
        m_items.front().sheets = sheets;
        ask_again();
    });
    connect(m_blanks, &blank_choice::paper_changed, this, [this] {
        for (auto* sheet : m_sheets)
            sheet->set_paper(m_blanks->paper());
    });
    connect(m_blanks, &blank_choice::went_on, this, [this] {
        m_print->setFocus(Qt::TabFocusReason);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_count);
    row->addWidget(m_blanks);
    row->addStretch(1);
    return row;
}

void preview_page::arrive() { ask_again(); }

void preview_page::ask_again()
{
    struct looked
    {
        result<print_offer> offer;
        office_profile office;
    };

    m_place.desk.ask(
        this,
        [items = m_items, read = m_read, now = m_place.time.now()](desk_register& desk
        ) -> result<looked> {
            if (!read) return looked{offer_print(desk, items, now), desk.office()};
            TRY(auto given, read(desk, now));
            print_offer offer;
            offer.papers = std::move(given);
            return looked{std::move(offer), desk.office()};
        },
        [this](const result<looked>& given) {
            if (!given)
                show_offer(given.error(), {});
            else
                show_offer(given->offer, given->office);
        }
    );
}

result<preview_page::composed> preview_page::compose(
    const papers& issued, const office_profile& office
) const
{
    composed made;
    made.sheets = m_drawn;
    made.issued = issued;
    for (const auto& issue : issued) {
        TRY(auto sheet, compose_certificate(issue, m_place.known, office));
        made.sheets.push_back(std::move(sheet));
        const auto* event = m_place.known.find_event(issue.content.event);
        if (event != nullptr && made.name.empty()) made.name = title_of(*event, issue.content.data);
    }
    return made;
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
        sheet->set_paper(m_blanks->paper());
        sheet->show_page(page_of_paper);
        m_sheets.push_back(sheet);
    }
}

void preview_page::show_trouble(const QString& sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

void preview_page::show_offer(const result<print_offer>& offer, const office_profile& office)
{
    const auto made = offer ? compose(offer->papers, office) : result<composed>(offer.error());
    m_has_paper = made.has_value() && !made->sheets.empty();
    m_print->setEnabled(m_has_paper);
    m_pdf->setEnabled(m_has_paper);
    m_scroll->setVisible(m_has_paper);
    m_entry->setVisible(!m_has_paper && !m_items.empty());
    if (!made) {
        show_trouble(why_not_printed(made.error()));
        return m_entry->setFocus(Qt::TabFocusReason);
    }
    m_offer = *offer;
    m_name = m_drawn.empty() ? to_qt(made->name) : m_file_name;
    const auto count = int(made->sheets.size());
    m_heading->setText(
        m_items.size() > 1 ? tr("Preview: %n sheet(s)", nullptr, count)
                           : tr("Preview: %1").arg(m_name)
    );
    show_trouble(
        m_offer.left_out == 0
            ? QString()
            : tr("%n paper(s) cannot be printed now and were left out.", nullptr, m_offer.left_out)
    );
    m_count->setVisible(m_items.size() == 1 && m_offer.most > 1);
    if (m_items.size() == 1) {
        const QSignalBlocker quiet(m_count);
        m_count->setMaximum(m_offer.most);
        m_count->setValue(count);
    }
    m_blanks->offer(!m_offer.blank_kind.empty(), m_offer.blanks);
    show_sheets(made->sheets);
    if (!m_count->hasFocus() && !m_came_out->is_open()) m_print->setFocus(Qt::TabFocusReason);
}

QString preview_page::why_not_printed(const failure& error) const
{
    if (error.code == failure_code::not_allowed && error.detail == "number")
        return tr("There is no number yet: the paper can be printed once the server has given it.");
    if (error.code == failure_code::not_allowed && error.detail == "copy_book")
        return tr("This office numbers its copies in the book of copies: register the copy as an "
                  "event of its own, from the entry's page.");
    if (error.code == failure_code::not_allowed && error.detail == "pin")
        return tr("The personal identification number is not there yet: the certificate is printed "
                  "with it.");
    const auto own = m_place.known.message("findings", error.detail);
    if (error.code == failure_code::invalid_input && own.vi == error.detail)
        return tr("This does not fit on the paper: %1. Please have it corrected; nothing is "
                  "printed cut off.")
            .arg(to_qt(error.detail));
    return why_not(m_place.known, error, m_place.language);
}

void preview_page::issue(use done)
{
    struct written
    {
        papers issued;
        office_profile office;
    };

    const auto blanks = m_blanks->chosen(m_offer.papers.size());
    if (!blanks) return show_trouble(why_not_printed(blanks.error()));
    show_trouble({});
    m_place.desk.ask(
        this,
        [items = m_offer.items, read = m_read, blanks = *blanks, now = m_place.time.now()](
            desk_register& desk
        ) -> result<written> {
            TRY(auto issued, read ? read(desk, now) : issue_print(desk, items, blanks, now));
            return written{std::move(issued), desk.office()};
        },
        [this, done = std::move(done)](const result<written>& given) {
            if (!given) return show_trouble(why_not_printed(given.error()));
            const auto made = compose(given->issued, given->office);
            if (!made) return show_trouble(why_not_printed(made.error()));
            emit work_waits();
            done(*made);
        }
    );
}

void preview_page::print()
{
    if (!m_print->isEnabled()) return;
    auto* dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this](QPrinter* chosen) {
        // The dialog's printer goes with the dialog; the paper comes a moment later. How many
        // sheets is asked on the page: each is a certificate of its own.
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPrinterName(chosen->printerName());
        printer->setOutputFileName(chosen->outputFileName());
        print_on(printer);
    });
    dialog->open();
}

void preview_page::print_on(const std::shared_ptr<QPrinter>& printer)
{
    issue([this, printer](const composed& made) { send(printer, made); });
}

void preview_page::send(const std::shared_ptr<QPrinter>& printer, const composed& made)
{
    m_place.desk.ask(
        this,
        [name = to_utf8(printer->printerName())](desk_register& desk) {
            return setup_of_printer(desk, name);
        },
        [this, printer, made, on = m_blanks->paper()](const result<printer_setup>& setup) {
            const auto printed = setup ? print_pages(*printer, made.sheets, on, setup->on(on))
                                       : status(setup.error());
            if (!printed)
                emit failed(printed.error());
            else
                emit said(tr("Sent to the printer."));
            ask_whether_it_came_out(made);
        }
    );
}

void preview_page::ask_whether_it_came_out(const composed& made)
{
    std::vector<sent_sheet> sheets;
    for (const auto& issue : made.issued) {
        if (issue.token.empty()) continue;
        const auto* event = m_place.known.find_event(issue.content.event);
        auto name = event == nullptr ? std::string() : title_of(*event, issue.content.data);
        if (!issue.blank.empty()) name += " · " + issue.blank;
        sheets.push_back({issue.token, to_qt(name)});
    }
    if (sheets.empty()) return;
    m_print->setEnabled(false);
    m_pdf->setEnabled(false);
    m_came_out->ask(std::move(sheets));
}

void preview_page::write_answers(const std::vector<sheet_answer>& answers)
{
    m_place.desk.ask(
        this,
        [answers, now = m_place.time.now()](desk_register& desk) -> result<bool> {
            for (const auto& answer : answers)
                TRY_STATUS(tell_paper_step(desk, answer.token, answer.step, now));
            return true;
        },
        [this](const result<bool>& written) {
            if (!written) return emit failed(written.error());
            emit work_waits();
            emit said(tr("Written down."));
            ask_again();
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
    dialog->selectFile((m_drawn.empty() ? m_file_name + " " + m_name : m_name) + ".pdf");
    connect(dialog, &QFileDialog::fileSelected, this, &preview_page::write_pdf_to);
    dialog->open();
}

void preview_page::write_pdf_to(const QString& file)
{
    issue([this, file, on = m_blanks->paper()](const composed& made) {
        const auto written = write_pdf(file, made.sheets, on, m_file_name);
        if (!written)
            emit failed(written.error());
        else
            emit said(tr("Saved: %1").arg(file));
        ask_whether_it_came_out(made);
    });
}

} // namespace hotich

#include "moc_preview_page.cpp"
