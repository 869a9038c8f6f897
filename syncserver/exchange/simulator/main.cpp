// hotich-population-simulator: a make-believe population database on loopback, for tests and
// demonstrations. A tool of testers: its options speak English only.
#include "common/crypto/crypto.h"
#include "common/definitions/definitions.h"
#include "syncserver/app/texts.h"
#include "syncserver/exchange/simulator/simulator_server.h"

#include <CLI/CLI.hpp>

#include <iostream>

namespace hotich {

namespace {

struct program_options
{
    std::string listen = "127.0.0.1:0";
    int delay_ms = 0;
    std::vector<std::string> refuse;
    simulator_options simulator;
};

/// "NAME=CODE".
void read_refusals(program_options& options)
{
    for (const auto& item : options.refuse) {
        const auto equals = item.find('=');
        const bool has_code = equals != std::string::npos;
        options.simulator.refused_names[item.substr(0, equals)] =
            has_code ? item.substr(equals + 1) : options.simulator.refusal_code;
    }
}

void describe(CLI::App& app, program_options& options)
{
    auto& faults = options.simulator;
    app.add_option(
        "--listen", options.listen, "loopback address and port; port 0 takes a free one"
    );
    app.add_option("--token", faults.token, "the bearer token it wants");
    app.add_option("--refuse", options.refuse, "NAME=CODE: refuse this person (repeatable)");
    app.add_option("--refuse-every", faults.refuse_every, "refuse every nth person");
    app.add_option("--refusal-code", faults.refusal_code, "the code of those refusals");
    app.add_option("--waiting", faults.waiting_answers, "answers \"waiting\" before a decision");
    app.add_option("--delay-ms", options.delay_ms, "pause before every answer");
    app.add_option("--fail-every", faults.fail_every, "503 on every nth call");
    app.add_option("--drop-every", faults.drop_every, "close the line on every nth call");
    app.add_option("--lose-every", faults.lose_every, "lose the answer of every nth call");
    app.add_option("--double-every", faults.double_every, "send every nth answer twice");
    app.add_option(
        "--second-number-every", faults.second_number_every, "tell a wrong second number"
    );
}

int run(int argc, char** argv)
{
    CLI::App app(
        "hotich-population-simulator: NOT the population database. Its numbers are made up."
    );
    program_options options;
    describe(app, options);
    CLI11_PARSE(app, argc, argv);
    read_refusals(options);
    if (!start_crypto()) return 1;
    const auto words = texts::load(default_schemas_folder(argv[0]), language::vi);
    const auto english = texts::load(default_schemas_folder(argv[0]), language::en);
    if (!words || !english) return 1;
    options.simulator.page = words->say("simulator_page") + "\n" + english->say("simulator_page");
    population_simulator simulator(options.simulator);
    const auto server = simulator_server::open(
        options.listen, simulator, std::chrono::milliseconds(options.delay_ms)
    );
    if (!server) {
        std::cerr << "hotich-population-simulator: " << server.error().detail << "\n";
        return 2;
    }
    (*server)->stop_on_signals();
    std::cout << "listening on " << (*server)->address() << std::endl;
    (*server)->run();
    return 0;
}

} // namespace

} // namespace hotich

int main(int argc, char** argv)
{
    try {
        return hotich::run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "hotich-population-simulator: " << error.what() << "\n";
        return 1;
    }
}
