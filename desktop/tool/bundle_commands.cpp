#include "common/base/text.h"
#include "common/sync/bundle_desk.h"
#include "common/sync/bundle_words.h"
#include "desktop/tool/commands.h"

namespace hotich::tool {

namespace {

exit_code fail_with_bundle(const context& in, const failure& why)
{
    in.say(bundle_failure_text(why, in.known(), in.chosen().language));
    return exit_code_of(why.code);
}

struct written_bundle
{
    desk_bundle made;
    std::string file;
};

result<written_bundle> write_outgoing(context& in, desk_register& desk, const std::string& to)
{
    written_bundle out;
    TRY(out.made, pack_for_server(desk, in.now()));
    TRY(out.file, write_bundle_file(to, out.made.label, out.made.file));
    return out;
}

result<taken_answer> read_incoming(context& in, desk_register& desk, const std::string& file)
{
    TRY(const auto bytes, read_bundle_file(file));
    return take_in_bundle(desk, bytes, in.now());
}

json::object taken_value(const context& in, const taken_answer& taken)
{
    json::array records;
    for (const auto& decided : taken.report.own)
        records.push_back(receipt_value(decided, in.known(), in.chosen().language));
    return {
        {"office", taken.label.office},
        {"desk", taken.label.desk},
        {"number", taken.label.number},
        {"known_already", taken.was_known},
        {"must_show", taken.must_show},
        {"more", taken.more},
        {"pulled", taken.report.pulled},
        {"moved", taken.report.moved},
        {"unsent", taken.report.unsent_left},
        {"records", std::move(records)},
    };
}

std::string taken_text(const context& in, const taken_answer& taken)
{
    if (taken.must_show) return in.words("bundle", "must_show");
    if (taken.was_known) return in.words("bundle", "known_already");
    std::string text;
    for (const auto& decided : taken.report.own)
        text += receipt_line(decided, in.known(), in.chosen().language) + "\n";
    text += replace_placeholders(
        in.words("bundle", "taken_by_desk"),
        {{"pulled", std::to_string(taken.report.pulled)},
         {"decided", std::to_string(taken.report.own.size())},
         {"unsent", std::to_string(taken.report.unsent_left)}}
    );
    if (taken.more) text += "\n" + in.words("bundle", "more_waits");
    return text;
}

} // namespace

exit_code export_bundle(context& in, const std::string& to)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto written = write_outgoing(in, **desk, to);
    if (!written) return fail_with_bundle(in, written.error());
    const auto& made = written->made;
    auto text = replace_placeholders(
        in.words("bundle", "written_by_desk"),
        {{"file", written->file}, {"operations", std::to_string(made.operations)}}
    );
    if (made.left > 0) text += "\n" + in.words("bundle", "more_waits");
    in.print(
        {{"file", written->file},
         {"office", made.label.office},
         {"desk", made.label.desk},
         {"number", made.label.number},
         {"operations", made.operations},
         {"left", made.left}},
        text
    );
    return done;
}

exit_code import_bundle(context& in, const std::string& file)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto taken = read_incoming(in, **desk, file);
    if (!taken) return fail_with_bundle(in, taken.error());
    in.print(taken_value(in, *taken), taken_text(in, *taken));
    return done;
}

} // namespace hotich::tool
