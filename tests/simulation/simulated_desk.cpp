#include "tests/simulation/simulated_desk.h"

#include "common/records/scan.h"
#include "common/register/desk_books.h"
#include "common/register/desk_entries.h"
#include "common/register/desk_pins.h"
#include "common/register/desk_printed.h"
#include "common/sync/bundle_desk.h"
#include "tests/support/copied_disk.h"
#include "tests/support/events.h"

#include <algorithm>

namespace hotich::test {

namespace {

constexpr auto paper_states = static_cast<std::uint64_t>(paper_state::not_printed) + 1;

const event_definition& birth() { return *real_definitions().find_event("birth"); }

std::string pick(random_source& random, std::initializer_list<const char*> from)
{
    return from.begin()[random.below(from.size())];
}

} // namespace

json::object some_birth(random_source& random, const std::string& office)
{
    auto data = lawful_birth();
    data.erase("gcs_code");
    data.erase("gcs_date");
    const auto name = "Nguyễn " + pick(random, {"Văn", "Thị", "Đức", "Ngọc", "Minh", "Thu", "Hải"})
        + " "
        + pick(random,
               {"An",
                "Bình",
                "Cường",
                "Dung",
                "Đông",
                "Giang",
                "Hà",
                "Khánh",
                "Lan",
                "Minh",
                "Nga",
                "Oanh"});
    set_path(data, "child.full_name", json::value(name));
    set_path(
        data, "child.birth_date", json::value("2026-11-" + std::to_string(10 + random.below(10)))
    );
    set_path(data, "mother.residence.commune_code", json::value(office));
    return data;
}

template <class Act>
bool simulated_desk::with_power(const Act& act)
{
    try {
        act();
        return true;
    } catch (const power_failed&) {
        stop();
        ++crashes;
        return false;
    }
}

bool simulated_desk::start()
{
    return with_power([this] {
        auto opened = desk_register::over(
            std::make_unique<faulty_connection>(m_disk, faults, m_random),
            "Clerk",
            real_definitions(),
            m_random
        );
        if (!opened) return; // the disk refused; the clerk tries again later
        m_desk = std::move(*opened);
        m_engine = std::make_unique<sync_engine>(m_random);
    });
}

void simulated_desk::stop()
{
    m_engine.reset();
    m_desk.reset();
    m_disk->rollback();
}

std::string simulated_desk::name() const
{
    return must(m_disk->query("SELECT value FROM meta WHERE name = 'desk'")).at(0).text(0);
}

std::int64_t simulated_desk::seen_revision() const
{
    return must(operation_log(*m_disk, office()).head_of_feed()).revision;
}

bool simulated_desk::work(instant true_time)
{
    if (!is_running()) return true;
    const auto now = clock(true_time);
    return with_power([&] {
        const auto kind = m_random.below(23);
        if (kind < 6)
            register_birth(now);
        else if (kind < 9)
            register_any(now);
        else if (kind < 11)
            note_on_own_entry(now);
        else if (kind < 13)
            note_elsewhere(now);
        else if (kind < 14)
            answer_notice(now);
        else if (kind < 15)
            mend_or_give_up(now);
        else if (kind < 16)
            mend_in_place(now);
        else if (kind < 19)
            print_something(now);
        else if (kind < 20)
            take_or_return_block(now);
        else if (kind < 21)
            care_for_books(now);
        else if (kind < 22)
            attach_a_scan(now);
        else
            ask_for_pin_again(now);
    });
}

/// Only what the register knows of it: the bytes travel apart, and have tests of their own.
void simulated_desk::attach_a_scan(instant now)
{
    const auto entry = some_entry();
    if (!entry) return;
    const auto name = std::to_string(m_random.below(1'000'000));
    const scan paper{
        name + ".pdf",
        "application/pdf",
        1'000,
        sha256_hex(name),
        sha256_hex("*" + name),
        sha256_hex("key")};
    (void)m_desk->append(operation_kind::attach_scan, entry->id, paper.to_json(), now).has_value();
}

void simulated_desk::ask_for_pin_again(instant now)
{
    const auto refused = pins_in(*m_desk, pin_tray::refused, 5);
    if (!refused || refused->empty()) return;
    (void)hotich::ask_pin_again(*m_desk, refused->front().entry.record, now).has_value();
}

void simulated_desk::registered(
    const event_definition& event, const json::object& data, instant now
)
{
    auto tried = m_desk->register_event(event, {data, {}, "", ""}, now);
    if (tried && !tried->is_stored() && m_random.below(2) == 0)
        tried =
            m_desk->register_event(event, {data, reasons_for_all(tried->findings), "", ""}, now);
    if (!tried || !tried->is_stored()) return;
    told_saved.insert(tried->record);
    told_saved.insert(tried->joint_records.begin(), tried->joint_records.end());
}

/// Every kind of event has its days; the same people come again, so that some are already married
/// or dead.
void simulated_desk::register_any(instant now)
{
    const auto events = real_definitions().events();
    const auto& event = *events[m_random.below(events.size())];
    auto data = event.example;
    data.erase("reg_date");
    registered(event, data, now);
}

std::optional<record> simulated_desk::some_entry()
{
    const auto lines = m_desk->in_state(record_state::registered, 50);
    if (!lines || lines->empty()) return std::nullopt;
    auto entry = m_desk->load((*lines)[m_random.below(lines->size())].record);
    return entry ? std::optional<record>(std::move(*entry)) : std::nullopt;
}

/// Corrections, court decisions and copies about an entry of this office; the old value is read as
/// the clerk sees it and may be stale by the time it arrives.
void simulated_desk::note_on_own_entry(instant now)
{
    const auto entry = some_entry();
    if (!entry) return;
    note_on(*entry, now);
}

/// The same about an entry of the other office, known by its number on a paper.
void simulated_desk::note_elsewhere(instant now)
{
    record paper;
    paper.office = m_office == "00004" ? "00070" : "00004";
    paper.event = m_random.below(2) == 0 ? "birth" : "marriage";
    paper.number = {"", 2026, 1 + static_cast<int>(m_random.below(6))};
    paper.data["reg_date"] = to_iso(date_in_vietnam(now));
    note_on(paper, now);
}

void simulated_desk::note_on(const record& entry, instant now)
{
    const auto* target = real_definitions().find_event(entry.event);
    if (target == nullptr || target->subject.empty()) return;
    const auto field = target->subject + ".full_name";
    const auto old = std::string(text_at(current_data(entry), field));
    const auto name = pick(m_random, {"Nguyễn Văn Sửa", "Trần Thị Đổi", "Lê Minh Mới"});
    const auto way = m_random.below(3);
    const auto* event = way == 0 ? "court_decision_note" : way == 1 ? "correction" : "change";
    auto data = way == 0
        ? amendment_of(event, entry, m_desk->office())
        : amendment_of(
            event, entry, m_desk->office(), {{field, old.empty() ? "Nguyễn Văn Cũ" : old, name}}
        );
    data.erase("reg_date");
    registered(*real_definitions().find_event(event), data, now);
}

void simulated_desk::answer_notice(instant now)
{
    const auto lines = m_desk->with_waiting_notices(5);
    if (!lines || lines->empty()) return;
    const auto entry = m_desk->load(lines->front().record);
    if (!entry) return;
    for (std::size_t i = 0; i < entry->notices.size(); ++i) {
        if (m_random.below(3) == 0)
            (void)decline_annotation(*m_desk, entry->id, i, "nhầm sổ", now).has_value();
        else
            (void)confirm_annotation(*m_desk, entry->id, i, now).has_value();
    }
}

void simulated_desk::mend_in_place(instant now)
{
    const auto entry = some_entry();
    if (!entry) return;
    const auto* event = real_definitions().find_event(entry->event);
    const auto name = pick(m_random, {"Phạm Văn Ghi", "Đỗ Thị Nhầm"});
    (void)fix_entry(*m_desk, entry->id, {{event->subject + ".full_name", name}}, "ghi nhầm", now)
        .has_value();
}

void simulated_desk::register_birth(instant now)
{
    const auto data = some_birth(m_random, m_office);
    registered(birth(), data, now);
}

void simulated_desk::mend_or_give_up(instant now)
{
    for (const auto state : {record_state::rejected, record_state::held}) {
        const auto waiting = m_desk->in_state(state, 5);
        if (!waiting || waiting->empty()) continue;
        const auto& id = (*waiting)[m_random.below(waiting->size())].record;
        const auto content = m_desk->load(id);
        if (!content) continue;
        const auto way = m_random.below(3);
        if (way == 0) {
            (void)m_desk->withdraw(id, "nhầm", now).has_value();
        } else if (way == 1 && state == record_state::held) {
            (void)m_desk->confirm_distinct(id, "hai cháu khác nhau", now).has_value();
        } else {
            auto data = content->data;
            data.erase("reg_date");
            const auto* event = real_definitions().find_event(content->event);
            (void)m_desk->register_event(*event, {data, {}, id, ""}, now).has_value();
        }
        return;
    }
}

void simulated_desk::print_something(instant now)
{
    const auto entry = some_entry();
    // A desk that was restored does not know which numbers it gave out since.
    if (!entry || !m_knows_its_numbers) return;
    const auto papers = m_desk->papers_of(*entry, now);
    if (papers.empty()) return;
    const auto& paper = *papers[m_random.below(papers.size())];
    const auto issued = m_desk->issue_paper(entry->id, paper.certificate, now);
    if (!issued || issued->number.empty()) return;
    told_printed.emplace(entry->id, to_display(*issued->content.number));
    const paper_step step{static_cast<paper_state>(m_random.below(paper_states)), "kẹt giấy"};
    if (step.state != paper_state::sent)
        (void)tell_paper_step(*m_desk, issued->token, step, now).has_value();
}

void simulated_desk::take_or_return_block(instant now)
{
    const auto blocks = m_desk->blocks();
    if (!blocks) return;
    const auto* book = m_random.below(2) == 0 ? "BIRTH" : "CHANGE";
    if (blocks->empty())
        (void)m_desk->request_block(book, 1 + static_cast<int>(m_random.below(6)), now).has_value();
    else if (m_random.below(3) == 0)
        (void)m_desk->return_block(blocks->front().block, now).has_value();
}

/// Last year's book, and now and then this year's for a reason: gaps are made void, then it is
/// closed, while other desks may still be registering into it offline.
void simulated_desk::care_for_books(instant now)
{
    const auto* book = m_random.below(2) == 0 ? "BIRTH" : "CHANGE";
    const auto this_year = date_in_vietnam(now).year;
    const auto before = count_book(*m_desk, book, this_year - 1);
    const bool is_over = before && before->entries > 0;
    if (!is_over && m_random.below(8) != 0) return;
    const auto year = is_over ? this_year - 1 : this_year;
    const auto count = count_book(*m_desk, book, year);
    if (!count) return;
    for (const int gap : count->gaps)
        (void)void_number(*m_desk, {book, year, gap}, "ghi nhầm", now).has_value();
    (void)close_book(*m_desk, book, year, {10, 2, "Chủ tịch", is_over ? "" : "sáp nhập xã"}, now)
        .has_value();
}

void simulated_desk::back_up()
{
    m_backup = copy_of(*m_disk);
    m_saved_at_backup = told_saved;
    m_printed_at_backup = told_printed;
}

void simulated_desk::restore(sql_connection& server)
{
    stop();
    m_disk = copy_of(*m_backup);
    const auto is_known = [&](const std::string& record) {
        return !must(server.query(
                         "SELECT 1 FROM record WHERE office = $1 AND record = $2",
                         {m_office, record}
                     ))
                    .empty();
    };
    std::erase_if(told_saved, [&](const auto& record) {
        return !m_saved_at_backup.contains(record) && !is_known(record);
    });
    std::erase_if(told_printed, [&](const auto& printed) {
        return !m_printed_at_backup.contains(printed.first) && !is_known(printed.first);
    });
    m_knows_its_numbers = false;
}

std::vector<sync_effect> simulated_desk::tell(const sync_input& input, instant true_time)
{
    if (!is_running()) return {};
    return m_engine->on(input, clock(true_time));
}

std::optional<sync_input> simulated_desk::carry_out(const sync_effect& effect, instant true_time)
{
    std::optional<sync_input> next;
    if (!is_running()) return next;
    with_power([&] {
        if (const auto* load = std::get_if<load_batch>(&effect)) {
            auto loaded = load_outbox(*m_desk, load->limits);
            if (loaded)
                next.emplace(batch_loaded{std::move(*loaded)});
            else
                next.emplace(step_failed{loaded.error()});
        } else if (const auto* answer = std::get_if<apply_answer>(&effect)) {
            const auto applied = take_in_answer(*m_desk, answer->response, clock(true_time));
            if (applied) m_knows_its_numbers = true;
            if (applied)
                next = answer_applied{applied->unsent_left > 0};
            else
                next = step_failed{applied.error()};
        }
    });
    return is_running() ? next : std::nullopt;
}

std::string simulated_desk::pack_bundle(instant true_time)
{
    std::string file;
    if (!is_running()) return file;
    with_power([&] {
        auto packed = pack_for_server(*m_desk, clock(true_time));
        if (packed) file = std::move(packed->file);
    });
    return is_running() ? file : std::string();
}

/// What is refused, or half taken in, is brought by the line or by the next courier.
void simulated_desk::take_bundle(const std::string& file, instant true_time)
{
    if (!is_running()) return;
    with_power([&] { (void)take_in_bundle(*m_desk, file, clock(true_time)).has_value(); });
}

} // namespace hotich::test
