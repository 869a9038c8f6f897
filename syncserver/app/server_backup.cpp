#include "syncserver/app/server_backup.h"

#include "common/base/copies.h"
#include "common/crypto/seal.h"
#include "common/register/operation_log.h"
#include "common/sync/feed_standing.h"
#include "syncserver/storage/copy_store.h"

#include <algorithm>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr const char* name_begins = "hotich-server_";
constexpr std::size_t max_box_bytes = 4u * 1024u * 1024u;
constexpr std::size_t max_manifest_bytes = 16u * 1024u * 1024u;
constexpr std::string_view box_is_for = "hotich-server-backup-1";

const failure damaged{failure_code::corrupt_data, "backup_damaged"};

void remove_folder(const std::string& folder)
{
    std::error_code ignored;
    fs::remove_all(file_path(folder), ignored);
}

// --- what a backup says of itself

struct manifest
{
    std::string text;
    std::int64_t operations = 0;
    std::int64_t offices = 0;
};

result<manifest> manifest_of(sql_connection& db, instant now)
{
    manifest out;
    json::array feeds;
    TRY(const auto offices, db.query("SELECT office FROM office ORDER BY office"));
    for (const auto& row : offices) {
        TRY(const auto head, operation_log(db, row.text(0)).head_of_feed());
        feeds.push_back({{"office", row.text(0)}, {"revision", head.revision}, {"hash", head.hash}}
        );
    }
    TRY(const auto count, db.query("SELECT count(*) FROM operation"));
    out.operations = count.front().integer(0);
    out.offices = std::ssize(offices);
    out.text = to_text(json::object{
        {"v", 1}, {"made_at", now.ms}, {"operations", out.operations}, {"feeds", std::move(feeds)}}
    );
    return out;
}

status write_manifest(const std::string& folder, const manifest& told, const signing_key& key)
{
    const json::object file{{"manifest", told.text}, {"signature", sign_hex(told.text, key)}};
    return replace_file(folder + "/manifest.json", to_text(file) + "\n");
}

/// As it was signed by the server whose keys lie beside it.
result<json::object> read_manifest(const std::string& folder, const std::string& server_key)
{
    const auto text = read_file(folder + "/manifest.json", max_manifest_bytes);
    if (!text) return damaged;
    const auto file = parse_json_object(*text);
    if (!file) return damaged;
    const auto told = text_at(*file, "manifest");
    if (!is_signed_by(told, text_at(*file, "signature"), server_key)) return damaged;
    return parse_json_object(told);
}

/// Reads every page, and compares the heads of all feeds with what was signed.
result<made_server_backup> check_backup(
    const std::string& folder, const secret_key& store_key, const std::string& server_key
)
{
    TRY(const auto told, read_manifest(folder, server_key));
    const auto db = open_sqlcipher(folder + "/store.db", store_key, open_mode::read_only);
    if (!db) return damaged;
    const auto pages = damaged_pages(**db);
    const auto sound = (*db)->query("PRAGMA quick_check");
    const bool is_sound =
        pages && pages->empty() && sound && !sound->empty() && sound->front().text(0) == "ok";
    if (!is_sound) return damaged;
    TRY(const auto made_at, integer_member(told, "made_at"));
    const auto found = manifest_of(**db, {made_at});
    if (!found || found->text != to_text(told)) return damaged;
    return made_server_backup{folder, found->operations, found->offices};
}

// --- the keys

status write_box(
    const std::string& folder, const json::object& files, const std::string& recovery_key
)
{
    TRY(const auto sealed, seal_pieces({to_text(files)}, box_is_for, recovery_key));
    const auto& piece = sealed.pieces.front();
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(piece.data()), piece.size());
    const json::object box{
        {"v", 1},
        {"recovery", key_id(recovery_key)},
        {"key_box", sealed.key_box},
        {"stream_head", sealed.stream_head},
        {"sealed", to_hex(bytes)}};
    return replace_file(folder + "/keys.box", to_text(box) + "\n");
}

result<json::object> open_box_of(const std::string& folder, const signing_key& recovery)
{
    const auto text = read_file(folder + "/keys.box", max_box_bytes);
    if (!text) return failure{failure_code::not_found, "no_backup_there"};
    const auto box = parse_json_object(*text);
    if (!box) return damaged;
    const auto piece = bytes_of_hex(text_at(*box, "sealed"));
    if (!piece) return damaged;
    const auto opened = open_pieces(
        {std::string(text_at(*box, "key_box")),
         std::string(text_at(*box, "stream_head")),
         {*piece}},
        box_is_for,
        recovery
    );
    if (!opened) return opened.error();
    return parse_json_object(opened->front());
}

// --- the store and the scans

