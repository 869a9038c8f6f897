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

/// The receipts of its records, then what came of it.
std::string taken_text(const context& in, const taken_answer& taken)
{
    std::string text;
    if (!taken.must_show && !taken.was_known)
        for (const auto& decided : taken.report.own)
            text += receipt_line(decided, in.known(), in.chosen().language) + "\n";
    return text + taken_sentence(taken, in.known(), in.chosen().language);
}

} // namespace

exit_code export_bundle(context& in, const std::string& to)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto written = write_outgoing(in, **desk, to);
    if (!written) return fail_with_bundle(in, written.error());
    const auto& made = written->made;
    const auto text = written_sentence(made, written->file, in.known(), in.chosen().language);
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
