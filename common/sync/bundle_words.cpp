#include "common/sync/bundle_words.h"

#include "common/base/text.h"
#include "common/rules/finding.h"

namespace hotich {

namespace {

/// The sentence of a reason; its rule where it has none.
json::object reason_value(
    const json::value& reason, const definitions& known, std::string_view language
)
{
    if (!reason.is_object()) return {};
    const auto item = parse_finding(reason.get_object());
    if (!item) return {{"rule", text_at(reason.get_object(), "rule")}};
    return {{"rule", item->rule}, {"message", message_of(*item, known, nullptr, language)}};
}

} // namespace

json::object receipt_value(
    const exchange_report::decided_record& decided,
    const definitions& known,
    std::string_view language
)
{
    json::object value{
        {"record", decided.record},
        {"kind", decided.kind},
        {"outcome", name_of(decided.result_kind)},
    };
    if (decided.number) value["number"] = to_display(*decided.number);
    json::array reasons;
    for (const auto& reason : decided.reasons)
        reasons.push_back(reason_value(reason, known, language));
    if (!reasons.empty()) value["reasons"] = std::move(reasons);
    if (!decided.other.empty()) value["other"] = decided.other;
    return value;
}

std::string receipt_line(
    const exchange_report::decided_record& decided,
    const definitions& known,
    std::string_view language
)
{
    auto line = decided.record + " " + decided.kind + ": "
        + known.message("bundle", name_of(decided.result_kind)).in(language);
    if (decided.number)
        line += replace_placeholders(
            known.message("bundle", "with_number").in(language),
            {{"number", to_display(*decided.number)}}
        );
    for (const auto& reason : decided.reasons) {
        const auto told = reason_value(reason, known, language);
        const auto sentence = text_at(told, "message");
        line += "\n    " + std::string(sentence.empty() ? text_at(told, "rule") : sentence);
    }
    if (const auto office = text_at(decided.other, "office"); !office.empty())
        line += "\n    "
            + replace_placeholders(
                    known.message("bundle", "held_by").in(language),
                    {{"office", std::string(office)},
                     {"record", std::string(text_at(decided.other, "record"))}}
            );
    return line;
}

std::string written_sentence(
    const desk_bundle& made,
    const std::string& file,
    const definitions& known,
    std::string_view language
)
{
    auto text = replace_placeholders(
        known.message("bundle", "written_by_desk").in(language),
        {{"file", file}, {"operations", std::to_string(made.operations)}}
    );
    if (made.left > 0) text += "\n" + known.message("bundle", "more_waits").in(language);
    return text;
}

std::string taken_sentence(
    const taken_answer& taken, const definitions& known, std::string_view language
)
{
    if (taken.must_show) return known.message("bundle", "must_show").in(language);
    if (taken.was_known) return known.message("bundle", "known_already").in(language);
    auto text = replace_placeholders(
        known.message("bundle", "taken_by_desk").in(language),
        {{"pulled", std::to_string(taken.report.pulled)},
         {"decided", std::to_string(taken.report.own.size())},
         {"unsent", std::to_string(taken.report.unsent_left)}}
    );
    if (taken.more) text += "\n" + known.message("bundle", "more_waits").in(language);
    return text;
}

std::string bundle_failure_text(
    const failure& why, const definitions& known, std::string_view language
)
{
    if (why.detail == before_restoration) return known.message("bundle", why.detail).in(language);
    return known.message("bundle", std::string("failed_") + name_of(why.code)).in(language) + " ("
        + why.detail + ")";
}

} // namespace hotich