/// A read of its own: nobody who writes waits for it.
status copy_store_into(
    const data_folder& server, const std::string& copy, const std::string& schemas_folder
)
{
    TRY(const auto db, server.open_store(open_mode::existing));
    TRY(const auto others, server.writers_of_store());
    if (others == writers::one) {
        TRY([[maybe_unused]] const auto rows, db->query("VACUUM INTO $1", {copy}));
        return {};
    }
    TRY(const auto key, server.store_key());
    TRY(const auto target, open_sqlcipher(copy, key, open_mode::create));
    TRY_STATUS(host::prepare_store(*target, schemas_folder));
    TRY([[maybe_unused]] const auto tables,
        copy_running_store({*db, writers::several}, {*target, writers::one}));
    // One file, without a log beside it.
    TRY([[maybe_unused]] const auto mode, target->query("PRAGMA journal_mode=DELETE"));
    return {};
}

/// By name, which is by time.
std::vector<std::string> backups_in(const std::string& folder, std::string_view ends)
{
    std::vector<std::string> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file_path(folder), error)) {
        const auto name = utf8_of(entry.path().filename());
        const bool is_unfinished = name.ends_with(unfinished_ends);
        if (name.starts_with(name_begins) && is_unfinished == !ends.empty())
            found.push_back(utf8_of(entry.path()));
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Under another name until it has been read back.
result<made_server_backup> write_backup(
    const data_folder& server,
    const std::string& folder,
    const server_backup_wish& wish,
    const std::string& schemas_folder
)
{
    TRY(const auto config, server.config());
    TRY(const auto store_key, server.store_key());
    TRY(const auto feed_key, server.feed_key());
    TRY(const auto files, server.secret_files());
    TRY_STATUS(copy_store_into(server, folder + "/store.db", schemas_folder));
    TRY(const auto copy, open_sqlcipher(folder + "/store.db", store_key, open_mode::read_only));
    TRY(const auto told, manifest_of(*copy, wish.now));
    TRY_STATUS(write_manifest(folder, told, feed_key));
    TRY_STATUS(write_box(folder, files, config.backup_recovery_key));
    return check_backup(folder, store_key, feed_key.public_hex);
}

/// Everything in it waits for the desks; codes and sign-ins of before are none any more.
status make_ready(sql_connection& db, instant now, const std::string& schemas_folder)
{
    TRY_STATUS(host::prepare_store(db, schemas_folder));
    TRY(auto transaction, write_transaction::begin(db));
    TRY_STATUS(feed_standing(db).await_everybody(now));
    for (const auto* sql :
         {"DELETE FROM enrol_code WHERE used_by IS NULL", "DELETE FROM session"}) {
        TRY([[maybe_unused]] const auto rows, db.execute(sql));
    }
    return transaction.commit();
}

result<made_server_backup> put_back(
    const std::string& backup,
    const data_folder& target,
    const json::object& files,
    instant now,
    const std::string& schemas_folder
)
{
    TRY_STATUS(target.put_secret_files(files));
    TRY(const auto store_key, target.store_key());
    TRY(const auto feed_key, target.feed_key());
    TRY(auto checked, check_backup(backup, store_key, feed_key.public_hex));
    TRY_STATUS(target.take_store_file(backup + "/store.db"));
    TRY(const auto db, target.open_sqlite(open_mode::existing));
    TRY_STATUS(make_ready(*db, now, schemas_folder));
    const auto scans = file_path(backup).parent_path() / "scans";
    TRY(checked.scans, copy_missing(scans, file_path(target.scans_folder({}))));
    return checked;
}

} // namespace

result<made_server_backup> back_up_server(
    const data_folder& server, const server_backup_wish& wish, const std::string& schemas_folder
)
{
    TRY(const auto config, server.config());
    if (config.backup_recovery_key.empty())
        return failure{failure_code::not_allowed, "no_recovery_key"};
    const auto folder = wish.to + "/" + name_begins + name_of_moment(wish.now);
    const auto unfinished = folder + unfinished_ends;
    std::error_code error;
    for (const auto& left : backups_in(wish.to, unfinished_ends))
        remove_folder(left); // of one that was cut
    if (fs::exists(file_path(folder), error))
        return failure{failure_code::conflict, "there is a backup of this second already"};
    fs::create_directories(file_path(unfinished), error);
    if (error) return disk_trouble(error);
    auto made = write_backup(server, unfinished, wish, schemas_folder);
    auto scans = made
        ? copy_missing(file_path(server.scans_folder(config)), file_path(wish.to) / "scans")
        : result<std::int64_t>(made.error());
    if (scans) fs::rename(file_path(unfinished), file_path(folder), error);
    if (!scans || error) {
        remove_folder(unfinished);
        return scans ? disk_trouble(error) : scans.error();
    }
    made->folder = folder;
    made->scans = *scans;
    for (const auto& old : outdated(backups_in(wish.to, ""), folder, wish.kept)) {
        remove_folder(old);
        ++made->removed;
    }
    return made;
}

result<made_server_backup> restore_server(
    const std::string& backup,
    const data_folder& target,
    const signing_key& recovery,
    instant now,
    const std::string& schemas_folder
)
{
    TRY_STATUS(target.check_unused());
    TRY(const auto files, open_box_of(backup, recovery));
    auto restored = put_back(backup, target, files, now, schemas_folder);
    if (!restored) target.discard();
    return restored;
}

} // namespace hotich
