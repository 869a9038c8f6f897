#include "tests/support/people_books.h"

#include "common/sql/sqlcipher_connection.h"
#include "tests/support/small_world.h"

namespace hotich::test {

json::object as_data(const person& who)
{
    json::object data{{"full_name", who.name}, {"birth_date", who.birth_date}};
    if (!who.gender.empty()) data["gender"] = who.gender;
    if (!who.pin.empty()) data["pin"] = who.pin;
    if (!who.document.empty())
        data["id_doc"] = json::object{{"type", "PASSPORT"}, {"number", who.document}};
    return data;
}

person_identity identity(const person& who) { return identity_at({{"p", as_data(who)}}, "p"); }

person man(const std::string& name, const std::string& birth_date)
{
    return {"Nguyễn Văn " + name, birth_date, "1", "00109000" + name, ""};
}

person woman(const std::string& name, const std::string& birth_date)
{
    return {"Trần Thị " + name, birth_date, "2", "00119000" + name, ""};
}

json::object note(const std::string& field, const std::string& value, json::object basis)
{
    return {
        {"kind", "divorce"},
        {"state", "effective"},
        {"on", "2026-03-02"},
        {"changes", json::array{json::object{{"field", field}, {"old", ""}, {"new", value}}}},
        {"basis", std::move(basis)}};
}

std::string as_text(const std::vector<person_fact>& facts)
{
    std::string text;
    for (const auto& fact : facts)
        text += fact.record + " " + fact.role + ", ";
    return text;
}

people_books::people_books() : db(must(open_in_memory())), index(*db, "00004")
{
    must(migrate(*db, "log", real_definitions().folder() + "/sql/log"));
}

std::string people_books::add(const std::string& event, json::object data, json::array annotations)
{
    record entry;
    entry.id = "record-" + std::to_string(++m_count);
    entry.event = event;
    entry.state = record_state::registered;
    entry.number = {"BOOK", 2026, m_count};
    if (!data.contains("reg_date")) data["reg_date"] = "2026-11-23";
    entry.data = std::move(data);
    entry.annotations = std::move(annotations);
    keep(entry);
    return entry.id;
}

void people_books::keep(const record& entry)
{
    must(db->execute(
        "INSERT INTO record (office, record, event, state, book, year, reg_no, reg_date, "
        "title, words, folded) VALUES ('00004', $1, $2, 'registered', '', 2026, $3, $4, '', "
        "'', '')",
        {entry.id,
         entry.event,
         std::int64_t(entry.number ? entry.number->reg_no : 0),
         std::string(text_at(entry.data, "reg_date"))}
    ));
    const auto* event = real_definitions().find_event(entry.event);
    if (event == nullptr) qFatal("no such event");
    must(index.replace(*event, entry, current_data(entry)));
}

std::string people_books::birth(const person& child, const person& mother, const person& father)
{
    json::object data{{"child", as_data(child)}};
    if (!mother.name.empty()) data["mother"] = as_data(mother);
    if (!father.name.empty()) data["father"] = as_data(father);
    return add("birth", std::move(data));
}

std::string people_books::marriage(
    const person& wife, const person& husband, json::array annotations
)
{
    return add(
        "marriage",
        {{"wife", as_data(wife)}, {"husband", as_data(husband)}, {"relation_from", "2015-06-01"}},
        std::move(annotations)
    );
}

std::string people_books::death(const person& who)
{
    return add("death", {{"deceased", as_data(who)}, {"death_date", "2026-11-20"}});
}

void people_books::judge(
    const char* kind, const named_role& a, const named_role& b, outcome decided
)
{
    operation op;
    op.kind = kind;
    op.payload = {
        {"a", json::object{{"record", a.record}, {"role", a.path}}},
        {"b", json::object{{"record", b.record}, {"role", b.path}}}};
    verdict said;
    said.result_kind = decided;
    must(index.apply(op, said));
}

std::string people_books::entries_of(const person& who, const std::string& except)
{
    return as_text(index.entries_of(identity(who), except));
}

std::string people_books::probably(const person& who, const std::string& except)
{
    return as_text(index.probably_same(identity(who), except));
}

std::string people_books::related(const person& who, const char* kind, bool as_b)
{
    std::string text;
    for (const auto& fact : index.related(identity(who), kind, as_b, ""))
        text += fact.other_name + ", ";
    return text;
}

std::string people_books::kinship(const person& a, const person& b)
{
    const auto there = index.kinship_of(identity(a), identity(b));
    const auto back = index.kinship_of(identity(b), identity(a));
    return there == back ? there : there + " but " + back;
}

} // namespace hotich::test
