#include "tests/support/births.h"

#include "tests/support/small_world.h"

namespace hotich::test {

const event_definition& birth() { return *real_definitions().find_event("birth"); }

json::object birth_of(const std::string& name)
{
    auto data = birth_with("child.full_name", json::value(name));
    data.erase("gcs_code"); // one birth notice is one child
    data.erase("gcs_date");
    return data;
}

json::object birth_with(const std::string& path, json::value value)
{
    auto data = lawful_birth();
    set_path(data, path, std::move(value));
    return data;
}

json::object with_lost_book(json::object birth)
{
    birth["reg_type"] = "2";
    birth["old_reg"] = {
        {"office", "UBND phường Đội Cấn, thành phố Hà Nội"},
        {"book_lost", true},
        {"affidavit", true}};
    return birth;
}

registration_outcome register_data(
    desk_register& desk,
    json::object data,
    std::vector<override_reason> overrides,
    const std::string& record_id
)
{
    return must(desk.register_event(
        birth(), {std::move(data), std::move(overrides), record_id, ""}, monday_morning
    ));
}

registration_outcome register_birth(desk_register& desk, const std::string& name)
{
    return register_data(desk, birth_of(name));
}

std::string as_text(const std::vector<finding>& findings)
{
    std::string text;
    for (const auto& item : findings)
        text += item.rule + " " + item.field + ", ";
    return text;
}

} // namespace hotich::test
