#include "tests/support/made_families.h"

#include "common/base/civil_date.h"
#include "common/base/text.h"
#include "tests/support/small_world.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace hotich::test {

namespace {

/// SplitMix64: a number of its own for each birth, without a state.
class chance
{
public:
    explicit chance(std::uint64_t seed) : m_state(seed * 0x9e3779b97f4a7c15ULL + 1) {}

    std::uint64_t below(std::uint64_t limit)
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        auto value = m_state;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
        return (value ^ (value >> 31)) % limit;
    }

    bool in_100(std::uint64_t percent) { return below(100) < percent; }

private:
    std::uint64_t m_state;
};

struct weighted
{
    std::vector<std::string> names;
    std::vector<double> sums;

    [[nodiscard]] const std::string& pick(chance& random) const
    {
        const double at = static_cast<double>(random.below(1'000'000)) / 1e6 * sums.back();
        const auto found = std::upper_bound(sums.begin(), sums.end(), at) - sums.begin();
        return names[static_cast<std::size_t>(
            std::min(found, static_cast<std::ptrdiff_t>(names.size()) - 1)
        )];
    }
};

weighted list_at(const json::object& document, const std::string& path)
{
    weighted out;
    double sum = 0;
    for (const auto& item : find_path(document, "kinh." + path)->get_array()) {
        const auto* entry = item.if_object();
        out.names.emplace_back(
            entry ? text_at(*entry, "name") : std::string_view(item.get_string())
        );
        out.sums.push_back(sum += entry ? entry->at("weight").to_number<double>() : 1.0);
    }
    return out;
}

/// What one gender of one time is called.
struct names_of_a_time
{
    weighted first_middle;
    weighted second_middle;
    weighted given;
    std::uint64_t four_words_percent = 0;
};

struct all_names
{
    weighted family;
    names_of_a_time of[2][2]; ///< male, female; old, young
};

const all_names& names()
{
    static const auto read = [] {
        const auto document = must(read_json_file(HOTICH_SOURCE "/tests/data/names_vi.json"));
        const auto& root = document.get_object();
        const auto time = [&](const std::string& gender, const char* era, const char* given) {
            return names_of_a_time{
                list_at(root, "first_middle." + gender + "." + era),
                list_at(root, "second_middle." + gender),
                list_at(root, "given." + gender + given),
                gender == "male" ? std::uint64_t(26) : std::uint64_t(65)};
        };
        all_names out;
        out.family = list_at(root, "family");
        out.of[0][0] = time("male", "born_1975_1995", "_older.names");
        out.of[0][1] = time("male", "born_1996_later", "_born_after_1990.names");
        out.of[1][0] = time("female", "born_1975_1995", "_older.names");
        out.of[1][1] = time("female", "born_1996_later", "_born_after_1990.names");
        return out;
    }();
    return read;
}

std::string name_of_person(chance& random, const std::string& family, bool is_female, int year)
{
    const auto& from = names().of[is_female ? 1 : 0][year > 1990 ? 1 : 0];
    auto out = family + " " + from.first_middle.pick(random);
    if (random.in_100(from.four_words_percent)) out += " " + from.second_middle.pick(random);
    return out + " " + from.given.pick(random);
}

std::string number_of(chance& random)
{
    return std::to_string(100'000'000'000 + random.below(100'000'000'000));
}

/// A parent as the book of the child's time has them: lately with day and number, of old a year.
json::object parent(chance& random, const std::string& name, int birth_year, int registered)
{
    const civil_date born{
        birth_year, 1 + static_cast<int>(random.below(12)), 1 + static_cast<int>(random.below(28))};
    const auto number = number_of(random);
    json::object out{{"full_name", name}};
    const bool is_recent = registered >= 2016;
    out["birth_date"] = is_recent ? to_iso(born) : std::to_string(birth_year);
    if (random.in_100(is_recent ? 80 : 10)) out["id_doc"] = {{"number", number}};
    return out;
}

struct family_head
{
    civil_date first_birth;
    std::string surname;
    std::string mother;
    std::string father;
    int mother_born = 0;
    int father_born = 0;
};

family_head head_of(std::int64_t family)
{
    chance random(static_cast<std::uint64_t>(family) * 2 + 1);
    family_head out;
    out.first_birth = add_days({1968, 1, 1}, static_cast<int>(random.below(56 * 365)));
    out.surname = names().family.pick(random);
    out.mother_born = out.first_birth.year - 19 - static_cast<int>(random.below(14));
    out.father_born = out.mother_born - static_cast<int>(random.below(6));
    out.father = name_of_person(random, out.surname, false, out.father_born);
    out.mother = name_of_person(random, names().family.pick(random), true, out.mother_born);
    return out;
}

