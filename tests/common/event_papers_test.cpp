// Every paper of every event, filled from the event's example: the texts were reviewed against the
// field tables and stand in tests/data/papers/<event>.<certificate>.txt. HOTICH_WRITE_GOLDENS=1
// writes them anew; what changed is then reviewed with the change.
#include "common/base/files.h"
#include "common/papers/compose.h"
#include "tests/support/events.h"
#include "tests/support/papers.h"

#include <QTest>

#include <fstream>

using namespace hotich;
using namespace hotich::test;

namespace {

std::string texts_of(const std::vector<draw_command>& commands)
{
    std::string text;
    for (const auto& command : commands)
        if (const auto* words = std::get_if<draw_text>(&command)) text += words->text + "\n";
    return text;
}

std::string paper_text(const std::string& event, const paper_definition& paper)
{
    const auto& known = real_definitions();
    const auto content = entry_of_example(event);
    const auto office = ba_dinh();
    const auto drawn = must(parse_drawing(must(known.drawing(paper.certificate))));
    const auto number = content.number ? to_display(*content.number)
            + (paper.number_suffix.empty() ? "" : "/" + paper.number_suffix)
                                       : std::string();
    const auto composed = compose_paper(
        drawn,
        paper,
        {known, content, office, "", civil_date{2026, 11, 24}, number, "01/2026"},
        half_square_letters()
    );
    return composed ? texts_of(composed->fill) : "refused: " + composed.error().detail;
}

} // namespace

class EventPapersTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_paper_of_the_example_reads_as_it_was_reviewed_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<int>("index");
        for (const auto* event : real_definitions().events()) {
            if (event->is_joint()) continue;
            for (std::size_t i = 0; i < event->papers.size(); ++i)
                if (event->papers[i].when.holds(event->example))
                    QTest::newRow((event->event + "." + event->papers[i].certificate).c_str())
                        << QString::fromStdString(event->event) << int(i);
        }
    }

    void a_paper_of_the_example_reads_as_it_was_reviewed()
    {
        QFETCH(QString, event);
        QFETCH(int, index);
        const auto name = event.toStdString();
        const auto& paper = real_definitions().find_event(name)->papers[std::size_t(index)];
        const auto text = paper_text(name, paper);
        const auto file = std::string(HOTICH_SOURCE "/tests/data/papers/events/") + name + "."
            + paper.certificate + ".txt";
        if (qEnvironmentVariableIsSet("HOTICH_WRITE_GOLDENS"))
            std::ofstream(file, std::ios::binary) << text;
        QCOMPARE(text, must(read_file(file, 100'000)));
    }

    void every_drawing_belongs_to_a_paper_and_every_paper_has_one()
    {
        for (const auto* event : real_definitions().events())
            for (const auto& paper : event->papers)
                QVERIFY2(
                    real_definitions().drawing(paper.certificate).has_value(),
                    paper.certificate.c_str()
                );
    }

    void the_result_of_a_death_has_its_new_name_from_the_first_of_march_2027()
    {
        server here;
        seeded_random random(1);
        const auto desk = enrolled_desk(here, "00004", random);
        const auto death = register_of(*desk, "death", example_of("death"));
        (void)must(synchronise(*desk, here));
        const auto entry = must(desk->load(death.record));
        const auto has = [&](const char* certificate, const civil_date& day) {
            const instant noon{days_between({1970, 1, 1}, day) * 86'400'000ll};
            const auto papers = desk->papers_of(entry, noon);
            return std::any_of(papers.begin(), papers.end(), [certificate](const auto* paper) {
                return paper->certificate == certificate;
            });
        };
        QVERIFY(has("death_extract", {2027, 2, 28}) && !has("death_certificate", {2027, 2, 28}));
        QVERIFY(!has("death_extract", {2027, 3, 1}) && has("death_certificate", {2027, 3, 1}));
    }

    void a_copy_carries_the_current_value_and_the_note()
    {
        auto entry = entry_of_example("marriage");
        entry.annotations.push_back(json::object{
            {"kind", "divorce"},
            {"state", "effective"},
            {"on_copies", true},
            {"changes",
             json::array{json::object{{"field", "status"}, {"old", ""}, {"new", "divorced"}}}},
            {"basis", {{"doc_kind", "Bản án"}, {"no", "12/2026"}, {"date", "2026-11-02"}}}});
        const auto& known = real_definitions();
        const auto office = ba_dinh();
        const paper_source source{known, entry, office, "", civil_date{2026, 11, 24}, "", ""};
        const auto& paper = *known.find_event("marriage")->find_paper("marriage_extract_copy");
        const auto notes = paper_value(source, paper, "entry.notes_text", "");
        QVERIFY2(
            notes.find("Đã ly hôn theo Bản án số 12/2026 ngày 02/11/2026") != std::string::npos,
            notes.c_str()
        );
    }
};

QTEST_GUILESS_MAIN(EventPapersTest)
#include "event_papers_test.moc"
