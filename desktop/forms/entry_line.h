// The line that everything typed goes through: Enter goes on, leaving it cleans the text (NFC,
// spaces), and it says when it is entered and left. Base of all editors of one line.
#pragma once

#include <QLineEdit>

namespace hotich {

class entry_line : public QLineEdit
{
    Q_OBJECT

public:
    explicit entry_line(QWidget* parent = nullptr);

    /// Names are cleaned as names (look-alike letters, apostrophes), other texts as texts.
    void set_is_name() { m_is_name = true; }

    /// Takes the focus and the letter that was typed elsewhere on the page, as its first.
    void begin_with(const QString& typed);

    /// The cleaned text: what is stored, whatever stands on the screen while one types.
    [[nodiscard]] std::string cleaned() const;
    /// Puts the text in its final form; the base class cleans it.
    virtual void commit();

signals:
    void committed();
    void went_on();   ///< Enter
    void went_back(); ///< Shift+Enter
    void came();      ///< has the focus now
    void left();      ///< after commit

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    bool m_is_name = false;
};

} // namespace hotich
