#include "common/base/files.h"
#include "common/base/text.h"
#include "common/register/desk_scans.h"
#include "common/sync/desk_line.h"
#include "desktop/sync/scan_carrier.h"
#include "desktop/tool/commands.h"

#include <QEventLoop>

namespace hotich::tool {

namespace {

scan_folder folder_of(const context& in) { return scans_beside(in.chosen().register_file); }

result<record> record_of(desk_register& desk, const std::string& typed)
{
    TRY(const auto id, desk.resolve(typed));
    return desk.load(id);
}

result<scan> attach_file(context& in, desk_register& desk, const scan_options& options)
{
    TRY(const auto id, desk.resolve(options.record));
    auto bytes = read_file(options.file, max_scan_bytes);
    if (!bytes && bytes.error().code == failure_code::invalid_input)
        return failure{failure_code::invalid_input, "size"};
    if (!bytes) return bytes.error();
    const auto name =
        options.name.empty() ? utf8_of(file_path(options.file).filename()) : options.name;
    return attach_scan(desk, folder_of(in), id, {name, std::move(*bytes)}, in.now());
}

exit_code fail_with_scan(const context& in, const failure& why)
{
    const bool is_of_scan = why.code == failure_code::invalid_input;
    if (!is_of_scan) return in.fail(why);
    in.say(in.words("findings", "scan_wrong"));
    return wrong_input;
}

json::object scan_value(const scan& paper, const scan_folder& folder, int number)
{
    return {
        {"number", number},
        {"name", paper.name},
        {"type", paper.type},
        {"bytes", paper.bytes},
        {"sha256", paper.content},
        {"here", folder.has(paper.sealed)}};
}

result<std::string> saved_scan(context& in, desk_register& desk, const scan_options& options)
{
    TRY(const auto content, record_of(desk, options.record));
    const auto papers = scans_of(content);
    const auto place = static_cast<std::size_t>(options.number) - 1;
    if (place >= papers.size())
        return failure{
            failure_code::not_found, "the record has " + std::to_string(papers.size()) + " scans"};
    TRY(const auto bytes, open_scan(folder_of(in), papers[place]));
    TRY_STATUS(replace_file(options.file, bytes));
    return papers[place].name;
}

scan_carrier::register_access access_to(desk_register& desk, const scan_folder& folder)
{
    return {
        [&desk](std::int64_t limit, auto told) { told(scans_to_carry(desk, limit)); },
        [&desk, folder](const scan_task& task, auto told) {
            told(scan_was_carried(desk, folder, task));
        },
        [folder](const scan_task& task, std::size_t offset, const std::string& bytes, auto told) {
            const auto size = static_cast<std::size_t>(task.sealed_bytes);
            told(folder.put({task.sealed, size, offset, bytes}));
        },
        [folder](const scan_task& task, std::size_t offset, std::size_t most, auto told) {
            told(folder.read(task.sealed, offset, most));
        },
    };
}

} // namespace

exit_code attach_scan(context& in, const scan_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto attached = attach_file(in, **desk, options);
    if (!attached) return fail_with_scan(in, attached.error());
    in.print(
        {{"name", attached->name},
         {"type", attached->type},
         {"bytes", attached->bytes},
         {"sha256", attached->content}},
        replace_placeholders(
            in.words("tool", "scan_attached"),
            {{"name", attached->name},
             {"kilobytes", std::to_string((attached->bytes + 999) / 1000)}}
        )
    );
    return done;
}

exit_code list_scans(context& in, const scan_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    if (options.record.empty()) {
        const auto left = scans_waiting(**desk);
        if (!left) return in.fail(left.error());
        in.print(
            {{"to_send", left->to_send}, {"to_fetch", left->to_fetch}, {"bytes", left->bytes}},
            replace_placeholders(
                in.words("tool", "scans_left"),
                {{"send", std::to_string(left->to_send)},
                 {"fetch", std::to_string(left->to_fetch)},
                 {"kilobytes", std::to_string((left->bytes + 999) / 1000)}}
            )
        );
        return done;
    }
    const auto content = record_of(**desk, options.record);
    if (!content) return in.fail(content.error());
    json::array values;
    std::string text;
    for (const auto& paper : scans_of(*content)) {
        values.push_back(scan_value(paper, folder_of(in), static_cast<int>(values.size()) + 1));
        text += to_text(values.back()) + "\n";
    }
    in.print({{"scans", std::move(values)}}, text);
    return done;
}

exit_code save_scan(context& in, const scan_options& options)
{
    const auto desk = in.desk();
    if (!desk) return in.fail(desk.error());
    const auto saved = saved_scan(in, **desk, options);
    if (!saved) return in.fail(saved.error());
    in.print({{"file", options.file}, {"name", *saved}}, options.file);
    return done;
}

result<json::object> carry_scans(context& in, desk_register& desk)
{
    const auto folder = folder_of(in);
    QEventLoop loop;
    scan_carrier carrier(
        desk.identity(),
        desk.key(),
        access_to(desk, folder),
        [&in] { return in.now(); },
        std::make_unique<system_random>()
    );
    carried_scans all;
    std::optional<failure> trouble;
    QObject::connect(
        &carrier,
        &scan_carrier::finished,
        &loop,
        [&](const carried_scans& carried, const std::optional<failure>& why) {
            all = carried;
            trouble = why;
            loop.quit();
        }
    );
    QMetaObject::invokeMethod(
        &carrier, [&carrier] { carrier.carry(); }, Qt::QueuedConnection
    );
    loop.exec();
    // A count that cannot be kept stops nobody's work.
    (void)keep_line(desk, line_of(desk), all.traffic, in.now()).has_value();
    if (trouble) return *trouble;
    return json::object{
        {"sent", all.sent}, {"fetched", all.fetched}, {"bytes", all.bytes}, {"left", all.left}};
}

} // namespace hotich::tool
