// An address as one field: commune (found over the whole country, its province comes with it),
// province, district where the day still had districts, house and street, country; abroad only the
// country and the text.
#pragma once

#include "desktop/app/workplace.h"
#include "desktop/forms/field_editor.h"

namespace hotich {

class choice_edit;

class address_editor final : public field_editor
{
    Q_OBJECT

public:
    address_editor(const workplace& place, const civil_date& day, QWidget* parent = nullptr);

    [[nodiscard]] json::value value() const override;
    void set_value(const json::value& value) override;
    [[nodiscard]] QWidget* first_part() override;
    void set_day(const civil_date& day) override;

    [[nodiscard]] int lines() const override { return 2; }

    [[nodiscard]] std::vector<QWidget*> parts() override;

private:
    void on_commune_chosen();
    void on_province_changed();
    void load_units(const civil_date& day);
    void show_parts();
    [[nodiscard]] bool is_in_vietnam() const;
    [[nodiscard]] QWidget* part_after(QWidget* part, int steps);
    void go(QWidget* from, int steps);

    const workplace& m_place;
    civil_date m_day;
    choice_edit* m_commune;
    choice_edit* m_district;
    choice_edit* m_province;
    entry_line* m_detail;
    choice_edit* m_country;
    json::object m_rest; ///< members that have no part of their own, kept as they are
};

} // namespace hotich
