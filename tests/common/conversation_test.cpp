// Every scripted exchange of a desk and a server is replayed failing at each of its steps: the next
// attempt converges.
#include "common/register/verify.h"
#include "common/sync/engine.h"
#include "tests/support/births.h"
#include "tests/support/readable.h"
#include "tests/support/small_world.h"

#include <array>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr instant start = monday_morning;

enum class fault { load_fails, request_lost, answer_lost, apply_fails, power_fails_after_apply };
constexpr std::array faults{
    fault::load_fails,
    fault::request_lost,
    fault::answer_lost,
    fault::apply_fails,
    fault::power_fails_after_apply};

/// Carries out what the engine says, against a desk and a server in memory, and fails once where it
/// is told to.
class scripted_driver
{
public:
    scripted_driver(desk_register& desk, server& with, fault kind, int at_step)
        : m_desk(desk), m_server(with), m_kind(kind), m_fault_at(at_step)
    {}

    /// Until the engine rests; false where it stopped or never rests.
    bool run()
    {
        m_now = start;
        auto todo = m_engine->on(sync_wanted{}, m_now);
        for (int effects = 0; effects < 1000 && !todo.empty(); ++effects) {
            const auto effect = todo.front();
            todo.erase(todo.begin());
            if (const auto next = carry_out(effect)) {
                for (auto& more : m_engine->on(*next, m_now))
                    todo.push_back(std::move(more));
            }
        }
        return m_engine->phase() == sync_phase::idle;
    }

    [[nodiscard]] int steps() const { return m_step; }

private:
    bool fails(fault kind)
    {
        if (kind != m_kind || ++m_step != m_fault_at) return false;
        return true;
    }

    std::optional<sync_input> carry_out(const sync_effect& effect)
    {
        if (const auto* wake = std::get_if<wake_at>(&effect)) {
            m_now = wake->when;
            return sync_wanted{};
        }
        if (const auto* load = std::get_if<load_batch>(&effect)) {
            if (fails(fault::load_fails)) return step_failed{{failure_code::busy, "scripted"}};
            auto loaded = load_outbox(m_desk, load->limits);
            if (!loaded) return step_failed{loaded.error()};
            return batch_loaded{*loaded};
        }
        if (const auto* batch = std::get_if<send_batch>(&effect)) return send(batch->request);
        if (const auto* answer = std::get_if<apply_answer>(&effect)) return apply(answer->response);
        return std::nullopt;
    }

    sync_input send(const sync_request& request)
    {
        if (fails(fault::request_lost)) return step_failed{{failure_code::offline, "scripted"}};
        auto answer = m_server.service.exchange(request, m_now);
        if (fails(fault::answer_lost)) return step_failed{{failure_code::offline, "scripted"}};
        if (!answer) return step_failed{answer.error()};
        return answer_received{*answer};
    }

    std::optional<sync_input> apply(const sync_response& response)
    {
        if (fails(fault::apply_fails))
            return step_failed{{failure_code::storage_unavailable, "scripted"}};
        const auto applied = take_in_answer(m_desk, response, m_now);
        if (fails(fault::power_fails_after_apply
            )) { // the PC starts again with an engine that knows nothing
            m_engine = std::make_unique<sync_engine>(m_random);
            return sync_wanted{};
        }
        if (!applied) return step_failed{applied.error()};
        return answer_applied{applied->unsent_left > 0};
    }

    desk_register& m_desk;
    server& m_server;
    seeded_random m_random{9};
    std::unique_ptr<sync_engine> m_engine = std::make_unique<sync_engine>(m_random);
    fault m_kind;
    int m_fault_at;
    int m_step = 0;
    instant m_now;
};

/// A world before an exchange: the same every time.
struct script
{
    const char* name;
    void (*arrange)(server& at, desk_register& desk, desk_register& neighbour);
};

void one_birth(server&, desk_register& desk, desk_register&)
{
    register_birth(desk, "Nguyễn Văn An");
}

