// A line that finds entries of a list as one types, without accents and in any order of words; the
// best one is taken with Enter or Tab. What fits nothing stays as typed, so that the check can say
// so and nothing is lost.
#pragma once

#include "desktop/forms/choice.h"
#include "desktop/forms/entry_line.h"

#include <QPointer>

class QListWidget;

namespace hotich {

class choice_edit final : public entry_line
{
    Q_OBJECT

public:
    explicit choice_edit(QWidget* parent = nullptr);
    ~choice_edit() override;

    void set_choices(choice_list choices);

    /// Entries of this group come first among equals.
    void set_favoured_group(std::string group) { m_favoured_group = std::move(group); }

    /// The list only suggests: any text is good, and the value is the text itself.
    void allow_free_text() { m_takes_free_text = true; }

    /// The code of the chosen entry; the cleaned text where none is chosen.
    [[nodiscard]] std::string code() const;

    /// The chosen entry, or null.
    [[nodiscard]] const choice* chosen() const
    {
        return m_chosen < 0 ? nullptr : &(*m_choices)[std::size_t(m_chosen)];
    }

    /// Shows the entry with that code; a code that the list lacks stands as it is.
    void set_code(const std::string& code);
    void commit() override;
    [[nodiscard]] bool is_list_open() const;

signals:
    void code_changed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void on_edited();
    void open_list(const QString& typed);
    void close_list();
    void take(int position);
    void move_in_list(int steps);
    [[nodiscard]] QRect arrow_area() const;

    choice_list m_choices;
    std::string m_favoured_group;
    bool m_takes_free_text = false;
    int m_chosen = -1;
    QPointer<QListWidget> m_list; ///< child of the window, so that it needs no focus of its own
};

} // namespace hotich
