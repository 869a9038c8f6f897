// Scanned papers on a desk: attaching one to a record, opening it, and what is still to be carried
// between this desk and the server. The operation travels with the entries; the sealed bytes are
// carried after them, when the office lets them (scan.h). Used by the desktop, `hotich`, and
// desktop/sync/scan_carrier.
#pragma once

#include "common/records/scan.h"
#include "common/register/desk_register.h"
#include "common/register/scan_folder.h"

#include <vector>

namespace hotich {

/// A paper as it came from the scanner.
struct scanned_paper
{
    std::string name; ///< of the file
    std::string bytes;
};

/// Seals the paper, keeps it, then writes the operation: a record never names what is not here.
/// invalid_input: "size", "type" or "name"; conflict: the record has this very paper already;
/// not_allowed: the record is withdrawn or refused, or has as many as it may.
result<scan> attach_scan(
    desk_register& desk,
    const scan_folder& folder,
    const std::string& record_id,
    const scanned_paper& paper,
    instant now
);

/// The paper as it was scanned. not_found: it is still to be fetched; corrupt_data: it was changed.
result<std::string> open_scan(const scan_folder& folder, const scan& paper);

enum class scan_way { send, fetch };

struct scan_task
{
    std::string record;
    std::string sealed;
    std::int64_t sealed_bytes = 0;
    scan_way way = scan_way::send;
};

struct scans_left
{
    std::int64_t to_send = 0;
    std::int64_t to_fetch = 0;
    std::int64_t bytes = 0; ///< of both
};

result<scans_left> scans_waiting(desk_register& desk);
/// Those to be sent first: they exist once only.
result<std::vector<scan_task>> scans_to_carry(desk_register& desk, std::int64_t limit);
/// It is here and on the server; or, of one that was to be sent and is not here: to be fetched.
status scan_was_carried(desk_register& desk, const scan_folder& folder, const scan_task& task);

/// What a decided operation says of scans. Within the transaction that takes the feed in.
status note_scan(desk_register& desk, const operation& op, const verdict& decided);

} // namespace hotich
