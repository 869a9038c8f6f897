// A desk as a client of the peers' benchmark (tests/bench/peers/run.mjs starts it): the real
// encrypted register, the real line to a real hotich-server. It says READY, waits for GO,
// synchronises, says DONE, waits for EXIT, then looks whether everything arrived. What comes before
// READY and after DONE is outside the clock.
//
//   prepare  a new desk registers births and keeps them unsent; each record also goes to a file
//   push     the same desk sends them
//   pull     another new desk fetches them
#include "common/base/ids.h"
#include "desktop/sync/waiting_line.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace {

using namespace hotich;
using namespace hotich::test;

constexpr password_cost cheap{1, 8u * 1024u * 1024u};
constexpr const char* user = "Clerk";
constexpr const char* password = "password";
constexpr int days_of_births = 50; ///< the law gives 60 days to register one

struct options
{
    std::string register_file;
    std::string server;
    std::string code;
    std::string record_file;
    int records = 0;
};

instant clock_now() { return {QDateTime::currentMSecsSinceEpoch()}; }

/// The shape of the letter's birth entry, about 1.2 KB: what a clerk may leave out is left out.
json::object letter_birth(int n, civil_date today)
{
    auto data = made_birth(n);
    set_path(
        data, "child.birth_date", json::value(to_iso(add_days(today, -1 - n % days_of_births)))
    );
    set_path(data, "child.birth_place", json::value("Bệnh viện Phụ sản Hà Nội"));
    for (const auto* path :
         {"gcs_date",
          "parents_marriage",
          "requester.phone",
          "requester.residence",
          "mother.id_doc.issue_date",
          "mother.id_doc.issue_place",
          "father.id_doc.issue_date",
          "father.id_doc.issue_place",
          "requester.id_doc.issue_date",
          "requester.id_doc.issue_place",
          "mother.home_place",
          "father.home_place",
          "father.residence.detail"})
        remove_path(data, path);
    return data;
}

void say(const char* word)
{
    std::printf("%s\n", word);
    std::fflush(stdout);
}

bool wait_for(const std::string& word)
{
    std::string line;
    while (std::getline(std::cin, line))
        if (line == word) return true;
    return false;
}

/// How many operations came with their verdicts.
std::int64_t synchronised(desk_register& desk)
{
    auto dictionary = must(wire_dictionary::load(desk.known().folder()));
    return must(synchronise_and_wait(desk, std::move(dictionary), clock_now)).all.pulled;
}

std::unique_ptr<desk_register> new_desk(const options& chosen, random_source& random)
{
    auto desk = must(desk_register::create(
        chosen.register_file, user, password, real_definitions(), random, cheap
    ));
    const auto code = must(parse_enrol_code(chosen.code));
    const auto enrolled = must(enrol_and_wait(chosen.server, code, desk->key().public_hex));
    must(desk->complete_enrolment(enrolled.identity));
    return desk;
}

/// Registers every birth as a clerk does, every check made; how long it takes is not measured here.
int prepare(const options& chosen)
{
    system_random random;
    const auto desk = new_desk(chosen, random);
    (void)synchronised(*desk); // the office's profile
    must(desk->connection().execute_script("PRAGMA synchronous=OFF"));
    const auto& birth = *real_definitions().find_event("birth");
    const auto now = clock_now();
    std::ofstream file(chosen.record_file);
    std::size_t bytes = 0;
    for (int n = 0; n < chosen.records; ++n) {
        auto outcome = must(
            desk->register_event(birth, {letter_birth(n, date_in_vietnam(now)), {}, "", ""}, now)
        );
        if (!outcome.is_stored()) {
            std::fprintf(stderr, "birth %d: %s\n", n, outcome.findings.front().rule.c_str());
            return 1;
        }
        const auto text = to_text(outcome.data);
        bytes += text.size();
        file << text << '\n';
    }
    std::printf("BYTES %zu\n", bytes);
    return file.flush() ? 0 : 1;
}

/// 0 where every entry has its number.
int count_entries(desk_register& desk, const options& chosen)
{
    const int year = date_in_vietnam(clock_now()).year;
    const auto numbered = must(desk.book("BIRTH", year)).size();
    std::printf("ENTRIES %zu\n", numbered);
    return numbered == std::size_t(chosen.records) ? 0 : 1;
}

int exchange_on_go(desk_register& desk, const options& chosen)
{
    say("READY");
    if (!wait_for("GO")) return 1;
    if (synchronised(desk) < chosen.records) return 1;
    say("DONE");
    if (!wait_for("EXIT")) return 1;
    return count_entries(desk, chosen);
}

int push(const options& chosen)
{
    system_random random;
    const auto desk =
        must(desk_register::open(chosen.register_file, user, password, real_definitions(), random));
    return exchange_on_go(*desk, chosen);
}

int pull(const options& chosen)
{
    system_random random;
    const auto desk = new_desk(chosen, random);
    return exchange_on_go(*desk, chosen);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    CLI::App app{"hotich-peers-client: a desk of ours in the peers' benchmark"};
    options chosen;
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--register", chosen.register_file)->required();
    app.add_option("--records", chosen.records)->required()->check(CLI::Range(1, 1'000'000));
    app.add_option("--server", chosen.server);
    app.add_option("--code", chosen.code);
    app.add_option("--record-file", chosen.record_file);
    const auto* preparing = app.add_subcommand("prepare");
    const auto* pushing = app.add_subcommand("push");
    app.add_subcommand("pull");
    CLI11_PARSE(app, argc, argv);
    if (!start_crypto()) return 1;
    if (preparing->parsed()) return prepare(chosen);
    return pushing->parsed() ? push(chosen) : pull(chosen);
}
