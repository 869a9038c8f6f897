// Everything schemas/ says, read once at start: events, code lists, administrative units, roles,
// messages, drawings. Passed by reference to whoever needs it; immutable, so every thread may read
// it.
#pragma once

#include "common/definitions/event_definition.h"
#include "common/definitions/role_table.h"

#include <map>
#include <string>
#include <vector>

namespace hotich {

class definitions
{
public:
    /// Reads the folder; the failure names the file and the place in it.
    static result<definitions> load(const std::string& schemas_folder);

    [[nodiscard]] const event_definition* find_event(std::string_view event) const;
    /// A book of any event; several events may write into one.
    [[nodiscard]] const book_definition* find_book(std::string_view book_kind) const;
    /// Every book once, in the order of the events.
    [[nodiscard]] std::vector<const book_definition*> books() const;
    /// In the order of menus.
    [[nodiscard]] std::vector<const event_definition*> events() const;
    /// A list that does not exist is empty.
    [[nodiscard]] const code_list& list(std::string_view name) const;

    [[nodiscard]] const admin_units& units() const { return m_units; }

    /// Who may do what.
    [[nodiscard]] const role_table& roles() const { return m_roles; }

    /// A text of messages.json, such as ("findings", "not_in_future"); its id where it has no text.
    [[nodiscard]] bilingual message(std::string_view group, std::string_view id) const;
    /// The article a finding rests on; empty where none.
    [[nodiscard]] bilingual article(std::string_view rule) const;

    /// Papers of any dossier, whatever its event: receipt, request for papers, refusal, apology.
    [[nodiscard]] const std::vector<paper_definition>& dossier_papers() const
    {
        return m_dossier_papers;
    }

    /// A paper of the event or of its dossier; null where neither has it.
    [[nodiscard]] const paper_definition* find_paper(
        const event_definition& event, std::string_view certificate
    ) const;
    /// The SVG text of a paper.
    [[nodiscard]] result<std::string> drawing(const std::string& certificate) const;

    [[nodiscard]] const std::string& folder() const { return m_folder; }

    /// For tests: adds a make-believe event.
    void add_event(event_definition event);

private:
    status load_lists();
    status load_events();
    status load_dossier();
    status load_roles();

    std::string m_folder;
    std::map<std::string, event_definition, std::less<>> m_events;
    std::map<std::string, code_list, std::less<>> m_lists;
    admin_units m_units;
    std::vector<paper_definition> m_dossier_papers;
    role_table m_roles;
    json::object m_messages;
};

/// The folder of schemas: $HOTICH_SCHEMAS, else beside the program, else of the sources that its
/// build folder lies in.
std::string default_schemas_folder(const std::string& program_path);

} // namespace hotich
