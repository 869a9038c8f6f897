#include "tests/support/made_births.h"

#include "tests/support/small_world.h"

#include <algorithm>

namespace hotich::test {

namespace {

struct weighted_names
{
    std::vector<std::string> names;
    std::vector<double> sums;

    [[nodiscard]] const std::string& pick(random_source& random) const
    {
        const double at = static_cast<double>(random.below(1'000'000)) / 1e6 * sums.back();
        const auto found = std::upper_bound(sums.begin(), sums.end(), at);
        return names[static_cast<std::size_t>(
            std::min(found - sums.begin(), std::ptrdiff_t(names.size()) - 1)
        )];
    }
};

weighted_names names_at(const json::object& document, std::string_view path)
{
    weighted_names out;
    double sum = 0;
    for (const auto& item : find_path(document, path)->get_array()) {
        out.names.emplace_back(text_at(item.get_object(), "name"));
        out.sums.push_back(sum += item.get_object().at("weight").to_number<double>());
    }
    return out;
}

struct name_lists
{
    weighted_names family;
    weighted_names middle;
    weighted_names given;
};

const name_lists& lists()
{
    static const auto read = [] {
        const auto document = must(read_json_file(HOTICH_SOURCE "/tests/data/names_vi.json"));
        const auto& root = document.get_object();
        return name_lists{
            names_at(root, "kinh.family"),
            names_at(root, "kinh.second_middle.male"),
            names_at(root, "kinh.given.male_born_after_1990.names")};
    }();
    return read;
}

std::string some_name(random_source& random, const std::string& family)
{
    const auto& from = lists();
    const auto surname = family.empty() ? from.family.pick(random) : family;
    return surname + " " + from.middle.pick(random) + " " + from.given.pick(random);
}

std::string digits(int value, std::size_t width)
{
    const auto text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

} // namespace

made_names names_of(int n)
{
    seeded_random random(static_cast<std::uint64_t>(n) * 7919 + 17);
    const auto father = some_name(random, "");
    const auto family = father.substr(0, father.find(' '));
    return {some_name(random, family), some_name(random, ""), father};
}

json::object made_birth(int n)
{
    auto data = lawful_birth();
    const auto names = names_of(n);
    data["gcs_code"] = digits(n / 100'000 % 100'000, 5) + ".GCS." + digits(n % 100'000, 5) + ".26";
    set_path(data, "child.full_name", json::value(names.child));
    set_path(data, "mother.full_name", json::value(names.mother));
    set_path(data, "father.full_name", json::value(names.father));
    set_path(data, "requester.full_name", json::value(names.father));
    set_path(data, "mother.id_doc.number", json::value("0011960" + digits(n % 100'000, 5)));
    set_path(data, "father.id_doc.number", json::value("0370930" + digits(n % 100'000, 5)));
    for (const auto* path : {"mother.pin", "father.pin", "requester.pin"})
        remove_path(data, path);
    return data;
}

} // namespace hotich::test
