// A server and an office without a line, joined by bundles only. For tests, header only.
#pragma once

#include "common/sync/bundle_desk.h"
#include "common/sync/bundle_host.h"
#include "tests/support/births.h"
#include "tests/support/small_world.h"

namespace hotich::test {

/// The key of the `server` that was made of this seed: the first thing it drew.
inline signing_key key_of_server(std::uint64_t seed)
{
    seeded_random random(seed);
    return new_signing_key(random);
}

struct courier_post
{
    server at;
    signing_key key = key_of_server(1);
    bundle_host bundles{at.service, *at.db, key};
    seeded_random random{6};
    std::unique_ptr<desk_register> desk = enrolled_desk(at, "00004", random);

    std::string outgoing(instant now = monday_morning, bundle_limits limits = {})
    {
        return must(pack_for_server(*desk, now, limits)).file;
    }

    result<taken_bundle> take_in(std::string_view file, instant now = monday_morning)
    {
        return bundles.take_in(file, now);
    }

    /// What the server answers to everything the desk has to say now.
    std::string answer() { return must(take_in(outgoing())).answer.file; }

    result<taken_answer> bring(std::string_view file, instant now = monday_morning)
    {
        return take_in_bundle(*desk, file, now);
    }
};

/// Every operation with its verdict, every fold and what the bundles left: the whole state of a
/// store.
inline std::string state_of(sql_connection& db)
{
    std::string text;
    for (const auto& row : must(db.query(
             "SELECT office, desk, seq, hash, coalesce(revision, 0), coalesce(verdict, '') "
             "FROM operation ORDER BY office, desk, seq"
         )))
        text += row.text(0) + " " + row.text(1) + " " + std::to_string(row.integer(2)) + " "
            + row.text(3) + " " + std::to_string(row.integer(4)) + " " + row.text(5) + "\n";
    for (const auto& row : must(db.query("SELECT folded FROM record ORDER BY office, record")))
        text += row.text(0) + "\n";
    return text;
}

} // namespace hotich::test
