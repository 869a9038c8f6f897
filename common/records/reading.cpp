#include "common/records/reading.h"

namespace hotich {

namespace {

constexpr std::size_t members = 5;

} // namespace

json::array to_json(const reading& one)
{
    return {one.seq, one.at.ms, one.who, one.act, one.record};
}

result<reading> parse_reading(const json::value& source)
{
    const failure none{failure_code::invalid_input, "a reading is [seq, time, who, act, record]"};
    const auto* list = source.if_array();
    if (list == nullptr || list->size() != members) return none;
    const auto* seq = list->at(0).if_int64();
    const auto* at = list->at(1).if_int64();
    if (seq == nullptr || at == nullptr || *seq < 1 || *at < 0) return none;
    reading out{*seq, {*at}, {}, {}, {}};
    std::size_t place = 2;
    for (auto* text : {&out.who, &out.act, &out.record}) {
        const auto* told = list->at(place++).if_string();
        if (told == nullptr || told->size() > max_reading_text) return none;
        text->assign(told->data(), told->size());
    }
    if (out.who.empty() || out.act.empty()) return none;
    return out;
}

} // namespace hotich
