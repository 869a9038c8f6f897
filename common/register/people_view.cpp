#include "common/register/people_view.h"

#include "common/base/text.h"

#include <algorithm>
#include <set>

namespace hotich {

namespace {

json::object fact_value(const person_fact& fact)
{
    return {
        {"office", fact.office},
        {"record", fact.record},
        {"event", fact.event},
        {"number", fact.number},
        {"registered_on", fact.registered_on},
        {"role", fact.role},
        {"name", fact.name},
        {"other_name", fact.other_name},
        {"date", fact.date}};
}

json::array facts_value(const std::vector<person_fact>& facts)
{
    json::array out;
    for (const auto& fact : facts)
        out.push_back(fact_value(fact));
    return out;
}

person_view view_of(people_index& index, const person_identity& who)
{
    person_view view{who, {}, {}, {}, {}, {}, {}, {}};
    if (who.is_certain()) {
        view.entries = index.entries_of(who, "");
        view.spouses = index.related(who, "spouse", false, "");
        view.parents = index.related(who, "parent", true, "");
        view.children = index.related(who, "parent", false, "");
        view.guardians = index.related(who, "guardian", true, "");
        view.deaths = index.flagged(who, "dead", "");
    }
    view.probably_same = index.probably_same(who, "");
    return view;
}

} // namespace

result<std::vector<person_view>> find_people(
    sql_connection& db, const std::string& office, std::string_view text, std::int64_t limit
)
{
    const auto name = fold(text);
    const auto typed = clean_text(text);
    TRY(const auto rows,
        db.query(
            "SELECT record, role, full_name, birth_date, gender, pin, document FROM person WHERE "
            "pin = $1 OR document LIKE '%:' || $1 OR (name_key >= $2 AND name_key < $3) "
            "ORDER BY name_key, birth_date, pin, document, office, record, role LIMIT $4",
            {typed, name, name + "\xf4\x8f\xbf\xbf", limit * 4}
        ));
    people_index index(db, office);
    std::vector<person_view> found;
    std::set<std::pair<std::string, std::string>> told;
    for (const auto& row : rows) {
        if (told.contains({row.text(0), row.text(1)})) continue;
        if (found.size() >= static_cast<std::size_t>(limit)) break;
        auto view =
            view_of(index, {row.text(5), row.text(6), row.text(2), row.text(3), row.text(4)});
        told.emplace(row.text(0), row.text(1));
        for (const auto& fact : view.entries)
            told.emplace(fact.record, fact.role);
        found.push_back(std::move(view));
    }
    return found;
}

json::object to_json(const person_view& view)
{
    return {
        {"pin", view.who.pin},
        {"document", view.who.document},
        {"full_name", view.who.full_name},
        {"birth_date", view.who.birth_date},
        {"gender", view.who.gender},
        {"is_dead", !view.deaths.empty()},
        {"is_married", !view.spouses.empty()},
        {"entries", facts_value(view.entries)},
        {"spouses", facts_value(view.spouses)},
        {"parents", facts_value(view.parents)},
        {"children", facts_value(view.children)},
        {"guardians", facts_value(view.guardians)},
        {"deaths", facts_value(view.deaths)},
        {"probably_same", facts_value(view.probably_same)}};
}

} // namespace hotich
