#include "desktop/forms/person_filler.h"

#include "common/records/citizen_card.h"
#include "common/records/personal_number.h"
#include "desktop/app/qt_text.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr std::string_view name_field = ".full_name";

std::string naming_of(const person_identity& who) { return who.pin + "|" + who.document; }

std::string text_of(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : std::string();
}

/// The field that says what a field copies; "" where its default is no such rule.
std::string relation_of(const field_definition& field)
{
    const auto* rule = field.default_value.if_object();
    return rule == nullptr ? std::string() : std::string(text_at(*rule, "by"));
}

/// What the fields copy where the relation says so.
std::vector<field_value> copied_by(
    const event_definition& event, const std::string& relation, const json::object& shown
)
{
    std::vector<field_value> values;
    for (const auto& field : event.fields) {
        if (relation_of(field) != relation) continue;
        const auto* paths = object_at(field.default_value.get_object(), "copy");
        const auto said = text_at(shown, relation);
        const auto* path = paths == nullptr ? nullptr : paths->if_contains(said);
        const auto* value = path == nullptr ? nullptr : find_path(shown, text_of(*path));
        if (value != nullptr && is_known(*value)) values.push_back({field.path, *value});
    }
    return values;
}

/// Named so that it cannot be the same person.
bool are_different(const person_identity& a, const person_identity& b)
{
    const auto differ = [](const std::string& one, const std::string& other) {
        return !one.empty() && one != other;
    };
    return differ(a.pin, b.pin) || differ(a.document, b.document)
        || differ(a.full_name, b.full_name);
}

} // namespace

person_filler::person_filler(const workplace& place, form_session& session, QObject* parent)
    : QObject(parent), m_place(place), m_session(session)
{
    for (const auto& field : session.event().fields)
        if (field.path.ends_with(name_field)) {
            const auto person = field.path.substr(0, field.path.size() - name_field.size());
            m_seen[person] = naming_of(identity_at(session.state().shown(), person));
        }
    for (const auto& field : session.event().fields)
        if (const auto relation = relation_of(field); !relation.empty())
            m_relations[relation] = std::string(text_at(session.state().shown(), relation));
}

std::string person_filler::person_of(const std::string& path) const
{
    auto person = path;
    while (!person.empty() && !m_seen.contains(person)) {
        const auto dot = person.rfind('.');
        person.resize(dot == std::string::npos ? 0 : dot);
    }
    return person;
}

void person_filler::look_again()
{
    for (const auto& [person, naming] : m_seen)
        look(person);
    for (const auto& [relation, said] : m_relations)
        look_at_relation(relation);
}

void person_filler::look_at_relation(const std::string& relation)
{
    const auto& shown = m_session.state().shown();
    const std::string said(text_at(shown, relation));
    if (m_relations[relation] == said) return;
    m_relations[relation] = said;
    // What came with the relation before goes with it, unless somebody has changed it.
    auto kept = m_session.state().typed();
    std::vector<field_value> values;
    for (const auto& [path, value] : std::exchange(m_followed[relation], {})) {
        const auto* now = find_path(kept, path);
        if (now == nullptr || *now != value) continue;
        remove_path(kept, path);
        values.push_back({path, nullptr});
    }
    auto copied = copied_by(m_session.event(), relation, shown);
    json::object copy;
    for (const auto& [path, value] : copied)
        set_path(copy, path, value);
    const auto person = person_of(relation);
    const auto who = identity_at(copy, person);
    if (are_different(identity_at(kept, person), who)) copied.clear();
    std::erase_if(copied, [&kept](const auto& one) { return is_known(kept, one.path); });
    values.insert(values.end(), copied.begin(), copied.end());
    m_followed[relation] = copied;
    m_session.set_together(values);
    if (!copied.empty()) emit filled_from_form(to_qt(who.full_name));
}

void person_filler::look(const std::string& person)
{
    const auto who = identity_at(m_session.state().shown(), person);
    const auto naming = naming_of(who);
    if (m_seen[person] == naming) return;
    m_seen[person] = naming;
    if (!who.is_certain() || fill_from_form(person, who)) return;
    m_place.desk.ask(
        this,
        [who](desk_register& desk) { return find_known_person(desk, who); },
        [this, person, naming](const result<std::optional<known_person>>& known) {
            if (naming != m_seen[person]) return; // named otherwise meanwhile
            if (!known) return emit failed(known.error());
            if (!*known) return;
            const auto& found = **known;
            const auto values = values_for(person, found.fields, true);
            if (values.empty()) return;
            m_session.set_together(values);
            emit filled_from_register(
                to_qt(text_at(found.fields, "full_name")), to_qt(found.event), to_qt(found.number)
            );
        }
    );
}

/// The people of an entry are different ones; who asks for it may be one of them.
bool person_filler::fill_from_form(const std::string& person, const person_identity& who)
{
    const auto& people = m_session.event().people;
    const auto& shown = m_session.state().shown();
    const auto is_same = [](const std::string& a, const std::string& b) {
        return !a.empty() && a == b;
    };
    if (std::ranges::find(people, person, &person_use::path) != people.end()) return false;
    for (const auto& use : people) {
        const auto other = identity_at(shown, use.path);
        if (!is_same(other.pin, who.pin) && !is_same(other.document, who.document)) continue;
        const auto* fields = object_at(shown, use.path);
        const auto values =
            fields == nullptr ? std::vector<field_value>() : values_for(person, *fields, true);
        if (values.empty()) return false;
        m_session.set_together(values);
        emit filled_from_form(to_qt(other.full_name));
        return true;
    }
    return false;
}

bool person_filler::is_card_line(const std::string& path, const json::value& value) const
{
    return looks_like_card_line(text_of(value)) && !person_of(path).empty();
}

bool person_filler::is_number_for_name(const std::string& path, const json::value& value) const
{
    const auto person = person_of(path);
    return is_personal_number(text_of(value)) && path == person + std::string(name_field)
        && m_session.event().find_field(person + ".pin") != nullptr;
}

void person_filler::take_number_for_name(const std::string& path, const json::value& number)
{
    m_session.set_together({{person_of(path) + ".pin", number}, {path, nullptr}});
    look_again();
}

void person_filler::take_card_line(const std::string& path, const std::string& line)
{
    const auto person = person_of(path);
    auto card = read_card_line(line, m_place.known.units(), m_session.setting().today);
    if (!card) return emit failed(card.error());
    if (m_session.event().find_field(person + ".pin") == nullptr) card->erase("pin");
    m_session.set_together(values_for(person, *card, false));
    emit filled_from_card(to_qt(text_at(*card, "full_name")));
    look_again();
}

std::vector<field_value> person_filler::values_for(
    const std::string& person, const json::object& fields, bool only_empty
) const
{
    std::vector<field_value> values;
    const auto& event = m_session.event();
    for (const auto& field : event.fields) {
        if (!field.path.starts_with(person + ".")) continue;
        const auto* value = find_path(fields, field.path.substr(person.size() + 1));
        if (value == nullptr || !is_known(*value)) continue;
        if (only_empty && is_known(m_session.state().typed(), field.path)) continue;
        values.push_back({field.path, *value});
    }
    return values;
}

} // namespace hotich

#include "moc_person_filler.cpp"
