#include "desktop/forms/address_editor.h"

#include "desktop/app/qt_text.h"
#include "desktop/forms/choice_edit.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* vietnam = "VN";

} // namespace

address_editor::address_editor(const workplace& place, const civil_date& day, QWidget* parent)
    : field_editor(parent),
      m_place(place),
      m_day(day),
      m_commune(new choice_edit(this)),
      m_district(new choice_edit(this)),
      m_province(new choice_edit(this)),
      m_detail(new entry_line(this)),
      m_country(new choice_edit(this))
{
    auto* units = new QHBoxLayout;
    auto* rest = new QHBoxLayout;
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (auto* row : {units, rest}) {
        row->setSpacing(6);
        layout->addLayout(row);
    }
    for (auto* part : {m_commune, m_district, m_province})
        units->addWidget(part, 1);
    rest->addWidget(m_detail, 3);
    rest->addWidget(m_country, 2);
    m_commune->setPlaceholderText(tr("Commune"));
    m_district->setPlaceholderText(tr("District"));
    m_province->setPlaceholderText(tr("Province"));
    m_detail->setPlaceholderText(tr("House number, street, village"));
    m_country->setPlaceholderText(tr("Country"));
    m_country->set_choices(choices_of(place.known.list("country"), day, place.language));
    m_country->set_code(vietnam);
    load_units(day);
    for (auto* line : std::initializer_list<entry_line*>{
             m_commune, m_district, m_province, m_detail, m_country}) {
        connect(line, &entry_line::went_on, this, [this, line] { go(line, 1); });
        connect(line, &entry_line::went_back, this, [this, line] { go(line, -1); });
        connect(line, &entry_line::came, this, &field_editor::came);
        connect(line, &entry_line::left, this, &field_editor::left);
        connect(line, &entry_line::committed, this, [this, line] {
            if (line == m_commune) on_commune_chosen();
            if (line == m_province || line == m_country) on_province_changed();
            emit edited();
        });
    }
    connect(m_detail, &QLineEdit::textEdited, this, &field_editor::edited);
    setFocusProxy(m_commune);
    show_parts();
}

json::value address_editor::value() const
{
    auto address = m_rest;
    const auto put = [&address](const char* name, const choice_edit* part) {
        if (part->chosen() != nullptr) address[name] = part->code();
    };
    put("country", m_country);
    if (is_in_vietnam()) {
        put("province_code", m_province);
        if (has_districts(m_day)) put("district_code", m_district);
        put("commune_code", m_commune);
        // Old papers name places that are on no list: what fits none stays as it is written.
        if (m_commune->chosen() == nullptr && !m_commune->text().isEmpty())
            address["as_written"] = m_commune->cleaned();
    }
    if (const auto detail = m_detail->cleaned(); !detail.empty()) address["detail"] = detail;
    const bool only_country = address.size() == 1 && address.contains("country") && is_in_vietnam();
    return address.empty() || only_country ? json::value() : json::value(std::move(address));
}

void address_editor::set_value(const json::value& value)
{
    const auto* object = value.if_object();
    const json::object address = object == nullptr ? json::object() : *object;
    const auto country = std::string(text_at(address, "country"));
    m_country->set_code(country.empty() ? vietnam : country);
    m_province->set_code(std::string(text_at(address, "province_code")));
    m_district->set_code(std::string(text_at(address, "district_code")));
    const bool has_commune = is_known(address, "commune_code");
    m_commune->set_code(std::string(text_at(address, has_commune ? "commune_code" : "as_written")));
    m_commune->set_favoured_group(has_districts(m_day) ? m_district->code() : m_province->code());
    m_detail->setText(to_qt(text_at(address, "detail")));
    m_rest = address;
    for (const auto* name : {"country", "province_code", "district_code", "commune_code", "detail"})
        m_rest.erase(name);
    if (!has_commune) m_rest.erase("as_written");
    show_parts();
}

QWidget* address_editor::first_part()
{
    return is_in_vietnam() ? static_cast<QWidget*>(m_commune) : m_detail;
}

void address_editor::set_day(const civil_date& day)
{
    if (has_districts(day) == has_districts(m_day)) return;
    const auto kept = value();
    load_units(day);
    set_value(kept);
}

std::vector<QWidget*> address_editor::parts()
{
    return {m_commune, m_district, m_province, m_detail, m_country};
}

void address_editor::on_commune_chosen()
{
    // A commune brings what it lies in.
    const auto* commune = m_commune->chosen();
    if (commune == nullptr) return;
    auto province = commune->group;
    if (has_districts(m_day)) {
        m_district->set_code(commune->group);
        const auto* district =
            m_place.known.units().find(unit_level::district, commune->group, m_day);
        province = district == nullptr ? std::string() : district->parent;
    }
    m_province->set_code(province);
    m_commune->set_favoured_group(commune->group);
}

void address_editor::on_province_changed()
{
    const auto* commune = m_commune->chosen();
    const bool fits =
        commune != nullptr && (has_districts(m_day) || commune->group == m_province->code());
    if (!has_districts(m_day)) m_commune->set_favoured_group(m_province->code());
    if (commune != nullptr && !fits) m_commune->set_code({});
    show_parts();
}

void address_editor::load_units(const civil_date& day)
{
    m_day = day;
    const auto& lists = m_place.units.on(day);
    m_commune->set_choices(lists.communes);
    m_district->set_choices(lists.districts);
    m_province->set_choices(lists.provinces);
}

void address_editor::show_parts()
{
    const bool home = is_in_vietnam();
    m_commune->setVisible(home);
    m_province->setVisible(home);
    m_district->setVisible(home && has_districts(m_day));
    setFocusProxy(home ? static_cast<QWidget*>(m_commune) : m_detail);
    m_detail->setPlaceholderText(home ? tr("House number, street, village") : tr("Address abroad"));
}

bool address_editor::is_in_vietnam() const
{
    const auto code = m_country->code();
    return code.empty() || code == vietnam;
}

QWidget* address_editor::part_after(QWidget* part, int steps)
{
    std::vector<QWidget*> shown;
    for (auto* item : parts())
        if (!item->isHidden()) shown.push_back(item);
    const auto at = std::find(shown.begin(), shown.end(), part) - shown.begin() + steps;
    return at < 0 || at >= static_cast<std::ptrdiff_t>(shown.size()) ? nullptr
                                                                     : shown[std::size_t(at)];
}

void address_editor::go(QWidget* from, int steps)
{
    if (auto* next = part_after(from, steps))
        next->setFocus(Qt::TabFocusReason);
    else if (steps > 0)
        emit went_on();
    else
        emit went_back();
}

} // namespace hotich

#include "moc_address_editor.cpp"
