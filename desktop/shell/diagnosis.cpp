#include "desktop/shell/diagnosis.h"

#include "common/base/files.h"
#include "common/register/desk_accounts.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/shell/line_words.h"

#include <QCoreApplication>
#include <QSysInfo>
#include <QTextDocumentFragment>
#include <QUrl>

#include <filesystem>

namespace hotich {

namespace {

struct words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::diagnosis)
};

status measure_file(desk_register& desk, machine_facts& facts)
{
    const auto& files = desk.session().files;
    if (!files) return {};
    std::error_code error;
    for (const auto* beside : {"", "-wal"}) {
        const auto bytes = std::filesystem::file_size(file_path(files->file + beside), error);
        if (!error) facts.register_bytes += static_cast<std::int64_t>(bytes);
    }
    const auto disk = std::filesystem::space(file_path(files->file), error);
    if (!error) facts.free_bytes = static_cast<std::int64_t>(disk.available);
    TRY(const auto keys, read_key_file(files->file));
    facts.key_place = keys.machine.kept;
    return {};
}

QString moment_or_never(const std::optional<instant>& when)
{
    return when ? moment_text(*when) : words::tr("never");
}

QString line_words_of(const line_report& report, const workplace& place)
{
    auto text = QTextDocumentFragment::fromHtml(line_html(report, place)).toPlainText();
    if (report.trouble) text += QString(" [%1]").arg(name_of(*report.trouble));
    return text;
}

QString clock_words_of(
    const machine_facts& facts, const line_report& report, const workplace& place
)
{
    auto text = words::tr("Clock: %1, %2 s against the server's")
                    .arg(moment_text(place.time.now()))
                    .arg(report.clock_skew_ms / 1000);
    if (facts.jump)
        text += "; "
            + words::tr("went back from %1 to %2")
                  .arg(moment_text(facts.jump->from), moment_text(facts.jump->to));
    return text;
}

QString copies_words_of(const machine_facts& facts, const workplace& place)
{
    auto text =
        words::tr("Last copy of the register: %1").arg(moment_or_never(facts.copies.last_at));
    if (const auto warning = backup_warning(facts.copies, place.time.now()); !warning.empty())
        text += QString(" [%1]").arg(to_qt(warning));
    return text;
}

QString register_words_of(const machine_facts& facts)
{
    return words::tr("Register: %1, %2 operations; free on the disk: %3; key: %4")
        .arg(size_text(facts.register_bytes))
        .arg(facts.operations)
        .arg(
            size_text(facts.free_bytes),
            facts.key_place.empty() ? words::tr("not bound") : to_qt(facts.key_place)
        );
}

} // namespace

result<machine_facts> machine_facts_of(desk_register& desk, instant now)
{
    machine_facts facts;
    facts.identity = desk.identity();
    TRY(facts.overview, desk.overview());
    TRY(facts.copies, backups_of(desk));
    facts.jump = last_clock_jump(desk);
    facts.days_left = days_left_offline(desk, now);
    TRY(const auto counted, desk.connection().query("SELECT count(*) FROM operation"));
    facts.operations = counted.front().integer(0);
    TRY_STATUS(measure_file(desk, facts));
    return facts;
}

QStringList diagnosis(const machine_facts& facts, const line_report& report, const workplace& place)
{
    const auto& overview = facts.overview;
    const QStringList told{
        words::tr("Program: %1, %2, Qt %3")
            .arg(QCoreApplication::applicationVersion(), QSysInfo::prettyProductName(), qVersion()),
        words::tr("Desk: %1; server: %2")
            .arg(to_qt(facts.identity.desk), QUrl(to_qt(facts.identity.server_url)).authority()),
        words::tr("Line: %1").arg(line_words_of(report, place)),
        words::tr("Last synchronised: %1; days left without the server: %2")
            .arg(moment_or_never(overview.last_sync_at))
            .arg(facts.days_left),
        words::tr("Feed: %1 here, %2 at the server")
            .arg(overview.revision)
            .arg(report.feed_revision),
        words::tr("Not sent: %1, the oldest of %2")
            .arg(overview.unsent)
            .arg(moment_or_never(overview.oldest_unsent_at)),
        words::tr("Waiting: %1; held: %2; rejected: %3; drafts: %4")
            .arg(overview.pending)
            .arg(overview.held)
            .arg(overview.rejected)
            .arg(overview.drafts),
        words::tr("Over the line: today %1, this month %2")
            .arg(size_text(report.today_bytes), size_text(report.month_bytes)),
        clock_words_of(facts, report, place),
        copies_words_of(facts, place),
        register_words_of(facts),
    };
    QStringList numbered;
    for (const auto& line : told)
        numbered << QString("%1. %2").arg(numbered.size() + 1).arg(line);
    return numbered;
}

} // namespace hotich
