// How a printer misses: print the test sheet, measure it with a ruler, type four numbers; or push
// the print with the arrow keys, half a millimetre at a time. For plain paper and for blanks apart.
#pragma once

#include "common/papers/printer_setup.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <array>

class QComboBox;
class QLabel;
class QPushButton;
class QRadioButton;

namespace hotich {

class entry_line;
class nudge_view;

class printer_page final : public page
{
    Q_OBJECT

public:
    explicit printer_page(const workplace& place, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Printer"); }

    void arrive() override;
    void save() override;
    void print() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    /// The printer the clerk has chosen; "" where there is none.
    [[nodiscard]] QString printer() const;

    [[nodiscard]] const printer_setup& setup() const { return m_setup; }

private:
    enum measure { left, top, across, down, measure_count };

    QLayout* make_choice();
    QLayout* make_measures();
    void read_setup();
    void show_setup();
    void take_measures();
    void nudge(double right_mm, double down_mm);
    [[nodiscard]] paper_kind paper() const;
    [[nodiscard]] QString why_wrong(const failure& error) const;

    const workplace& m_place;
    QComboBox* m_printers;
    QRadioButton* m_on_plain;
    QRadioButton* m_on_blank;
    QPushButton* m_sheet;
    std::array<entry_line*, measure_count> m_measures{};
    QLabel* m_trouble;
    QLabel* m_correction;
    nudge_view* m_view;
    QPushButton* m_keep;
    printer_setup m_setup;
};

} // namespace hotich
