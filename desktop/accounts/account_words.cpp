#include "desktop/accounts/account_words.h"

#include "common/base/text.h"
#include "desktop/app/qt_text.h"

#include <map>

namespace hotich {

namespace {

std::string with_level(const char* level, const std::string& code)
{
    return std::string(level) + ":" + code;
}

choice choice_of(const char* level, const admin_unit& unit, const std::string& above)
{
    const auto label = unit.name + (above.empty() ? "" : ", " + above) + " (" + unit.code + ")";
    return {with_level(level, unit.code), to_qt(label), fold(label), fold(unit.name), {}, {}};
}

/// "C7: this is no day", as the table's readers say it, in the reader's language; "" for others.
QString table_trouble(const workplace& place, const std::string& detail)
{
    const auto colon = detail.find(": ");
    const auto what = colon == std::string::npos ? detail : detail.substr(colon + 2);
    const auto id = what.substr(0, what.find(':'));
    const auto sentence = place.known.message("tables", id);
    if (sentence.vi == id) return {};
    if (colon == std::string::npos) return to_qt(sentence.in(place.language));
    auto where = to_qt(detail.substr(0, colon));
    where.replace("line", word(place, "account_columns", "line"));
    return word(place, "accounts", "table_place")
        .replace("{place}", where)
        .replace("{what}", to_qt(sentence.in(place.language)));
}

} // namespace

QString unit_name(const workplace& place, const unit_ref& unit)
{
    const auto& units = place.known.units();
    const auto day = date_in_vietnam(place.time.now());
    const auto level = unit.level == "province" ? unit_level::province
        : unit.level == "district"              ? unit_level::district
                                                : unit_level::commune;
    if (unit.code.empty()) return QObject::tr("the whole country");
    const auto* found = units.find(level, unit.code, day);
    if (found == nullptr) found = units.find_any(level, unit.code);
    return found == nullptr ? to_qt(to_text(unit)) : to_qt(found->name);
}

QString role_name(const workplace& place, const std::string& role)
{
    const auto* found = place.known.roles().find(role);
    return to_qt(found == nullptr ? role : found->label.in(place.language));
}

QString grant_text(const workplace& place, const account_grant& grant)
{
    return role_name(place, grant.role) + ", " + unit_name(place, grant.unit);
}

QString word(const workplace& place, const char* group, const std::string& id)
{
    return to_qt(place.known.message(group, id).in(place.language));
}

QString why_account_not(const workplace& place, const failure& why)
{
    const auto own = place.known.message("accounts", why.detail);
    if (own.vi != why.detail) return to_qt(own.in(place.language));
    constexpr std::string_view missing = "column_missing ";
    if (why.detail.starts_with(missing)) {
        const auto column = word(place, "account_columns", why.detail.substr(missing.size()));
        return word(place, "accounts", "column_missing").replace("{column}", column);
    }
    if (const auto told = table_trouble(place, why.detail); !told.isEmpty()) return told;
    const auto general = word(place, "failures", name_of(why.code));
    return why.code == failure_code::invalid_input ? general + " " + to_qt(why.detail) : general;
}

std::string field_of_reason(const std::string& reason)
{
    static const std::map<std::string, std::string> fields{
        {"name_taken", "name"},
        {"name_wrong", "name"},
        {"full_name_needed", "full_name"},
        {"role_unknown", "role"},
        {"role_not_at_level", "role"},
        {"unit_not_in_force", "unit"},
        {"until_before_from", "until"},
        {"grant_unknown", "from"},
        {"reason_needed", "reason"},
        {"reason_too_long", "reason"},
        {"password_short", "new"},
        {"password_long", "new"},
        {"password_common", "new"}};
    if (const auto found = fields.find(reason); found != fields.end()) return found->second;
    for (const auto* member : {"from", "until"})
        if (reason.starts_with(std::string(member) + " must")) return member;
    if (reason.find("unit") != std::string::npos) return "unit";
    const auto quoted = reason.find("member \"");
    if (quoted == std::string::npos) return {};
    const auto begin = quoted + 8;
    return reason.substr(begin, reason.find('"', begin) - begin);
}

choice_list units_below(const workplace& place, const std::string& province)
{
    const auto& units = place.known.units();
    const auto day = date_in_vietnam(place.time.now());
    auto out = std::make_shared<std::vector<choice>>();
    for (const auto* top : units.below(unit_level::province, "", day)) {
        if (!province.empty() && top->code != province) continue;
        out->push_back(choice_of("province", *top, ""));
        for (const auto* unit : units.below(unit_level::commune, top->code, day))
            out->push_back(choice_of("commune", *unit, top->name));
    }
    if (province.empty()) {
        const auto whole = QObject::tr("the whole country");
        out->push_back({"nation", whole, fold(to_utf8(whole)), fold(to_utf8(whole)), {}, {}});
    }
    return out;
}

choice_list roles_named(const workplace& place, const std::vector<std::string>& roles)
{
    auto out = std::make_shared<std::vector<choice>>();
    for (const auto& role : roles) {
        const auto label = role_name(place, role);
        out->push_back({role, label, fold(to_utf8(label)), fold(to_utf8(label)), {}, {}});
    }
    return out;
}

} // namespace hotich
