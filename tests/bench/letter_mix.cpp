#include "tests/bench/letter_mix.h"

#include "common/base/text.h"
#include "tests/support/made_births.h"

#include <algorithm>
#include <array>
#include <set>

namespace hotich::bench {

namespace {

struct share
{
    std::string event;
    std::int64_t count;
};

/// Letter 3911/BTP-CNTT, 11/10/2018. Corrections, changes and supplements (32,210) and
/// redeterminations (777) stand on entries of their office; here they are counted with the kind
/// that is most like them in size, the recognition of a child.
const std::array<share, 7>& shares()
{
    static const std::array<share, 7> table{
        {{"birth", 2'532'201},
         {"marital_status_certificate", 891'739},
         {"marriage", 446'153},
         {"death", 347'536},
         {"parent_child", 13'821 + 32'210 + 777},
         {"guardianship", 1'863},
         {"adoption", 1'555}}};
    return table;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view text)
{
    return text.size() == 12 && std::all_of(text.begin(), text.end(), is_digit);
}

void collect(
    const json::value& value,
    std::string_view name,
    std::set<std::string>& names,
    std::set<std::string>& numbers
)
{
    if (const auto* object = value.if_object())
        for (const auto& [key, member] : *object)
            collect(member, key, names, numbers);
    if (const auto* list = value.if_array())
        for (const auto& item : *list)
            collect(item, name, names, numbers);
    const auto* text = value.if_string();
    if (text == nullptr) return;
    if (is_number(*text)) numbers.insert(std::string(*text));
    if (name == "full_name") names.insert(std::string(*text));
}

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::uint64_t scattered(std::uint64_t n)
{
    n = (n ^ (n >> 30)) * 0xbf58476d1ce4e5b9ull;
    n = (n ^ (n >> 27)) * 0x94d049bb133111ebull;
    return n ^ (n >> 31);
}

constexpr const char* mould_office = "00004";
constexpr int changing_digits = 6;     ///< of a personal number: what says nothing of its person
constexpr int changing_of_a_paper = 9; ///< as many papers as the nation has

/// The last digits are others.
std::string with_digits(std::string number, std::uint64_t chance)
{
    int left = is_number(number) ? changing_digits : changing_of_a_paper;
    for (auto at = number.rbegin(); at != number.rend() && left > 0; ++at) {
        if (!is_digit(*at)) continue;
        *at = char('0' + chance % 10);
        chance /= 10;
        --left;
    }
    return number;
}

/// Of whom no rule asks whether a birthday has passed.
bool has_grown_people(const std::string& event)
{
    return event == "birth" || event == "marriage" || event == "death"
        || event == "marital_status_certificate";
}

void shift_back(json::object& data, const std::string& field, int days)
{
    if (const auto day = parse_date(text_at(data, field)))
        set_path(data, field, json::value(to_iso(add_days(*day, -days))));
}

/// A paper's number that is claimed: no two registrations come with the same.
bool is_paper_number(std::string_view text)
{
    return std::count_if(text.begin(), text.end(), is_digit) >= changing_of_a_paper
        && !parse_date(text);
}

} // namespace

registration_mould::registration_mould(test::server& at, const std::string& event, int days)
    : m_event(event)
{
    test::seeded_random random(5);
    auto desk = test::enrolled_desk(at, mould_office, random);
    const auto* definition = test::real_definitions().find_event(event);
    if (definition == nullptr) qFatal("no event %s", event.c_str());
    auto example = definition->example;
    for (const auto& use : definition->people)
        shift_back(example, use.path + ".birth_date", days);
    const auto made = test::register_of(*desk, event, std::move(example));
    if (!made.is_stored()) qFatal("the example of %s is not registered", event.c_str());
    auto payload = test::must(desk->log().entries_of(made.record)).front().op.payload;
    auto& data = payload["data"].as_object();
    data["signer_name"] = "Trần Thị Người Ký";
    data["signer_title"] = "Chủ tịch";
    // Many share a name, and of those some a day of birth: a clerk has looked.
    payload["overrides"].as_array().push_back(
        override_reason{"possible_duplicate", "", "đã đối chiếu giấy tờ", ""}.to_json()
    );
    std::set<std::string> names;
    std::set<std::string> numbers;
    collect(data, "", names, numbers);
    for (const auto& claim : definition->claims)
        for (const auto& field : claim.fields)
            if (is_paper_number(text_at(data, field)))
                numbers.insert(std::string(text_at(data, field)));
    m_names.assign(names.begin(), names.end());
    m_numbers.assign(numbers.begin(), numbers.end());
    m_text = to_text(payload);
    for (const auto& use : definition->people) {
        const bool is_written_out = event == "birth" && use.path == "child"; // in words as well
        const auto field = use.path + ".birth_date";
        const bool varies = !is_written_out && has_grown_people(event);
        if (varies && parse_date(text_at(data, field))) m_birth_dates.push_back("data." + field);
    }
}

json::object registration_mould::payload(std::int64_t n, const std::string& office) const
{
    auto text = m_text;
    auto chance = static_cast<std::uint64_t>(n) * 31 + 1;
    for (const auto& name : m_names) {
        chance = scattered(chance + 1);
        const auto made = test::names_of(static_cast<int>(chance % 1'000'000'000));
        const auto family = name.substr(0, name.find(' '));
        // Names of four words, as most are: three of them would be too few for a nation.
        const auto last = made.father.substr(made.father.rfind(' '));
        replace_all(text, name, family + made.child.substr(made.child.find(' ')) + last);
    }
    for (const auto& number : m_numbers) {
        chance = scattered(chance + 1);
        replace_all(text, number, with_digits(number, chance));
    }
    auto payload = test::must(parse_json_object(text));
    for (const auto& field : m_birth_dates) {
        chance = scattered(chance + 1);
        // The year stands in the personal number.
        const auto year = parse_date(text_at(payload, field))->year;
        const auto day = add_days({year, 1, 1}, static_cast<int>(chance % 360));
        set_path(payload, field, json::value(to_iso(day)));
    }
    if (auto* notes = payload.if_contains("annotations"))
        for (auto& note : notes->as_array()) {
            auto& target = note.as_object().at("target").as_object();
            if (text_at(target, "office") == mould_office) target["office"] = office;
        }
    return payload;
}

const std::string& letter_kind(std::int64_t n)
{
    auto at = static_cast<std::int64_t>(
        scattered(static_cast<std::uint64_t>(n)) % std::uint64_t(letter_registrations)
    );
    for (const auto& kind : shares()) {
        if (at < kind.count) return kind.event;
        at -= kind.count;
    }
    return shares().front().event;
}

std::vector<std::string> letter_kinds()
{
    std::vector<std::string> out;
    for (const auto& kind : shares())
        out.push_back(kind.event);
    return out;
}

} // namespace hotich::bench