/// Whether the child was born together with the one before.
bool is_twin(std::int64_t family, std::int64_t child)
{
    chance random(static_cast<std::uint64_t>(family) * 31 + static_cast<std::uint64_t>(child));
    return child > 0 && random.below(90) == 0;
}

civil_date born_on(const family_head& head, std::int64_t family, std::int64_t child)
{
    auto day = head.first_birth;
    for (std::int64_t n = 1; n <= child; ++n) {
        chance random(static_cast<std::uint64_t>(family) * 17 + static_cast<std::uint64_t>(n));
        if (!is_twin(family, n)) day = add_days(day, 330 + static_cast<int>(random.below(1500)));
    }
    return day;
}

void change_name(
    json::object& data, const std::string& path, const std::function<std::string(std::string)>& how
)
{
    if (is_known(data, path))
        set_path(data, path, json::value(how(std::string(text_at(data, path)))));
}

/// A slip of the finger among the plain letters of the last word; names of one letter stay.
std::string with_other_letter(std::string name, chance& random)
{
    auto at = name.size() - 1;
    while (at > 0 && static_cast<unsigned char>(name[at]) >= 0x80)
        --at;
    if (name[at] == ' ') return name + "n";
    name[at] =
        static_cast<char>('a' + (name[at] - 'a' + 1 + static_cast<int>(random.below(20))) % 26);
    return name;
}

std::string with_letters_exchanged(std::string name)
{
    for (auto at = name.size() - 1; at > 0; --at) {
        const bool are_plain = std::islower(static_cast<unsigned char>(name[at])) != 0
            && std::islower(static_cast<unsigned char>(name[at - 1])) != 0
            && name[at] != name[at - 1];
        if (!are_plain) continue;
        std::swap(name[at], name[at - 1]);
        return name;
    }
    return name;
}

/// As Western forms have it: the given name first.
std::string given_name_first(const std::string& name)
{
    const auto space = name.rfind(' ');
    return name.substr(space + 1) + " " + name.substr(0, space);
}

void exchange_day_and_month(json::object& data)
{
    const auto date = parse_date(text_at(data, "child.birth_date"));
    if (!date || date->day > 12) return;
    set_path(
        data,
        "child.birth_date",
        json::value(to_iso(civil_date{date->year, date->day, date->month}))
    );
}

void make_slip(json::object& data, slip what, chance& random)
{
    switch (what) {
    case slip::letter_in_name:
        return change_name(data, "child.full_name", [&random](std::string name) {
            return with_other_letter(std::move(name), random);
        });
    case slip::letters_exchanged:
        return change_name(data, "child.full_name", with_letters_exchanged);
    case slip::no_marks:
        for (const auto* path : {"child.full_name", "mother.full_name", "father.full_name"})
            change_name(data, path, [](const std::string& name) { return fold(name); });
        return;
    case slip::words_in_other_order:
        return change_name(data, "child.full_name", given_name_first);
    case slip::day_and_month_exchanged:
        return exchange_day_and_month(data);
    case slip::no_father:
        return remove_path(data, "father");
    case slip::no_numbers:
        remove_path(data, "mother.id_doc");
        return remove_path(data, "father.id_doc");
    case slip::mother_misspelt:
        return change_name(data, "mother.full_name", [&random](std::string name) {
            return with_other_letter(std::move(name), random);
        });
    case slip::none:
    case slip::count:
        return;
    }
}

} // namespace

json::object child_of_family(std::int64_t family, std::int64_t child)
{
    const auto head = head_of(family);
    const auto born = born_on(head, family, child);
    const auto registered = add_days(born, 20);
    chance random(static_cast<std::uint64_t>(family) * 1009 + static_cast<std::uint64_t>(child));
    chance of_family(static_cast<std::uint64_t>(family) * 13 + 5); // parents stay who they are
    const bool is_girl = random.in_100(48);
    json::object out;
    out["child"] = {
        {"full_name", name_of_person(random, head.surname, is_girl, born.year)},
        {"birth_date", to_iso(born)},
        {"gender", is_girl ? "2" : "1"}};
    auto mother = parent(of_family, head.mother, head.mother_born, registered.year);
    auto father = parent(of_family, head.father, head.father_born, registered.year);
    if (!random.in_100(1)) out["mother"] = std::move(mother);
    if (!random.in_100(5)) out["father"] = std::move(father);
    out["reg_date"] = to_iso(registered);
    return out;
}

json::object written_again(json::object data, slip first, slip second, std::uint64_t seed)
{
    chance random(seed);
    make_slip(data, first, random);
    make_slip(data, second, random);
    const auto then = parse_date(text_at(data, "reg_date")).value_or(civil_date{});
    data["reg_date"] = to_iso(add_days(then, 365));
    return data;
}

} // namespace hotich::test
