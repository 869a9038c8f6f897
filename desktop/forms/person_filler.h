// Fills a person's fields from what is known: from the register, as soon as a personal number or a
// document's number says for certain who it is; from the form itself, where who asks for the
// registration is one of its people, by number or by the relation that is said (fields whose
// default is {"copy": {code: path}, "by": field}); from the line of an identity card that a scanner
// types into any field of the person. Used by form_view.
#pragma once

#include "common/register/known_person.h"
#include "desktop/forms/form_session.h"

#include <map>

namespace hotich {

class person_filler final : public QObject
{
    Q_OBJECT

public:
    person_filler(const workplace& place, form_session& session, QObject* parent = nullptr);

    /// The fields may name another person now: looks for them, once for each naming.
    void look_again();
    /// Whether the field belongs to a person, and the text is a card's line or the beginning of
    /// one.
    [[nodiscard]] bool is_card_line(const std::string& path, const json::value& value) const;
    /// Whether a personal number was typed where the person's name goes.
    [[nodiscard]] bool is_number_for_name(const std::string& path, const json::value& value) const;
    /// Puts it in its own place, from where it fills the person.
    void take_number_for_name(const std::string& path, const json::value& number);
    /// Fills the person that the field belongs to.
    void take_card_line(const std::string& path, const std::string& line);

signals:
    /// From which entry: its event and number.
    void filled_from_register(const QString& name, const QString& event, const QString& number);
    void filled_from_form(const QString& name);
    void filled_from_card(const QString& name);
    void failed(const hotich::failure& error);

private:
    [[nodiscard]] std::string person_of(const std::string& path) const;
    void look(const std::string& person);
    bool fill_from_form(const std::string& person, const person_identity& who);
    /// The field says anew which of the form's people is meant: what is known of him follows.
    void look_at_relation(const std::string& relation);
    /// Values for the form's own fields of the person.
    [[nodiscard]] std::vector<field_value> values_for(
        const std::string& person, const json::object& fields, bool only_empty
    ) const;

    const workplace& m_place;
    form_session& m_session;
    std::map<std::string, std::string> m_seen; ///< by person: how they were named when looked for
    std::map<std::string, std::string> m_relations; ///< by field: what it said when looked at
    std::map<std::string, std::vector<field_value>> m_followed; ///< by field: what came with it
};

} // namespace hotich
