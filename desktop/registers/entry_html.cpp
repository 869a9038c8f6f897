#include "desktop/registers/entry_html.h"

#include "common/definitions/display.h"
#include "common/papers/notes.h"
#include "common/register/desk_pins.h"
#include "common/rules/due_date.h"
#include "desktop/app/moments.h"
#include "desktop/app/qt_text.h"
#include "desktop/app/theme.h"

#include <QCoreApplication>

namespace hotich {

namespace {

// Tones of desktop/app/theme.h.
constexpr const char* quiet = "quiet";
constexpr const char* good = "good";
constexpr const char* amber = "amber";
constexpr const char* red = "red";

struct entry_html
{
    Q_DECLARE_TR_FUNCTIONS(hotich::entry_html)
};

QString paragraph(const QString& html) { return "<p style='margin:0 0 6px 0'>" + html + "</p>"; }

QString coloured(const char* tone_name, const QString& text)
{
    return QString("<span style='color:%1'>%2</span>").arg(tone(tone_name), text.toHtmlEscaped());
}

QString day_text(const civil_date& day) { return to_qt(to_display(day)); }

QString office_text(const workplace& place, std::string_view code)
{
    return to_qt(commune_name(place.known, code));
}

QString event_text(const workplace& place, std::string_view name)
{
    const auto* event = place.known.find_event(name);
    return to_qt(event == nullptr ? std::string(name) : event->title.in(place.language));
}

QString link(std::string_view record, const QString& words)
{
    return QString("<a href='%1'>%2</a>").arg(to_qt(record), words.toHtmlEscaped());
}

QString answer_html(const workplace& place, const json::object& answer)
{
    const auto office = office_text(place, text_at(answer, "by_office"));
    if (text_at(answer, "state") == "confirmed")
        return coloured(
            good, "\u2713 " + entry_html::tr("%1 has noted it in its book.").arg(office)
        );
    return coloured(red, "\u25A0 " + entry_html::tr("%1 did not note it.").arg(office)) + " "
        + to_qt(text_at(answer, "reason")).toHtmlEscaped();
}

} // namespace

QString notes_html(const workplace& place, const record& content)
{
    const auto* event = place.known.find_event(content.event);
    if (event == nullptr) return {};
    QString html;
    for (const auto& item : content.annotations) {
        const auto* note = item.if_object();
        if (note == nullptr) continue;
        auto words = to_qt(note_text(place.known, *event, *note, place.language)).toHtmlEscaped();
        if (text_at(*note, "state") == "pending")
            words = coloured(amber, "\u25B2 " + entry_html::tr("waiting for the server:")) + " "
                + words;
        if (const auto source = text_at(*note, "source.record");
            !source.empty() && text_at(*note, "source.office") == content.office)
            words += " " + link(source, entry_html::tr("Open"));
        html += paragraph(words);
    }
    return html;
}

QString notice_html(const workplace& place, const record& content, std::size_t notice)
{
    const auto* event = place.known.find_event(content.event);
    const auto& told = content.notices[notice].get_object();
    const auto words =
        event == nullptr ? std::string() : note_text(place.known, *event, told, place.language);
    const auto office = office_text(place, text_at(told, "source.office")).toHtmlEscaped();
    return "<b>" + entry_html::tr("%1 asks to have noted:").arg(office) + "</b><br>"
        + to_qt(words).toHtmlEscaped();
}

QString links_html(const workplace& place, const record& content)
{
    QString html;
    for (const auto& item : content.links) {
        const auto* linked = item.if_object();
        if (linked == nullptr) continue;
        if (linked->contains("by_office"))
            html += paragraph(answer_html(place, *linked));
        else if (const auto other = text_at(*linked, "record"); !other.empty())
            html += paragraph(
                entry_html::tr("Registered together with:").toHtmlEscaped() + " "
                + link(other, event_text(place, text_at(*linked, "event")))
            );
    }
    return html;
}

QString pin_html(const workplace& place, const record& content)
{
    const auto state = text_at(content.pin, "state");
    if (state.empty()) return {};
    if (state == "queued")
        return coloured(amber, entry_html::tr("Asked for; the server passes it on."));
    if (state == "sent")
        return coloured(amber, entry_html::tr("The population database has been asked."));
    if (state == "issued") return coloured(good, "\u2713 " + to_qt(text_at(content.pin, "number")));
    const auto words = to_qt(
        refusal_text(place.known, std::string(text_at(content.pin, "code"))).in(place.language)
    );
    return coloured(red, "\u25A0 " + entry_html::tr("Refused.")) + " " + words.toHtmlEscaped();
}

QString dossier_html(const workplace& place, const record& content)
{
    const auto& dossier = content.dossier;
    if (dossier.empty()) return {};
    const instant received{integer_or(dossier, "received_at", 0)};
    auto html = paragraph(entry_html::tr("Received %1 by %2")
                              .arg(moment_text(received), to_qt(text_at(dossier, "received_by")))
                              .toHtmlEscaped());
    const auto today = date_in_vietnam(place.time.now());
    if (content.state == record_state::received) {
        const auto due = due_on(place.known, content);
        if (text_at(dossier, "state") == "paused")
            html += paragraph(coloured(amber, entry_html::tr("Paused: the days do not count.")));
        else if (due)
            html += paragraph(coloured(
                *due < today ? red : quiet, entry_html::tr("Due on %1").arg(day_text(*due))
            ));
    }
    if (const auto* papers = dossier.if_contains("papers"); papers != nullptr && papers->is_array())
        for (const auto& item : papers->get_array()) {
            if (!item.is_object()) continue;
            auto words = to_qt(text_at(item.get_object(), "name"));
            const auto kind = std::string(text_at(item.get_object(), "kind"));
            if (const auto* listed = place.known.list("copy_kind").find(kind))
                words += ", " + to_qt(listed->label_vi).toLower();
            html += paragraph("\u2022 " + words.toHtmlEscaped());
        }
    if (const auto why = text_at(dossier, "refusal"); !why.empty())
        html +=
            paragraph(coloured(red, entry_html::tr("Refused:")) + " " + to_qt(why).toHtmlEscaped());
    if (const auto why = text_at(dossier, "delay_reason"); !why.empty())
        html += paragraph(
            coloured(amber, entry_html::tr("Delayed:")) + " " + to_qt(why).toHtmlEscaped()
        );
    return html;
}

} // namespace hotich