void births_on_two_desks(server& at, desk_register& desk, desk_register& neighbour)
{
    register_birth(desk, "Nguyễn Văn An");
    register_birth(neighbour, "Nguyễn Văn Ba");
    must(synchronise(neighbour, at));
    register_birth(desk, "Nguyễn Văn Chi");
}

void a_block_with_its_papers(server& at, desk_register& desk, desk_register&)
{
    const auto block = must(desk.request_block("BIRTH", 3, start));
    must(synchronise(desk, at));
    const auto record = register_birth(desk, "Nguyễn Văn An").record;
    must(desk.issue_paper(record, "birth_certificate", start));
    must(desk.return_block(block, start));
}

void a_duplicate_that_is_held(server& at, desk_register& desk, desk_register&)
{
    seeded_random random(8);
    const auto other = enrolled_desk(at, "00070", random);
    register_birth(*other, "Nguyễn Văn An");
    must(synchronise(*other, at));
    register_birth(desk, "Nguyễn Văn An");
}

void more_than_one_answer_holds(server& at, desk_register&, desk_register& neighbour)
{
    for (int i = 0; i < 520; ++i)
        must(neighbour.request_block("BIRTH", 1, start));
    must(synchronise(neighbour, at));
    for (int i = 0; i < 520; ++i)
        must(neighbour.request_block("BIRTH", 1, start));
    must(synchronise(neighbour, at));
}

constexpr std::array scripts{
    script{"one birth", one_birth},
    script{"births on two desks", births_on_two_desks},
    script{"a block with its papers", a_block_with_its_papers},
    script{"a duplicate that is held", a_duplicate_that_is_held},
    script{"more than one answer holds", more_than_one_answer_holds},
};

struct played
{
    bool rests = false;
    int steps = 0;
    std::string outcome; ///< everything the desk and the server fold, and what is wrong with it
};

std::string folds_of(sql_connection& db)
{
    std::string text;
    for (const auto& row :
         must(db.query("SELECT folded FROM record WHERE office = '00004' ORDER BY record")))
        text += row.text(0) + "\n";
    for (const auto& row : must(db.query("SELECT desk, seq, hash, revision FROM operation WHERE "
                                         "office = '00004' ORDER BY revision")))
        text += row.text(0) + " " + std::to_string(row.integer(1)) + " " + row.text(2) + " "
            + std::to_string(row.integer(3)) + "\n";
    return text;
}

played play(const script& played_script, fault kind, int at_step)
{
    server at;
    seeded_random random(7);
    const auto desk = enrolled_desk(at, "00004", random);
    const auto neighbour = enrolled_desk(at, "00004", random);
    played_script.arrange(at, *desk, *neighbour);
    scripted_driver driver(*desk, at, kind, at_step);
    played out{driver.run(), driver.steps(), ""};
    out.outcome = folds_of(*at.db);
    if (folds_of(desk->connection()) != out.outcome) out.outcome += "the desk differs";
    for (const auto& problem :
         must(verify_office(desk->connection(), real_definitions(), "00004", {})).problems)
        out.outcome += problem.what;
    return out;
}

} // namespace

class ConversationTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_script_that_fails_at_any_step_ends_as_if_it_had_not_data()
    {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < scripts.size(); ++i)
            QTest::newRow(scripts[i].name) << int(i);
    }

    void a_script_that_fails_at_any_step_ends_as_if_it_had_not()
    {
        QFETCH(int, index);
        const auto& script = scripts.at(std::size_t(index));
        for (const auto kind : faults) {
            const auto calm = play(script, kind, 0);
            QVERIFY(calm.rests && calm.steps > 0);
            for (int step = 1; step <= calm.steps; ++step) {
                const auto disturbed = play(script, kind, step);
                QVERIFY(disturbed.rests);
                QCOMPARE(disturbed.outcome, calm.outcome);
                QVERIFY(
                    disturbed.steps > calm.steps || kind != fault::load_fails
                ); // it was tried again
            }
        }
    }
};

QTEST_GUILESS_MAIN(ConversationTest)
#include "conversation_test.moc"
