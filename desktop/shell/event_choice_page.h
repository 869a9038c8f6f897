// Ctrl+N: which event is registered. Every event of the definitions by group and order; typing
// finds it without accents, the arrows walk, Enter begins. Also asked with fewer events, such as
// those that note something on an entry.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

class QLabel;
class QListWidget;

namespace hotich {

class entry_line;

class event_choice_page final : public page
{
    Q_OBJECT

public:
    event_choice_page(
        const workplace& place,
        QString heading,
        std::vector<const event_definition*> events,
        QWidget* parent = nullptr
    );

    [[nodiscard]] QString title() const override { return m_heading; }

    void arrive() override;

    [[nodiscard]] bool is_transient() const override { return true; }

    /// The event that is chosen when nothing was typed.
    void favour(const std::string& event);

signals:
    void chosen(const QString& event);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show_fitting();
    void add_group(const std::string& group, const std::vector<const event_definition*>& events);
    void move(int steps);
    void choose();

    const workplace& m_place;
    QString m_heading;
    std::vector<const event_definition*> m_events;
    std::string m_favoured;
    entry_line* m_words;
    QListWidget* m_list;
    QLabel* m_empty;
};

/// The name of a group of events as a menu shows it.
QString group_title(const std::string& group);

} // namespace hotich
