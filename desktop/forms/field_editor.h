// The widget of one field, whatever its kind: a value in and out as JSON, and word when a person
// changed it. Made by editor_factory, placed by field_row.
#pragma once

#include "common/base/civil_date.h"
#include "common/base/json.h"

#include <QWidget>

#include <string>
#include <vector>

namespace hotich {

class entry_line;

class field_editor : public QWidget
{
    Q_OBJECT

public:
    explicit field_editor(QWidget* parent = nullptr) : QWidget(parent) {}

    /// Null where nothing is entered. What cannot be understood is given as the text it is: the
    /// check says so.
    [[nodiscard]] virtual json::value value() const = 0;
    virtual void set_value(const json::value& value) = 0;
    /// Where the focus goes when the field is entered.
    [[nodiscard]] virtual QWidget* first_part() = 0;

    /// The day that decides which entries are in force; the address widget listens.
    virtual void set_day(const civil_date& /*day*/) {}

    /// Lines of the form the widget takes.
    [[nodiscard]] virtual int lines() const { return 1; }

    /// Whether it takes the whole width, below its label.
    [[nodiscard]] virtual bool is_wide() const { return false; }

    /// The part in which a path inside the value stands ("stays.0.place").
    [[nodiscard]] virtual QWidget* part_at(const std::string& /*path*/) { return first_part(); }

    /// The parts that are named to screen readers and coloured by findings.
    [[nodiscard]] virtual std::vector<QWidget*> parts() { return {first_part()}; }

signals:
    void edited();
    /// Instead of edited, where much came at once: one step back takes it away.
    void pasted();
    void went_on();
    void went_back();
    void came();
    void left();

protected:
    /// Hands a line's signals on, as the field's own.
    void adopt(entry_line* line);
};

} // namespace hotich
