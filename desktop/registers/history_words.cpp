#include "desktop/registers/history_words.h"

#include "common/records/blank.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct history_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::history_words)
};

QString number_words(std::string_view kind)
{
    if (kind == operation_kind::pin_requested)
        return history_words::tr("Personal number asked for");
    if (kind == operation_kind::pin_issued) return history_words::tr("Personal number given");
    if (kind == operation_kind::pin_refused) return history_words::tr("Personal number refused");
    if (kind == operation_kind::ask_pin_again)
        return history_words::tr("Personal number to be asked for again");
    return {};
}

QString dossier_words(std::string_view kind)
{
    if (kind == operation_kind::receive_dossier) return history_words::tr("Dossier received");
    if (kind == operation_kind::pause_dossier) return history_words::tr("Paused for verification");
    if (kind == operation_kind::resume_dossier) return history_words::tr("Handling goes on");
    if (kind == operation_kind::ask_for_papers) return history_words::tr("More papers asked for");
    if (kind == operation_kind::delay_dossier) return history_words::tr("New due day given");
    if (kind == operation_kind::refuse_dossier) return history_words::tr("Dossier refused");
    return {};
}

QString done_words(std::string_view kind)
{
    if (kind == operation_kind::registration)
        return history_words::tr("Entered and sent for registration");
    if (kind == operation_kind::confirm_distinct)
        return history_words::tr("Confirmed to be another event");
    if (kind == operation_kind::withdraw) return history_words::tr("Withdrawn");
    if (kind == operation_kind::issue_paper) return history_words::tr("Paper issued");
    if (kind == operation_kind::paper_step) return history_words::tr("Told of a paper");
    if (kind == operation_kind::attach_scan) return history_words::tr("Scanned paper attached");
    if (kind == operation_kind::fix) return history_words::tr("Mended the same day");
    if (kind == operation_kind::annotation_notice)
        return history_words::tr("Notice of another office");
    if (kind == operation_kind::confirm_annotation)
        return history_words::tr("Notice confirmed and noted");
    if (kind == operation_kind::decline_annotation) return history_words::tr("Notice declined");
    if (kind == operation_kind::notice_answered)
        return history_words::tr("Answer of the office that keeps the book");
    if (const auto words = number_words(kind); !words.isEmpty()) return words;
    const auto words = dossier_words(kind);
    return words.isEmpty() ? to_qt(kind) : words;
}

QString outcome_words(const json::object& line)
{
    const auto outcome = text_at(line, "outcome");
    if (outcome == "accepted") return history_words::tr("accepted by the server");
    if (outcome == "rejected") return history_words::tr("not accepted by the server");
    if (outcome == "held") return history_words::tr("held by the server");
    return history_words::tr("not sent yet");
}

instant at_of(const json::object& line)
{
    const auto* at = line.if_contains("at");
    return at != nullptr && at->is_int64() ? instant{at->get_int64()} : instant{};
}

/// What became of a printed sheet, and its blank.
QString sheet_words(const json::object& paper)
{
    QStringList words;
    if (const auto serial = text_at(paper, "blank.serial"); !serial.empty())
        words.append(history_words::tr("blank %1").arg(to_qt(serial)));
    const auto of = [](const QString& what, std::string_view more) {
        return more.empty() ? what : what + ": " + to_qt(more);
    };
    switch (paper_state_of(paper)) {
    case paper_state::sent:
        break;
    case paper_state::came_out:
        words.append(history_words::tr("to be signed"));
        break;
    case paper_state::is_signed:
        words.append(history_words::tr("signed, to be handed over"));
        break;
    case paper_state::handed_over:
        words.append(of(history_words::tr("handed over"), text_at(paper, "to")));
        break;
    case paper_state::spoiled:
        words.append(of(history_words::tr("spoiled"), text_at(paper, "reason")));
        break;
    case paper_state::not_printed:
        words.append(history_words::tr("did not come out"));
        break;
    }
    return words.join(", ").toHtmlEscaped();
}

} // namespace

QString history_html(const record& content)
{
    QString html;
    for (const auto& item : content.history) {
        const auto* line = item.if_object();
        if (line == nullptr) continue;
        const auto who = to_qt(text_at(*line, "user")).toHtmlEscaped();
        html += QString(
                    "<p style='margin:0 0 6px 0'>%1<br><span style='color:" + tone("quiet")
                    + "'>%2, %3: "
                      "%4</span></p>"
        )
                    .arg(
                        done_words(text_at(*line, "kind")),
                        moment_text(at_of(*line)),
                        who,
                        outcome_words(*line)
                    );
    }
    return html;
}

QString papers_html(const record& content, const event_definition& event, std::string_view language)
{
    QString html;
    for (const auto& item : content.papers) {
        const auto* line = item.if_object();
        if (line == nullptr) continue;
        const auto certificate = std::string(text_at(*line, "certificate"));
        const auto* paper = event.find_paper(certificate);
        const auto name =
            to_qt(paper == nullptr ? certificate : paper->title.in(language)).toHtmlEscaped();
        html +=
            QString("<p style='margin:0 0 4px 0'>%1, %2<br><span style='color:%3'>%4</span></p>")
                .arg(name, moment_text(at_of(*line)), tone("quiet"), sheet_words(*line));
    }
    return html;
}

std::vector<finding> reasons_of(const record& content)
{
    std::vector<finding> out;
    for (const auto& item : content.reasons)
        if (item.is_object())
            if (auto reason = parse_finding(item.get_object())) out.push_back(std::move(*reason));
    return out;
}

} // namespace hotich
