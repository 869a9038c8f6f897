// How a row of the log of reading is told. Used by its route and by the server's command.
#pragma once

#include "syncserver/services/reading_service.h"

namespace hotich {

inline json::object reading_json(const told_reading& told)
{
    const auto& [row, account_name] = told;
    json::object out{
        {"at", row.what.at.ms},
        {"received_at", row.received.ms},
        {"desk", row.desk},
        {"who", row.what.who},
        {"act", row.what.act}};
    const auto set = [&out](const char* member, const std::string& text) {
        if (!text.empty()) out[member] = text;
    };
    set("account", account_name);
    set("record", row.what.record);
    set("event", row.event);
    set("number", row.number);
    set("reason", row.what.reason);
    return out;
}

} // namespace hotich
