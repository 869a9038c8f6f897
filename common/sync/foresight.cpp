#include "common/sync/foresight.h"

#include "common/base/text.h"
#include "common/rules/check.h"

#include <array>
#include <bit>
#include <iterator>

namespace hotich {

namespace {

constexpr std::size_t max_keys_in_a_statement = 256;

/// How one kind of key is looked for: `exists` is the rest of "SELECT … WHERE EXISTS", in which
/// column1, and column2 of keys of two parts, are the key.
struct question
{
    row_key kind;
    std::size_t parts;
    const char* exists;
    bool may_change; ///< while a batch is decided, by another server
};

/// The gates of host_gates.cpp hold the claims, the office's row its records.
constexpr std::array questions{
    question{row_key::claim, 1, "(SELECT 1 FROM claim WHERE claim_key = column1)", false},
    question{row_key::duplicate, 1, "(SELECT 1 FROM duplicate_key WHERE dup_key = column1)", true},
    question{row_key::pin, 1, "(SELECT 1 FROM person WHERE pin = column1 AND pin <> '')", true},
    question{
        row_key::document,
        1,
        "(SELECT 1 FROM person WHERE document = column1 AND document <> '')",
        true},
    // A namesake is no more than a hint to the clerk.
    question{
        row_key::name,
        2,
        "(SELECT 1 FROM person WHERE name_key = column1 AND birth_date >= column2 AND birth_date < "
        "column2 || ':')",
        false},
    // A record of which nothing at all is known: column2 is the office.
    question{
        row_key::record,
        2,
        "(SELECT 1 FROM operation WHERE office = column2 AND record = column1) OR EXISTS (SELECT 1 "
        "FROM annotation_link WHERE office = column2 AND target = column1) OR EXISTS (SELECT 1 "
        "FROM record WHERE office = column2 AND record = column1) OR EXISTS (SELECT 1 FROM "
        "pin_request WHERE office = column2 AND record = column1) OR EXISTS (SELECT 1 FROM "
        "person_judgement WHERE record_a = column1) OR EXISTS (SELECT 1 FROM person_judgement "
        "WHERE record_b = column1)",
        false}};

using keys_by_kind = decltype(foreseen_batch::wanted);

wanted_keys& keys_of(keys_by_kind& all, row_key kind)
{
    return all.at(static_cast<std::size_t>(kind));
}

void add_person(const person_identity& who, keys_by_kind& all)
{
    if (!who.pin.empty()) keys_of(all, row_key::pin)[who.pin] = {who.pin};
    if (!who.document.empty()) keys_of(all, row_key::document)[who.document] = {who.document};
    const auto birth = parse_partial_date(who.birth_date);
    const auto name_key = fold(who.full_name);
    if (!birth || name_key.empty()) return;
    const auto year = std::to_string(birth->year);
    keys_of(all, row_key::name)[name_and_year(name_key, year)] = {name_key, year};
}

void add_registration(const operation& op, const definitions& known, keys_by_kind& all)
{
    const auto* event = known.find_event(text_at(op.payload, "event"));
    const auto* data = object_at(op.payload, "data");
    if (event == nullptr || data == nullptr) return;
    keys_of(all, row_key::record)[op.record] = {op.record, op.office};
    for (const auto& claim : claims_of(*event, *data))
        keys_of(all, row_key::claim)[claim.key] = {claim.key};
    for (const auto key : duplicate_keys(*event, *data))
        keys_of(all, row_key::duplicate)[std::to_string(key)] = {key};
    for (const auto& use : event->people)
        add_person(identity_at(*data, use.path), all);
}

/// The keys among `count` under which there is something.
std::string statement_of(const question& asked, std::size_t count)
{
    std::string places;
    std::size_t number = 0;
    for (std::size_t row = 0; row < count; ++row) {
        places += row == 0 ? "(" : ", (";
        for (std::size_t part = 0; part < asked.parts; ++part)
            places += (part == 0 ? "$" : ", $") + std::to_string(++number);
        places += ")";
    }
    return std::string("SELECT column1") + (asked.parts == 2 ? ", column2" : "") + " FROM (VALUES "
        + places + ") AS wanted WHERE EXISTS " + asked.exists;
}

/// The same, but what the office itself has under them does not count.
std::string statement_of_others(const question& asked, std::size_t count)
{
    auto text = statement_of(asked, count);
    text.insert(text.size() - 1, " AND office <> $" + std::to_string(count * asked.parts + 1));
    return text;
}

/// As a key is known: its value, or "name\tyear" of two.
std::string key_in(const question& asked, const sql_row& row)
{
    if (asked.kind == row_key::name) return name_and_year(row.text(0), row.text(1));
    const auto* number = std::get_if<std::int64_t>(&row.value(0));
    return number == nullptr ? row.text(0) : std::to_string(*number);
}

void learn(row_key kind, const std::string& key, kept_rows& rows)
{
    rows.learn_absent(kind, key);
    if (kind != row_key::record) return;
    rows.learn_absent(row_key::judged, key);
    rows.learn_absent(row_key::pin_request, key);
}

using key_iterator = wanted_keys::const_iterator;

/// In powers of two, so that there are few different statements to prepare.
std::size_t next_count(key_iterator at, const wanted_keys& keys)
{
    const auto left = static_cast<std::size_t>(std::distance(at, keys.end()));
    return std::min(max_keys_in_a_statement, std::bit_floor(left));
}

std::vector<sql_value> values_from(key_iterator at, std::size_t count)
{
    std::vector<sql_value> out;
    for (std::size_t i = 0; i < count; ++i, ++at)
        out.insert(out.end(), at->second.begin(), at->second.end());
    return out;
}

status ask(sql_connection& store, const question& asked, wanted_keys& keys, kept_rows& rows)
{
    std::vector<std::string> held;
    for (auto at = keys.cbegin(); at != keys.cend();) {
        const auto count = next_count(at, keys);
        const auto values = values_from(at, count);
        TRY(const auto found,
            store.query(statement_of(asked, count), std::span<const sql_value>(values)));
        for (const auto& row : found)
            held.push_back(key_in(asked, row));
        std::advance(at, count);
    }
    for (const auto& key : held)
        keys.erase(key);
    for (const auto& [key, values] : keys)
        learn(asked.kind, key, rows);
    return {};
}

status ask_again(
    sql_connection& store, const question& asked, const wanted_keys& keys, const std::string& office
)
{
    for (auto at = keys.cbegin(); at != keys.cend();) {
        const auto count = next_count(at, keys);
        auto values = values_from(at, count);
        values.emplace_back(office);
        TRY(const auto found,
            store.query(statement_of_others(asked, count), std::span<const sql_value>(values)));
        if (!found.empty())
            return failure{failure_code::busy, "another server has written what this one rests on"};
        std::advance(at, count);
    }
    return {};
}

} // namespace

foreseen_batch foresee(const definitions& known, const std::vector<std::string>& bodies)
{
    foreseen_batch out;
    out.operations.reserve(bodies.size());
    for (const auto& body : bodies) {
        out.operations.push_back(parse_operation(body));
        const auto& read = out.operations.back();
        if (!read) return out;
        if ((*read).kind == operation_kind::registration)
            add_registration(*read, known, out.wanted);
    }
    return out;
}

status look_ahead(sql_connection& store, foreseen_batch& batch, kept_rows& rows)
{
    for (const auto& asked : questions)
        TRY_STATUS(ask(store, asked, keys_of(batch.wanted, asked.kind), rows));
    return {};
}

status look_again(sql_connection& store, const std::string& office, const foreseen_batch& batch)
{
    for (const auto& asked : questions)
        if (asked.may_change)
            TRY_STATUS(ask_again(
                store, asked, batch.wanted.at(static_cast<std::size_t>(asked.kind)), office
            ));
    return {};
}

} // namespace hotich
