#include "common/register/desk_scans.h"

#include "common/base/text.h"
#include "common/crypto/seal.h"

#include <algorithm>

namespace hotich {

namespace {

constexpr const char* to_send = "send";
constexpr const char* to_fetch = "fetch";
constexpr const char* carried = "done";

/// Many names a scanner gives are longer than anyone reads.
std::string short_name(std::string_view name)
{
    auto text = clean_text(name);
    while (character_count(text) > max_scan_name_letters) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u)
            text.pop_back();
        text.pop_back();
    }
    return clean_text(text);
}

} // namespace

result<scan> attach_scan(
    desk_register& desk,
    const scan_folder& folder,
    const std::string& record_id,
    const scanned_paper& paper,
    instant now
)
{
    if (!desk.is_enrolled()) return failure{failure_code::not_allowed, "this desk is not enrolled"};
    if (paper.bytes.empty() || paper.bytes.size() > max_scan_bytes)
        return failure{failure_code::invalid_input, "size"};
    scan made;
    made.name = short_name(paper.name);
    made.type = scan_type(paper.bytes);
    made.bytes = static_cast<std::int64_t>(paper.bytes.size());
    made.content = sha256_hex(paper.bytes);
    if (made.name.empty()) return failure{failure_code::invalid_input, "name"};
    if (made.type.empty()) return failure{failure_code::invalid_input, "type"};
    TRY(const auto content, desk.load(record_id));
    if (content.state == record_state::withdrawn || content.state == record_state::refused)
        return failure{failure_code::not_allowed, "not_resolvable"};
    if (content.scans.size() >= max_scans_of_record)
        return failure{failure_code::not_allowed, "too_many_scans"};
    const auto before = scans_of(content);
    if (std::any_of(before.begin(), before.end(), [&](const scan& other) {
            return other.content == made.content;
        }))
        return failure{failure_code::conflict, "this paper is attached already"};
    const auto key = new_secret_key(desk.random());
    const auto sealed = seal_content(paper.bytes, key, desk.random());
    made.key = to_hex(key);
    made.sealed = sha256_hex(sealed);
    TRY_STATUS(folder.keep(made.sealed, sealed));
    TRY_STATUS(desk.append(operation_kind::attach_scan, record_id, made.to_json(), now));
    return made;
}

result<std::string> open_scan(const scan_folder& folder, const scan& paper)
{
    const auto size = static_cast<std::size_t>(paper.sealed_bytes());
    TRY(const auto sealed, folder.read(paper.sealed, 0, size));
    TRY(const auto key, secret_key_of_hex(paper.key));
    TRY(auto bytes, open_content(sealed, key));
    if (sha256_hex(bytes) != paper.content)
        return failure{failure_code::corrupt_data, "the scan is not the paper that was attached"};
    return bytes;
}

result<scans_left> scans_waiting(desk_register& desk)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT state, count(*), sum(sealed_bytes) FROM scan WHERE state <> $1 GROUP BY state",
            {carried}
        ));
    scans_left out;
    for (const auto& row : rows) {
        (row.text(0) == to_send ? out.to_send : out.to_fetch) += row.integer(1);
        out.bytes += row.integer(2);
    }
    return out;
}

result<std::vector<scan_task>> scans_to_carry(desk_register& desk, std::int64_t limit)
{
    TRY(const auto rows,
        desk.connection().query(
            "SELECT record, sealed, sealed_bytes, state FROM scan WHERE state IN ($1, $2) "
            "ORDER BY state DESC, sealed LIMIT $3",
            {to_send, to_fetch, limit}
        ));
    std::vector<scan_task> out;
    for (const auto& row : rows)
        out.push_back(
            {row.text(0),
             row.text(1),
             row.integer(2),
             row.text(3) == to_send ? scan_way::send : scan_way::fetch}
        );
    return out;
}

status scan_was_carried(desk_register& desk, const scan_folder& folder, const scan_task& task)
{
    const auto* state = folder.has(task.sealed) ? carried : to_fetch;
    TRY(auto transaction, write_transaction::begin(desk.connection()));
    TRY([[maybe_unused]] const auto rows,
        desk.connection().execute(
            "UPDATE scan SET state = $1 WHERE sealed = $2", {state, task.sealed}
        ));
    return transaction.commit();
}

status note_scan(desk_register& desk, const operation& op, const verdict& decided)
{
    if (op.kind != operation_kind::attach_scan || decided.result_kind != outcome::accepted)
        return {};
    const auto paper = parse_scan(op.payload);
    if (!paper) return {}; // of a newer program, which will read it
    const auto* state = op.desk == desk.identity().desk ? to_send : to_fetch;
    TRY([[maybe_unused]] const auto rows,
        desk.connection().execute(
            "INSERT INTO scan (sealed, record, sealed_bytes, state) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT (sealed) DO NOTHING",
            {paper->sealed, op.record, paper->sealed_bytes(), state}
        ));
    return {};
}

} // namespace hotich
