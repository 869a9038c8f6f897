// Receives a dossier: which event, who asks, how it came, which papers were handed in. Ctrl+S
// writes it down and shows the receipt with the due day. What is typed is kept on this PC as one
// types; the page begins with it again.
#pragma once

#include "common/definitions/event_definition.h"
#include "desktop/app/workplace.h"
#include "desktop/shell/page.h"

#include <QTimer>

class QGridLayout;
class QLabel;

namespace hotich {

class choice_edit;
class entry_line;
class list_editor;

class reception_page final : public page
{
    Q_OBJECT

public:
    reception_page(const workplace& place, std::string event, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Receive a dossier"); }

    void arrive() override;
    void leave() override;
    void save() override;

    [[nodiscard]] bool is_transient() const override { return true; }

signals:
    void received(const QString& record_id);

private:
    void add_row(QGridLayout* grid, const QString& label, entry_line* line);
    void show_due_day();
    [[nodiscard]] const event_definition* event() const;
    [[nodiscard]] json::object data() const;
    void make_papers_list();
    void make_way_to_begin_anew();
    [[nodiscard]] json::object typed() const;
    void show_typed(const json::object& typed);
    void keep_soon();
    void keep();

    const workplace& m_place;
    field_definition m_papers_list; ///< outlives its editor
    choice_edit* m_event;
    entry_line* m_subject;
    entry_line* m_name;
    choice_edit* m_relation;
    entry_line* m_phone;
    choice_edit* m_channel;
    list_editor* m_papers;
    QWidget* m_is_back; ///< says that this was begun before
    QLabel* m_due;
    QLabel* m_trouble;
    std::vector<entry_line*> m_lines; ///< in the order of Enter
    QTimer m_keep_timer;
    std::string m_record; ///< that the dossier gets; "" until the register has said it
};

} // namespace hotich
