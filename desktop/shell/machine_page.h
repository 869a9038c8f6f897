// Ctrl+M: the line and this PC on one page: synchronising, the data meter, the courier's bundles,
// copies, the clock, and lines to read out on the telephone.
#pragma once

#include "desktop/app/line.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace hotich {

class backup_line;

class machine_page final : public page
{
    Q_OBJECT

public:
    machine_page(const workplace& place, line& to_server, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Line and machine"); }

    void arrive() override;
    void refresh() override;

    /// All undecided work goes into a bundle in the folder.
    void write_bundle(const QString& folder);
    /// What the server or a colleague's stick brought.
    void take_bundle(const QString& file);
    /// The numbered lines as text.
    void copy_lines();

private:
    void add_line(QVBoxLayout* into);
    void add_courier(QVBoxLayout* into);
    void add_clock(QVBoxLayout* into);
    QLayout* make_lines();
    void ask_for_folder();
    void ask_for_file();
    void show_line();
    void tell_of_bundle(const QString& sentence, bool is_good);

    const workplace& m_place;
    line& m_line;
    QLabel* m_state;
    QLabel* m_meter;
    QPushButton* m_synchronise;
    QPushButton* m_write;
    QPushButton* m_take;
    QLabel* m_bundle;
    backup_line* m_copies;
    QLabel* m_clock;
    QPushButton* m_clock_is_right;
    QPlainTextEdit* m_lines;
};

} // namespace hotich
