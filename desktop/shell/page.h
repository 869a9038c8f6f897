// A page of the workplace: what main_window shows one at a time. A page says where the clerk wants
// to go; main_window goes there.
#pragma once

#include "common/base/result.h"
#include "common/papers/draw_list.h"
#include "common/register/desk_register.h"

#include <QWidget>

namespace hotich {

class page : public QWidget
{
    Q_OBJECT

public:
    explicit page(QWidget* parent = nullptr) : QWidget(parent) {}

    [[nodiscard]] virtual QString title() const = 0;

    /// Shown, or shown again: reads what may have changed and takes the focus.
    virtual void arrive() {}

    /// Records changed beside the clerk's work: reads again and leaves the focus where it is.
    virtual void refresh() {}

    /// Covered by another page, or closed.
    virtual void leave() {}

    /// Esc: true where the page had something of its own to go back from.
    virtual bool go_back() { return false; }

    virtual void save() {} ///< Ctrl+S

    virtual void print() {} ///< Ctrl+P

    /// F1: of the page's own; where it has none the user guide opens.
    virtual void help() { emit guide_wanted(); }

    /// Pages that are made for one thing and go when the clerk leaves them.
    [[nodiscard]] virtual bool is_transient() const { return false; }

signals:
    void record_wanted(const QString& record_id);
    void draft_wanted(const hotich::draft& kept);
    void correction_wanted(const QString& record_id);
    void paper_wanted(const QString& record_id, const QString& certificate);
    void new_wanted(const QString& event);
    /// The record's event once more, as the `again` of its definition says.
    void again_wanted(const QString& record_id, const QString& again);
    /// Something is to be noted on the entry, or copied from it.
    void note_wanted(const QString& record_id);
    void fix_wanted(const QString& record_id);
    /// The dossier is to be registered.
    void dossier_wanted(const QString& record_id);
    void declaration_wanted(const QString& event, const hotich::json::object& data);
    /// A list on paper, to be looked at and printed.
    void list_wanted(const QString& name, const std::vector<hotich::draw_list>& pages);
    /// How the printer misses is to be measured.
    void printer_wanted();
    void back_wanted();
    void guide_wanted();
    /// One sentence for the status line.
    void said(const QString& sentence);
    void failed(const hotich::failure& error);
    /// Something new waits to be sent.
    void work_waits();
};

} // namespace hotich
