#include "desktop/registers/history_words.h"

#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"

#include <QCoreApplication>

namespace hotich {

namespace {

struct history_words
{
    Q_DECLARE_TR_FUNCTIONS(hotich::history_words)
};

QString done_words(std::string_view kind)
{
    if (kind == operation_kind::registration)
        return history_words::tr("Entered and sent for registration");
    if (kind == operation_kind::confirm_distinct)
        return history_words::tr("Confirmed to be another event");
    if (kind == operation_kind::withdraw) return history_words::tr("Withdrawn");
    if (kind == operation_kind::issue_paper) return history_words::tr("Paper issued");
    return to_qt(kind);
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

} // namespace

QString history_html(const record& content)
{
    QString html;
    for (const auto& item : content.history) {
        const auto* line = item.if_object();
        if (line == nullptr) continue;
        const auto who = to_qt(text_at(*line, "user")).toHtmlEscaped();
        html += QString("<p style='margin:0 0 6px 0'>%1<br><span style='color:#5b6570'>%2, %3. "
                        "%4</span></p>")
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
            QString("<p style='margin:0 0 4px 0'>%1, %2</p>").arg(name, moment_text(at_of(*line)));
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
