#include "common/papers/notes.h"

#include "common/base/text.h"
#include "common/definitions/display.h"

namespace hotich {

namespace {

using arguments = std::vector<std::pair<std::string, std::string>>;

std::string basis_text(
    const definitions& known, const json::object& note, std::string_view language
)
{
    const auto words = [&](const char* id, const char* member) {
        const auto value = text_at(note, std::string("basis.") + member);
        if (value.empty()) return std::string();
        return replace_placeholders(
            known.message("words", id).in(language), {{member, display_date(value)}}
        );
    };
    const auto kind = std::string(text_at(note, "basis.doc_kind"));
    const auto* listed = known.list("court_decision_kind").find(kind);
    std::string text = listed == nullptr ? kind : listed->label_vi;
    for (const auto& part :
         {words("basis_no", "no"), words("basis_date", "date"), words("basis_issuer", "issuer")})
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    return text.empty() ? known.message("words", "basis_none").in(language) : text;
}

/// A value of a change as it is displayed in the entry it belongs to.
std::string shown(
    const definitions& known,
    const event_definition& event,
    const std::string& field,
    const json::value& value,
    std::string_view language
)
{
    json::object data;
    set_path(data, field, value);
    const auto text = display_value(known, event, data, field, language);
    return text.empty() && value.is_string() ? std::string(value.get_string()) : text;
}

arguments common_arguments(
    const definitions& known, const json::object& note, std::string_view language
)
{
    const auto office = std::string(text_at(note, "source.office"));
    return {
        {"basis", basis_text(known, note, language)},
        {"number", std::string(text_at(note, "source.number"))},
        {"office", committee_name(known, office)},
        {"date", display_date(text_at(note, "on"))},
        {"text", std::string(text_at(note, "text"))},
    };
}

} // namespace

std::string note_text(
    const definitions& known,
    const event_definition& event,
    const json::object& note,
    std::string_view language
)
{
    const auto kind = std::string(text_at(note, "kind"));
    // A registration notes itself by its own number, a decision by its paper.
    const auto registered = kind + "_registered";
    const bool has_own_words = known.message("annotations", registered).vi != registered;
    const bool is_registered = has_own_words && !is_known(note, "basis");
    const auto sentence =
        known.message("annotations", is_registered ? registered : kind).in(language);
    const auto shared = common_arguments(known, note, language);
    const auto& changes = rows_at(note, "changes");
    if (sentence.find("{field}") == std::string::npos)
        return clean_text(replace_placeholders(sentence, shared));
    std::string text;
    for (const auto& item : changes) {
        if (!item.is_object()) continue;
        const auto& change = item.get_object();
        const auto field = std::string(text_at(change, "field"));
        auto own = shared;
        own.emplace_back("field", lower_first(told_label(event, field, language)));
        own.emplace_back("old", shown(known, event, field, change.at("old"), language));
        own.emplace_back("new", shown(known, event, field, change.at("new"), language));
        text += (text.empty() ? "" : " ") + clean_text(replace_placeholders(sentence, own));
    }
    return text;
}

std::string notes_on_copies(const definitions& known, const record& entry)
{
    const auto* event = known.find_event(entry.event);
    std::string text;
    for (const auto& item : entry.annotations) {
        const auto& note = item.get_object();
        const auto* on_copies = note.if_contains("on_copies");
        const bool is_shown = event != nullptr && text_at(note, "state") == "effective"
            && on_copies != nullptr && *on_copies == json::value(true);
        if (is_shown) text += (text.empty() ? "" : " ") + note_text(known, *event, note);
    }
    return text;
}

std::string items_text(const definitions& known, const json::object& data)
{
    const auto* target = known.find_event(text_at(data, "target.doc_kind"));
    if (target == nullptr) return {};
    std::string text;
    for (const auto& item : rows_at(data, "items")) {
        if (!item.is_object()) continue;
        const auto& row = item.get_object();
        const auto field = std::string(text_at(row, "field_id"));
        const auto old = std::string(text_at(row, "old_value"));
        const auto own = std::string(text_at(row, "text"));
        const auto sentence =
            known.message("annotations", old.empty() ? "item_added" : "item_changed").vi;
        const auto words = replace_placeholders(
            sentence,
            {{"field", told_label(*target, field, "vi")},
             {"old", shown(known, *target, field, json::value(old), "vi")},
             {"new", shown(known, *target, field, json::value(text_at(row, "new_value")), "vi")}}
        );
        text += (text.empty() ? "" : "; ") + (own.empty() ? words : own);
    }
    return text;
}

} // namespace hotich
