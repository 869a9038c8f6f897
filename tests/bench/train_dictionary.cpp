// hotich-train-dictionary FILE: trains the dictionary of the wire on what desks and server really
// say about every kind of event, with made-up people, and writes it with its SHA-256. The same
// sources and the same libzstd give the same file. A dictionary that was released never changes: a
// new one gets a new number in common/sync/dictionary.h.
#include "common/base/ids.h"
#include "common/sync/dictionary.h"
#include "tests/support/births.h"
#include "tests/support/made_births.h"
#include "tests/support/small_world.h"

#include <zdict.h>

#include <cstdio>
#include <fstream>
#include <iostream>

namespace {

using namespace hotich;
using namespace hotich::test;

constexpr int people = 400;
constexpr int each_event = 16;
constexpr int first_made = 500'000; ///< not the people of tests and benchmarks
constexpr std::size_t shortest_number = 9;

class samples
{
public:
    void add(const std::string& message)
    {
        m_bytes += message;
        m_sizes.push_back(message.size());
    }

    /// No more than the trainer makes of them, at most 64 KB.
    [[nodiscard]] std::string trained() const
    {
        std::string out(max_dictionary_bytes, '\0');
        const auto size = ZDICT_trainFromBuffer(
            out.data(),
            out.size(),
            m_bytes.data(),
            m_sizes.data(),
            static_cast<unsigned>(m_sizes.size())
        );
        if (ZDICT_isError(size) != 0) qFatal("%s", ZDICT_getErrorName(size));
        out.resize(size);
        return out;
    }

    [[nodiscard]] std::size_t count() const { return m_sizes.size(); }

private:
    std::string m_bytes;
    std::vector<std::size_t> m_sizes;
};

bool is_number(const std::string& text)
{
    return text.size() >= shortest_number
        && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Other people and numbers than those of an example: a dictionary must not learn these by heart.
void vary(json::value& value, int n, random_source& random)
{
    if (auto* object = value.if_object()) {
        for (auto& [key, member] : *object) {
            if (key == "full_name" && member.is_string())
                member = n % 2 == 0 ? names_of(n).mother : names_of(n).father;
            else
                vary(member, n, random);
        }
    } else if (auto* list = value.if_array()) {
        for (auto& item : *list)
            vary(item, n + 1, random);
    } else if (value.is_string()) {
        std::string text(value.get_string());
        if (!is_number(text)) return;
        for (auto& digit : text)
            digit = static_cast<char>('0' + random.below(10));
        value = text;
    }
}

/// Registers people one by one; each exchange of the desk and of its neighbour is a sample.
void live_births(server& at, desk_register& desk, desk_register& neighbour, samples& into)
{
    const auto exchange = [&](desk_register& with, instant now) {
        const auto request = must(load_outbox(with, batch_limits{.answer_bytes = 32 * 1024}));
        into.add(encode(request, wire_form::short_links));
        const auto answer = must(at.service.exchange(request, now));
        into.add(encode(answer));
        must(take_in_answer(with, answer, now));
    };
    for (int n = 0; n < people; ++n) {
        const instant now{monday_morning.ms + n * 61'013ll};
        auto made = desk.register_event(birth(), {made_birth(first_made + n), {}, "", ""}, now);
        if (made && made->is_stored() && n % 3 == 0) {
            exchange(desk, now);
            (void)desk.issue_paper(made->record, "birth_certificate", now).has_value();
        }
        exchange(desk, now);
        if (n % 4 == 0) exchange(neighbour, now);
    }
}

/// Every kind of event, as a desk would send it alone.
void every_event(desk_register& desk, samples& into)
{
    seeded_random random(11);
    for (const auto* event : real_definitions().events())
        for (int n = 0; n < each_event; ++n) {
            const instant now{monday_morning.ms + n * 3'600'017ll};
            json::value data = event->example;
            vary(data, first_made + n * 7, random);
            data = desk.check(*event, data.get_object(), now).data;
            const auto op = make_operation(
                {desk.identity().office,
                 desk.identity().desk,
                 operation_kind::registration,
                 new_uuid(now, random),
                 now,
                 "Lê Thị Hộ Tịch",
                 {{"event", event->event}, {"data", data}, {"overrides", json::array()}}},
                {n + 7, sha256_hex(std::to_string(n))}
            );
            sync_request request{desk.identity().office, desk.identity().desk, n + 20ll, "", {}};
            request.is_lean = true;
            request.answer_bytes = 32 * 1024;
            request.signature = sign_hex(head_message(op.hash), desk.key());
            request.bodies.push_back(op.body);
            into.add(encode(request, wire_form::short_links));
        }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2 || !start_crypto()) {
        std::cerr << "hotich-train-dictionary FILE" << std::endl;
        return 2;
    }
    server at;
    seeded_random random(12);
    const auto desk = enrolled_desk(at, "00004", random);
    const auto neighbour = enrolled_desk(at, "00004", random);
    samples all;
    live_births(at, *desk, *neighbour, all);
    every_event(*desk, all);
    const auto trained = all.trained();
    std::ofstream(argv[1], std::ios::binary) << trained;
    std::printf(
        "%zu messages, %zu bytes, sha256 %s\n",
        all.count(),
        trained.size(),
        sha256_hex(trained).c_str()
    );
    return 0;
}
