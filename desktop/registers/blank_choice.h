// On plain paper or on pre-printed blanks, and which: the ledger offers the next one in hand, the
// clerk types what really lies in the tray. Used by preview_page.
#pragma once

#include "common/base/result.h"
#include "common/papers/printer_setup.h"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QLabel;

namespace hotich {

class entry_line;

class blank_choice final : public QWidget
{
    Q_OBJECT

public:
    explicit blank_choice(QWidget* parent = nullptr);

    /// `in_hand` are the next ones; without a kind there is nothing to choose.
    void offer(bool has_kind, std::vector<std::string> in_hand);

    [[nodiscard]] paper_kind paper() const;
    /// None for plain paper. invalid_input as parse_blank_serial.
    [[nodiscard]] result<std::vector<std::string>> chosen(std::size_t sheets) const;

signals:
    void paper_changed();
    void went_on();

private:
    void show_parts();

    std::vector<std::string> m_in_hand;
    QCheckBox* m_on_blank;
    entry_line* m_first;
    QLabel* m_none;
};

} // namespace hotich
