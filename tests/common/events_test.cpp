// The law as cases: tests/events/<event>/*.json say what a check must find in an input, every
// finding, no other.
#include "tests/support/small_world.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace hotich;
using namespace hotich::test;

namespace {

json::value read(const QString& file) { return must(read_json_file(file.toStdString())); }

QStringList as_lines(std::vector<std::string> found)
{
    std::sort(found.begin(), found.end());
    QStringList lines;
    for (const auto& line : found)
        lines << QString::fromStdString(line);
    return lines;
}

} // namespace

class EventsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { QVERIFY(start_crypto()); }

    void a_check_finds_what_the_law_says_data()
    {
        QTest::addColumn<QString>("event");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("index");
        const QDir events(HOTICH_SOURCE "/tests/events");
        for (const auto& event : events.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir folder(events.filePath(event));
            for (const auto& file : folder.entryList({"*.json"})) {
                const auto cases = read(folder.filePath(file));
                if (!cases.is_array()) continue; // a lawful base
                for (std::size_t i = 0; i < cases.get_array().size(); ++i) {
                    const auto name =
                        std::string(text_at(cases.get_array()[i].get_object(), "name"));
                    QTest::newRow((event.toStdString() + ": " + name).c_str())
                        << event << folder.filePath(file) << int(i);
                }
            }
        }
    }

    void a_check_finds_what_the_law_says()
    {
        QFETCH(QString, event);
        QFETCH(QString, file);
        QFETCH(int, index);
        const auto cases = read(file);
        const auto& test_case = cases.get_array()[std::size_t(index)].get_object();
        const auto base = std::string(text_at(test_case, "base"));
        auto data = read(
                        HOTICH_SOURCE "/tests/events/" + event + "/" + QString::fromStdString(base)
                        + ".json"
        )
                        .get_object();
        for (const auto& [path, value] : test_case.at("change").get_object())
            if (value.is_null())
                remove_path(data, path);
            else
                set_path(data, path, value);

        const auto* definition = real_definitions().find_event(event.toStdString());
        QVERIFY(definition != nullptr);
        const auto office = ba_dinh();
        const auto today = *parse_date(text_at(test_case, "today"));
        std::vector<std::string> found;
        for (const auto& item : check_record(
                 *definition, data, {real_definitions(), office, today, "", no_lookup()}
             )) {
            found.push_back(item.rule + " " + item.field + " " + name_of(item.level));
            const auto message = message_of(item, real_definitions(), definition, "vi");
            QVERIFY2(
                message.find('{') == std::string::npos, message.c_str()
            ); // every argument was given
        }
        std::vector<std::string> expected;
        for (const auto& item : test_case.at("expect").get_array()) {
            const auto& wanted = item.get_object();
            expected.push_back(
                std::string(text_at(wanted, "rule")) + " " + std::string(text_at(wanted, "field"))
                + " " + std::string(text_at(wanted, "severity"))
            );
        }
        QCOMPARE(as_lines(found), as_lines(expected));
    }

    void every_rule_of_a_definition_exists()
    {
        for (const auto* event : real_definitions().events())
            for (const auto& use : event->rules)
                QVERIFY2(
                    real_definitions().message("findings", use.rule).vi != use.rule,
                    use.rule.c_str()
                );
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "events_test.moc"
