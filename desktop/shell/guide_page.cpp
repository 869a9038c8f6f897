#include "desktop/shell/guide_page.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QListWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace hotich {

namespace {

constexpr int chapters_width = 230;
constexpr int picture_margin = 48;
constexpr const char* guide_folder = ":/guide";

QString read_chapter(const QString& resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Its first line, without the sign of a heading.
QString title_of_chapter(const QString& markdown)
{
    return markdown.section('\n', 0, 0).remove('#').trimmed();
}

/// Beside the program in a build, in the shared folder where it is installed.
QString pictures_folder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    for (const auto* folder : {"guide", "../share/hotich/guide"})
        if (program.exists(folder)) return program.absoluteFilePath(folder);
    return {};
}

} // namespace

QStringList guide_chapters()
{
    QStringList found;
    const auto names = QDir(guide_folder).entryList({"*.md"}, QDir::Files, QDir::Name);
    for (const auto& name : names)
        found << guide_folder + ("/" + name);
    return found;
}

guide_text::guide_text(const QString& pictures, QWidget* parent)
    : QTextBrowser(parent), m_pictures(pictures)
{
    setOpenExternalLinks(false);
    setOpenLinks(false);
}

bool guide_text::has_picture(const QString& line) const
{
    const auto name = line.section('(', 1).section(')', 0, 0);
    return !m_pictures.isEmpty() && QFile::exists(QDir(m_pictures).filePath(name));
}

void guide_text::show_chapter(const QString& markdown)
{
    QStringList shown;
    for (const auto& line : markdown.split('\n'))
        if (!line.startsWith("![") || has_picture(line)) shown << line;
    setMarkdown(shown.join('\n'));
    moveCursor(QTextCursor::Start);
}

QVariant guide_text::loadResource(int type, const QUrl& name)
{
    if (type != QTextDocument::ImageResource) return QTextBrowser::loadResource(type, name);
    const QImage picture(QDir(m_pictures).filePath(QFileInfo(name.path()).fileName()));
    const int width = std::min(picture.width(), viewport()->width() - picture_margin);
    return picture.isNull() ? QVariant() : picture.scaledToWidth(width, Qt::SmoothTransformation);
}

guide_page::guide_page(const workplace&, QWidget* parent)
    : page(parent), m_chapters(new QListWidget), m_text(new guide_text(pictures_folder()))
{
    m_chapters->setObjectName("steps");
    m_chapters->setFixedWidth(chapters_width);
    m_chapters->setWordWrap(true);
    m_chapters->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chapters->setAccessibleName(tr("Chapters"));
    m_text->setAccessibleName(tr("The chapter"));
    QStringList chapters;
    for (const auto& resource : guide_chapters()) {
        chapters << read_chapter(resource);
        m_chapters->addItem(title_of_chapter(chapters.back()));
    }
    connect(m_chapters, &QListWidget::currentRowChanged, this, [this, chapters](int row) {
        if (row >= 0) m_text->show_chapter(chapters.at(row));
    });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_chapters);
    layout->addWidget(m_text, 1);
}

void guide_page::arrive()
{
    m_chapters->setFocus(Qt::TabFocusReason);
    if (m_chapters->currentRow() < 0) m_chapters->setCurrentRow(0);
}

} // namespace hotich

#include "moc_guide_page.cpp"
