// The manual page and the shell's completion, made of a command line.
#include "common/base/manual.h"

#include <CLI/CLI.hpp>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace hotich;

namespace {

struct sample_line
{
    CLI::App app{"sample: what it is for", "sample-tool"};
    std::string paper;

    sample_line()
    {
        app.add_option("--paper", paper, ".1 inch at the left\\right")
            ->check(CLI::IsMember({"a3", "a4"}));
        app.add_option("--secret", paper)->group("");
        auto* bundle = app.add_subcommand("bundle", "a courier");
        bundle->add_subcommand("export", "to a file")->add_flag("--json");
        bundle->add_subcommand("import", "from a file");
        app.add_subcommand("verify", "prove it");
    }
};

} // namespace

class ManualTest : public QObject
{
    Q_OBJECT

private slots:

    void a_page_tells_of_every_command_and_option_that_help_shows()
    {
        const sample_line line;
        const auto page = QString::fromStdString(manual_page(line.app, "1.2.3"));
        QVERIFY(page.startsWith(".TH sample\\-tool 1 \"\" \"sample\\-tool 1.2.3\"\n"));
        QVERIFY(page.contains(".SS bundle export\nto a file\n"));
        QVERIFY(page.contains("\\fB\\-\\-paper\\fR a3|a4\n\\&.1 inch at the left\\eright\n"));
        QVERIFY(!page.contains("secret"));
    }

    void the_shell_completes_what_may_follow_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("offered");
        QTest::newRow("a command") << "sample-tool b"
                                   << "bundle";
        QTest::newRow("below a group") << "sample-tool bundle ''"
                                       << "export import --help";
        QTest::newRow("after an option") << "sample-tool --paper a3 bundle ex"
                                         << "export";
        QTest::newRow("an option") << "sample-tool bundle export --j"
                                   << "--json";
        QTest::newRow("nothing hidden") << "sample-tool --se"
                                        << "";
    }

    void the_shell_completes_what_may_follow()
    {
        QFETCH(QString, typed);
        QFETCH(QString, offered);
        const sample_line line;
        QProcess bash;
        bash.start(
            "bash",
            {"-c",
             QString::fromStdString(bash_completion(line.app)) + "COMP_WORDS=(" + typed
                 + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _sample_tool; echo "
                   "\"${COMPREPLY[*]}\""}
        );
        if (!bash.waitForStarted()) QSKIP("there is no bash here");
        QVERIFY(bash.waitForFinished());
        QCOMPARE(QString::fromUtf8(bash.readAllStandardOutput()).trimmed(), offered);
        QCOMPARE(bash.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(ManualTest)

#include "manual_test.moc"
