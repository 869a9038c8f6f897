// The user guide inside the program: chapters on the left, the chapter on the right. It is in
// Vietnamese, as the clerks are; its pictures are made by the build and may be absent. Chapters:
// desktop/guide/*.md, readable without the program too.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <QTextBrowser>

class QListWidget;

namespace hotich {

/// Shows a chapter with its pictures in the width that is there.
class guide_text final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit guide_text(const QString& pictures, QWidget* parent = nullptr);

    void show_chapter(const QString& markdown);

    [[nodiscard]] QVariant loadResource(int type, const QUrl& name) override;

private:
    [[nodiscard]] bool has_picture(const QString& line) const;

    QString m_pictures; ///< their folder
};

class guide_page final : public page
{
    Q_OBJECT

public:
    explicit guide_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("User guide"); }

    void arrive() override;

    void help() override {} // this is it

    [[nodiscard]] bool is_transient() const override { return true; }

private:
    QListWidget* m_chapters;
    guide_text* m_text;
};

/// The chapters' resources, in their order.
QStringList guide_chapters();

} // namespace hotich
