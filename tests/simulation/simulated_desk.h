// One desk of the simulated district: its disk, its program (gone after a power failure), its wrong
// clock, and what its clerk remembers having been told.
#pragma once

#include "tests/simulation/faulty_connection.h"

#include <map>
#include <set>

namespace hotich::test {

class simulated_desk
{
public:
    simulated_desk(std::string office, std::shared_ptr<sql_connection> disk, random_source& random)
        : m_office(std::move(office)), m_disk(std::move(disk)), m_random(random)
    {}

    /// Starts the program on what the disk holds; false where the power fails at once.
    bool start();
    void stop();

    [[nodiscard]] bool is_running() const { return m_desk != nullptr; }

    /// One thing a clerk does; what it was told is remembered. False where the power failed.
    bool work(instant true_time);
    /// Hands the engine an input; gives what it wants done. Empty where the program is not running
    /// or the power failed.
    std::vector<sync_effect> tell(const sync_input& input, instant true_time);
    /// Carries out an effect on the register; gives the engine's next input.
    std::optional<sync_input> carry_out(const sync_effect& effect, instant true_time);

    /// Keeps a copy of the disk as it is; the power may be on.
    void back_up();

    [[nodiscard]] bool has_backup() const { return m_backup != nullptr; }

    /// The disk is replaced by the copy: what came after it is gone from here. Only what the copy
    /// or the server knows can still be asked of this desk.
    void restore(sql_connection& server);
    /// What a courier takes along; empty where the power failed or the disk refused.
    std::string pack_bundle(instant true_time);
    void take_bundle(const std::string& file, instant true_time);

    [[nodiscard]] instant clock(instant true_time) const { return {true_time.ms + clock_error_ms}; }

    [[nodiscard]] const std::string& office() const { return m_office; }

    /// Its name at the server; known also while the program is not running.
    [[nodiscard]] std::string name() const;

    desk_register& desk() { return *m_desk; }

    /// Of the office's feed, as its disk has it.
    [[nodiscard]] std::int64_t seen_revision() const;

    sql_connection& disk() { return *m_disk; }

    std::int64_t clock_error_ms = 0;
    disk_faults faults;
    std::set<std::string> told_saved;                ///< records that the clerk was told are saved
    std::map<std::string, std::string> told_printed; ///< record → number on a paper
    std::int64_t crashes = 0;
    /// The head of the feed when the server shut the desk out; nothing of it may stand behind.
    std::optional<std::int64_t> shut_out_at;
    int sent = 0; ///< numbers the requests, so that late answers are known as late

private:
    void registered(const event_definition& event, const json::object& data, instant now);
    void register_birth(instant now);
    void register_any(instant now);
    std::optional<record> some_entry();
    void note_on_own_entry(instant now);
    void note_elsewhere(instant now);
    void note_on(const record& entry, instant now);
    void answer_notice(instant now);
    void mend_in_place(instant now);
    void mend_or_give_up(instant now);
    void print_something(instant now);
    void take_or_return_block(instant now);
    void care_for_books(instant now);
    void attach_a_scan(instant now);
    void ask_for_pin_again(instant now);
    template <class Act>
    bool with_power(const Act& act);

    std::string m_office;
    std::shared_ptr<sql_connection> m_disk;
    random_source& m_random;
    std::unique_ptr<desk_register> m_desk;
    std::unique_ptr<sync_engine> m_engine;
    std::shared_ptr<sql_connection> m_backup;
    std::set<std::string> m_saved_at_backup;
    std::map<std::string, std::string> m_printed_at_backup;
    bool m_knows_its_numbers = true; ///< false from a restoration until the server has been heard
};

/// A birth out of a small world of names, so that some are the same child; `number` makes most of
/// them different.
json::object some_birth(random_source& random, const std::string& office);

} // namespace hotich::test
