#include "common/register/backup.h"

#include "common/base/copies.h"
#include "common/sql/sqlcipher_connection.h"

#include <algorithm>

namespace hotich {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_key_file_bytes = 1024u * 1024u;
constexpr std::int64_t day_ms = 24ll * 3600 * 1000;

// What the register keeps of it.
constexpr const char* planned_folder = "backup_folder";
constexpr const char* planned_count = "backups_kept";
constexpr const char* last_at = "last_backup_at";
constexpr const char* last_file = "last_backup_file";

constexpr const char* not_planned = "backup_not_planned";
constexpr const char* folder_away = "backup_folder_away";

std::string name_before_time(const desk_register& desk)
{
    return "hotich_" + desk.identity().office + "_" + desk.identity().desk + "_";
}

void remove_files(const std::string& copy)
{
    std::error_code ignored;
    for (const auto& file : {copy, copy + "-wal", copy + "-shm", key_file_of(copy)})
        fs::remove(file_path(file), ignored);
}

result<std::int64_t> operations_in(sql_connection& db)
{
    TRY(const auto rows, db.query("SELECT count(*) FROM operation"));
    return rows.front().integer(0);
}

/// Reads every page and compares with what was copied.
result<std::int64_t> check_copy(
    const std::string& copy, const secret_key& key, std::int64_t at_least
)
{
    TRY(const auto db, open_sqlcipher(copy, key, open_mode::read_only));
    TRY(const auto damaged, damaged_pages(*db));
    TRY(const auto sound, db->query("PRAGMA quick_check"));
    TRY(const auto operations, operations_in(*db));
    if (!damaged.empty() || sound.empty() || sound.front().text(0) != "ok" || operations < at_least)
        return failure{failure_code::corrupt_data, "the copy does not read back as it was written"};
    return operations;
}

result<std::int64_t> write_copy(desk_register& desk, const std::string& copy)
{
    const auto& files = *desk.session().files;
    TRY(const auto before, operations_in(desk.connection()));
    TRY([[maybe_unused]] const auto rows, desk.connection().query("VACUUM INTO $1", {copy}));
    TRY(const auto operations, check_copy(copy, *files.key, before));
    TRY(const auto keys, read_file(key_file_of(files.file), max_key_file_bytes));
    TRY_STATUS(replace_file(key_file_of(copy), keys));
    return operations;
}

/// All that a copy needs, the register's under another name until it has been read back.
status write_all(
    desk_register& desk, const std::string& folder, const std::string& copy, made_backup& made
)
{
    TRY(made.operations, write_copy(desk, copy));
    TRY(made.scans,
        copy_missing(file_path(desk.session().files->file + ".scans"), file_path(folder) / "scans")
    );
    return {};
}

result<std::string> setting(const desk_register& desk, const char* name)
{
    auto value = desk.meta(name);
    if (!value && value.error().code == failure_code::not_found) return std::string();
    return value;
}

fs::path mark_in(const std::string& folder) { return file_path(folder) / "hotich-backups.txt"; }

/// By name, which is by time.
std::vector<std::string> copies_in(const std::string& folder, const std::string& begins)
{
    std::vector<std::string> copies;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file_path(folder), error)) {
        const auto name = utf8_of(entry.path().filename());
        if (name.starts_with(begins) && name.ends_with(register_suffix))
            copies.push_back(utf8_of(entry.path()));
    }
    std::sort(copies.begin(), copies.end());
    return copies;
}

/// What a power cut or a pulled stick left of an earlier copy: it would fill the disk.
void remove_unfinished(const std::string& folder, const std::string& begins)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(file_path(folder), error)) {
        const auto name = utf8_of(entry.path().filename());
        if (name.starts_with(begins) && name.find(".hotich.part") != std::string::npos)
            found.push_back(entry.path());
    }
    for (const auto& file : found)
        fs::remove(file, error);
}

} // namespace

