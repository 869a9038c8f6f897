#include "common/rules/lookup.h"

namespace hotich {

person_identity identity_at(const json::object& data, const std::string& path)
{
    const auto prefix = path.empty() ? std::string() : path + ".";
    const auto at = [&](const char* name) { return std::string(text_at(data, prefix + name)); };
    person_identity who{at("pin"), "", at("full_name"), at("birth_date"), at("gender")};
    const auto type = at("id_doc.type");
    const auto number = at("id_doc.number");
    const bool is_citizen_card =
        type == "CCCD" || type == "CAN_CUOC" || type == "E_CAN_CUOC" || type == "GCN_CAN_CUOC";
    if (number.empty() || type.empty() || type == "NONE") return who;
    if (is_citizen_card && number.size() == 12) {
        if (who.pin.empty()) who.pin = number;
        return who;
    }
    who.document = type + ":" + number;
    return who;
}

} // namespace hotich
