// Rules about identity documents, personal identification numbers and birth notices.
#include "common/records/personal_number.h"
#include "common/rules/rule.h"

#include <algorithm>
#include <array>

namespace hotich {

namespace {

bool all_digits(std::string_view text, std::size_t from, std::size_t to)
{
    return text.size() >= to
        && std::all_of(text.begin() + long(from), text.begin() + long(to), [](char c) {
               return c >= '0' && c <= '9';
           });
}

bool is_digits(std::string_view text, std::size_t count)
{
    return text.size() == count && all_digits(text, 0, count);
}

std::string without_spaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

struct numbered_document
{
    std::string type;
    std::string number;
    std::string field;
};

numbered_document document_of(const rule_input& in)
{
    const auto path = in.path(0);
    return {
        std::string(text_at(in.data, path + ".type")),
        without_spaces(std::string(text_at(in.data, path + ".number"))),
        path + ".number",
    };
}

} // namespace

// Domain §5.1; a mismatch is legal after a redetermination or correction (§5.4), so it is never a
// block.
rule_result pin_matches(const rule_input& in)
{
    const auto pin = in.text(0);
    const auto birth = in.date(2);
    if (!is_personal_number(pin) || !birth || fits_person(pin, in.value(1), birth->year)) return {};
    return {{in.path(0), {}}};
}

rule_result pin_prefix_known(const rule_input& in)
{
    const auto pin = in.text(0);
    if (!is_digits(pin, 12)) return {};
    const auto prefix = pin.substr(0, 3);
    // Codes from 100 on are countries of birth registration (TT 07/2016/TT-BCA, annex 2), which is
    // not known here.
    if (prefix >= "100" || in.context.known.list("pin_province").find(prefix) != nullptr) return {};
    return {{in.path(0), {plain("prefix", prefix)}}};
}

rule_result id_document_format(const rule_input& in)
{
    const auto document = document_of(in);
    if (document.number.empty()) return {};
    constexpr std::array twelve_digits{"CCCD", "CAN_CUOC", "GCN_CAN_CUOC", "E_CAN_CUOC"};
    const bool needs_twelve =
        std::find(twelve_digits.begin(), twelve_digits.end(), document.type) != twelve_digits.end();
    if (needs_twelve && !is_digits(document.number, 12))
        return {
            {document.field,
             {{"expected", in.context.known.message("expected", "twelve_digits")}}}};
    if (document.type == "CMND" && !is_digits(document.number, 9)
        && !is_digits(document.number, 12))
        return {
            {document.field,
             {{"expected", in.context.known.message("expected", "nine_or_twelve_digits")}}}};
    return {};
}

rule_result id_document_unusual(const rule_input& in)
{
    const auto document = document_of(in);
    if (document.number.empty()) return {};
    const auto is_alnum = std::all_of(document.number.begin(), document.number.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
    constexpr std::array army{"QDND", "OFFICER", "CAND"};
    const bool is_army = std::find(army.begin(), army.end(), document.type) != army.end();
    if (document.type == "PASSPORT"
        && (!is_alnum || document.number.size() < 5 || document.number.size() > 20))
        return {{document.field, {}}};
    if (is_army && (!is_alnum || document.number.size() < 6 || document.number.size() > 12))
        return {{document.field, {}}};
    return {};
}

// Luật Căn cước Đ46: an old identity card may not be used after 31/12/2024.
rule_result cmnd_no_longer_valid(const rule_input& in)
{
    const auto document = document_of(in);
    if (document.type != "CMND" || in.registered_on() <= civil_date{2024, 12, 31}) return {};
    return {{document.field, {}}};
}

// TT 22/2025/TT-BYT: since 01/10/2025 a notice has 18 characters XXXXX.GCS.ZZZZZ.YY.
rule_result gcs_code_format(const rule_input& in)
{
    const auto code = in.text(0);
    const auto issued = in.date(1);
    if (code.empty() || !issued || for_age_test(*issued) < civil_date{2025, 10, 1}) return {};
    const bool fits = code.size() == 18 && code.find('.') == 5 && code.substr(5, 5) == ".GCS."
        && code[15] == '.' && all_digits(code, 16, 18);
    if (fits) return {};
    return {{in.path(0), {}}};
}

// Luật Hộ tịch Đ10: a foreign paper is legalised unless a treaty exempts it; the reason is written
// down (domain §6.6 row 23).
rule_result foreign_paper_legalised(const rule_input& in)
{
    auto prefix = in.path(0);
    if (!prefix.empty() && prefix.back() != '.') prefix += ".";
    if (prefix == ".") prefix.clear();
    const auto field = prefix + "legalised";
    const auto state = text_at(in.data, field);
    if (state.empty() || state == "done") return {};
    return {{field, {}}};
}

} // namespace hotich
