// The register of one desk: everything a clerk does goes through here. It owns the encrypted file.
// One thread at a time; open a second, read-only one to search beside it.
#pragma once

#include "common/register/account_book.h"
#include "common/register/desk_values.h"
#include "common/register/number_book.h"
#include "common/register/projection.h"
#include "common/rules/automatic.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace hotich {

inline constexpr const char* register_suffix = ".hotich";

class desk_register
{
public:
    /// A new encrypted file beside its key file. conflict: the file is there already.
    static result<std::unique_ptr<desk_register>> create(
        const std::string& file,
        const std::string& user,
        const std::string& password,
        const definitions& known,
        random_source& random,
        password_cost cost = {},
        const machine_store& store = {}
    );
    /// wrong_key, corrupt_data, not_found, storage_unavailable; not_allowed: other_machine,
    /// machine_store_closed.
    static result<std::unique_ptr<desk_register>> open(
        const std::string& file,
        const std::string& user,
        const std::string& password,
        const definitions& known,
        random_source& random,
        const machine_store& store = {}
    );
    /// Over an open, keyed connection. Without its files' key nobody can be given a key to it.
    static result<std::unique_ptr<desk_register>> over(
        std::unique_ptr<sql_connection> db,
        std::string user,
        const definitions& known,
        random_source& random,
        std::optional<register_key> key = std::nullopt
    );

    // --- who we are
    /// By the name that histories tell.
    [[nodiscard]] const std::string& user() const;
    desk_session& session();

    [[nodiscard]] const desk_identity& identity() const { return m_identity; }

    [[nodiscard]] bool is_enrolled() const { return !m_identity.desk.empty(); }

    status complete_enrolment(const desk_identity& identity);

    /// The key this desk signs with; made with the register.
    [[nodiscard]] const signing_key& key() const { return m_key; }

    /// As the server wrote it; before the first synchronisation only its code is known.
    [[nodiscard]] const office_profile& office() const { return m_office; }

    [[nodiscard]] const definitions& known() const { return m_known; }

    // --- registering
    json::object new_form(const event_definition& event, instant now) const;
    registration_outcome check(
        const event_definition& event,
        json::object data,
        instant now,
        const std::string& record_id = {}
    ) const;

    /// Stores it unless a finding stops it. not_allowed: not enrolled, or the record is final.
    result<registration_outcome> register_event(
        const event_definition& event, registration_request request, instant now
    );
    status withdraw(const std::string& record_id, const std::string& reason, instant now);
    status confirm_distinct(const std::string& record_id, const std::string& reason, instant now);

    // --- papers
    /// Writes that the paper was issued, then gives what to print. not_allowed: "number", "pin",
    /// "certificate", "dossier", "copy_book", "original_issued" (desk_printed.h). `blank`: the
    /// serial of what it goes on; invalid_input "blank_serial", "no_blank".
    result<paper_issue> issue_paper(
        const std::string& record_id,
        const std::string& certificate,
        instant now,
        const std::string& blank = {}
    );
    /// What would be printed, without writing anything; the token is empty.
    result<paper_issue> preview_paper(
        const std::string& record_id, const std::string& certificate, instant now
    ) const;
    /// The papers an entry has on a day.
    std::vector<const paper_definition*> papers_of(const record& content, instant now) const;
    // --- numbers
    /// Asks for a block; granted with the next synchronisation. Gives the block's id.
    result<std::string> request_block(const std::string& book_kind, int count, instant now);
    status return_block(const std::string& block, instant now);
    result<std::vector<number_block>> blocks();
    result<std::vector<int>> unused_numbers(const number_block& block);

    // --- looking
    result<record> load(const std::string& record_id) const;
    result<std::string> resolve(const std::string& typed) const;
    result<std::vector<record_line>> search(std::string_view text, std::int64_t limit) const;
    result<std::vector<record_line>> book(const std::string& book_kind, int year) const;
    result<std::vector<record_line>> in_state(record_state state, std::int64_t limit) const;
    result<std::vector<record_line>> with_waiting_notices(std::int64_t limit) const;

    result<desk_overview> overview() const;
    // --- drafts
    result<draft> save_draft(draft value, instant now);
    result<std::vector<draft>> drafts() const;
    status remove_draft(const std::string& id);

    // --- what the other parts of the core work on
    sql_connection& connection();
    operation_log& log();
    projection& view();
    random_source& random();
    /// Writes an operation in a transaction of its own. not_allowed: not enrolled.
    status append(
        const std::string& kind, const std::string& record_id, json::object payload, instant now
    );

    /// Reads again what a synchronisation may have changed: the office's profile, who signed in.
    status refresh();
    status set_meta(const std::string& name, const std::string& value);
    result<std::string> meta(const std::string& name) const;
    /// Appends again work whose place was taken by another history (a restored copy).
    status append_again(const std::vector<operation>& lost);

private:
    desk_register(
        std::unique_ptr<sql_connection> db,
        std::string user,
        const definitions& known,
        random_source& random
    );
    status load_identity();
    status load_signer();

    struct registration_place;
    result<registration_place> place_of(
        const event_definition& event,
        const json::object& data,
        const std::string& record_id,
        instant now
    );
    status append_registration(
        const event_definition& event,
        const registration_place& place,
        const json::object& data,
        const std::vector<override_reason>& overrides,
        const json::array& links,
        instant now
    );
    status append_parts(
        const event_definition& joint,
        const registration_request& request,
        registration_outcome& outcome,
        instant now
    );
    [[nodiscard]] json::array resolved_annotations(
        const event_definition& event, const json::object& data
    ) const;
    result<record> copied_entry(const event_definition& event, const record& request) const;
    status tell_outcome(registration_outcome& outcome, const std::string& record_id);
    status append_in_transaction(
        const std::string& kind,
        const std::string& record_id,
        json::object payload,
        instant now,
        const operation_signer& by
    );

    result<seen_feed> newly_seen();
    [[nodiscard]] status must_be_enrolled() const;
    [[nodiscard]] check_context context(instant now, const std::string& record_id) const;

    std::unique_ptr<sql_connection> m_db;
    const definitions& m_known;
    random_source& m_random;
    desk_session m_session;
    desk_identity m_identity;
    signing_key m_key;
    office_profile m_office;
    operation_log m_log;
    projection m_view;
};

} // namespace hotich
