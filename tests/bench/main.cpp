// hotich-bench [NAME…] [--scale X] [--json]
#include "common/crypto/crypto.h"
#include "tests/bench/bench.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QTemporaryDir>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace hotich::bench {

namespace {

const std::map<std::string, benchmark>& benchmarks()
{
    static const std::map<std::string, benchmark> all{
        {"desk", desk},
        {"duplicates", duplicates},
        {"search", search},
        {"exchange", exchange},
#ifdef HOTICH_BENCH_WITH_SERVER
        {"national", national},
        {"postgres", postgres},
        {"storm", storm},
#endif
#ifdef HOTICH_BENCH_WITH_LINE
        {"weakline", weakline},
#endif
        {"simulation", simulation}};
    return all;
}

/// The others take long, or much of the disk.
bool runs_unasked(const std::string& name)
{
    return name == "desk" || name == "exchange" || name == "search";
}

/// What takes minutes at its full size is small where nobody says otherwise.
double usual_scale(const std::string& name) { return name == "storm" ? 0.1 : 1; }

std::string known_names()
{
    std::string unasked;
    std::string asked;
    for (const auto& [name, run] : benchmarks())
        (runs_unasked(name) ? unasked : asked) += " " + name;
    return "without a name:" + unasked + "; only by name:" + asked;
}

std::string load_of_machine()
{
    std::string load;
    std::ifstream("/proc/loadavg") >> load;
    return load.empty() ? "?" : load;
}

void print_table(const std::string& name, const std::vector<measure>& measures)
{
    std::printf("%s (load %s)\n", name.c_str(), load_of_machine().c_str());
    for (const auto& item : measures)
        std::printf(
            "  %-44s %12.3f %-10s %12.3f %-28s ratio %8.3f   goal %s\n",
            item.name.c_str(),
            item.ours,
            item.unit.c_str(),
            item.reference,
            item.reference_name.c_str(),
            item.ratio,
            item.goal.c_str()
        );
    std::fflush(stdout);
}

boost::json::value to_json(const measure& item)
{
    return {
        {"name", item.name},
        {"unit", item.unit},
        {"ours", item.ours},
        {"reference", item.reference},
        {"ratio", item.ratio},
        {"reference_name", item.reference_name},
        {"goal", item.goal}};
}

} // namespace

double seconds_of(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double percentile(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double median(std::vector<double> values) { return percentile(std::move(values), 0.5); }

scratch_folder::scratch_folder()
{
    QTemporaryDir made(QDir::current().filePath("bench-XXXXXX"));
    made.setAutoRemove(false);
    m_path = made.path().toStdString();
}

scratch_folder::~scratch_folder() { QDir(QString::fromStdString(m_path)).removeRecursively(); }

} // namespace hotich::bench

int main(int argc, char** argv)
{
    using namespace hotich::bench;
    CLI::App app{"hotich-bench: figures as ratios to a reference of the same run"};
    std::vector<std::string> names;
    settings chosen;
    bool as_json = false;
    app.add_option("name", names, known_names());
    app.add_option("--scale", chosen.scale, "how much of the full size")
        ->check(CLI::Range(0.001, 100.0));
    app.add_option("--rounds", chosen.rounds)->check(CLI::Range(1, 100));
    app.add_flag("--json", as_json);
    CLI11_PARSE(app, argc, argv);
    if (!hotich::start_crypto()) return 1;
    if (names.empty())
        for (const auto& [name, run] : benchmarks())
            if (runs_unasked(name)) names.push_back(name);
    boost::json::object document;
    for (const auto& name : names) {
        const auto found = benchmarks().find(name);
        if (found == benchmarks().end()) {
            std::fprintf(stderr, "no benchmark is called %s\n", name.c_str());
            return 2;
        }
        auto fitting = chosen;
        if (app.count("--scale") == 0) fitting.scale = usual_scale(name);
        const auto measures = found->second(fitting);
        boost::json::array list;
        for (const auto& item : measures)
            list.push_back(to_json(item));
        document[name] = std::move(list);
        if (!as_json) print_table(name, measures);
    }
    if (as_json) std::printf("%s\n", boost::json::serialize(document).c_str());
    return 0;
}
