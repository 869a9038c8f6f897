#include "common/base/text.h"
#include "common/records/scan.h"
#include "common/sync/desk_line.h"
#include "common/sync/server_word.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

wire_dictionary dictionary_of(const desk_register& desk)
{
    auto dictionary = wire_dictionary::load(desk.known().folder());
    return dictionary ? std::move(*dictionary) : wire_dictionary();
}

/// While a register is being filled: how far.
void tell_progress(const context& in, const feed_progress& progress)
{
    if (progress.here >= progress.feed) return;
    in.say(replace_placeholders(
        in.words("tool", "progress"),
        {{"here", std::to_string(progress.here)}, {"feed", std::to_string(progress.feed)}}
    ));
}

/// The days that the law counts are this PC's: nothing is set right in silence.
void warn_of_clock(const context& in, const desk_register& desk)
{
    const auto skew_ms = clock_skew_of(desk);
    if (!is_clock_wrong(skew_ms)) return;
    in.say(replace_placeholders(
        in.words("tool", skew_ms > 0 ? "clock_fast" : "clock_slow"),
        {{"minutes", std::to_string(std::abs(skew_ms) / 60'000)}}
    ));
}

json::object reason_value(const context& in, const json::value& reason)
{
    const auto item =
        reason.is_object() ? parse_finding(reason.get_object()) : result<finding>(failure{});
    return item ? finding_value(in, *item, nullptr) : json::object{};
}

json::object totals_value(const context& in, const synchronisation& sum)
{
    std::int64_t accepted = 0;
    json::array rejected;
    json::array held;
    json::array numbers;
    for (const auto& decided : sum.all.own) {
        json::array reasons;
        for (const auto& reason : decided.reasons)
            reasons.push_back(reason_value(in, reason));
        if (decided.result_kind == outcome::accepted)
            ++accepted;
        else if (decided.result_kind == outcome::rejected)
            rejected.push_back(
                {{"record", decided.record},
                 {"kind", decided.kind},
                 {"reasons", std::move(reasons)}}
            );
        else
            held.push_back(
                {{"record", decided.record},
                 {"reasons", std::move(reasons)},
                 {"other", decided.other}}
            );
        if (decided.number)
            numbers.push_back({{"record", decided.record}, {"number", to_display(*decided.number)}}
            );
    }
    return {
        {"pushed", static_cast<std::int64_t>(sum.all.own.size())},
        {"pulled", sum.all.pulled},
        {"accepted", accepted},
        {"rejected", std::move(rejected)},
        {"held", std::move(held)},
        {"numbers", std::move(numbers)},
        {"revision", sum.progress.here},
        {"feed", sum.progress.feed},
    };
}

std::string totals_text(const context& in, const json::object& value)
{
    const auto count = [&value](const char* name) {
        return std::to_string(value.at(name).get_array().size());
    };
    return replace_placeholders(
        in.words("tool", "synchronised"),
        {{"pushed", to_text(value.at("pushed"))},
         {"pulled", to_text(value.at("pulled"))},
         {"numbers", count("numbers")},
         {"rejected", count("rejected")},
         {"held", count("held")}}
    );
}

json::object block_value(const number_block& block, const std::vector<int>& unused)
{
    json::array left;
    for (const int reg_no : unused)
        left.push_back(reg_no);
    return {
        {"block", block.block},
        {"book", block.book_kind},
        {"year", block.year},
        {"first", block.first},
        {"last", block.last},
        {"unused", std::move(left)}};
}

} // namespace

result<synchronisation> run_sync(context& in, desk_register& desk)
{
    auto done = synchronise_and_wait(
        desk,
        dictionary_of(desk),
        [&in] { return in.now(); },
        [&in](const feed_progress& progress) { tell_progress(in, progress); }
    );
    warn_of_clock(in, desk);
    return done;
}

exit_code synchronise(context& in, const std::string& scans)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto sum = run_sync(in, **desk);
    if (!sum) return in.fail(sum.error());
    auto value = totals_value(in, *sum);
    const bool carries =
        scans == "now" || (scans == "as-set" && is_scan_time((*desk)->office(), in.now()));
    if (carries) {
        auto carried = carry_scans(in, **desk);
        if (!carried) return in.fail(carried.error());
        value["scans"] = std::move(*carried);
    }
    in.print(value, totals_text(in, value));
    return done;
}

exit_code take_certificate(context& in, const std::string& word)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto announced = announced_certificate(word, (*desk)->identity().server_key);
    if (!announced) return in.fail({failure_code::invalid_input, "certificate_not_signed"});
    if (const auto taken = take_word(**desk, {.next_certificate = word}); !taken)
        return in.fail(taken.error());
    in.print({{"certificate", *announced}}, in.words("tool", "certificate_known"));
    return done;
}

exit_code take_numbers(context& in, const std::string& event_name, int count)
{
    const auto book = in.book(event_name);
    if (!book) return in.fail(book.error());
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto block_id = (*desk)->request_block((*book)->kind, count, in.now());
    if (!block_id) return in.fail(block_id.error());
    const auto sum = run_sync(in, **desk);
    if (!sum) {
        if (sum.error().code == failure_code::offline) in.say(in.words("tool", "block_kept"));
        return in.fail(sum.error());
    }
    const auto blocks = (*desk)->blocks();
    if (!blocks) return in.fail(blocks.error());
    for (const auto& block : *blocks) {
        if (block.block != *block_id) continue;
        const auto unused = (*desk)->unused_numbers(block);
        if (!unused) return in.fail(unused.error());
        in.print(
            block_value(block, *unused),
            replace_placeholders(
                in.words("tool", "block_granted"),
                {{"first", std::to_string(block.first)}, {"last", std::to_string(block.last)}}
            )
        );
        return done;
    }
    return in.fail({failure_code::not_allowed, "the server did not grant the block"});
}

exit_code list_numbers(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto blocks = (*desk)->blocks();
    if (!blocks) return in.fail(blocks.error());
    json::array values;
    std::string text;
    for (const auto& block : *blocks) {
        const auto unused = (*desk)->unused_numbers(block);
        if (!unused) return in.fail(unused.error());
        values.push_back(block_value(block, *unused));
        text += to_text(values.back()) + "\n";
    }
    in.print({{"blocks", std::move(values)}}, text);
    return done;
}

exit_code return_numbers(context& in, const std::string& block)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (const auto returned = (*desk)->return_block(block, in.now()); !returned)
        return in.fail(returned.error());
    return synchronise(in, "later");
}

exit_code show_line(context& in)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto today = to_iso(date_in_vietnam(in.now()));
    const auto meter = traffic_of(**desk);
    const auto day = meter.during(today);
    const auto month = meter.during(today.substr(0, 7));
    const auto line = line_of(**desk);
    const auto kilobytes = [](std::int64_t bytes) { return std::to_string((bytes + 999) / 1000); };
    in.print(
        {{"today", {{"sent", day.sent}, {"received", day.received}}},
         {"month", {{"sent", month.sent}, {"received", month.received}}},
         {"days", meter.kept()},
         {"line", line.to_json()},
         {"clock_skew_ms", clock_skew_of(**desk)}},
        replace_placeholders(
            in.words("tool", "line"),
            {{"day_sent", kilobytes(day.sent)},
             {"day_received", kilobytes(day.received)},
             {"month_sent", kilobytes(month.sent)},
             {"month_received", kilobytes(month.received)},
             {"speed", kilobytes(line.bytes_per_second)}}
        )
    );
    warn_of_clock(in, **desk);
    return done;
}

} // namespace hotich::tool
