#include "desktop/printing/pdf_file.h"

#include "desktop/printing/pdf_page.h"

#include <QSaveFile>
#include <QString>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <memory>

namespace hotich {

namespace {

using pdf_object = QPDFObjectHandle;

pdf_object media_box(const draw_list& page)
{
    return pdf_object::newArray(
        {pdf_object::newInteger(0),
         pdf_object::newInteger(0),
         pdf_object::newReal(page.width * points_per_unit, 3),
         pdf_object::newReal(page.height * points_per_unit, 3)}
    );
}

void add_page(
    QPDF& file, const draw_list& page, const std::string& content, const pdf_object& resources
)
{
    auto out = pdf_object::newDictionary();
    out.replaceKey("/Type", pdf_object::newName("/Page"));
    out.replaceKey("/MediaBox", media_box(page));
    out.replaceKey("/Resources", resources);
    out.replaceKey("/Contents", file.newStream(content));
    QPDFPageDocumentHelper(file).addPage(QPDFPageObjectHelper(file.makeIndirectObject(out)), false);
}

void describe(QPDF& file, const QString& title)
{
    auto about = pdf_object::newDictionary();
    about.replaceKey("/Title", pdf_object::newUnicodeString(title.toStdString()));
    about.replaceKey("/Creator", pdf_object::newString("Ho tich"));
    file.getTrailer().replaceKey("/Info", file.makeIndirectObject(about));
    file.getRoot().replaceKey("/Lang", pdf_object::newString("vi"));
}

std::shared_ptr<Buffer> bytes_of(QPDF& file)
{
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.write();
    return writer.getBufferSharedPointer();
}

result<std::shared_ptr<Buffer>> pdf_of(
    const std::vector<draw_list>& pages, paper_kind paper, const QString& title
)
{
    QPDF file;
    file.emptyPDF();
    describe(file, title);
    pdf_fonts fonts;
    auto resources = file.makeIndirectObject(pdf_object::newDictionary());
    for (const auto& page : pages)
        add_page(file, page, pdf_content(page, paper, fonts), resources);
    TRY(const auto embedded, fonts.embed(file));
    resources.replaceKey("/Font", embedded);
    return bytes_of(file);
}

} // namespace

status write_pdf(
    const QString& file, const std::vector<draw_list>& pages, paper_kind paper, const QString& title
)
{
    const failure unwritable{failure_code::storage_unavailable, "the PDF cannot be written"};
    QSaveFile out(file);
    if (pages.empty() || !out.open(QIODevice::WriteOnly)) return unwritable;
    try {
        TRY(const auto bytes, pdf_of(pages, paper, title));
        const auto size = static_cast<qint64>(bytes->getSize());
        const auto* data = reinterpret_cast<const char*>(bytes->getBuffer());
        if (out.write(data, size) != size || !out.commit()) return unwritable;
    } catch (const std::exception& error) { // all that the library knows of failing
        return failure{failure_code::storage_unavailable, error.what()};
    }
    return {};
}

} // namespace hotich
