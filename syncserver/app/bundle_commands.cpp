#include "common/sync/bundle_host.h"
#include "common/sync/bundle_words.h"
#include "syncserver/app/commands.h"
#include "syncserver/app/data_folder.h"
#include "syncserver/app/exit_codes.h"
#include "syncserver/services/clock.h"

#include <iostream>

namespace hotich {

namespace {

/// The store of a server that may be serving at the same time.
struct courier_post
{
    courier_post(
        definitions all, std::unique_ptr<sql_connection> store, signing_key feed_key, writers others
    )
        : known(std::move(all)),
          db(std::move(store)),
          key(std::move(feed_key)),
          service(*db, known, key, others),
          bundles(service, *db, key)
    {}

    definitions known;
    std::unique_ptr<sql_connection> db;
    signing_key key;
    host service;
    bundle_host bundles;
};

result<std::unique_ptr<courier_post>> open_post(
    const std::string& data, const command_context& context
)
{
    const data_folder folder(data);
    TRY(auto db, folder.open_store(open_mode::existing));
    TRY(const auto others, folder.writers_of_store());
    TRY_STATUS(folder.prepare_store(*db, context.schemas_folder));
    TRY(auto key, folder.feed_key());
    TRY(auto known, definitions::load(context.schemas_folder));
    return std::make_unique<courier_post>(std::move(known), std::move(db), std::move(key), others);
}

std::string_view language_of(const command_context& context)
{
    return context.words.spoken() == language::vi ? "vi" : "en";
}

int fail_with_bundle(const courier_post& post, const command_context& context, const failure& why)
{
    std::cerr << bundle_failure_text(why, post.known, language_of(context)) << "\n";
    return exit_code_of(why.code);
}

json::object bundle_value(const host_bundle& made, const std::string& file)
{
    return {
        {"file", file},
        {"number", made.label.number},
        {"cursor", made.label.cursor},
        {"entries", made.entries},
        {"more", made.more}};
}

json::object taken_value(
    const courier_post& post, const taken_bundle& taken, std::string_view language
)
{
    json::array records;
    for (const auto& decided : taken.decided)
        records.push_back(receipt_value(decided, post.known, language));
    return {
        {"office", taken.label.office},
        {"desk", taken.label.desk},
        {"number", taken.label.number},
        {"known_already", taken.known},
        {"old_copy", taken.fate == bundle_fate::old_copy},
        {"must_be_shown", taken.fate == bundle_fate::must_be_shown},
        {"records", std::move(records)}};
}

const char* sentence_of(bundle_fate fate)
{
    switch (fate) {
    case bundle_fate::taken:
        return "bundle_taken";
    case bundle_fate::old_copy:
        return "bundle_old_copy";
    case bundle_fate::must_be_shown:
        return "bundle_must_be_shown";
    }
    return "";
}

/// What a script reads goes to stdout; in text, the receipts are what it reads.
void tell_taken(
    const courier_post& post,
    const taken_bundle& taken,
    const std::string& answer_file,
    const bundle_options& options,
    const command_context& context
)
{
    const auto language = language_of(context);
    if (options.as_json) {
        auto value = taken_value(post, taken, language);
        if (!answer_file.empty()) value["answer"] = bundle_value(taken.answer, answer_file);
        std::cout << to_text(value) << std::endl;
        return;
    }
    for (const auto& decided : taken.decided)
        std::cout << receipt_line(decided, post.known, language) << "\n";
    const auto& words = context.words;
    std::cerr << words.say(
        sentence_of(taken.fate),
        {{"desk", taken.label.desk},
         {"number", std::to_string(taken.label.number)},
         {"operations", std::to_string(taken.decided.size())},
         {"known", std::to_string(taken.known)}}
    ) << "\n";
    if (answer_file.empty()) return;
    std::cerr << words.say("bundle_written", {{"file", answer_file}}) << "\n";
    if (taken.answer.more) std::cerr << words.say("bundle_more") << "\n";
}

} // namespace

int run_bundle_import(const bundle_options& options, const command_context& context)
{
    const auto post = open_post(options.data, context);
    if (!post) return report(context.words, post.error());
    const auto bytes = read_bundle_file(options.file);
    if (!bytes) return fail_with_bundle(**post, context, bytes.error());
    const auto taken = (*post)->bundles.take_in(*bytes, wall_clock().now());
    if (!taken) return fail_with_bundle(**post, context, taken.error());
    const auto& answer = taken->answer;
    const auto written = write_bundle_file(options.to, answer.label, answer.file);
    // What was decided stays decided, and is told even where the answer found no room.
    tell_taken(**post, *taken, written ? *written : std::string(), options, context);
    if (written) return exit_code::done;
    std::cerr << context.words.say("bundle_answer_lost") << "\n";
    return fail_with_bundle(**post, context, written.error());
}

int run_bundle_export(const bundle_options& options, const command_context& context)
{
    const auto post = open_post(options.data, context);
    if (!post) return report(context.words, post.error());
    const auto made =
        (*post)->bundles.pack_for_desk(options.office, options.desk, wall_clock().now());
    if (!made) return fail_with_bundle(**post, context, made.error());
    const auto written = write_bundle_file(options.to, made->label, made->file);
    if (!written) return fail_with_bundle(**post, context, written.error());
    if (options.as_json) std::cout << to_text(bundle_value(*made, *written)) << std::endl;
    std::cerr << context.words.say("bundle_written", {{"file", *written}}) << "\n";
    if (made->more) std::cerr << context.words.say("bundle_more") << "\n";
    return exit_code::done;
}

} // namespace hotich
