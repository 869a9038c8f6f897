#include "desktop/registers/scan_list.h"

#include "common/base/files.h"
#include "common/register/desk_scans.h"
#include "desktop/app/qt_text.h"
#include "desktop/registers/why_not.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace hotich {

scan_list::scan_list(const workplace& place, QWidget* parent)
    : QWidget(parent),
      m_place(place),
      m_list(new QLabel),
      m_attach(new QPushButton(tr("Attach a scanned paper…")))
{
    m_list->setWordWrap(true);
    m_list->setTextFormat(Qt::RichText);
    m_list->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_list->setAccessibleName(tr("Scanned papers"));
    m_attach->setProperty("leftAligned", true);
    m_place.granted->guard(m_attach, "attach_scan");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_attach);
    connect(m_list, &QLabel::linkActivated, this, &scan_list::choose_where_to_save);
    connect(m_attach, &QPushButton::clicked, this, &scan_list::choose_file_to_attach);
}

void scan_list::show_scans_of(const record& content)
{
    m_record = content.id;
    m_scans = scans_of(content);
    QString html;
    for (std::size_t i = 0; i < m_scans.size(); ++i) {
        const auto& paper = m_scans[i];
        const auto size = QLocale().formattedDataSize(paper.bytes, 1, QLocale::DataSizeSIFormat);
        auto line = QString("<a href='%1'>%2</a>, %3")
                        .arg(QString::number(i), to_qt(paper.name).toHtmlEscaped(), size);
        if (!m_place.scans.has(paper.sealed)) line += "; " + tr("not on this PC yet");
        html += "<p style='margin:0 0 4px 0'>" + line + "</p>";
    }
    m_list->setText(html);
    m_list->setVisible(!html.isEmpty());
    m_attach->setVisible(
        content.state != record_state::withdrawn && content.state != record_state::refused
    );
}

void scan_list::choose_file_to_attach()
{
    auto* dialog = new QFileDialog(this, tr("Attach a scanned paper"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Scanned papers (%1)").arg("*.pdf *.jpg *.jpeg *.png *.tif *.tiff"));
    connect(dialog, &QFileDialog::fileSelected, this, &scan_list::attach);
    dialog->open();
}

void scan_list::attach(const QString& file)
{
    m_place.desk.ask(
        this,
        [id = m_record,
         path = to_utf8(file),
         name = to_utf8(QFileInfo(file).fileName()),
         folder = m_place.scans,
         now = m_place.time.now()](desk_register& desk) -> result<scan> {
            TRY(auto bytes, read_file(path, max_scan_bytes));
            return attach_scan(desk, folder, id, {name, std::move(bytes)}, now);
        },
        [this](const result<scan>& made) {
            if (!made) return emit refused(why_refused(made.error()));
            emit said(tr("Attached. It is sent to the server after the entries."));
            emit attached();
        }
    );
}

void scan_list::choose_where_to_save(const QString& link)
{
    const auto number = static_cast<std::size_t>(link.toUInt());
    if (number >= m_scans.size()) return;
    if (!m_place.scans.has(m_scans[number].sealed))
        return emit refused(
            tr("This scan is not on this PC yet: it comes with the line, at the hours "
               "your office has set.")
        );
    auto* dialog = new QFileDialog(this, tr("Save a copy of the scan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(to_qt(m_scans[number].name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, number](const QString& file) {
        save(number, file);
    });
    dialog->open();
}

void scan_list::save(std::size_t number, const QString& file)
{
    m_place.desk.ask(
        this,
        [paper = m_scans.at(number),
         folder = m_place.scans,
         path = to_utf8(file)](desk_register&) -> result<bool> {
            TRY(const auto bytes, open_scan(folder, paper));
            TRY_STATUS(replace_file(path, bytes));
            return true;
        },
        [this, file](const result<bool>& saved) {
            if (!saved) return emit refused(why_refused(saved.error()));
            emit said(tr("Saved: %1").arg(file));
        }
    );
}

QString scan_list::why_refused(const failure& why) const
{
    if (why.code == failure_code::invalid_input)
        return to_qt(m_place.known.message("findings", "scan_wrong").in(m_place.language));
    if (why.code == failure_code::conflict) return tr("The record has this very paper already.");
    return why_not(m_place.known, why, m_place.language);
}

} // namespace hotich

#include "moc_scan_list.cpp"