result<made_backup> back_up(desk_register& desk, const backup_plan& to, instant now)
{
    if (!desk.session().files) return failure{failure_code::not_allowed, "no_register_file"};
    std::error_code error;
    fs::create_directories(file_path(to.folder), error);
    if (error) return disk_trouble(error);
    remove_unfinished(to.folder, name_before_time(desk));
    made_backup made;
    made.file = to.folder + "/" + name_before_time(desk) + name_of_moment(now) + register_suffix;
    const auto unfinished = made.file + unfinished_ends;
    if (const auto written = write_all(desk, to.folder, unfinished, made); !written) {
        remove_files(unfinished);
        return written.error();
    }
    fs::rename(file_path(key_file_of(unfinished)), file_path(key_file_of(made.file)), error);
    if (!error) fs::rename(file_path(unfinished), file_path(made.file), error);
    if (error) {
        remove_files(unfinished);
        return disk_trouble(error);
    }
    made.bytes = static_cast<std::int64_t>(fs::file_size(file_path(made.file), error));
    TRY_STATUS(desk.set_meta(last_at, std::to_string(now.ms)));
    TRY_STATUS(desk.set_meta(last_file, made.file));
    for (const auto& old :
         outdated(copies_in(to.folder, name_before_time(desk)), made.file, to.kept)) {
        remove_files(old);
        ++made.removed;
    }
    return made;
}

result<backup_state> backups_of(desk_register& desk)
{
    backup_state state;
    TRY(state.plan.folder, setting(desk, planned_folder));
    TRY(const auto kept, setting(desk, planned_count));
    if (!kept.empty()) state.plan.kept = std::strtoul(kept.c_str(), nullptr, 10);
    TRY(const auto at, setting(desk, last_at));
    if (!at.empty()) state.last_at = instant{std::atoll(at.c_str())};
    TRY(state.last_file, setting(desk, last_file));
    std::error_code ignored;
    state.is_folder_there =
        !state.plan.folder.empty() && fs::exists(mark_in(state.plan.folder), ignored);
    return state;
}

bool is_backup_due(const backup_state& state, instant now)
{
    return state.is_folder_there
        && (!state.last_at || date_in_vietnam(*state.last_at) < date_in_vietnam(now));
}

std::string_view backup_warning(const backup_state& state, instant now)
{
    if (state.plan.folder.empty()) return not_planned;
    const bool is_old = !state.last_at || now.ms - state.last_at->ms > backup_warning_days * day_ms;
    if (!state.is_folder_there) return folder_away;
    return is_old ? "backup_old" : "";
}

status plan_backups(desk_register& desk, const backup_plan& plan)
{
    if (!plan.folder.empty()) {
        std::error_code error;
        if (!fs::is_directory(file_path(plan.folder), error))
            return failure{failure_code::not_found, folder_away};
        TRY_STATUS(replace_file(utf8_of(mark_in(plan.folder)), name_before_time(desk) + "\n"));
    }
    TRY_STATUS(desk.set_meta(planned_folder, plan.folder));
    return desk.set_meta(planned_count, std::to_string(plan.kept));
}

result<made_backup> back_up_as_planned(desk_register& desk, instant now)
{
    TRY(const auto state, backups_of(desk));
    if (state.plan.folder.empty()) return failure{failure_code::not_found, not_planned};
    if (!state.is_folder_there) return failure{failure_code::storage_unavailable, folder_away};
    return back_up(desk, state.plan, now);
}

result<std::string> newest_backup(const std::string& file_or_folder)
{
    std::error_code error;
    if (!fs::is_directory(file_path(file_or_folder), error)) return file_or_folder;
    const auto copies = copies_in(file_or_folder, "hotich_");
    if (copies.empty()) return failure{failure_code::not_found, "no_backup_there"};
    const auto desk_of = [](const std::string& copy) { return copy.substr(0, copy.rfind('_')); };
    if (desk_of(copies.front()) != desk_of(copies.back()))
        return failure{failure_code::invalid_input, "several_desks_copies"};
    return copies.back();
}

status restore_backup(const std::string& copy, const std::string& register_file)
{
    std::error_code error;
    for (const auto& file : {copy, key_file_of(copy)})
        if (!fs::exists(file_path(file), error))
            return failure{failure_code::not_found, "no_backup_there"};
    for (const auto& file : {register_file, key_file_of(register_file)})
        if (fs::exists(file_path(file), error))
            return failure{failure_code::conflict, "there is a register in this place already"};
    fs::copy_file(file_path(key_file_of(copy)), file_path(key_file_of(register_file)), error);
    if (!error) fs::copy_file(file_path(copy), file_path(register_file), error);
    const auto scans = file_path(copy).parent_path() / "scans";
    if (!error && fs::exists(scans))
        fs::copy(
            scans,
            file_path(register_file + ".scans"),
            fs::copy_options::recursive | fs::copy_options::skip_existing,
            error
        );
    if (!error) return {};
    remove_files(register_file);
    return disk_trouble(error);
}

} // namespace hotich
