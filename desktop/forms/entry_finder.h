// Finds an entry of the register for a form that notes something on it: words, a list, Enter takes
// it, Esc goes back. Used by form_view.
#pragma once

#include "desktop/app/workplace.h"

#include <QTimer>
#include <QWidget>

namespace hotich {

class entry_line;
class record_list;

class entry_finder final : public QWidget
{
    Q_OBJECT

public:
    explicit entry_finder(const workplace& place, QWidget* parent = nullptr);
    /// Takes the focus; entries of another event than this one are left out, "" takes all.
    void begin(const std::string& event, const QString& words);

signals:
    void taken(const QString& record_id);
    void failed(const hotich::failure& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();

    const workplace& m_place;
    entry_line* m_words;
    record_list* m_list;
    QTimer m_delay;
    std::string m_event;
    int m_asked = 0; ///< late answers of older words are dropped
};

} // namespace hotich
