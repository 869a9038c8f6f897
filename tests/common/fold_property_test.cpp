// For any sequence of registrations and notes, in whatever order the network brings them and the
// server then sequences them, every desk and the server fold the same entries, and folding the
// whole log again gives the same.
#include "common/records/annotation.h"
#include "common/register/desk_entries.h"
#include "common/register/verify.h"
#include "tests/support/births.h"
#include "tests/support/events.h"

#include <QTest>

using namespace hotich;
using namespace hotich::test;

namespace {

constexpr int desks_of_office = 3;
constexpr int things_done = 40;

/// Three desks of one office and one of another, doing things and synchronising in any order.
class office_life
{
public:
    explicit office_life(std::uint64_t seed) : m_random(seed), m_at(seed)
    {
        for (int i = 0; i < desks_of_office; ++i)
            m_desks.push_back(enrolled_desk(m_at, "00004", m_random));
        m_desks.push_back(enrolled_desk(m_at, "00070", m_random));
    }

    void live()
    {
        for (int i = 0; i < things_done; ++i) {
            auto& desk = *m_desks[m_random.below(m_desks.size())];
            switch (m_random.below(6)) {
            case 0:
                (void)register_of(desk, "birth", birth_of("Nguyễn Văn " + letter()));
                break;
            case 1:
                (void)register_of(desk, "marriage", example_of("marriage"));
                break;
            case 2:
                correct_something(desk);
                break;
            case 3:
                decide_something(desk);
                break;
            case 4:
                mend_or_answer(desk);
                break;
            default:
                (void)must(synchronise(desk, m_at));
            }
        }
        for (int round = 0; round < 3; ++round)
            for (const auto& desk : m_desks)
                (void)must(synchronise(*desk, m_at));
    }

    /// Every entry of an office as a database has it.
    static std::string entries(sql_connection& db, const std::string& office)
    {
        std::string text;
        for (const auto& row :
             must(db.query("SELECT folded FROM record WHERE office = $1 ORDER BY record", {office})
             ))
            text += row.text(0) + "\n";
        return text;
    }

    std::vector<std::unique_ptr<desk_register>>& desks() { return m_desks; }

    sql_connection& server_store() { return *m_at.db; }

    int notes = 0;

private:
    std::string letter() { return std::string(1, static_cast<char>('A' + m_random.below(20))); }

    std::optional<record> some_entry(desk_register& desk)
    {
        const auto lines = must(desk.in_state(record_state::registered, 30));
        if (lines.empty()) return std::nullopt;
        return must(desk.load(lines[m_random.below(lines.size())].record));
    }

    void correct_something(desk_register& desk)
    {
        const auto entry = some_entry(desk);
        if (!entry || entry->event == "correction" || entry->event == "court_decision_note") return;
        const auto field = entry->event == "birth" ? "child.full_name" : "wife.full_name";
        const auto old = std::string(text_at(current_data(*entry), field));
        const auto made = register_of(
            desk,
            "correction",
            amendment_of(
                "correction", *entry, desk.office(), {{field, old, "Trần Thị " + letter()}}
            )
        );
        if (made.is_stored()) ++notes;
    }

    void decide_something(desk_register& desk)
    {
        record paper; // of either office, by a number that may not exist
        paper.office = m_random.below(2) == 0 ? "00004" : "00070";
        paper.event = "marriage";
        paper.number = {"MARRIAGE", 2026, 1 + static_cast<int>(m_random.below(4))};
        paper.data["reg_date"] = "2026-11-23";
        (void)register_of(
            desk, "court_decision_note", amendment_of("court_decision_note", paper, desk.office())
        );
    }

    void mend_or_answer(desk_register& desk)
    {
        const auto entry = some_entry(desk);
        if (!entry) return;
        for (std::size_t i = 0; i < entry->notices.size(); ++i)
            (void)confirm_annotation(desk, entry->id, i, monday_morning).has_value();
        if (entry->event == "birth")
            (void)fix_entry(
                desk,
                entry->id,
                {{"child.birth_place", "Trạm y tế " + letter()}},
                "nhầm",
                monday_morning
            )
                .has_value();
    }

    seeded_random m_random;
    server m_at;
    std::vector<std::unique_ptr<desk_register>> m_desks;
};

} // namespace

class FoldPropertyTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void every_copy_folds_the_same_entries_whatever_the_order()
    {
        int notes = 0;
        std::int64_t notices = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            office_life life(seed);
            life.live();
            notes += life.notes;
            notices += must(life.server_store().query("SELECT count(*) FROM annotation_notice"))
                           .front()
                           .integer(0);
            for (const auto& desk : life.desks()) {
                const auto& office = desk->identity().office;
                QVERIFY2(
                    office_life::entries(desk->connection(), office)
                        == office_life::entries(life.server_store(), office),
                    qPrintable(QString("seed %1, office %2").arg(seed).arg(office.c_str()))
                );
                const auto keys = must(enrolled_desks(desk->connection(), office));
                for (const auto& problem :
                     must(verify_office(desk->connection(), real_definitions(), office, keys))
                         .problems)
                    QVERIFY2(
                        problem.what.find("signed") != std::string::npos
                            || problem.what.find("signature") != std::string::npos,
                        problem.what.c_str()
                    );
            }
        }
        QVERIFY(notes > 50);
        QVERIFY(notices > 10);
    }
};

QTEST_GUILESS_MAIN(FoldPropertyTest)
#include "fold_property_test.moc"
